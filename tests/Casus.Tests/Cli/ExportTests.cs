using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Cli;

/// <summary>`backtest --export`: what was judged, for other programs and for Casus itself.</summary>
public sealed class ExportTests
{
    private const string Life = "--in-force-from=2025-01-01";
    private const string All = "csv,geojson,gpkg";

    /// <summary>
    /// Every kind of place, bounds, findings, a correction, a quoted value, and one row before the life.
    /// </summary>
    private const string Rich = """
        id,occurred_from,occurred_to,known_at,latitude,longitude,radius_km,observer_latitude,observer_longitude,bearing_deg,bearing_spread_deg,distance_min_km,distance_max_km,district,origin_side,conduct,count,count_min,count_max,party,attributed_by,confidence,verified_by,verified_at,source,supersedes,deaths,deaths_max,calibre_mm
        1,2025-01-10T10:00:00Z,,,48.1,38.05,,,,,,,,,,mortar,,3,*,Russia,Commission,high,Commission,2025-01-11T00:00:00Z,"The ""Herald"", morning",,2,*,122.4
        2,2025-01-10T12:00:00Z,,,48.1,38.05,2.5,,,,,,,,left,artillery,2,,,Russia,,,,,synthetic: made for a test,,,,
        3,2025-01-12,2025-01-13,2025-01-14T06:00:00Z,,,,48.2,38.2,N|WNW,,1,6,,,artillery,,,,,,,,,,,,,
        4,2025-01-12T12:00:00Z,,,,,,48.3,38.1,90|100,12,,8,,,explosion,7,,,,,,,,Mission,,,,
        5,2025-01-12T18:00:00Z,,,,,,48.3,38.1,N|45,,,4,,,explosion,,,,,,,,,Mission,,,,
        6,2025-01-13T12:00:00Z,,,,,,48.3,38.1,,,,3,,,attack,,,,,,,,,Mission,,,,
        7,2025-01-14T12:00:00Z,,2025-01-16T00:00:00Z,48.5,38.01,,,,,,,,,,mortar,4,,,Russia,,,,,Mission,2,,,
        8,2024-12-14T12:00:00Z,,,48.5,38.01,,,,,,,,,,mortar,4,,,Russia,,,,,Mission,,,,

        """;

    [Theory]
    [InlineData("judged.csv")]
    [InlineData("judged.geojson")]
    public void What_is_exported_is_read_back_as_the_same_history(string exported)
    {
        using var small = new SmallCase();
        small.Write("incidents.csv", Rich);
        var first = small.Backtest(Life, "--assume", "party=Ukraine:conduct=attack", "--out", "a", "--export", All);
        Assert.True(first.Status == 0, first.ToString());
        var second = small.Casus(
            "backtest",
            ".",
            "--incidents",
            $"a/{exported}",
            Life,
            "--out",
            "b",
            "--export",
            "csv"
        );
        Assert.True(second.Status == 0, second.ToString());
        Assert.DoesNotContain("could not be read", second.Errors, StringComparison.Ordinal);
        using var before = Summary(small, "a");
        using var after = Summary(small, "b");
        foreach (var part in new[] { "incidents", "zones", "grades" })
        {
            Assert.Equal($"{before.RootElement.GetProperty(part)}", $"{after.RootElement.GetProperty(part)}");
        }
        Assert.Equal(Grades(before, "asKnown"), Grades(after, "asKnown"));
        Assert.Equal(Table(small, "a/judged.csv"), Table(small, "b/judged.csv"));
    }

