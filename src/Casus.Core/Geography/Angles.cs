namespace Casus.Core.Geography;

/// <summary>
/// Angles as pairs of sine and cosine, in which geodesics lose no precision near the poles and the axes.
/// </summary>
internal static class Angles
{
    /// <summary>Stands for a cosine of zero where one is divided by: the root of the least normal number.</summary>
    public const double Tiny = 1.4916681462400413e-154;

    /// <summary>Exact at multiples of 90 degrees.</summary>
    public static (double Sin, double Cos) SinCosOfDegrees(double degrees)
    {
        double quarter = Math.Round(degrees / 90);
        var (sine, cosine) = Math.SinCos((degrees - 90 * quarter) * Ellipsoid.RadiansPerDegree);
        return ((int)(quarter % 4 + 4) % 4) switch
        {
            0 => (sine, cosine),
            1 => (cosine, -sine),
            2 => (-sine, -cosine),
            _ => (-cosine, sine),
        };
    }

    /// <summary>The reduced latitude (Karney 2013, equation 6); its cosine is never zero.</summary>
    public static (double Sin, double Cos) ReducedLatitude(double latitudeDeg)
    {
        var (sine, cosine) = SinCosOfDegrees(latitudeDeg);
        (sine, cosine) = Normalised(sine * (1 - Ellipsoid.Flattening), cosine);
        return (sine, Math.Max(Tiny, cosine));
    }

    /// <summary>Epsilon of the series, from the azimuth at the equator (Karney 2013, equations 9 and 16).</summary>
    public static double ExpansionParameter(double cosAlpha0)
    {
        double k2 = cosAlpha0 * cosAlpha0 * Ellipsoid.SecondEccentricity2;
        return k2 / (2 * (1 + Math.Sqrt(1 + k2)) + k2);
    }

    public static (double Sin, double Cos) Normalised(double sine, double cosine)
    {
        double length = Hypotenuse(sine, cosine);
        return (sine / length, cosine / length);
    }

    public static double Hypotenuse(double x, double y) => Math.Sqrt(x * x + y * y);

    /// <summary>In [-180, 180].</summary>
    public static double Wrapped(double degrees) =>
        degrees is >= -180 and <= 180 ? degrees : Math.IEEERemainder(degrees, 360);
}
