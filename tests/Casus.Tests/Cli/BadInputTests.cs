using System.Text;
using Xunit;

namespace Casus.Tests.Cli;

/// <summary>Inputs that cannot be used: a clear word, the right status, and nothing left half written.</summary>
public sealed class BadInputTests
{
    private const string Life = "--in-force-from=2025-01-01";

    [Theory]
    [InlineData("nowhere.csv", "no such file")]
    [InlineData("empty.csv", "empty")]
    [InlineData("headerless.csv", "header")]
    [InlineData("twice.csv", "lines 2 and 3")]
    public void A_table_that_cannot_be_used_is_status_3_and_writes_nothing(string table, string said)
    {
        using var small = new SmallCase();
        small.Write("empty.csv", "");
        small.Write("headerless.csv", "1,2025-01-10T10:00:00Z,mortar,48.1,38.05,Russia\n");
        small.Write("twice.csv", $"{SmallCase.Header}\na,2025-01-10,mortar,,,\na,2025-01-11,mortar,,,\n");
        var before = small.Added();
        var outcome = small.Casus("backtest", ".", "--incidents", table, "--out", "out", Life);
        Assert.Equal(3, outcome.Status);
        Assert.Contains(table, outcome.Errors, StringComparison.Ordinal);
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(before, small.Added());
    }