    [Fact]
    public void The_monitors_seven_years_are_read_back_as_the_same_grades()
    {
        using var small = new SmallCase();
        var text = RepositoryRoot.Of("agreements", "ukraine-2026");
        var coverage = RepositoryRoot.Of("data", "osce", "osce_smm_daily_violations.coverage.csv");
        string[] span = ["--in-force-from", "2015-02-15", "--to", "2022-02-23"];
        var first = small.Casus([
            "backtest",
            text,
            "--incidents",
            RepositoryRoot.Of("data", "osce"),
            .. span,
            "--out",
            "a",
            "--export",
            "csv",
        ]);
        Assert.True(first.Status == 0, first.ToString());
        using var before = Summary(small, "a");
        var stated = before.RootElement.GetProperty("coverage").GetString() == "stated";
        string[] covered = stated ? ["--coverage", coverage] : [];
        small.Casus(["backtest", text, "--incidents", "a/judged.csv", .. span, .. covered, "--out", "b"]);
        using var after = Summary(small, "b");
        Assert.Equal($"{before.RootElement.GetProperty("incidents")}", $"{after.RootElement.GetProperty("incidents")}");
        Assert.Equal(Arisings(before), Arisings(after));
    }

    [Fact]
    public void Every_row_is_there_with_what_was_judged_of_it()
    {
        using var small = new SmallCase();
        small.Backtest(Life, "--out", "out", "--export", "csv");
        var rows = Table(small, "out/judged.csv");
        Assert.Equal(["met", "met", "notMet", "undetermined"], rows.Select(row => row["zone_buffer"]));
        Assert.Equal(["1", "1", "", "any"], rows.Select(row => row["possible_sectors"]));
        Assert.Equal(["yes", "yes", "yes", "yes"], rows.Select(row => row["in_record"]));
        Assert.Equal("right", rows[0]["side"]);
        Assert.Equal(3.7, double.Parse(rows[0]["distance_km"], CultureInfo.InvariantCulture), 1);
        Assert.Equal("met", rows[0]["breach"]);
        Assert.Equal("notMet", rows[2]["breach"]);
    }

    [Fact]
    public void A_row_that_was_corrected_or_lies_before_the_life_is_kept_and_is_not_judged()
    {
        using var small = new SmallCase();
        small.Write("incidents.csv", Rich);
        small.Backtest(Life, "--out", "out", "--export", "csv");
        var outside = Table(small, "out/judged.csv").Where(row => row["in_record"] == "no").ToList();
        Assert.Equal(["2", "8"], outside.Select(row => row["id"]));
        Assert.All(outside, row => Assert.Equal("", row["breach"] + row["zone_buffer"]));
    }

