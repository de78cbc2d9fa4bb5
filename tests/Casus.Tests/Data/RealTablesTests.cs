using Casus.Data.Incidents;
using Casus.Data.Mappings;
using Casus.Data.Packages;
using Casus.Data.Tables;
using Xunit;
using IncidentRow = Casus.Core.Facts.IncidentRow;
using People = Casus.Core.Facts.People;

namespace Casus.Tests.Data;

public class RealTablesTests
{
    private static IncidentReading Read(string file, string mapping) =>
        new IncidentReader(Tables.Settings).Read([
            new IncidentSource(TableInput.OfFile(file), BuiltInMappings.ByName[mapping]),
        ]);

    private static IncidentReading Clean(string relative, string mapping, int rows)
    {
        var reading = Read(SharedData.FileOrSkip(relative), mapping);
        Assert.Empty(reading.Problems);
        Assert.True(reading.Rejected.IsEmpty, string.Join("\n", reading.Rejected));
        Assert.Equal(rows, reading.Rows.Length);
        return reading;
    }

    [Fact]
    public void Every_event_of_ucdp_is_read()
    {
        var rows = Clean("data/ucdp/ucdp_ged_ukraine_2014_2022_slim.csv", "ucdp", 3077).Rows;
        Assert.All(rows, row => Assert.Null(row.Party));
        Assert.All(rows, row => Assert.Equal("attack", row.Conduct));
        Assert.Equal([1, 5, 25, 75, 250], rows.Select(row => row.Place!.RadiusKm).Distinct().Order());
        Assert.Equal(751, rows.Count(row => row.Place!.RadiusKm == 1));
        Assert.Equal(700, rows.Count(row => row.Place!.RadiusKm == 75));
        // Low 7, best 7, high 6: the bounds hold all three.
        Assert.Equal(new People(6, 7, 7), rows.Single(row => row.Id == "155425").Deaths);
        var first = rows[0];
        Assert.Equal("2014-01-21T22:00:00Z", $"{first.Occurred.From}");
        Assert.Equal("2014-01-22T21:59:59Z", $"{first.Occurred.To}");
        Assert.Equal(first.Occurred.To, first.KnownAt);
    }

    [Fact]
    public void Every_daily_total_of_the_osce_is_read()
    {
        var rows = Clean("data/osce/osce_smm_daily_violations.csv", "osce-violations", 155).Rows;
        var open = Assert.Single(rows, row => row.CountMax == IncidentRow.Unbounded);
        Assert.Equal(("303/2020 Donetsk", 98L), (open.Id, open.CountMin));
        Assert.Equal("Donetsk region", open.Place!.District);
        Assert.Null(open.Place.Point);
        Assert.Equal("2020-07-26T21:00:00Z", $"{rows[0].Occurred.From}");
        Assert.Equal("2020-07-27T16:30:00Z", $"{rows[0].Occurred.To}");
        Assert.Equal("2020-07-28T20:59:59Z", $"{rows[0].KnownAt}");
        Assert.Equal(111, rows[0].Count);
    }

    [Fact]
    public void Every_observation_of_the_osce_is_read()
    {
        var rows = Clean("data/osce/osce_smm_observations_handcoded.csv", "osce-observations", 101).Rows;
        Assert.Equal(3359, rows.Sum(row => row.Count));
        Assert.Equal(75, rows.Count(row => row.Place!.Observer!.DistanceMaxKm is not null));
        Assert.Equal(41, rows.Count(row => row.Conduct == "explosion"));
        var first = rows[0];
        Assert.Equal("mortar", first.Conduct);
        Assert.Equal([0, 22.5, 45, 135], first.Place!.Observer!.Arcs.Select(arc => arc.CentreDeg));
        Assert.All(first.Place.Observer.Arcs, arc => Assert.Equal(11.25, arc.HalfWidthDeg));
        Assert.Equal("2015-07-07T05:40:00Z", $"{first.Occurred.From}");
        Assert.Equal(35, Assert.Single(rows, row => row.CountMax > row.Count).CountMax);
        Assert.Equal(0, Assert.Single(rows, row => row.CountMin == 0).CountMin);
    }

    [Fact]
    public void Every_incident_of_the_osce_is_read()
    {
        var rows = Clean("data/osce/osce_smm_incidents_handcoded.csv", "osce-incidents", 131).Rows;
        Assert.Equal(26, rows.Count(row => row.Conduct == "fire at monitors"));
        Assert.Equal(22, rows.Count(row => row.Conduct == "heavy weapon presence"));
        Assert.Equal(20, rows.Count(row => row.Conduct == "denial of access"));
        Assert.Equal(2, rows.Count(row => row.Deaths is { Best: 1 }));
        Assert.Equal(1, rows.Count(row => row.Injured is { Best: 1 }));
        Assert.Equal(152, rows.Single(row => row.Id == "INC-002").CalibreMm);
        Assert.Equal(48.65, rows.Single(row => row.Id == "INC-001").Place!.Point!.Value.Latitude);
    }

    [Fact]
    public void Explosions_alone_are_a_lower_bound_of_the_violations()
    {
        var file = Path.Combine(SharedData.Root, "data", "osce", "osce_smm_daily_violations.csv");
        var reading = Read(file, "osce-violations");
        var worst = reading.Rows.Single(row => row.Id == "as of 2017-01-31 Donetsk");
        Assert.Equal((10_330L, IncidentRow.Unbounded), (worst.CountMin, worst.CountMax));
    }

    [Fact]
    public void The_package_of_the_repository_brings_mappings_coverage_and_notes()
    {
        var folder = Path.Combine(SharedData.Root, "data", "osce");
        var sources = DataPackage.Open([folder], null, SharedData.Kyiv, out var problem);
        Assert.Null(problem);
        Assert.Equal(
            ["osce-violations", "osce-observations", "osce-incidents"],
            sources.Select(source => source.Mapping!.Name)
        );
        var reading = new IncidentReader(Tables.Settings).Read(sources);
        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Rejected);
        Assert.Equal(reading.Rows.Length, reading.Rows.Select(row => row.Id).Distinct().Count());
        Assert.All(sources, source => Assert.NotEmpty(source.Notes));
        Assert.True(sources[1].Coverage!.Spans.IsEmpty);
        // A span is stated only where both regions have totals.
        var totals = reading.Rows.Where(row => row.File == sources[0].Input.Name).ToList();
        foreach (var span in sources[0].Coverage!.Spans)
        {
            var regions = totals.Where(row => row.Occurred.From == span.Time.From).Select(row => row.Place!.District);
            Assert.Equal(["Donetsk region", "Luhansk region"], regions.Order());
        }
    }
}
