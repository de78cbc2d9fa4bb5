using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>
/// One geodesic, from a point in a direction: where it is after so many metres (the direct problem, Karney 2013 section
/// 3). Immutable.
/// </summary>
internal sealed class GeodesicPath
{
    private readonly double[] arc = new double[GeodesicSeries.Order + 1];
    private readonly double[] longitude = new double[GeodesicSeries.Order];
    private readonly double startLongitude;
    private readonly double sinAlpha0;
    private readonly double cosAlpha0;
    private readonly double sinSigma1;
    private readonly double cosSigma1;
    private readonly double sinOmega1;
    private readonly double cosOmega1;
    private readonly double sinTau1;
    private readonly double cosTau1;
    private readonly double distanceSum1;
    private readonly double longitudeSum1;
    private readonly double metresPerRadian;
    private readonly double longitudeScale;

    public GeodesicPath(GeoPoint from, double azimuthDeg)
    {
        startLongitude = from.Longitude;
        var (sinAlpha1, cosAlpha1) = Angles.SinCosOfDegrees(azimuthDeg);
        var (sinBeta1, cosBeta1) = Angles.ReducedLatitude(from.Latitude);
        sinAlpha0 = sinAlpha1 * cosBeta1;
        cosAlpha0 = Angles.Hypotenuse(cosAlpha1, sinAlpha1 * sinBeta1);
        sinOmega1 = sinAlpha0 * sinBeta1;
        cosOmega1 = sinBeta1 != 0 || cosAlpha1 != 0 ? cosBeta1 * cosAlpha1 : 1;
        (sinSigma1, cosSigma1) = Angles.Normalised(sinBeta1, cosOmega1);

        double epsilon = Angles.ExpansionParameter(cosAlpha0);
        Span<double> distance = stackalloc double[GeodesicSeries.Order + 1];
        GeodesicSeries.DistanceCoefficients(epsilon, distance);
        distanceSum1 = GeodesicSeries.SineSum(sinSigma1, cosSigma1, distance, GeodesicSeries.Order);
        var (sine, cosine) = Math.SinCos(distanceSum1);
        sinTau1 = sinSigma1 * cosine + cosSigma1 * sine;
        cosTau1 = cosSigma1 * cosine - sinSigma1 * sine;
        metresPerRadian = Ellipsoid.PolarRadius * (1 + GeodesicSeries.DistanceScaleLessOne(epsilon));
        GeodesicSeries.ArcCoefficients(epsilon, arc);
        GeodesicSeries.LongitudeCoefficients(epsilon, longitude);
        longitudeScale = -Ellipsoid.Flattening * sinAlpha0 * GeodesicSeries.LongitudeScaleAt(epsilon);
        longitudeSum1 = GeodesicSeries.SineSum(sinSigma1, cosSigma1, longitude, GeodesicSeries.Order - 1);
    }

    /// <summary>The point so many metres on, and the direction there, degrees clockwise from north.</summary>
    public (GeoPoint Point, double AzimuthDeg) At(double metres)
    {
        double tau = metres / metresPerRadian;
        var (sine, cosine) = Math.SinCos(tau);
        double back = -GeodesicSeries.SineSum(
            sinTau1 * cosine + cosTau1 * sine,
            cosTau1 * cosine - sinTau1 * sine,
            arc,
            GeodesicSeries.Order
        );
        double sigma = tau - (back - distanceSum1);
        (sine, cosine) = Math.SinCos(sigma);
        double sinSigma2 = sinSigma1 * cosine + cosSigma1 * sine;
        double cosSigma2 = cosSigma1 * cosine - sinSigma1 * sine;
        double sinBeta2 = cosAlpha0 * sinSigma2;
        double cosBeta2 = Angles.Hypotenuse(sinAlpha0, cosAlpha0 * cosSigma2);
        if (cosBeta2 == 0)
        {
            // A pole: its longitude is the limit along the path.
            cosBeta2 = cosSigma2 = Angles.Tiny;
        }
        double sinOmega2 = sinAlpha0 * sinSigma2;
        double omega = Math.Atan2(
            sinOmega2 * cosOmega1 - cosSigma2 * sinOmega1,
            cosSigma2 * cosOmega1 + sinOmega2 * sinOmega1
        );
        double sum = GeodesicSeries.SineSum(sinSigma2, cosSigma2, longitude, GeodesicSeries.Order - 1);
        double lambda = omega + longitudeScale * (sigma + (sum - longitudeSum1));
        double latitude = Math.Atan2(sinBeta2, (1 - Ellipsoid.Flattening) * cosBeta2) / Ellipsoid.RadiansPerDegree;
        double east = Angles.Wrapped(startLongitude + lambda / Ellipsoid.RadiansPerDegree);
        double azimuth = Math.Atan2(sinAlpha0, cosAlpha0 * cosSigma2) / Ellipsoid.RadiansPerDegree;
        return (new GeoPoint(latitude, east), azimuth);
    }
}
