using Casus.Core.Time;
using Xunit;
using BodyFinding = Casus.Core.Facts.BodyFinding;
using Confidence = Casus.Core.Facts.Confidence;
using FindingKind = Casus.Core.Facts.FindingKind;
using IncidentRow = Casus.Core.Facts.IncidentRow;
using People = Casus.Core.Facts.People;

namespace Casus.Tests.Data;

public class RowRulesTests
{
    private const string Times = "conduct,occurred_from,occurred_to,known_at";

    [Theory]
    [InlineData("2025-01-10T10:00:00+02:00,,", "2025-01-10T08:00:00Z", "2025-01-10T08:00:00Z", "2025-01-10T08:00:00Z")]
    [InlineData("2025-01-10T08:00:59.999Z,,", "2025-01-10T08:00:59Z", "2025-01-10T08:00:59Z", "2025-01-10T08:00:59Z")]
    [InlineData("1969-12-31T23:59:59.9Z,,", "1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z")]
    [InlineData("2025-01-10 10:00+0200,,", "2025-01-10T08:00:00Z", "2025-01-10T08:00:00Z", "2025-01-10T08:00:00Z")]
    [InlineData("2025-01-10,,", "2025-01-09T22:00:00Z", "2025-01-10T21:59:59Z", "2025-01-10T21:59:59Z")]
    [InlineData("2025-03-30,,", "2025-03-29T22:00:00Z", "2025-03-30T20:59:59Z", "2025-03-30T20:59:59Z")]
    [InlineData("2025-01-10,2025-01-11,", "2025-01-09T22:00:00Z", "2025-01-11T21:59:59Z", "2025-01-11T21:59:59Z")]
    [InlineData("2025-01-10,,2025-01-12", "2025-01-09T22:00:00Z", "2025-01-10T21:59:59Z", "2025-01-12T21:59:59Z")]
    [InlineData(
        "2025-01-10,,2025-01-10T12:00:00Z",
        "2025-01-09T22:00:00Z",
        "2025-01-10T12:00:00Z",
        "2025-01-10T12:00:00Z"
    )]
    [InlineData(
        "2025-01-10T08:00:00Z,2025-01-10,",
        "2025-01-10T08:00:00Z",
        "2025-01-10T21:59:59Z",
        "2025-01-10T21:59:59Z"
    )]
    public void Times_are_intervals_that_end_when_they_are_known(string values, string from, string to, string known)
    {
        var row = Tables.Accepted(Times, $"mortar,{values}");
        Assert.Equal((from, to, known), ($"{row.Occurred.From}", $"{row.Occurred.To}", $"{row.KnownAt}"));
    }

