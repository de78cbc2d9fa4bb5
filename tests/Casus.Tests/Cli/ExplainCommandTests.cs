using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Casus.Tests.Cli;

/// <summary>`explain`, run as people run it.</summary>
public sealed class ExplainCommandTests(ExplainCommandTests.SmallRun shared)
    : IClassFixture<ExplainCommandTests.SmallRun>
{
    private const int Width = 80;

    [Fact]
    public void An_effect_is_explained_down_to_its_rows_and_sentence()
    {
        var small = shared.Case;
        var outcome = small.Casus("explain", Flare(small), "--run", "out");
        Assert.True(outcome.Status == 0, outcome.ToString());
        Assert.Contains(
            "flare by Russia in sector 1 arose at 2025-01-10T12:00Z",
            outcome.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("agreement.casus:17:3", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("any one of these 2 rows it would not stand: 1, 2", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("verified by replay", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("in hindsight the same", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.Output.Split('\n'), line => line.Length > Width);
    }

    [Fact]
    public void A_duty_rests_on_the_grade_that_rests_on_rows()
    {
        var small = shared.Case;
        var duty = Line(small, "\"dutyArose\"");
        var outcome = small.Casus("explain", duty, "--run", "out", "--json");
        Assert.True(outcome.Status == 0, outcome.ToString());
        using var json = JsonDocument.Parse(outcome.Output);
        var effect = json.RootElement.GetProperty("effect");
        Assert.Equal("DutyArose", effect.GetProperty("kind").GetString());
        var grade = effect.GetProperty("because")[0];
        Assert.Equal("Arose", grade.GetProperty("kind").GetString());
        Assert.Equal(
            ["1", "2"],
            grade.GetProperty("facts").EnumerateArray().Select(fact => fact.GetProperty("id").GetString())
        );
        Assert.True(json.RootElement.GetProperty("without").GetProperty("isVerified").GetBoolean());
    }

    [Fact]
    public void A_sentence_that_did_not_stand_names_the_nearest_missing_fact()
    {
        var small = shared.Case;
        var outcome = small.Casus("explain", "flare", "--at", "2025-01-13", "--party", "Ukraine", "--run", "out");
        Assert.True(outcome.Status == 0, outcome.ToString());
        Assert.Contains("as known: not met", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("0 for sure, 1 at most; 2 needed", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("placed in Buffer for sure, and placed in sector", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("1 would then count; 2 are needed", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.Output.Split('\n'), line => line.Length > Width);
    }

    [Fact]
    public void Without_a_row_the_grade_and_its_duties_are_gone_and_with_one_they_come_back()
    {
        var small = shared.Case;
        var outcome = small.Casus("explain", "--without", "2", "--run", "out");
        Assert.True(outcome.Status == 0, outcome.ToString());
        Assert.Contains(
            "flare by Russia in sector 1 arose at 2025-01-10T12:00Z",
            outcome.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("0 new", outcome.Output, StringComparison.Ordinal);
        var put = "occurred_from=2025-01-10T13:00:00Z,conduct=mortar,latitude=48.1,longitude=38.05,party=Russia";
        var moved = small.Casus("explain", "--without", "2", "--with", put, "--run", "out");
        Assert.True(moved.Status == 0, moved.ToString());
        Assert.Contains("0 effects gone, 0 new", moved.Output, StringComparison.Ordinal);
        Assert.Contains("now at 2025-01-10T13:00Z", moved.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hypothetical_row_may_come_from_a_file()
    {
        using var small = Run();
        small.Write("more.csv", $"{SmallCase.Header}\nx,2025-01-20T10:00:00Z,mortar,48.1,38.05,Russia\n");
        var outcome = small.Casus("explain", "--with", "more.csv", "--run", "out", "--json");
        Assert.True(outcome.Status == 0, outcome.ToString());
        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal("x", json.RootElement.GetProperty("with")[0].GetString());
    }

    [Fact]
    public void A_rule_is_explained_without_a_run()
    {
        using var small = new SmallCase();
        var outcome = small.Casus("explain", "cas3010");
        Assert.True(outcome.Status == 0, outcome.ToString());
        Assert.StartsWith("CAS3010: ", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(2, small.Casus("explain", "CAS2920").Status);
    }

    [Fact]
    public void A_run_can_be_explained_from_any_folder()
    {
        var small = shared.Case;
        var outcome = CasusProcess.Run("/", "explain", Flare(small), "--run", small.PathOf("out"));
        Assert.True(outcome.Status == 0, outcome.ToString());
    }

    [Theory]
    [InlineData(2, "has 1 to", "explain", "99", "--run", "out")]
    [InlineData(2, "did you mean 'flare'?", "explain", "flar", "--at", "2025-01-13", "--run", "out")]
    [InlineData(
        2,
        "did you mean 'Ukraine'?",
        "explain",
        "flare",
        "--party",
        "Ukrain",
        "--at",
        "2025-01-13",
        "--run",
        "out"
    )]
    [InlineData(2, "--at names none", "explain", "flare", "--run", "out")]
    [InlineData(2, "--run names none", "explain", "1")]
    [InlineData(2, "nothing is asked", "explain", "--run", "out")]
    [InlineData(2, "no further", "explain", "flare", "--at", "2031-01-13", "--run", "out")]
    [InlineData(2, "no row and no act of that id", "explain", "--without", "77", "--run", "out")]
    [InlineData(2, "COLUMN=VALUE", "explain", "--with", "nowhere", "--run", "out")]
    [InlineData(2, "conduct", "explain", "--with", "occurred_from=2025-01-10,conduct=shouting", "--run", "out")]
    [InlineData(
        2,
        "already has a fact of id 1",
        "explain",
        "--with",
        "id=1,occurred_from=2025-01-10,conduct=mortar",
        "--run",
        "out"
    )]
    [InlineData(3, "there is no such folder", "explain", "1", "--run", "elsewhere")]
    public void What_cannot_be_answered_is_said(int status, string words, params string[] arguments)
    {
        var small = shared.Case;
        var outcome = small.Casus(arguments);
        Assert.True(outcome.Status == status, outcome.ToString());
        Assert.Contains(words, outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void A_run_of_another_engine_is_not_explained_and_both_versions_are_named()
    {
        using var small = Run();
        var summary = File.ReadAllText(small.PathOf("out/summary.json"));
        small.Write(
            "out/summary.json",
            Regex.Replace(
                summary,
                "\"version\": \"[^\"]*\"",
                "\"version\": \"0.0.9\"",
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            )
        );
        var outcome = small.Casus("explain", "1", "--run", "out");
        Assert.True(outcome.Status == 3, outcome.ToString());
        Assert.Contains("engine 0.0.9, and this is ", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("./casus backtest . --incidents incidents.csv", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_input_is_named_and_what_the_effects_say_alone_is_told()
    {
        using var small = Run();
        small.Write("incidents.csv", SmallCase.Incidents.Replace("mortar", "artillery", StringComparison.Ordinal));
        var outcome = small.Casus("explain", Flare(small), "--run", "out");
        Assert.True(outcome.Status == 3, outcome.ToString());
        Assert.Contains("incidents.csv: the run read it, and it has changed", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("flare by Russia in sector 1 arose", outcome.Errors, StringComparison.Ordinal);
        File.Delete(small.PathOf("incidents.csv"));
        Assert.Contains(
            "no longer there",
            small.Casus("explain", "1", "--run", "out").Errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_changed_line_is_found_by_the_result()
    {
        using var small = Run();
        small.Write("line.geojson", SmallCase.Line.Replace("[38.0,48.0]", "[38.9,48.0]", StringComparison.Ordinal));
        var outcome = small.Casus("explain", "1", "--run", "out");
        Assert.True(outcome.Status == 3, outcome.ToString());
        Assert.Contains("another result", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_names_no_folder_of_the_machine()
    {
        var small = shared.Case;
        Assert.DoesNotContain(
            small.Folder,
            File.ReadAllText(small.PathOf("out/summary.json")),
            StringComparison.Ordinal
        );
    }

    /// <summary>One run for the tests that only read it.</summary>
    public sealed class SmallRun : IDisposable
    {
        internal SmallCase Case { get; } = Run();

        public void Dispose() => Case.Dispose();
    }

    private static SmallCase Run()
    {
        var small = new SmallCase();
        var outcome = small.Backtest("--in-force-from=2025-01-01", "--to", "2025-01-31", "--out", "out");
        Assert.True(outcome.Status == 0, outcome.ToString());
        return small;
    }

    private static string Flare(SmallCase small) => Line(small, "\"arose\"");

    private static string Line(SmallCase small, string kind)
    {
        var lines = File.ReadAllLines(small.PathOf("out/effects.jsonl"));
        return $"{Array.FindIndex(lines, line => line.Contains(kind, StringComparison.Ordinal)) + 1}";
    }
}
