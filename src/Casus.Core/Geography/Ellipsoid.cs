namespace Casus.Core.Geography;

/// <summary>The ellipsoid of WGS 84 (NIMA TR 8350.2, table 3.1): lengths in metres.</summary>
internal static class Ellipsoid
{
    public const double EquatorialRadius = 6378137.0;
    public const double Flattening = 1 / 298.257223563;
    public const double PolarRadius = EquatorialRadius * (1 - Flattening);

    /// <summary>First eccentricity squared.</summary>
    public const double Eccentricity2 = Flattening * (2 - Flattening);

    /// <summary>Second eccentricity squared.</summary>
    public const double SecondEccentricity2 = Eccentricity2 / ((1 - Flattening) * (1 - Flattening));

    /// <summary>Third flattening, n in Karney 2013.</summary>
    public const double ThirdFlattening = Flattening / (2 - Flattening);

    /// <summary>(2a + b) / 3: for steps that are iterated until the radius no longer matters.</summary>
    public const double MeanRadius = (2 * EquatorialRadius + PolarRadius) / 3;
    public const double RadiansPerDegree = Math.PI / 180;
}