    [Theory]
    [InlineData("91", "38.05", "latitude")]
    [InlineData("48.1", "181", "longitude")]
    public void A_row_out_of_range_is_rejected_with_its_line_and_the_rest_is_counted(
        string latitude,
        string longitude,
        string column
    )
    {
        using var small = new SmallCase();
        small.Write("incidents.csv", $"{SmallCase.Incidents}5,2025-01-14T12:00:00Z,mortar,{latitude},{longitude},\n");
        var outcome = small.Backtest("--out", "out", Life);
        Assert.True(outcome.Status == 0, outcome.ToString());
        var rejected = File.ReadAllLines(small.PathOf("out/rejected.csv"));
        Assert.Equal(2, rejected.Length);
        Assert.Contains(column, rejected[1], StringComparison.Ordinal);
        Assert.Contains("6", rejected[1], StringComparison.Ordinal);
        Assert.Contains("1 rows could not be read", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_rejected_rows_end_the_run_with_only_rejected_csv_unless_told_otherwise()
    {
        using var small = new SmallCase();
        var rows = Enumerable.Range(10, 11).Select(id => $"{id},2025-01-14T12:00:00Z,shouting,48.1,38.05,\n");
        small.Write("incidents.csv", SmallCase.Incidents + string.Concat(rows));
        var stopped = small.Backtest("--out", "out", Life);
        Assert.Equal(3, stopped.Status);
        Assert.Equal(["out", "out/rejected.csv"], small.Added());
        Assert.Equal(12, File.ReadAllLines(small.PathOf("out/rejected.csv")).Length);
        Assert.Contains("--allow-rejects", stopped.Errors, StringComparison.Ordinal);
        var allowed = small.Backtest("--out", "out", "--allow-rejects", Life);
        Assert.Equal(0, allowed.Status);
        Assert.True(File.Exists(small.PathOf("out/summary.json")));
    }

    [Fact]
    public void A_table_of_rejects_alone_ends_the_run_however_few_they_are()
    {
        using var small = new SmallCase();
        small.Write("incidents.csv", $"{SmallCase.Header}\n1,2025-13-45,mortar,48.1,38.05,Russia\n");
        var outcome = small.Backtest("--out", "out", Life);
        Assert.Equal(3, outcome.Status);
        Assert.Equal(["out", "out/rejected.csv"], small.Added());
    }

    [Fact]
    public void A_header_without_rows_is_no_error()
    {
        using var small = new SmallCase();
        small.Write("incidents.csv", $"{SmallCase.Header}\n");
        var outcome = small.Backtest("--out", "out", Life);
        Assert.True(outcome.Status == 0, outcome.ToString());
        Assert.Contains("no rows", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_end_is_refused_without_filling_the_memory()
    {
        using var small = new SmallCase();
        using (var file = new StreamWriter(small.PathOf("incidents.csv"), append: true, Encoding.ASCII))
        {
            for (var i = 0; i < 40; i++)
            {
                file.Write(new string('x', 1 << 20));
            }
        }
        var outcome = small.Backtest("--out", "out", Life);
        Assert.Equal(3, outcome.Status);
        Assert.Contains("incidents.csv", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(small.Added());
    }

    [Fact]
    public void A_row_that_is_cut_short_does_not_pass_for_a_row()
    {
        using var small = new SmallCase();
        small.Write("incidents.csv", SmallCase.Incidents.TrimEnd() + "\n5,2025-01-1");
        var outcome = small.Backtest("--out", "out", Life);
        Assert.Contains("could not be read", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--mapping", "ucpd", "ucdp", 3)]
    [InlineData("--mapping", "ucdp", "which the table lacks", 3)]
    [InlineData("--assume", "partie=Russia", "party", 3)]
    [InlineData("--assume", "party=Rusia", "did you mean 'Russia'", 2)]
    [InlineData("--assume", "verified_by=Atlantis", "the text names no body or party Atlantis", 2)]
    [InlineData("--episodes", "nowhere.csv", "no such file", 3)]
    [InlineData("--acts", "nowhere.csv", "no such file", 3)]
    [InlineData("--alarm", "flar", "did you mean 'flare'", 2)]
    [InlineData("--suppose", "prompd", "did you mean 'prompt'", 2)]
    [InlineData("--from", "soon", "--from soon", 2)]
    [InlineData("--epsodes", "episodes.csv", "did you mean '--episodes'", 2)]
    public void An_option_that_names_nothing_says_what_it_may_be(string option, string value, string said, int status)
    {
        using var small = new SmallCase();
        var outcome = small.Backtest(option, value, "--out", "out");
        Assert.True(outcome.Status == status, outcome.ToString());
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(small.Added());
    }

    [Theory]
    [InlineData("report.html")]
    [InlineData("judged.gpkg")]
    public void What_no_run_wrote_is_not_taken_away(string file)
    {
        using var small = new SmallCase();
        small.Write($"mine/{file}", "my own");
        var outcome = small.Backtest(Life, "--out", "mine");
        Assert.True(outcome.Status == 2, outcome.ToString());
        Assert.Contains($"it holds a {file} that no run wrote", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal("my own", File.ReadAllText(small.PathOf($"mine/{file}")));
    }

    [Fact]
    public void A_folder_named_as_a_result_is_not_taken_away()
    {
        using var small = new SmallCase();
        small.Write("mine/summary.json/note.txt", "my own");
        var outcome = small.Backtest(Life, "--out", "mine");
        Assert.True(outcome.Status == 2, outcome.ToString());
        Assert.True(File.Exists(small.PathOf("mine/summary.json/note.txt")));
    }

    [Fact]
    public void An_empty_argument_is_said_to_be_one()
    {
        using var small = new SmallCase();
        var outcome = small.Backtest(Life, "--out", "");
        Assert.True(outcome.Status == 2, outcome.ToString());
        Assert.Contains("one of the arguments is empty", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(small.Added());
    }

    [Fact]
    public void A_life_that_ends_before_it_begins_is_refused()
    {
        using var small = new SmallCase();
        var outcome = small.Backtest("--in-force-from", "2025-02-01", "--to", "2025-01-01");
        Assert.True(outcome.Status == 2, outcome.ToString());
        Assert.Contains("before the entry into force", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lanes")]
    [InlineData("map")]
    [InlineData("rows")]
    public void A_report_that_lacks_a_part_is_not_drawn(string part)
    {
        using var small = new SmallCase();
        Assert.Equal(0, small.Backtest(Life, "--out", "out").Status);
        var model = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(small.PathOf("out/report.json")))!;
        model.AsObject().Remove(part);
        small.Write("out/report.json", model.ToJsonString());
        var outcome = small.Casus("report", "out", "--out", "page.html");
        Assert.True(outcome.Status == 3, outcome.ToString());
        Assert.False(File.Exists(small.PathOf("page.html")));
    }

    [Fact]
    public void An_output_folder_that_cannot_be_written_is_said_before_anything_is_read()
    {
        using var small = new SmallCase();
        var outcome = small.Backtest("--out", "line.geojson", Life);
        Assert.Equal(2, outcome.Status);
        Assert.Contains("it is a file, not a folder", outcome.Errors, StringComparison.Ordinal);
        var below = small.Backtest("--out", "line.geojson/out", Life);
        Assert.Equal(2, below.Status);
        Assert.Empty(small.Added());
    }

    [Fact]
    public void A_text_with_errors_is_not_run()
    {
        using var small = new SmallCase();
        small.Write(
            "agreement.casus",
            SmallCase.Agreement.Replace("an attack in", "a kerfuffle in", StringComparison.Ordinal)
        );
        var outcome = small.Backtest("--out", "out", Life);
        Assert.Equal(3, outcome.Status);
        Assert.Contains("has errors and is not run", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(small.Added());
    }

    [Fact]
    public void A_backtest_without_incidents_says_that_they_are_needed()
    {
        using var small = new SmallCase();
        var outcome = small.Casus("backtest", ".");
        Assert.Equal(2, outcome.Status);
        Assert.Contains("--incidents", outcome.Errors, StringComparison.Ordinal);
    }
}
