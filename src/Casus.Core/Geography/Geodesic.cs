using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>
/// A geodesic between two points: metres, and its direction at each, degrees clockwise from north in [-180, 180]. Both
/// directions are those of travel from the first point to the second.
/// </summary>
public readonly record struct GeodesicInverse(double DistanceMetres, double AzimuthFrom, double AzimuthTo);

/// <summary>
/// Geodesics of WGS 84 after C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013) 43-55: accurate to some
/// nanometres and for every pair of points, near-antipodal ones included. Latitudes in [-90, 90], longitudes in [-180,
/// 180].
/// </summary>
public static class Geodesic
{
    /// <summary>The shortest path between two points.</summary>
    public static GeodesicInverse Inverse(GeoPoint from, GeoPoint to) => GeodesicInverseProblem.Solve(from, to);

    /// <summary>
    /// Where the geodesic that starts in a direction is after so many metres, and its direction there.
    /// </summary>
    public static (GeoPoint Point, double AzimuthDeg) Direct(GeoPoint from, double azimuthDeg, double metres) =>
        new GeodesicPath(from, azimuthDeg).At(metres);

    /// <summary>A distance as it is compared (S4): whole metres, halves away from zero.</summary>
    public static int Metres(GeoPoint from, GeoPoint to) => Whole(Inverse(from, to).DistanceMetres);

    /// <summary>Whole metres, halves away from zero.</summary>
    public static int Whole(double metres) => (int)Math.Round(metres, MidpointRounding.AwayFromZero);

    /// <summary>Kilometres as written to the whole metres in which they are compared.</summary>
    public static int MetresOf(double kilometres) => Whole(kilometres * 1000);
}
