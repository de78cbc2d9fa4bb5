using Casus.Core.Facts;
using Casus.Core.Geography;
using CsCheck;
using Xunit;

namespace Casus.Tests.Geography;

public class GeodesicTests
{
    // Karney 2013, tables 2, 3 and 4: the worked examples of the paper.
    [Fact]
    public void Direct_gives_the_published_example()
    {
        var (point, azimuth) = Geodesic.Direct(new GeoPoint(40, 0), 30, 10_000_000);
        Assert.Equal(41.79331020506, point.Latitude, 1e-10);
        Assert.Equal(137.84490004377, point.Longitude, 1e-10);
        Assert.Equal(149.09016931807, azimuth, 1e-10);
    }

    [Theory]
    [InlineData(-30.12345, 0, -30.12344, 0.00005, 4.944208, 77.04353354237, 77.04350844913)]
    [InlineData(-30, 0, 29.9, 179.8, 19_989_832.827610, 161.890524736, 18.090737246)]
    public void Inverse_gives_the_published_examples(
        double latitude1,
        double longitude1,
        double latitude2,
        double longitude2,
        double metres,
        double azimuth1,
        double azimuth2
    )
    {
        var found = Geodesic.Inverse(new GeoPoint(latitude1, longitude1), new GeoPoint(latitude2, longitude2));
        Assert.Equal(metres, found.DistanceMetres, 1e-6);
        Assert.Equal(azimuth1, found.AzimuthFrom, 1e-8);
        Assert.Equal(azimuth2, found.AzimuthTo, 1e-8);
    }

    /// <summary>
    /// GDA94 Technical Manual: Flinders Peak to Buninyong, on GRS 80, whose axes are those of WGS 84 to a tenth of a
    /// millimetre.
    /// </summary>
    [Fact]
    public void Inverse_gives_the_Australian_test_line()
    {
        var flindersPeak = new GeoPoint(-(37 + 57 / 60.0 + 3.72030 / 3600), 144 + 25 / 60.0 + 29.52440 / 3600);
        var buninyong = new GeoPoint(-(37 + 39 / 60.0 + 10.15610 / 3600), 143 + 55 / 60.0 + 35.38390 / 3600);
        var found = Geodesic.Inverse(flindersPeak, buninyong);
        Assert.Equal(54_972.271, found.DistanceMetres, 2e-3);
        Assert.Equal(306 + 52 / 60.0 + 5.37 / 3600 - 360, found.AzimuthFrom, 1e-5);
        Assert.Equal(54_972, Geodesic.Metres(flindersPeak, buninyong));
    }

    [Fact]
    public void A_quarter_of_the_meridian_and_of_the_equator_have_their_known_lengths()
    {
        var origin = new GeoPoint(0, 0);
        Assert.Equal(10_001_965.729, Geodesic.Inverse(origin, new GeoPoint(90, 17)).DistanceMetres, 1e-3);
        Assert.Equal(Math.PI / 2 * 6_378_137, Geodesic.Inverse(origin, new GeoPoint(0, 90)).DistanceMetres, 1e-6);
        Assert.Equal(0, Geodesic.Inverse(new GeoPoint(48, 38), new GeoPoint(48, 38)).DistanceMetres);
        Assert.Equal(20_003_931.4586, Geodesic.Inverse(origin, new GeoPoint(0, 180)).DistanceMetres, 1e-3);
    }

    /// <summary>
    /// An independent judge: the free motion of a particle on the ellipsoid, integrated in space by Runge and Kutta.
    /// </summary>
    [Fact]
    public void Direct_agrees_with_the_integrated_equations_of_motion() =>
        Gen.Select(Gen.Double[-85, 85], Gen.Double[-180, 180], Gen.Double[-180, 180], Gen.Double[1, 200_000])
            .Sample(
                (latitude, longitude, azimuth, metres) =>
                {
                    var start = new GeoPoint(latitude, longitude);
                    var expected = FreeParticle.After(start, azimuth, metres);
                    var found = EarthVector.Of(Geodesic.Direct(start, azimuth, metres).Point);
                    Assert.InRange((found - expected).Length, 0, 1e-6);
                },
                iter: 200
            );

    [Fact]
    public void Inverse_undoes_direct() =>
        Gen.Select(Gen.Double[-89, 89], Gen.Double[-180, 180], Gen.Double[-180, 180], Gen.Double[0.1, 19_900_000])
            .Sample(
                (latitude, longitude, azimuth, metres) =>
                {
                    var start = new GeoPoint(latitude, longitude);
                    var (end, endAzimuth) = Geodesic.Direct(start, azimuth, metres);
                    var found = Geodesic.Inverse(start, end);
                    Assert.Equal(metres, found.DistanceMetres, 1e-6);
                    double across = Math.Min(metres, 6_000_000) * Math.PI / 180;
                    Assert.InRange(Math.Abs(Math.IEEERemainder(found.AzimuthFrom - azimuth, 360)) * across, 0, 1e-4);
                    Assert.InRange(Math.Abs(Math.IEEERemainder(found.AzimuthTo - endAzimuth, 360)) * across, 0, 1e-4);
                },
                iter: 20_000
            );

    [Fact]
    public void Inverse_gives_a_path_that_arrives_for_every_pair_of_points() =>
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], Gen.Double[-90, 90], Gen.Double[-180, 180], Gen.Bool)
            .Sample(
                (latitude1, longitude1, latitude2, longitude2, opposite) =>
                {
                    var from = new GeoPoint(latitude1, longitude1);
                    var to = opposite
                        ? new GeoPoint(-latitude1 + latitude2 / 100, NearlyOpposite(longitude1, longitude2 / 100))
                        : new GeoPoint(latitude2, longitude2);
                    to = to with { Latitude = Math.Clamp(to.Latitude, -90, 90) };
                    var path = Geodesic.Inverse(from, to);
                    var arrived = Geodesic.Direct(from, path.AzimuthFrom, path.DistanceMetres).Point;
                    Assert.InRange((EarthVector.Of(arrived) - EarthVector.Of(to)).Length, 0, 1e-6);
                    Assert.Equal(path.DistanceMetres, Geodesic.Inverse(to, from).DistanceMetres, 1e-7);
                },
                iter: 20_000
            );

    private static double NearlyOpposite(double longitude, double by) => Angles.Wrapped(longitude + 180 + by);
}
