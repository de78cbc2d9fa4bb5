using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Geography;
using CsCheck;
using Xunit;

namespace Casus.Tests.Geography;

public class GeodesicPolylineTests
{
    private static readonly GeodesicPolyline Published = new(TestAgreement.StraightLine);

    /// <summary>North, 4 km east and south again: all that lies midway is equally far from both arms.</summary>
    private static readonly ImmutableArray<GeoPoint> Hairpin = Follow(
        new GeoPoint(48, 38),
        (0, 10_000),
        (90, 4_000),
        (180, 10_000)
    );

    private static ImmutableArray<GeoPoint> Follow(GeoPoint start, params (double Heading, double Metres)[] steps)
    {
        var vertices = ImmutableArray.Create(start);
        foreach (var (heading, metres) in steps)
        {
            vertices = vertices.Add(Geodesic.Direct(vertices[^1], heading, metres).Point);
        }
        return vertices;
    }

    [Fact]
    public void Its_length_is_the_sum_of_its_edges()
    {
        Assert.Equal(MeridianMetres(48, 48.9), Published.LengthMetres, 1e-3);
        Assert.Equal(24_000, new GeodesicPolyline(Hairpin).LengthMetres, 1e-6);
    }

    /// <summary>
    /// The radius of curvature of the meridian, a (1 - e2) / (1 - e2 sin2)^(3/2), summed over a thousand steps.
    /// </summary>
    private static double MeridianMetres(double from, double to) =>
        Enumerable
            .Range(0, 1000)
            .Select(i => Math.Sin((from + (to - from) * (i + 0.5) / 1000) * Math.PI / 180))
            .Sum(sine =>
                6_335_439.32729
                * Math.Pow(1 - 0.00669437999014 * sine * sine, -1.5)
                * (to - from)
                / 1000
                * Math.PI
                / 180
            );

    [Fact]
    public void Vertices_that_repeat_change_nothing()
    {
        var repeated = new GeodesicPolyline([
            .. TestAgreement.StraightLine.SelectMany(vertex => new[] { vertex, vertex }),
        ]);
        Assert.Equal(Published.LengthMetres, repeated.LengthMetres);
        var place = new GeoPoint(48.4, 38.2);
        Assert.Equal(Published.NearestExact(place), repeated.NearestExact(place));
    }

    [Fact]
    public void A_line_of_one_place_is_refused() =>
        Assert.Throws<ArgumentException>(() => new GeodesicPolyline([new(48, 38), new(48, 38)]));

    [Fact]
    public void No_point_of_the_line_is_nearer_than_the_nearest() =>
        GeneratedPlaces
            .Line.SelectMany(line =>
                Gen.Select(Gen.Const(line), GeneratedPlaces.Near(line), Gen.Double[0, 1].Array[20])
            )
            .Sample(
                (line, place, shares) =>
                {
                    var drawn = new GeodesicPolyline(line);
                    var found = drawn.NearestExact(place);
                    foreach (var edge in drawn.Edges)
                    {
                        foreach (double share in shares)
                        {
                            double other = Geodesic.Inverse(place, edge.At(share * edge.Length).Point).DistanceMetres;
                            Assert.True(other >= found.DistanceMetres - 1e-3);
                        }
                    }
                    // And it is a point of the line: the one at its chainage.
                    var holder = drawn.Edges[0];
                    foreach (var edge in drawn.Edges)
                    {
                        holder = edge.Chainage <= found.ChainageMetres ? edge : holder;
                    }
                    var foot = holder.At(found.ChainageMetres - holder.Chainage).Point;
                    Assert.Equal(found.DistanceMetres, Geodesic.Inverse(place, foot).DistanceMetres, 1.0);
                },
                iter: 300
            );

    [Theory]
    [InlineData(1_000)]
    [InlineData(5_000)]
    [InlineData(8_000)]
    public void Of_nearest_points_equal_to_the_metre_the_lowest_chainage_counts(double belowCorner)
    {
        var between = Geodesic.Direct(Geodesic.Direct(Hairpin[0], 0, 10_000 - belowCorner).Point, 90, 2_000).Point;
        var found = new GeodesicPolyline(Hairpin).NearestExact(between);
        Assert.Equal(Math.Min(2_000, belowCorner), found.DistanceMetres, 2.0);
        Assert.Equal(belowCorner < 2_000 ? 12_000 : 10_000 - belowCorner, found.ChainageMetres, 20.0);
    }

