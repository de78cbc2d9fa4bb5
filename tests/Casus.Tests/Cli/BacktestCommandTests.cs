using System.Text.Json;
using Xunit;

namespace Casus.Tests.Cli;

public sealed class BacktestCommandTests
{
    private const string Life = "--in-force-from=2025-01-01";

    [Fact]
    public void A_history_is_counted_and_written()
    {
        using var small = new SmallCase();
        var outcome = small.Backtest(Life, "--to", "2025-01-31", "--out", "out");
        Assert.True(outcome.Status == 0, outcome.ToString());
        Assert.Equal(
            ["out", "out/effects.jsonl", "out/rejected.csv", "out/report.html", "out/report.json", "out/summary.json"],
            small.Added()
        );
        using var summary = Summary(small);
        var root = summary.RootElement;
        var incidents = root.GetProperty("incidents");
        Assert.Equal(4, incidents.GetProperty("total").GetInt32());
        Assert.Equal(2, incidents.GetProperty("inside").GetInt32());
        Assert.Equal(1, incidents.GetProperty("outside").GetInt32());
        Assert.Equal(1, incidents.GetProperty("undetermined").GetInt32());
        var flare = root.GetProperty("grades")[0];
        Assert.Equal("flare", flare.GetProperty("name").GetString());
        Assert.Equal(1, flare.GetProperty("arose").GetInt32());
        Assert.Equal("2025-01-10T12:00:00Z", flare.GetProperty("first").GetString());
        var poland = root.GetProperty("duties")
            .EnumerateArray()
            .Single(duty => duty.GetProperty("bearer").GetString() == "Poland");
        Assert.Equal("3.1", poland.GetProperty("clause").GetString());
        Assert.Equal(1, poland.GetProperty("arose").GetInt32());
        Assert.Equal(1, poland.GetProperty("overdue").GetInt32());
        Assert.Equal("2025-01-13T12:00:00Z", poland.GetProperty("dueFirst").GetString());
    }

    [Fact]
    public void Summary_has_every_member_of_the_format()
    {
        using var small = new SmallCase();
        small.Backtest(Life, "--out", "out");
        using var summary = Summary(small);
        string[] members =
        [
            "agreement",
            "inputs",
            "assumptions",
            "incidents",
            "zones",
            "grades",
            "duties",
            "alarm",
            "episodes",
            "falseAlarms",
            "suppositions",
            "coverage",
            "views",
            "engine",
            "run",
        ];
        Assert.Empty(members.Except(summary.RootElement.EnumerateObject().Select(member => member.Name)));
        var input = summary.RootElement.GetProperty("inputs")[0];
        Assert.Equal(64, input.GetProperty("sha256").GetString()!.Length);
        Assert.Equal(4, input.GetProperty("rows").GetInt32());
        var agreement = summary.RootElement.GetProperty("agreement");
        Assert.Equal("2", agreement.GetProperty("choices").GetProperty("grave").GetString());
        var alarm = summary.RootElement.GetProperty("alarm");
        Assert.Equal("3.1", alarm.GetProperty("clause").GetString());
    }

    [Fact]
    public void Effects_are_numbered_lines_of_json_in_order()
    {
        using var small = new SmallCase();
        small.Backtest(Life, "--out", "out");
        var lines = File.ReadAllLines(small.PathOf("out/effects.jsonl"));
        var effects = lines.Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(Enumerable.Range(1, lines.Length), effects.Select(effect => effect.GetProperty("seq").GetInt32()));
        var arose = effects.First(effect => effect.GetProperty("kind").GetString() == "arose");
        Assert.Equal("flare", arose.GetProperty("grade").GetString());
        Assert.Equal(
            ["1", "2"],
            arose.GetProperty("because").GetProperty("facts").EnumerateArray().Select(id => id.GetString())
        );
        Assert.Contains(effects, effect => effect.GetProperty("kind").GetString() == "dutyArose");
        Assert.DoesNotContain(effects, effect => effect.GetProperty("kind").GetString() == "wakeAt");
    }

    [Fact]
    public void The_same_run_twice_gives_the_same_bytes()
    {
        using var small = new SmallCase();
        small.Backtest(Life, "--out", "a");
        small.Backtest(Life, "--out", "b");
        foreach (var file in new[] { "summary.json", "effects.jsonl", "rejected.csv" })
        {
            Assert.Equal(File.ReadAllBytes(small.PathOf($"a/{file}")), File.ReadAllBytes(small.PathOf($"b/{file}")));
        }
    }

