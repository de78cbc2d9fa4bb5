using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>
/// A point or a difference of points in space, metres from the Earth's centre: x through 0 N 0 E, z through the north
/// pole.
/// </summary>
internal readonly record struct EarthVector(double X, double Y, double Z)
{
    public static EarthVector Of(GeoPoint point)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(point.Latitude * Ellipsoid.RadiansPerDegree);
        var (sinLongitude, cosLongitude) = Math.SinCos(point.Longitude * Ellipsoid.RadiansPerDegree);
        double normal = Ellipsoid.EquatorialRadius / Math.Sqrt(1 - Ellipsoid.Eccentricity2 * sinLatitude * sinLatitude);
        return new EarthVector(
            normal * cosLatitude * cosLongitude,
            normal * cosLatitude * sinLongitude,
            normal * (1 - Ellipsoid.Eccentricity2) * sinLatitude
        );
    }

    public static EarthVector operator +(EarthVector a, EarthVector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static EarthVector operator -(EarthVector a, EarthVector b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static EarthVector operator *(double factor, EarthVector a) => new(factor * a.X, factor * a.Y, factor * a.Z);

    public double Dot(EarthVector other) => X * other.X + Y * other.Y + Z * other.Z;

    public EarthVector Cross(EarthVector other) =>
        new(Y * other.Z - Z * other.Y, Z * other.X - X * other.Z, X * other.Y - Y * other.X);

    public double Square => Dot(this);

    public double Length => Math.Sqrt(Dot(this));

    /// <summary>The direction of the vertical at a point of the ellipsoid, not of unit length.</summary>
    public EarthVector Vertical => new(X, Y, Z / (1 - Ellipsoid.Eccentricity2));
}
