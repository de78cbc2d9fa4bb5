using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Geography;
using Xunit;

namespace Casus.Tests.Geography;

/// <summary>The published corner cases of places, and what S4, S5 and S14 say of each kind of area.</summary>
public class LocatorTests
{
    private static readonly Area Buffer = new Area.WithinOfLine(0, 15_000);

    private static readonly Agreement Published = TestAgreement.With(
        TestAgreement.StraightLine,
        40_000,
        ("Buffer", Buffer),
        ("Far", new Area.BeyondLine(0, 50_000)),
        ("West", new Area.SideOfLine(0, true)),
        ("East", new Area.SideOfLine(0, false)),
        ("Named", new Area.Named("Donetsk district"))
    );

    private static Location Locate(Place? place, string? originSide = null) =>
        new Locator(Published).Locate(place, originSide);

    private static Place At(double latitude, double longitude, double radiusKm = 0) =>
        new() { Point = new GeoPoint(latitude, longitude), RadiusKm = radiusKm };

    private static Place Heard(
        double bearing,
        double least,
        double? most,
        GeoPoint? from = null,
        double spread = 11.25
    ) =>
        new()
        {
            Observer = new ObserverSector(from ?? new GeoPoint(48.15, 38.134), [new Arc(bearing, spread)], least, most),
        };

    [Fact]
    public void A_place_unknown_is_undetermined_everywhere()
    {
        foreach (var place in new[] { null, new Place(), Heard(90, 0, null) })
        {
            var found = Locate(place);
            Assert.All(found.Zones, verdict => Assert.Equal(Verdict.Undetermined, verdict));
            Assert.True(found.Sectors.IsDefault);
            Assert.Equal([Verdict.Undetermined], found.Left);
            Assert.Null(found.DistanceMetres[0]);
            Assert.False(found.Contradicts);
        }
    }

    [Theory]
    [InlineData(48.1, 38.15, 3, Verdict.Met)]
    [InlineData(48.1, 38.15, 5, Verdict.Undetermined)]
    [InlineData(48.1, 38.28, 5, Verdict.NotMet)]
    [InlineData(48.1, 38.28, 7, Verdict.Undetermined)]
    [InlineData(48.5, 38.0, 25, Verdict.Undetermined)]
    [InlineData(48.955, 38.0, 0, Verdict.Met)]
    [InlineData(47.82, 38.0, 0, Verdict.NotMet)]
    [InlineData(48.4, 38.2, 0, Verdict.Met)]
    [InlineData(48.4, 38.2, 5, Verdict.Undetermined)]
    public void A_disc_is_judged_against_the_buffer(
        double latitude,
        double longitude,
        double radiusKm,
        Verdict expected
    ) => Assert.Equal(expected, Locate(At(latitude, longitude, radiusKm)).Zones[0]);

    [Theory]
    [InlineData(48.3588, 38.02, 0, new[] { 1 })]
    [InlineData(48.3606, 38.02, 0, new[] { 2 })]
    [InlineData(48.89, 38.02, 0, new[] { 3 })]
    [InlineData(47.955, 38.0, 0, new[] { 1 })]
    [InlineData(48.95, 38.05, 0, new[] { 3 })]
    [InlineData(48.3597, 38.05, 3, new[] { 1, 2 })]
    [InlineData(48.5, 38.0, 25, new[] { 1, 2, 3 })]
    public void Possible_sectors_are_those_of_the_probes(
        double latitude,
        double longitude,
        double radiusKm,
        int[] expected
    ) => Assert.Equal(expected, Locate(At(latitude, longitude, radiusKm)).Sectors);

    [Theory]
    [InlineData(90, 1, 4, Verdict.Met)]
    [InlineData(90, 7, 10, Verdict.NotMet)]
    [InlineData(270, 2, 6, Verdict.Met)]
    [InlineData(90, 4, 7, Verdict.Undetermined)]
    public void What_an_observer_heard_is_judged_by_its_probes(
        double bearing,
        double least,
        double most,
        Verdict expected
    )
    {
        var found = Locate(Heard(bearing, least, most));
        Assert.Equal(expected, found.Zones[0]);
        Assert.Equal([1], found.Sectors);
    }