    [Fact]
    public void A_choice_changes_what_arises()
    {
        using var small = new SmallCase();
        small.Backtest(Life, "--choose", "grave=3", "--out", "out");
        using var summary = Summary(small);
        Assert.Equal(0, summary.RootElement.GetProperty("grades")[0].GetProperty("arose").GetInt32());
    }

    [Fact]
    public void Episodes_are_found_missed_or_undetermined_with_their_lag()
    {
        using var small = new SmallCase();
        small.Write(
            "episodes.csv",
            "name,from,to,source\nfound,2025-01-10,2025-01-10,x\nmissed,2025-01-20,2025-01-21,x\nlater,2026-03-01,2026-03-02,x\n"
        );
        small.Write("coverage.csv", "from,to,place\n2025-01-01,2025-01-31,\n");
        var outcome = small.Backtest(
            Life,
            "--to",
            "2025-01-31",
            "--episodes",
            "episodes.csv",
            "--coverage",
            "coverage.csv",
            "--out",
            "out"
        );
        Assert.True(outcome.Status == 0, outcome.ToString());
        using var summary = Summary(small);
        var episodes = summary.RootElement.GetProperty("episodes");
        Assert.Equal(
            ["yes", "no", "undetermined"],
            episodes.EnumerateArray().Select(episode => episode.GetProperty("detected").GetString())
        );
        Assert.Equal(12, episodes[0].GetProperty("lagHours").GetDecimal());
        Assert.Equal("stated", summary.RootElement.GetProperty("coverage").GetString());
        Assert.Equal(0, summary.RootElement.GetProperty("falseAlarms").GetProperty("count").GetInt32());
    }

    [Fact]
    public void The_screen_has_at_most_40_lines_of_80_columns_and_one_next_command()
    {
        using var small = new SmallCase();
        var outcome = small.Backtest(Life, "--assume", "verified_by=Commission");
        var lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(lines.Length, 5, 40);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 80));
        Assert.Single(lines, line => line.StartsWith("next", StringComparison.Ordinal));
        Assert.Contains("verified_by=Commission", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("taken as complete", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("in force from", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_run_leaves_no_file_beside_those_of_a_later_one()
    {
        using var small = new SmallCase();
        small.Backtest(Life, "--out", "out");
        small.Write("incidents.csv", $"{SmallCase.Header}\n1,yesterday,mortar,48.1,38.05,Russia\n");
        var outcome = small.Backtest(Life, "--out", "out");
        Assert.Equal(3, outcome.Status);
        Assert.Equal(["out", "out/rejected.csv"], small.Added());
    }

    private static JsonDocument Summary(SmallCase small) =>
        JsonDocument.Parse(File.ReadAllText(small.PathOf("out/summary.json")));

    [Fact]
    public void A_figure_that_rests_on_an_assumption_is_marked_and_the_coverage_table_is_an_input()
    {
        using var small = new SmallCase();
        small.Write("coverage.csv", "from,to,place\n2025-01-01,2025-12-31,\n");
        small.Write("incidents.csv", SmallCase.Incidents.Replace(",Russia\n", ",\n", StringComparison.Ordinal));
        string[] options = ["--in-force-from", "2025-01-01", "--coverage", "coverage.csv", "--out", "out"];
        Assert.DoesNotContain("*", small.Backtest(options).Output, StringComparison.Ordinal);
        var outcome = small.Backtest([.. options, "--assume", "party=Russia"]);
        Assert.Matches(@"2\.2 flare +1\* ", outcome.Output);
        Assert.Matches(@"3\.1 France +1\* ", outcome.Output);
        Assert.Contains(
            "*         rests on rows of which --assume filled a column",
            outcome.Output,
            StringComparison.Ordinal
        );
        using var summary = JsonDocument.Parse(File.ReadAllText(small.PathOf("out/summary.json")));
        var views = summary.RootElement.GetProperty("views");
        foreach (var view in new[] { "asKnown", "hindsight" })
        {
            Assert.Equal(2, views.GetProperty(view).GetProperty("grades")[0].GetProperty("assumed").GetInt32());
            Assert.Equal(2, views.GetProperty(view).GetProperty("duties")[0].GetProperty("assumed").GetInt32());
        }
        var coverage = summary.RootElement.GetProperty("inputs").EnumerateArray().Single(IsCoverage);
        Assert.Equal("coverage.csv", coverage.GetProperty("file").GetString());
        Assert.Equal(64, coverage.GetProperty("sha256").GetString()!.Length);
    }

    private static bool IsCoverage(JsonElement input) => input.GetProperty("kind").GetString() == "coverage";
}
