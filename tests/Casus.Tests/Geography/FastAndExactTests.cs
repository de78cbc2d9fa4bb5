using System.Collections.Immutable;
using System.Globalization;
using Casus.Core.Facts;
using Casus.Core.Geography;
using CsCheck;
using Xunit;

namespace Casus.Tests.Geography;

/// <summary>The fast path may differ from the exact judgement in nothing, and its bounds must hold.</summary>
public class FastAndExactTests
{
    private static readonly long Iterations = long.TryParse(
        Environment.GetEnvironmentVariable("CASUS_GEOGRAPHY_ITERATIONS"),
        CultureInfo.InvariantCulture,
        out long told
    )
        ? told
        : 60;

    [Fact]
    public void The_fast_locator_answers_as_the_exact_one() =>
        GeneratedPlaces
            .Line.SelectMany(line =>
                Gen.Select(
                    Gen.Const(line),
                    Gen.Int[1_000, 50_000],
                    Gen.Int[500, 60_000],
                    GeneratedPlaces.Place(line).Array[4, 12]
                )
            )
            .Sample(
                (line, sector, depth, places) =>
                {
                    var agreement = GeneratedPlaces.Agreement(line, sector, depth);
                    var fast = new Locator(agreement);
                    var exact = new ExactLocator(agreement);
                    foreach (var place in places)
                    {
                        Assert.Equal(Written(exact.Locate(place, "left")), Written(fast.Locate(place, "left")));
                    }
                },
                iter: Iterations
            );

    [Fact]
    public void A_place_at_the_limit_of_a_zone_is_judged_as_exactly_as_elsewhere() =>
        GeneratedPlaces
            .Line.SelectMany(line => Gen.Select(Gen.Const(line), GeneratedPlaces.Near(line)))
            .Sample(
                (line, point) =>
                {
                    double distance = new GeodesicPolyline(line).NearestExact(point).DistanceMetres;
                    int metres = Geodesic.Whole(distance);
                    var agreement = GeneratedPlaces.Agreement(line, 7_000, Math.Max(1, metres));
                    var found = new Locator(agreement).Locate(new Place { Point = point }, null);
                    Assert.Equal(metres, found.DistanceMetres[0]);
                    Assert.Equal(Casus.Core.Conditions.Verdict.Met, found.Zones[0]);
                },
                iter: Iterations * 3
            );

    /// <summary>
    /// North, east and south again: within half a metre of the middle both arms are as near to the metre, and the first
    /// counts.
    /// </summary>
    [Fact]
    public void A_place_midway_between_two_arms_of_a_line_is_of_the_first_as_exactly() =>
        Gen.Select(Gen.Double[-60, 60], Gen.Double[-1, 1], Gen.Double[0, 9_000], Gen.Double[0, 3])
            .Sample(
                (latitude, offMiddle, up, radiusKm) =>
                {
                    var start = new GeoPoint(latitude, 38);
                    var corner = Geodesic.Direct(start, 0, 20_000).Point;
                    var across = Geodesic.Direct(corner, 90, 8_000).Point;
                    var agreement = GeneratedPlaces.Agreement(
                        [start, corner, across, Geodesic.Direct(across, 180, 20_000).Point],
                        1_000,
                        9_000
                    );
                    var point = Geodesic.Direct(Geodesic.Direct(start, 0, up).Point, 90, 4_000 + offMiddle).Point;
                    foreach (double km in new[] { 0, radiusKm })
                    {
                        var place = new Place { Point = point, RadiusKm = km };
                        var expected = Written(new ExactLocator(agreement).Locate(place, null));
                        Assert.Equal(expected, Written(new Locator(agreement).Locate(place, null)));
                    }
                },
                iter: Iterations * 5
            );

    [Fact]
    public void The_estimated_distance_is_as_near_as_it_says() =>
        GeneratedPlaces
            .Line.SelectMany(line => Gen.Select(Gen.Const(line), GeneratedPlaces.Near(line).Array[20]))
            .Sample(
                (line, points) =>
                {
                    var drawn = new GeodesicPolyline(line);
                    var fast = new FastLine(drawn);
                    foreach (var point in points)
                    {
                        var estimate = fast.Estimate(EarthVector.Of(point), 0);
                        if (estimate.IsUsable)
                        {
                            var exact = drawn.NearestExact(point);
                            double error = Math.Abs(estimate.Metres - exact.DistanceMetres);
                            Assert.InRange(error, 0, estimate.ErrorMetres);
                            var stretch = fast.Within(EarthVector.Of(point), estimate.TieRadius, estimate);
                            if (stretch.HasOneFoot)
                            {
                                double along = Math.Abs(estimate.ChainageMetres - exact.ChainageMetres);
                                Assert.InRange(along, 0, estimate.ChainageErrorMetres);
                            }
                            if (estimate.Metres <= 100_000)
                            {
                                Assert.InRange(estimate.ErrorMetres, 0, 0.02);
                            }
                        }
                    }
                },
                iter: Iterations
            );

    [Fact]
    public void Probes_in_space_are_as_near_as_they_say() =>
        Gen.Select(Gen.Double[-89, 89], Gen.Double[-180, 180], Gen.Double[-400, 400], Gen.Double[0, 90_000])
            .Sample(
                (latitude, longitude, bearing, metres) =>
                {
                    var frame = new ProbeFrame(new GeoPoint(latitude, longitude));
                    var probe = new Probe(bearing, metres);
                    var (place, error) = frame.At(probe);
                    double off = (place - EarthVector.Of(frame.Exact(probe))).Length;
                    Assert.InRange(off, 0, error + 1e-6);
                },
                iter: 20_000
            );

    private static string Written(Location location) =>
        string.Join(
            "; ",
            Listed(location.Zones),
            location.Sectors.IsDefault ? "unknown" : Listed(location.Sectors),
            Listed(location.Left),
            Listed(location.OriginLeft),
            Listed(location.DistanceMetres),
            location.Contradicts
        );

    private static string Listed<T>(ImmutableArray<T> values) => string.Join(",", values);
}
