using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Casus.Data.Incidents;
using Casus.Data.Tables;
using CsCheck;
using Xunit;
using IncidentRow = Casus.Core.Facts.IncidentRow;

namespace Casus.Tests.Data;

public class JsonLinesTests
{
    private static readonly string[] Columns =
    [
        "occurred_from",
        "occurred_to",
        "conduct",
        "latitude",
        "longitude",
        "count",
        "count_max",
        "party",
        "source",
        "bearing_deg",
    ];

    private static readonly string[][] Values =
    [
        ["2025-01-10", "2025-01-10T10:00:00Z", "2025-01-10T10:00:00", "no"],
        ["", "2025-01-11", "2025-01-09"],
        ["mortar", "Artillery", "sorcery", ""],
        ["48", "48.5", "91", ""],
        ["38", "38.25", ""],
        ["", "1", "0", "-1", "1.5"],
        ["", "*", "3"],
        ["", "Russia", "Ruß, \"land\"\nzwei"],
        ["", "a,b", "\u0001", " "],
        ["", "N|NNE", "45"],
    ];

    private static readonly Gen<string[][]> Rows = Gen.Int[0, 3]
        .Array[Columns.Length]
        .Select(choices => choices.Select((choice, i) => Values[i][choice % Values[i].Length]).ToArray())
        .Array[1, 12];

    [Fact]
    public void The_same_rows_read_the_same_from_csv_and_from_json_lines()
    {
        Rows.Sample(rows =>
        {
            // A control character ends a CSV and is escaped in JSON: the same only without.
            var clean = rows.Select(row =>
                    row.Select(value => value.Replace("\u0001", "x", StringComparison.Ordinal)).ToArray()
                )
                .ToArray();
            var csv = Read(Csv(clean));
            var json = Read(JsonLines(clean));
            Assert.Empty(csv.Problems);
            Assert.Empty(json.Problems);
            Assert.Equal(csv.Rows.Select(Told), json.Rows.Select(Told));
            Assert.Equal(
                csv.Rejected.Select(row => (row.Id, row.Column, row.Reason)),
                json.Rejected.Select(row => (row.Id, row.Column, row.Reason))
            );
        });
    }

    [Theory]
    [InlineData("{\"conduct\":\"mortar\",\"occurred_from\":\"2025-01-10\"", "not JSON")]
    [InlineData("{\"conduct\":\"mortar\"} x", "not JSON")]
    [InlineData("{\"conduct\":{\"a\":1}}", "holds an object")]
    [InlineData("{\"conduct\":\"mortar\",\"conduct\":\"mortar\"}", "stands twice")]
    [InlineData("{\"conduct\":\"\\ud800\"}", "not JSON")]
    public void A_line_that_is_no_object_is_a_rejected_row(string line, string reason)
    {
        var reading = Tables.Read($"{{\"conduct\":\"mortar\",\"occurred_from\":\"2025-01-10\"}}\n{line}\n");
        Assert.Empty(reading.Problems);
        Assert.Single(reading.Rows);
        var rejected = Assert.Single(reading.Rejected);
        Assert.Equal(2, rejected.Line);
        Assert.Contains(reason, rejected.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_nulls_and_lists_are_read_as_a_csv_would_write_them()
    {
        var row = Assert.Single(
            Tables
                .Read(
                    """
                    {"id":5,"conduct":"mortar","occurred_from":"2025-01-10","party":null,"observer_latitude":48,"observer_longitude":38.5,"bearing_deg":["N",45]}
                    """
                )
                .Rows
        );
        Assert.Equal("5", row.Id);
        Assert.Null(row.Party);
        Assert.Equal([0, 45], row.Place!.Observer!.Arcs.Select(arc => arc.CentreDeg));
    }

    [Fact]
    public void A_column_that_appears_late_is_read_from_there_on()
    {
        var reading = Tables.Read(
            """
            {"conduct":"mortar","occurred_from":"2025-01-10"}
            {"conduct":"mortar","occurred_from":"2025-01-10","party":"Russia","color":1}
            {"conduct":"mortar","occurred_from":"2025-01-10"}
            """
        );
        Assert.Equal([null, "Russia", null], reading.Rows.Select(row => row.Party));
        Assert.Contains("'color' is not used", Assert.Single(reading.Notes), StringComparison.Ordinal);
    }

    private static IncidentReading Read(string text) =>
        new IncidentReader(Tables.Settings).Read([new IncidentSource(TableInput.OfText("t", text))]);

    private static string Csv(string[][] rows)
    {
        var text = new StringBuilder(string.Join(',', Columns)).Append('\n');
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(value => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
                .Append('\n');
        }
        return text.ToString();
    }

    private static string JsonLines(string[][] rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var line = new JsonObject();
            for (var i = 0; i < row.Length; i++)
            {
                line[Columns[i]] = row[i];
            }
            text.Append(line.ToJsonString(JsonSerializerOptions.Default)).Append('\n');
        }
        return text.ToString();
    }

    private static string Told(IncidentRow row)
    {
        var place = row.Place is { } known ? $"{known.Point} {known.Observer is null}" : "nowhere";
        var count = $"{row.Count} {row.CountMin} {row.CountMax}";
        return $"{row.Id} {row.Occurred} {row.KnownAt} {place} {row.Conduct} {count} {row.Party} {row.Source}";
    }
}
