using Casus.Data.Assumptions;
using Casus.Data.Incidents;
using Xunit;

namespace Casus.Tests.Data;

public class AssumptionTests
{
    private const string Columns = "id,occurred_from,conduct,latitude,longitude,party,verified_by,count";

    private static IncidentReading Read(string rows, params string[] assumptions) =>
        Tables.Read(
            $"{Columns}\n{rows}\n",
            Tables.Settings with
            {
                Assumptions = [.. assumptions.Select(Tables.Assume)],
                Locate = (place, _) =>
                    place?.Point is { } point
                        ? (point.Longitude < 38 ? "left" : "right", (int)point.Latitude)
                        : (null, null),
            }
        );

    [Fact]
    public void An_absent_column_is_filled_and_a_stated_one_is_not()
    {
        var reading = Read("1,2025-01-10,mortar,48,37,,,\n2,2025-01-10,mortar,48,37,Ukraine,,", "party=Russia");
        Assert.Equal(["Russia", "Ukraine"], reading.Rows.Select(row => row.Party!));
        Assert.Equal(["party"], reading.Rows[0].Assumed);
        Assert.Empty(reading.Rows[1].Assumed);
    }

    [Fact]
    public void Defaults_follow_from_what_is_assumed()
    {
        var row = Assert.Single(Read("1,2025-01-10,mortar,48,37,,,", "verified_by=Commission").Rows);
        Assert.Equal(row.KnownAt, Assert.Single(row.Findings).At);
    }

    [Theory]
    [InlineData("party=Russia:side=left", true, false)]
    [InlineData("party=Russia:side!=left", false, true)]
    [InlineData("party=Russia:sector=48", true, false)]
    [InlineData("party=Russia:conduct=MORTAR", true, false)]
    [InlineData("party=Russia:conduct=mortar,side=right", false, false)]
    [InlineData("party=Russia:conduct!=mortar and side=right", false, true)]
    [InlineData("party=Russia:count=", true, false)]
    [InlineData("party=Russia:count=3.0", false, true)]
    [InlineData("party=Russia:verified_by!=Commission", true, true)]
    public void Conditions_choose_rows(string assumption, bool first, bool second)
    {
        var rows = Read("1,2025-01-10,mortar,48,37,,,\n2,2025-01-10,artillery,49,39,,,3", assumption).Rows;
        Assert.Equal([first, second], rows.Select(row => row.Party == "Russia"));
    }

    [Theory]
    [InlineData("side=left")]
    [InlineData("side!=left")]
    public void What_lies_on_no_known_side_meets_no_condition_on_it(string condition) =>
        Assert.Null(Assert.Single(Read("1,2025-01-10,mortar,,,,,", $"party=Russia:{condition}").Rows).Party);

    [Fact]
    public void A_later_assumption_sees_what_an_earlier_one_filled()
    {
        var row = Assert.Single(
            Read("1,2025-01-10,mortar,48,37,,,", "party=Russia:side=left", "against=Ukraine:party=Russia").Rows
        );
        Assert.Equal("Ukraine", row.Against);
        Assert.Equal(["party", "against"], row.Assumed);
    }

    [Fact]
    public void A_missing_required_column_may_be_assumed()
    {
        var settings = Tables.Settings with { Assumptions = [Tables.Assume("conduct=attack")] };
        var reading = Tables.Read("occurred_from\n2025-01-10\n", settings);
        Assert.Equal("attack", Assert.Single(reading.Rows).Conduct);
    }

    [Fact]
    public void A_value_may_be_a_time_with_colons()
    {
        var assumption = Tables.Assume("verified_at=2025-01-11T10:00:00Z:verified_by=Commission");
        Assert.Equal("2025-01-11T10:00:00Z", assumption.Value);
        Assert.Equal("Commission", Assert.Single(assumption.When).Value);
        Assert.Empty(Tables.Assume("verified_at=2025-01-11T10:00:00+02:00").When);
    }

    [Theory]
    [InlineData("party", "no '='")]
    [InlineData("party=", "no value")]
    [InlineData("prty=Russia", "did you mean 'party'?")]
    [InlineData("party=Russia:siide=left", "did you mean 'side'?")]
    [InlineData("party=Russia:side=left,zone", "has no '='")]
    public void What_cannot_be_read_says_what_to_write(string written, string what)
    {
        Assert.Null(Assumption.Parse(written, out var problem));
        Assert.Contains(what, problem!.What, StringComparison.Ordinal);
    }
}