    [Theory]
    [InlineData(300, 1_000, LineSide.Left)]
    [InlineData(45, 1_000, LineSide.Left)]
    [InlineData(20, 1_000, LineSide.Left)]
    [InlineData(70, 1_000, LineSide.Left)]
    [InlineData(200, 1_000, LineSide.Left)]
    [InlineData(175, 1_000, LineSide.Right)]
    [InlineData(0, 0, LineSide.On)]
    public void At_a_corner_the_side_is_that_to_which_it_points(double bearing, double metres, LineSide expected)
    {
        // The line turns back sharply to the right: its right side is the narrow wedge between bearings 170 and 180.
        var sharp = Follow(new GeoPoint(48, 38), (0, 10_000), (170, 10_000));
        var place = Geodesic.Direct(sharp[1], bearing, metres).Point;
        Assert.Equal(expected, new GeodesicPolyline(sharp).NearestExact(place).Side);
    }

    [Theory]
    [InlineData(49.5, 37.9, LineSide.Left)]
    [InlineData(49.5, 38.1, LineSide.Right)]
    [InlineData(49.5, 38.0, LineSide.On)]
    [InlineData(47.5, 37.9, LineSide.Left)]
    [InlineData(48.4, 38.0, LineSide.On)]
    public void Beyond_an_end_the_end_edge_goes_on(double latitude, double longitude, LineSide expected) =>
        Assert.Equal(expected, Published.NearestExact(new GeoPoint(latitude, longitude)).Side);

    [Theory]
    [InlineData(40_000, 3)]
    [InlineData(50_000, 3)]
    [InlineData(100_000, 2)]
    [InlineData(200_000, 1)]
    [InlineData(0, 0)]
    public void The_last_sector_is_what_remains(long metres, int expected) =>
        Assert.Equal(expected, Sectors.CountFor(TestAgreement.StraightLine, metres));

    [Fact]
    public void A_line_that_ends_with_a_sector_has_no_empty_one_after_it()
    {
        var line = Follow(new GeoPoint(0, 20), (90, 80_000));
        Assert.Equal(2, Sectors.CountFor(line, 40_000));
        var scheme = new SectorScheme(0, 40_000, 2);
        Assert.Equal([1, 1, 2, 2, 2], new[] { 0, 39_999.4, 39_999.5, 79_999, 80_000 }.Select(scheme.At));
        Assert.Equal(0, Sectors.CountFor([], 40_000));
    }

    [Fact]
    public void A_place_in_a_hole_or_beyond_the_border_is_outside_an_area()
    {
        GeoPoint[] corners = [new(48, 38), new(48, 39), new(49, 39), new(49, 38)];
        GeoPoint[] hole = [new(48.4, 38.4), new(48.4, 38.6), new(48.6, 38.6), new(48.6, 38.4)];
        var agreement = TestAgreement.With(
            TestAgreement.StraightLine,
            40_000,
            (
                "Area",
                new Area.Polygons([
                    [
                        [.. corners],
                        [.. hole],
                    ],
                ])
            )
        );
        foreach (
            var locate in new[]
            {
                new Locator(agreement).Locate,
                (Func<Place?, string?, Location>)new ExactLocator(agreement).Locate,
            }
        )
        {
            Verdict At(double latitude, double longitude, double radiusKm) =>
                locate(new Place { Point = new GeoPoint(latitude, longitude), RadiusKm = radiusKm }, null).Zones[0];

            Assert.Equal(Verdict.Met, At(48.2, 38.5, 0));
            Assert.Equal(Verdict.Met, At(48.2, 38.5, 20));
            Assert.Equal(Verdict.Undetermined, At(48.2, 38.5, 25));
            Assert.Equal(Verdict.NotMet, At(48.5, 38.5, 0));
            Assert.Equal(Verdict.NotMet, At(48.5, 38.5, 7));
            Assert.Equal(Verdict.Undetermined, At(48.5, 38.5, 8));
            Assert.Equal(Verdict.NotMet, At(47.5, 38.5, 0));
            Assert.Equal(Verdict.Met, At(48.3, 38, 0));
            // The southern border is a geodesic: at its middle it runs 139 m north of the parallel.
            Assert.Equal(Verdict.NotMet, At(48.0005, 38.5, 0));
            Assert.Equal(Verdict.Met, At(48.002, 38.5, 0));
        }
    }
}
