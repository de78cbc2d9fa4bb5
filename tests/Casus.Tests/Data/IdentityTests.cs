using Casus.Data.Incidents;
using Casus.Data.Tables;
using Xunit;

namespace Casus.Tests.Data;

public class IdentityTests
{
    private const string Header = "id,occurred_from,conduct,supersedes\n";

    private static IncidentReading Read(params (string Name, string Rows)[] files) =>
        new IncidentReader(Tables.Settings).Read([
            .. files.Select(file => new IncidentSource(TableInput.OfText(file.Name, Header + file.Rows))),
        ]);

    [Fact]
    public void A_row_without_an_id_goes_by_its_number()
    {
        var reading = Read(("a.csv", ",2025-01-10,mortar,\n,2025-01-10,mortar,\nx,2025-01-10,mortar,\n"));
        Assert.Equal(["1", "2", "x"], reading.Rows.Select(row => row.Id));
        Assert.Equal([2, 3, 4], reading.Rows.Select(row => row.Line));
    }

    [Theory]
    [InlineData("1,2025-01-10,mortar,\n1,2025-01-11,mortar,\n", "id '1' is on lines 2 and 3 (rows 1 and 2)")]
    [InlineData("1,x,mortar,\n1,2025-01-11,mortar,\n", "id '1' is on lines 2 and 3 (rows 1 and 2)")]
    [InlineData("a,2025-01-10,mortar,\n,2025-01-10,mortar,\n2,2025-01-11,mortar,\n", "id '2' is on lines 3 and 4")]
    [InlineData(",2025-01-10,mortar,\n1,2025-01-11,mortar,\n", "id '1' is on rows 1 and 2")]
    public void An_id_that_stands_twice_is_an_error_that_names_both(string rows, string what) =>
        Assert.StartsWith(what, Assert.Single(Read(("a.csv", rows)).Problems).What, StringComparison.Ordinal);

    [Fact]
    public void Ids_of_several_files_carry_the_file_and_corrections_follow()
    {
        var reading = Read(
            ("in/a.csv", "1,2025-01-10,mortar,\n2,2025-01-10,mortar,1\n"),
            ("in/b.csv", "1,2025-01-10,mortar,a.csv:2\n2,2025-01-10,mortar,\n")
        );
        Assert.Empty(reading.Problems);
        Assert.Equal(["a.csv:1", "a.csv:2", "b.csv:1", "b.csv:2"], reading.Rows.Select(row => row.Id));
        Assert.Equal([null, "a.csv:1", "a.csv:2", null], reading.Rows.Select(row => row.Supersedes));
        Assert.Equal([0, 1, 2, 3], reading.Rows.Select(row => row.Ordinal));
    }

    [Fact]
    public void Files_of_one_name_are_told_apart_by_their_folders() =>
        Assert.Equal(
            ["x/a.csv:1", "y/a.csv:1"],
            Read(("x/a.csv", "1,2025-01-10,mortar,\n"), ("y/a.csv", "1,2025-01-10,mortar,\n"))
                .Rows.Select(row => row.Id)
        );

    [Fact]
    public void A_row_does_not_correct_itself() =>
        Assert.Equal("supersedes", Assert.Single(Read(("a.csv", "1,2025-01-10,mortar,1\n")).Rejected).Column);

    [Fact]
    public void Each_fault_of_the_corner_case_is_named_and_the_good_row_stays()
    {
        const string Table = """
            id,occurred_from,occurred_to,conduct,latitude,longitude,count,known_at
            ok,2025-01-10T10:00:00+02:00,,mortar,48.1,38.05,,
            lat,2025-01-10T10:00:00+02:00,,mortar,91,38,,
            end,2025-01-10T10:00:00+02:00,2025-01-10T09:00:00+02:00,mortar,48.1,38.05,,
            neg,2025-01-10T10:00:00+02:00,,mortar,48.1,38.05,-1,
            off,2025-01-10T10:00:00,,mortar,48.1,38.05,,
            early,2025-01-10T10:00:00+02:00,,mortar,48.1,38.05,,2025-01-09T10:00:00+02:00
            con,2025-01-10T10:00:00+02:00,,sorcery,48.1,38.05,,
            half,2025-01-10T10:00:00+02:00,,mortar,48,,,
            """;
        var reading = Tables.Read(Table);
        Assert.Equal("ok", Assert.Single(reading.Rows).Id);
        Assert.Equal(
            ["latitude", "occurred_to", "count", "occurred_from", "known_at", "conduct", "latitude"],
            reading.Rejected.Select(row => row.Column)
        );
        Assert.Equal(["lat", "end", "neg", "off", "early", "con", "half"], reading.Rejected.Select(row => row.Id));
        Assert.False(reading.TooManyRejected);
    }
}