    [Theory]
    [InlineData("2025-01-10T10:00:00,,", "occurred_from", "offset")]
    [InlineData(",2025-01-10,", "occurred_from", "empty")]
    [InlineData("yesterday,,", "occurred_from", "not a date")]
    [InlineData("2025-02-29,,", "occurred_from", "no day")]
    [InlineData("2025-01-10T24:00:00Z,,", "occurred_from", "no time of day")]
    [InlineData("2025-01-10T10:00:00+19:00,,", "occurred_from", "not a date")]
    [InlineData("9999-12-31,,", "occurred_from", "year")]
    [InlineData("2025-01-10,2025-01-09,", "occurred_to", "before the start")]
    [InlineData("2025-01-10,2025-01-11T10:00:00,", "occurred_to", "offset")]
    [InlineData("2025-01-10,,2025-01-09", "known_at", "before it happens")]
    public void A_time_that_cannot_be_is_rejected(string values, string column, string reason)
    {
        var rejected = Tables.Rejected(Times, $"mortar,{values}");
        Assert.Equal((column, 2, "1"), (rejected.Column, rejected.Line, rejected.Id));
        Assert.Contains(reason, rejected.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("latitude,longitude", "91,38", "latitude", "not from -90 to 90")]
    [InlineData("latitude,longitude", "48,181", "longitude", "not from -180 to 180")]
    [InlineData("latitude,longitude", "48,", "latitude", "latitude without longitude")]
    [InlineData("latitude,longitude", ",38", "longitude", "longitude without latitude")]
    [InlineData("latitude,longitude", "NaN,38", "latitude", "not a number")]
    [InlineData("latitude,longitude", "48°,38", "latitude", "not a number")]
    [InlineData("latitude,longitude,radius_km", "48,38,-1", "radius_km", "not from 0")]
    [InlineData("observer_latitude,observer_longitude", "48,", "observer_latitude", "without observer_longitude")]
    [InlineData("observer_latitude,observer_longitude,bearing_deg", "48,38,NNX", "bearing_deg", "'NNX' is no bearing")]
    [InlineData("observer_latitude,observer_longitude,bearing_deg", "48,38,361", "bearing_deg", "'361' is no bearing")]
    [InlineData("distance_min_km,distance_max_km", "3,2", "distance_max_km", "less than distance_min_km")]
    [InlineData("bearing_spread_deg", "181", "bearing_spread_deg", "not from 0 to 180")]
    [InlineData("count", "-1", "count", "negative")]
    [InlineData("count", "1.5", "count", "not a whole number")]
    [InlineData("count", "*", "count", "_max")]
    [InlineData("count,count_min", "5,6", "count_min", "count_min is more than count_max")]
    [InlineData("count,count_max", "5,4", "count_max", "more than count_max")]
    [InlineData("deaths,deaths_max", "5,4", "deaths", "must ascend")]
    [InlineData("deaths", "-2", "deaths", "negative")]
    [InlineData("target", "civilians", "target", "did you mean 'civilian'?")]
    [InlineData("confidence", "certain", "confidence", "not low, moderate or high")]
    [InlineData("calibre_mm", "0", "calibre_mm", "not from 1")]
    [InlineData("verified_by,verified_at", "Commission,2025-01-09", "verified_at", "before the act")]
    [InlineData("verified_by,verified_at", "Commission,soon", "verified_at", "not a date")]
    public void A_value_that_cannot_be_rejects_its_row(string columns, string values, string column, string reason)
    {
        var rejected = Tables.Rejected($"conduct,occurred_from,{columns}", $"mortar,2025-01-10,{values}");
        Assert.Equal(column, rejected.Column);
        Assert.Contains(reason, rejected.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mortars", "mortar")]
    [InlineData("  HEAVY FIRE ", "heavy fire")]
    [InlineData("missile strike", "missile strike")]
    public void Conduct_is_spelled_as_the_taxonomy_has_it(string written, string conduct) =>
        Assert.Equal(conduct, Tables.Accepted("conduct,occurred_from", $"{written},2025-01-10").Conduct);

    [Fact]
    public void Unknown_conduct_is_rejected_with_what_was_probably_meant()
    {
        var rejected = Tables.Rejected("conduct,occurred_from", "mortr,2025-01-10");
        Assert.Equal(("conduct", "mortr"), (rejected.Column, rejected.Value));
        Assert.EndsWith("did you mean 'mortar'?", rejected.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Conduct_that_the_agreement_adds_is_known()
    {
        var taxonomy = Casus.Core.Conduct.ConductTaxonomy.BuiltIn.With("provocation", [("insult", false)]);
        var reading = Tables.Read(
            "conduct,occurred_from\ninsult,2025-01-10\n",
            Tables.Settings with
            {
                Taxonomy = taxonomy,
            }
        );
        Assert.Equal("insult", Assert.Single(reading.Rows).Conduct);
    }

    [Theory]
    [InlineData("", "", "", 1, 1, 1)]
    [InlineData("7", "", "", 7, 7, 7)]
    [InlineData("0", "", "", 0, 0, 0)]
    [InlineData("98", "", "*", 98, 98, IncidentRow.Unbounded)]
    [InlineData("30", "25", "35", 30, 25, 35)]
    [InlineData("", "3", "*", 3, 3, IncidentRow.Unbounded)]
    [InlineData("", "", "*", 1, 1, IncidentRow.Unbounded)]
    [InlineData("", "", "0", 0, 0, 0)]
    public void Counts_default_to_one_and_to_each_other(
        string count,
        string least,
        string most,
        long expected,
        long expectedLeast,
        long expectedMost
    )
    {
        var row = Tables.Accepted(
            "conduct,occurred_from,count,count_min,count_max",
            $"mortar,2025-01-10,{count},{least},{most}"
        );
        Assert.Equal((expected, expectedLeast, expectedMost), (row.Count, row.CountMin, row.CountMax));
    }

    [Theory]
    [InlineData("", "", "", null, null, null)]
    [InlineData("3", "", "", 3, 3, 3)]
    [InlineData("3", "1", "8", 1, 3, 8)]
    [InlineData("3", "", "*", 3, 3, int.MaxValue)]
    [InlineData("", "2", "", 2, 2, int.MaxValue)]
    [InlineData("", "", "4", 0, 0, 4)]
    public void People_have_bounds(string best, string least, string most, int? min, int? figure, int? max)
    {
        var row = Tables.Accepted(
            "conduct,occurred_from,deaths,deaths_min,deaths_max",
            $"mortar,2025-01-10,{best},{least},{most}"
        );
        Assert.Equal(min is null ? null : new People(min.Value, figure!.Value, max!.Value), row.Deaths);
    }

    [Fact]
    public void Bearings_are_names_or_degrees_and_a_spread_stated_is_that_of_all()
    {
        const string Columns =
            "conduct,occurred_from,observer_latitude,observer_longitude,bearing_deg,bearing_spread_deg";
        var row = Tables.Accepted(Columns, "mortar,2025-01-10,48,38,N|nne|45.5|360,");
        Assert.Equal([(0, 11.25), (22.5, 11.25), (45.5, 0), (0, 0)], Arcs(row));
        Assert.Null(row.Place!.Observer!.DistanceMaxKm);
        Assert.Equal([(0, 5), (45.5, 5)], Arcs(Tables.Accepted(Columns, "mortar,2025-01-10,48,38,N|45.5,5")));
        Assert.Empty(Arcs(Tables.Accepted(Columns, "mortar,2025-01-10,48,38,,")));
    }

    private static IEnumerable<(double, double)> Arcs(IncidentRow row) =>
        row.Place!.Observer!.Arcs.Select(arc => (arc.CentreDeg, arc.HalfWidthDeg));

    [Fact]
    public void Findings_are_made_when_the_row_is_known_unless_told()
    {
        const string Columns =
            "conduct,occurred_from,known_at,party,attributed_by,attributed_at,confidence,verified_by,verified_at,rejected_by";
        var row = Tables.Accepted(
            Columns,
            "mortar,2025-01-10T08:00:00Z,2025-01-11T08:00:00Z,Russia,Commission,,Moderate,Mission,2025-01-12,Panel"
        );
        var known = row.KnownAt;
        var day = SharedData.Kyiv.EndOfDay(AgreementCalendar.NumberOf(new NodaTime.LocalDate(2025, 1, 12)));
        Assert.Equal(
            [
                new BodyFinding(FindingKind.Verified, "Mission", day),
                new BodyFinding(FindingKind.Rejected, "Panel", known),
                new BodyFinding(FindingKind.Attributed, "Commission", known, Confidence.Moderate),
            ],
            row.Findings
        );
    }

    [Theory]
    [InlineData("attributed_by", "Commission", "attributed to nobody")]
    [InlineData("confidence", "high", "confidence without attributed_by")]
    [InlineData("verified_at", "2025-01-10", "verified_at without verified_by")]
    [InlineData("distance_max_km", "4", "without an observer")]
    [InlineData("radius_km", "4", "radius_km without a point")]
    public void What_says_nothing_by_itself_is_left_out_and_told(string column, string value, string told)
    {
        var reading = Tables.Read($"conduct,occurred_from,{column}\nmortar,2025-01-10,{value}\n");
        var row = Assert.Single(reading.Rows);
        Assert.Empty(row.Findings);
        Assert.Null(row.Place);
        Assert.Contains(told, Assert.Single(reading.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mission,Ministry", "Ministry")]
    [InlineData("Mission,", "Mission")]
    [InlineData(",", "table.csv")]
    public void The_independence_group_is_the_organisation_else_the_source_else_the_file(string values, string group) =>
        Assert.Equal(
            group,
            Tables.Accepted("conduct,occurred_from,source,organisation", $"mortar,2025-01-10,{values}").Group
        );

    [Fact]
    public void A_point_that_contradicts_the_observer_is_rejected()
    {
        const string Columns =
            "conduct,occurred_from,latitude,longitude,observer_latitude,observer_longitude,distance_max_km";
        var settings = Tables.Settings with { Contradicts = place => place.Observer!.DistanceMaxKm < 10 };
        var reading = Tables.Read(
            $"{Columns}\nmortar,2025-01-10,48,38,48,39,5\nmortar,2025-01-10,48,38,48,39,99\n",
            settings
        );
        Assert.Equal("latitude", Assert.Single(reading.Rejected).Column);
        Assert.Single(reading.Rows);
    }

    [Fact]
    public void Texts_that_repeat_are_one_string()
    {
        var rows = Tables
            .Read("conduct,occurred_from,party\nmortar,2025-01-10,Russia\nmortar,2025-01-10,Russia\n")
            .Rows;
        Assert.Same(rows[0].Party, rows[1].Party);
    }

    [Fact]
    public void A_calibre_is_floored_so_that_at_least_never_holds_for_less() =>
        Assert.Equal(99, Tables.Accepted("conduct,occurred_from,calibre_mm", "mortar,2025-01-10,99.9").CalibreMm);
}