    [Theory]
    [InlineData(38.2, 0, Verdict.NotMet)]
    [InlineData(39.0, 0, Verdict.Met)]
    [InlineData(38.5, 40, Verdict.Undetermined)]
    public void At_least_a_distance_is_the_other_way_round(double longitude, double radiusKm, Verdict expected) =>
        Assert.Equal(expected, Locate(At(48.4, longitude, radiusKm)).Zones[1]);

    [Fact]
    public void Distances_are_whole_metres_and_the_limit_belongs_to_the_zone()
    {
        var at = new GeoPoint(48.4, 38.2);
        int metres = Locate(At(48.4, 38.2)).DistanceMetres[0]!.Value;
        Assert.InRange(metres, 14_700, 14_900);
        foreach (int limit in new[] { metres - 1, metres, metres + 1 })
        {
            var agreement = TestAgreement.With(
                TestAgreement.StraightLine,
                40_000,
                ("Within", new Area.WithinOfLine(0, limit)),
                ("Beyond", new Area.BeyondLine(0, limit))
            );
            var found = new Locator(agreement).Locate(new Place { Point = at }, null);
            Assert.Equal(VerdictLogic.Of(metres <= limit), found.Zones[0]);
            Assert.Equal(VerdictLogic.Of(metres >= limit), found.Zones[1]);
        }
    }

    [Theory]
    [InlineData(48.4, 37.9, 0, Verdict.Met)]
    [InlineData(48.4, 38.1, 0, Verdict.NotMet)]
    [InlineData(48.4, 38.0, 0, Verdict.Undetermined)]
    [InlineData(48.4, 37.9, 8, Verdict.Undetermined)]
    [InlineData(48.4, 37.9, 7, Verdict.Met)]
    [InlineData(49.5, 37.9, 0, Verdict.Met)]
    [InlineData(49.5, 38.1, 6, Verdict.NotMet)]
    [InlineData(49.5, 38.1, 9, Verdict.Undetermined)]
    [InlineData(49.5, 38.0, 0, Verdict.Undetermined)]
    public void The_side_is_sure_only_for_a_region_wholly_on_it(
        double latitude,
        double longitude,
        double radiusKm,
        Verdict left
    )
    {
        var found = Locate(At(latitude, longitude, radiusKm));
        Assert.Equal([left], found.Left);
        Assert.Equal(left, found.Zones[2]);
        Assert.Equal(left.Not(), found.Zones[3]);
    }

    [Theory]
    [InlineData("Ukraine", Verdict.Met)]
    [InlineData("RUSSIA", Verdict.NotMet)]
    [InlineData("left", Verdict.Met)]
    [InlineData(" Right ", Verdict.NotMet)]
    [InlineData("west", Verdict.Met)]
    [InlineData("elsewhere", Verdict.Undetermined)]
    [InlineData(null, Verdict.Undetermined)]
    public void Where_fire_came_from_is_what_the_row_states(string? side, Verdict left)
    {
        Assert.Equal([left], Locate(At(48.4, 37.9), side).OriginLeft);
        Assert.Equal([left], Locate(null, side).OriginLeft);
    }

    [Fact]
    public void A_stated_side_decides_only_what_the_geometry_leaves_open()
    {
        var straddling = At(48.4, 38.0, 3) with { LineSide = "Ukraine" };
        Assert.Equal(Verdict.Met, Locate(straddling).Zones[2]);
        Assert.Equal(Verdict.NotMet, Locate(straddling).Zones[3]);
        Assert.Equal([Verdict.Met], Locate(new Place { LineSide = "left" }).Left);
        Assert.Equal(Verdict.NotMet, Locate(At(48.4, 38.1) with { LineSide = "Ukraine" }).Zones[2]);
    }

    [Fact]
    public void A_district_is_met_in_the_area_of_its_name_alone()
    {
        var named = new Place { District = "donetsk DISTRICT" };
        Assert.Equal(Verdict.Met, Locate(named).Zones[4]);
        Assert.Equal(Verdict.Undetermined, Locate(named).Zones[0]);
        Assert.Equal(Verdict.Undetermined, Locate(new Place { District = "Luhansk" }).Zones[4]);
        Assert.Equal(Verdict.Met, Locate(new Place { District = "buffer" }).Zones[0]);
    }

