using Casus.Core.Facts;
using Casus.Core.Geography;

namespace Casus.Tests.Geography;

/// <summary>
/// A particle that moves freely on the surface of WGS 84 follows a geodesic. Its motion in space is integrated by the
/// classical fourth-order method, with nothing in common with the series that it judges.
/// </summary>
internal static class FreeParticle
{
    private const double StepMetres = 250;
    private const double A2 = 6378137.0 * 6378137.0;
    private const double B2 = 6356752.314245179 * 6356752.314245179;

    public static EarthVector After(GeoPoint start, double azimuthDeg, double metres)
    {
        var place = EarthVector.Of(start);
        var motion = Heading(start, azimuthDeg);
        int steps = (int)Math.Ceiling(metres / StepMetres);
        double h = metres / steps;
        for (int i = 0; i < steps; i++)
        {
            var k1 = Force(place, motion);
            var p2 = place + h / 2 * motion;
            var m2 = motion + h / 2 * k1;
            var k2 = Force(p2, m2);
            var p3 = place + h / 2 * m2;
            var m3 = motion + h / 2 * k2;
            var k3 = Force(p3, m3);
            var p4 = place + h * m3;
            var m4 = motion + h * k3;
            place += h / 6 * (motion + 2 * m2 + 2 * m3 + m4);
            motion += h / 6 * (k1 + 2 * k2 + 2 * k3 + Force(p4, m4));
        }
        return place;
    }

    private static EarthVector Heading(GeoPoint start, double azimuthDeg)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(start.Latitude * Math.PI / 180);
        var (sinLongitude, cosLongitude) = Math.SinCos(start.Longitude * Math.PI / 180);
        var (east, north) = Math.SinCos(azimuthDeg * Math.PI / 180);
        return new EarthVector(
            -east * sinLongitude - north * sinLatitude * cosLongitude,
            east * cosLongitude - north * sinLatitude * sinLongitude,
            north * cosLatitude
        );
    }

    /// <summary>
    /// What keeps it on the surface: along the vertical, as strong as the surface bends under its motion.
    /// </summary>
    private static EarthVector Force(EarthVector place, EarthVector motion)
    {
        var vertical = new EarthVector(place.X / A2, place.Y / A2, place.Z / B2);
        var bend = new EarthVector(motion.X / A2, motion.Y / A2, motion.Z / B2);
        return -motion.Dot(bend) / vertical.Dot(vertical) * vertical;
    }
}