    [Theory]
    [InlineData("judged.gpkg", "incidents", "incident_areas", "lines", "zones", "sectors")]
    [InlineData("judged.geojson", "incidents")]
    [InlineData("judged.csv", "judged")]
    public void Ogrinfo_reads_every_layer(string file, params string[] layers)
    {
        using var small = new SmallCase();
        small.Write("incidents.csv", Rich);
        small.Backtest(Life, "--out", "out", "--export", All);
        var said = Ogrinfo(small, "-so", "-al", $"out/{file}");
        Assert.All(layers, layer => Assert.Contains($"Layer name: {layer}\n", said, StringComparison.Ordinal));
        Assert.Contains("Feature Count: 8", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", said, StringComparison.Ordinal);
        Assert.DoesNotContain("ERROR", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Areas_are_valid_polygons_and_sectors_are_pieces_of_the_line()
    {
        using var small = new SmallCase();
        small.Write("incidents.csv", Rich);
        small.Backtest(Life, "--out", "out", "--export", "gpkg");
        var areas = Ogrinfo(small, "-al", "out/judged.gpkg", "-sql", "SELECT id, geom FROM incident_areas");
        Assert.Equal(
            ["MULTIPOLYGON", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "POLYGON"],
            areas
                .Split('\n')
                .Select(line => line.Trim().Split(' ')[0])
                .Where(word => word.Length > 3 && word.All(char.IsUpper) && word != "INFO:")
                .Where(word => word.EndsWith("POLYGON", StringComparison.Ordinal) || word == "GEOMETRYCOLLECTION")
        );
        var sectors = Ogrinfo(small, "-so", "out/judged.gpkg", "sectors");
        Assert.Contains("Feature Count: 3", sectors, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_say_they_are_synthetic_are_told_in_the_layers_description()
    {
        using var small = new SmallCase();
        small.Write("incidents.csv", Rich);
        small.Backtest(Life, "--out", "out", "--export", "geojson");
        using var collection = JsonDocument.Parse(File.ReadAllText(small.PathOf("out/judged.geojson")));
        var description = collection.RootElement.GetProperty("description").GetString();
        Assert.Contains("1 rows are synthetic", description, StringComparison.Ordinal);
        var second = collection.RootElement.GetProperty("features")[1];
        Assert.Equal(2.5, second.GetProperty("properties").GetProperty("radius_km").GetDouble());
        Assert.Equal(
            JsonValueKind.Null,
            collection.RootElement.GetProperty("features")[2].GetProperty("geometry").ValueKind
        );
    }

    [Fact]
    public void The_same_run_twice_exports_the_same_bytes()
    {
        using var small = new SmallCase();
        small.Backtest(Life, "--out", "a", "--export", All);
        small.Backtest(Life, "--out", "b", "--export", All);
        foreach (var file in new[] { "judged.csv", "judged.geojson", "judged.gpkg" })
        {
            Assert.Equal(File.ReadAllBytes(small.PathOf($"a/{file}")), File.ReadAllBytes(small.PathOf($"b/{file}")));
        }
    }

    [Fact]
    public void An_export_of_an_earlier_run_goes_and_a_table_of_the_users_own_stays()
    {
        using var small = new SmallCase();
        var own = File.ReadAllText(small.PathOf("incidents.csv"));
        small.Backtest(Life, "--out", ".", "--export", All);
        Assert.True(File.Exists(small.PathOf("judged.gpkg")));
        small.Backtest(Life, "--out", ".", "--export", "csv");
        Assert.False(File.Exists(small.PathOf("judged.gpkg")));
        Assert.True(File.Exists(small.PathOf("judged.csv")));
        Assert.Equal(own, File.ReadAllText(small.PathOf("incidents.csv")));
    }

    [Theory]
    [InlineData("did you mean 'geojson'", "--out", "out", "--export", "csv,geojsn")]
    [InlineData("Write --out DIR beside it", "--export", "csv")]
    public void An_export_that_cannot_be_made_is_said_before_anything_is_read(string said, params string[] arguments)
    {
        using var small = new SmallCase();
        var outcome = small.Backtest(arguments);
        Assert.Equal(2, outcome.Status);
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(small.Added());
    }

    private static JsonDocument Summary(SmallCase small, string folder) =>
        JsonDocument.Parse(File.ReadAllText(small.PathOf($"{folder}/summary.json")));

    private static string Grades(JsonDocument summary, string view) =>
        $"{summary.RootElement.GetProperty("views").GetProperty(view).GetProperty("grades")}";

    private static IEnumerable<string> Arisings(JsonDocument summary) =>
        summary
            .RootElement.GetProperty("grades")
            .EnumerateArray()
            .Select(grade =>
                $"{grade.GetProperty("name")} {grade.GetProperty("arose")} {grade.GetProperty("daysMet")} {grade.GetProperty("undetermined")}"
            );

    /// <summary>The rows by column, without what depends on where they were read from or on assumptions.</summary>
    private static List<Dictionary<string, string>> Table(SmallCase small, string file)
    {
        var lines = File.ReadAllLines(small.PathOf(file)).Select(Cells).ToList();
        return
        [
            .. lines
                .Skip(1)
                .Select(cells =>
                    lines[0].Zip(cells).Where(cell => cell.First is not ("file" or "assumed")).ToDictionary()
                ),
        ];
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string> { "" };
        var isQuoted = false;
        foreach (var letter in line)
        {
            isQuoted ^= letter == '"';
            if (letter == ',' && !isQuoted)
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += letter;
            }
        }
        return cells;
    }

    /// <summary>gdal-bin's own reader; where it is not installed the test is left out, and says so.</summary>
    private static string Ogrinfo(SmallCase small, params string[] arguments)
    {
        var start = new ProcessStartInfo("ogrinfo", arguments)
        {
            WorkingDirectory = small.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return said + errors.GetAwaiter().GetResult();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("ogrinfo is not installed (Debian: apt-get install gdal-bin)");
            return "";
        }
    }
}