    [Fact]
    public void Point_and_observer_decide_together_and_may_contradict()
    {
        var wide = At(48.15, 38.134, 30) with { Observer = Heard(90, 1, 4).Observer };
        Assert.Equal(Verdict.Met, Locate(wide).Zones[0]);
        Assert.Equal([1], Locate(wide).Sectors);
        Assert.False(Locate(wide).Contradicts);

        var outside = At(48.15, 38.3) with { Observer = Heard(90, 1, 4).Observer };
        Assert.True(Locate(outside).Contradicts);

        var apart = At(48.25, 38.1, 1) with { Observer = Heard(90, 1, 4).Observer };
        Assert.True(Locate(apart).Contradicts);
        Assert.True(Locate(At(48.15, 38.134) with { Observer = Heard(90, 1, 4).Observer }).Contradicts);

        var onTheBearing = Geodesic.Direct(new GeoPoint(48.15, 38.134), 90, 3_000).Point;
        var sharp = new Place { Point = onTheBearing, Observer = Heard(90, 1, 4, spread: 0).Observer };
        Assert.False(Locate(sharp).Contradicts);
    }

    [Fact]
    public void Unions_and_differences_follow_the_logic_of_three_values()
    {
        var strip = new Area.Difference(Buffer, new Area.WithinOfLine(0, 5_000));
        var either = new Area.Union([new Area.WithinOfLine(0, 5_000), new Area.Named("Donetsk district")]);
        var agreement = TestAgreement.With(TestAgreement.StraightLine, 40_000, ("Strip", strip), ("Either", either));
        var locator = new Locator(agreement);
        Assert.Equal(Verdict.Met, locator.Locate(At(48.4, 38.13, 2), null).Zones[0]);
        Assert.Equal(Verdict.NotMet, locator.Locate(At(48.4, 38.03, 2), null).Zones[0]);
        Assert.Equal(Verdict.Undetermined, locator.Locate(At(48.4, 38.07, 2), null).Zones[0]);
        Assert.Equal(Verdict.Met, locator.Locate(At(48.4, 38.03, 2), null).Zones[1]);
        Assert.Equal(Verdict.Undetermined, locator.Locate(At(48.4, 38.3, 2), null).Zones[1]);
        Assert.Equal(Verdict.Met, locator.Locate(At(48.4, 38.3) with { District = "Donetsk district" }, null).Zones[1]);
    }

    [Fact]
    public void A_line_without_geometry_leaves_everything_undetermined()
    {
        var agreement = TestAgreement.With(TestAgreement.StraightLine, 40_000, ("Buffer", Buffer)) with
        {
            Lines = [new DatumLine("Line of contact", null, null, true, [])],
            Sectors = new SectorScheme(0, 40_000, 0),
        };
        var found = new Locator(agreement).Locate(At(48.4, 38.1), "left");
        Assert.Equal([Verdict.Undetermined], found.Zones);
        Assert.Equal([Verdict.Undetermined], found.Left);
        Assert.Equal([Verdict.Met], found.OriginLeft);
        Assert.True(found.Sectors.IsDefault);
        Assert.Equal([(int?)null], found.DistanceMetres);
    }

    [Fact]
    public void A_place_surely_outside_the_buffer_has_no_sector()
    {
        var agreement = TestAgreement.With(TestAgreement.StraightLine, 40_000, ("Buffer", Buffer));
        Assert.Empty(new Locator(agreement).Locate(At(48.1, 38.28), null).Sectors);
        Assert.Empty(new ExactLocator(agreement).Locate(At(48.1, 38.28), null).Sectors);
        Assert.Equal([1], new Locator(agreement).Locate(At(48.1, 38.28, radiusKm: 7), null).Sectors);
    }

    [Fact]
    public void Without_a_buffer_sectors_reach_as_far_as_one_goes()
    {
        var agreement = TestAgreement.With(TestAgreement.StraightLine, 40_000, ("West", new Area.SideOfLine(0, true)));
        Assert.Equal([1], new Locator(agreement).Locate(At(48.1, 38.28), null).Sectors);
    }
}
