using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>
/// The inverse problem, Karney 2013 sections 4 and 5: Newton's method on the azimuth at the first point, guarded by
/// bisection, with a start that is near the answer even for points almost opposite each other.
/// </summary>
internal ref struct GeodesicInverseProblem
{
    private const double Precision = 2.220446049250313e-16;
    private const double PrecisionRoot = 1.4901161193847656e-8;
    private const int NewtonSteps = 20;
    private const int Steps = 83;
    private const double Flattening = Ellipsoid.Flattening;

    // The triangle in its canonical form: the first point in the south and no nearer to the equator, the second to the
    // east.
    private double sinBeta1;
    private double cosBeta1;
    private double sinBeta2;
    private double cosBeta2;
    private double stretch1;
    private double stretch2;
    private double lambda;
    private double sinLambda;
    private double cosLambda;

    // The answer, as it takes shape.
    private double sinAlpha1;
    private double cosAlpha1;
    private double sinAlpha2;
    private double cosAlpha2;
    private double sinSigma1;
    private double cosSigma1;
    private double sinSigma2;
    private double cosSigma2;
    private double sigma;
    private double epsilon;

    public static GeodesicInverse Solve(GeoPoint from, GeoPoint to)
    {
        double east = Math.IEEERemainder(to.Longitude - from.Longitude, 360);
        double eastSign = east >= 0 ? 1 : -1;
        double latitude1 = from.Latitude;
        double latitude2 = to.Latitude;
        double swapSign = 1;
        if (Math.Abs(latitude1) < Math.Abs(latitude2))
        {
            swapSign = -1;
            eastSign = -eastSign;
            (latitude1, latitude2) = (latitude2, latitude1);
        }
        double southSign = latitude1 < 0 ? 1 : -1;
        var problem = new GeodesicInverseProblem();
        problem.Set(latitude1 * southSign, latitude2 * southSign, Math.Abs(east));
        double metres = problem.Distance(Math.Abs(east));
        var (sin1, cos1) = (problem.sinAlpha1, problem.cosAlpha1);
        var (sin2, cos2) = (problem.sinAlpha2, problem.cosAlpha2);
        if (swapSign < 0)
        {
            (sin1, sin2) = (sin2, sin1);
            (cos1, cos2) = (cos2, cos1);
        }
        return new GeodesicInverse(
            metres,
            Degrees(sin1 * swapSign * eastSign, cos1 * swapSign * southSign),
            Degrees(sin2 * swapSign * eastSign, cos2 * swapSign * southSign)
        );
    }

    // Adding zero turns -0 into 0, so that due north is not now 0, now -0.
    private static double Degrees(double sine, double cosine) =>
        Math.Atan2(sine + 0.0, cosine) / Ellipsoid.RadiansPerDegree;

    private void Set(double latitude1, double latitude2, double eastDeg)
    {
        (sinBeta1, cosBeta1) = Angles.ReducedLatitude(latitude1);
        (sinBeta2, cosBeta2) = Angles.ReducedLatitude(latitude2);
        // Equal latitudes must be exactly equal here too, or the second azimuth takes the root of a rounding error.
        if (cosBeta1 < -sinBeta1)
        {
            if (cosBeta2 == cosBeta1)
            {
                sinBeta2 = sinBeta2 < 0 ? sinBeta1 : -sinBeta1;
            }
        }
        else if (Math.Abs(sinBeta2) == -sinBeta1)
        {
            cosBeta2 = cosBeta1;
        }
        stretch1 = Math.Sqrt(1 + Ellipsoid.SecondEccentricity2 * sinBeta1 * sinBeta1);
        stretch2 = Math.Sqrt(1 + Ellipsoid.SecondEccentricity2 * sinBeta2 * sinBeta2);
        lambda = eastDeg * Ellipsoid.RadiansPerDegree;
        (sinLambda, cosLambda) = Angles.SinCosOfDegrees(eastDeg);
    }

    private double Distance(double eastDeg)
    {
        if (sinLambda == 0 || cosBeta1 == Angles.Tiny)
        {
            (sinAlpha1, cosAlpha1) = (sinLambda, cosLambda);
            (sinAlpha2, cosAlpha2) = (0, 1);
            (sinSigma1, cosSigma1) = (sinBeta1, cosAlpha1 * cosBeta1);
            (sinSigma2, cosSigma2) = (sinBeta2, cosAlpha2 * cosBeta2);
            sigma = ArcBetween();
            epsilon = Ellipsoid.ThirdFlattening;
            if (sigma < 1 || ReducedLength() >= 0)
            {
                return sigma < 3 * Angles.Tiny ? 0 : Length();
            }
        }
        if (sinBeta1 == 0 && 180 - eastDeg >= Flattening * 180)
        {
            (sinAlpha1, cosAlpha1, sinAlpha2, cosAlpha2) = (1, 0, 1, 0);
            return Ellipsoid.EquatorialRadius * lambda;
        }
        if (Start() is { } shortDistance)
        {
            return shortDistance;
        }
        Refine();
        return Length();
    }

    /// <summary>
    /// A first azimuth near enough for Newton's method; the distance itself for lines so short that it is exact.
    /// </summary>
    private double? Start()
    {
        double sinBeta12 = sinBeta2 * cosBeta1 - cosBeta2 * sinBeta1;
        double cosBeta12 = cosBeta2 * cosBeta1 + sinBeta2 * sinBeta1;
        double sinBetaSum = sinBeta2 * cosBeta1 + cosBeta2 * sinBeta1;
        bool shortLine = cosBeta12 >= 0 && sinBeta12 < 0.5 && cosBeta2 * lambda < 0.5;
        double meanStretch = 1;
        var (sinOmega, cosOmega) = (sinLambda, cosLambda);
        if (shortLine)
        {
            double middle = (sinBeta1 + sinBeta2) * (sinBeta1 + sinBeta2);
            middle /= middle + (cosBeta1 + cosBeta2) * (cosBeta1 + cosBeta2);
            meanStretch = Math.Sqrt(1 + Ellipsoid.SecondEccentricity2 * middle);
            (sinOmega, cosOmega) = Math.SinCos(lambda / ((1 - Flattening) * meanStretch));
        }
        sinAlpha1 = cosBeta2 * sinOmega;
        cosAlpha1 =
            cosOmega >= 0
                ? sinBeta12 + cosBeta2 * sinBeta1 * sinOmega * sinOmega / (1 + cosOmega)
                : sinBetaSum - cosBeta2 * sinBeta1 * sinOmega * sinOmega / (1 - cosOmega);
        double sinArc = Angles.Hypotenuse(sinAlpha1, cosAlpha1);
        double cosArc = sinBeta1 * sinBeta2 + cosBeta1 * cosBeta2 * cosOmega;
        if (shortLine && sinArc < ShortArc)
        {
            double versine = cosOmega >= 0 ? sinOmega * sinOmega / (1 + cosOmega) : 1 - cosOmega;
            (sinAlpha1, cosAlpha1) = Angles.Normalised(sinAlpha1, cosAlpha1);
            (sinAlpha2, cosAlpha2) = Angles.Normalised(cosBeta1 * sinOmega, sinBeta12 - cosBeta1 * sinBeta2 * versine);
            return Math.Atan2(sinArc, cosArc) * Ellipsoid.PolarRadius * meanStretch;
        }
        if (cosArc < 0 && sinArc < 6 * Ellipsoid.ThirdFlattening * Math.PI * cosBeta1 * cosBeta1)
        {
            StartNearAntipode(sinBetaSum);
        }
        (sinAlpha1, cosAlpha1) = sinAlpha1 > 0 ? Angles.Normalised(sinAlpha1, cosAlpha1) : (1, 0);
        return null;
    }

    /// <summary>Below this arc the great circle of the auxiliary sphere is exact to the last digit (etol2).</summary>
    private static readonly double ShortArc =
        0.1 * PrecisionRoot / Math.Sqrt(Math.Max(0.001, Flattening) * Math.Min(1, 1 - Flattening / 2) / 2);

    private void StartNearAntipode(double sinBetaSum)
    {
        double scaleEpsilon = Angles.ExpansionParameter(sinBeta1);
        double lambdaScale = Flattening * cosBeta1 * GeodesicSeries.LongitudeScaleAt(scaleEpsilon) * Math.PI;
        double betaScale = lambdaScale * cosBeta1;
        double x = Math.Atan2(-sinLambda, -cosLambda) / lambdaScale;
        double y = sinBetaSum / betaScale;
        if (y > -200 * Precision && x > -1 - 1000 * PrecisionRoot)
        {
            sinAlpha1 = Math.Min(1, -x);
            cosAlpha1 = -Math.Sqrt(1 - sinAlpha1 * sinAlpha1);
            return;
        }
        double k = AstroidRoot(x, y);
        var (sinOmega, cosOmega) = Math.SinCos(-lambdaScale * x * k / (1 + k));
        cosOmega = -cosOmega;
        sinAlpha1 = cosBeta2 * sinOmega;
        cosAlpha1 = sinBetaSum - cosBeta2 * sinBeta1 * sinOmega * sinOmega / (1 - cosOmega);
    }

    /// <summary>The positive root of k^4 + 2 k^3 - (x^2 + y^2 - 1) k^2 - 2 y^2 k - y^2 = 0 (equation 55).</summary>
    private static double AstroidRoot(double x, double y)
    {
        double p = x * x;
        double q = y * y;
        double r = (p + q - 1) / 6;
        if (q == 0 && r <= 0)
        {
            return 0;
        }
        double s = p * q / 4;
        double r3 = r * r * r;
        double discriminant = s * (s + 2 * r3);
        double u = r;
        if (discriminant >= 0)
        {
            double t3 = s + r3;
            t3 += t3 < 0 ? -Math.Sqrt(discriminant) : Math.Sqrt(discriminant);
            double t = Math.Cbrt(t3);
            u += t + (t != 0 ? r * r / t : 0);
        }
        else
        {
            double angle = Math.Atan2(Math.Sqrt(-discriminant), -(s + r3));
            u += 2 * r * Math.Cos(angle / 3);
        }
        double v = Math.Sqrt(u * u + q);
        double uv = u < 0 ? q / (v - u) : u + v;
        double w = (uv - q) / (2 * v);
        return uv / (Math.Sqrt(uv + w * w) + w);
    }

    private void Refine()
    {
        var (lowSin, lowCos, highSin, highCos) = (Angles.Tiny, 1.0, Angles.Tiny, -1.0);
        bool near = false;
        bool halved = false;
        for (int step = 0; ; step++)
        {
            double miss = LongitudeMiss(step < NewtonSteps, out double slope);
            if (halved || Math.Abs(miss) < (near ? 8 : 1) * Precision || step == Steps)
            {
                return;
            }
            if (miss > 0 && (step > NewtonSteps || cosAlpha1 / sinAlpha1 > highCos / highSin))
            {
                (highSin, highCos) = (sinAlpha1, cosAlpha1);
            }
            else if (miss < 0 && (step > NewtonSteps || cosAlpha1 / sinAlpha1 < lowCos / lowSin))
            {
                (lowSin, lowCos) = (sinAlpha1, cosAlpha1);
            }
            if (step < NewtonSteps && slope > 0 && Math.Abs(miss / slope) < Math.PI)
            {
                var (sine, cosine) = Math.SinCos(-miss / slope);
                double next = sinAlpha1 * cosine + cosAlpha1 * sine;
                if (next > 0)
                {
                    (sinAlpha1, cosAlpha1) = Angles.Normalised(next, cosAlpha1 * cosine - sinAlpha1 * sine);
                    near = Math.Abs(miss) <= 16 * Precision;
                    continue;
                }
            }
            (sinAlpha1, cosAlpha1) = Angles.Normalised((lowSin + highSin) / 2, (lowCos + highCos) / 2);
            near = false;
            halved =
                Math.Abs(lowSin - sinAlpha1) + (lowCos - cosAlpha1) < Precision * PrecisionRoot
                || Math.Abs(sinAlpha1 - highSin) + (cosAlpha1 - highCos) < Precision * PrecisionRoot;
        }
    }

    /// <summary>
    /// How far in longitude the path that starts with the present azimuth misses, and how that changes with it.
    /// </summary>
    private double LongitudeMiss(bool wantSlope, out double slope)
    {
        if (sinBeta1 == 0 && cosAlpha1 == 0)
        {
            cosAlpha1 = -Angles.Tiny;
        }
        double sinAlpha0 = sinAlpha1 * cosBeta1;
        double cosAlpha0 = Angles.Hypotenuse(cosAlpha1, sinAlpha1 * sinBeta1);
        double sinOmega1 = sinAlpha0 * sinBeta1;
        double cosOmega1 = cosAlpha1 * cosBeta1;
        (sinSigma1, cosSigma1) = Angles.Normalised(sinBeta1, cosOmega1);
        sinAlpha2 = cosBeta2 != cosBeta1 ? sinAlpha0 / cosBeta2 : sinAlpha1;
        double inBeta =
            cosBeta1 < -sinBeta1
                ? (cosBeta2 - cosBeta1) * (cosBeta1 + cosBeta2)
                : (sinBeta1 - sinBeta2) * (sinBeta1 + sinBeta2);
        cosAlpha2 =
            cosBeta2 != cosBeta1 || Math.Abs(sinBeta2) != -sinBeta1
                ? Math.Sqrt(Math.Max(0, cosOmega1 * cosOmega1 + inBeta)) / cosBeta2
                : Math.Abs(cosAlpha1);
        double sinOmega2 = sinAlpha0 * sinBeta2;
        double cosOmega2 = cosAlpha2 * cosBeta2;
        (sinSigma2, cosSigma2) = Angles.Normalised(sinBeta2, cosOmega2);
        sigma = ArcBetween();
        double sinOmega = Math.Max(0, cosOmega1 * sinOmega2 - sinOmega1 * cosOmega2);
        double cosOmega = cosOmega1 * cosOmega2 + sinOmega1 * sinOmega2;
        double eta = Math.Atan2(
            sinOmega * cosLambda - cosOmega * sinLambda,
            cosOmega * cosLambda + sinOmega * sinLambda
        );
        epsilon = Angles.ExpansionParameter(cosAlpha0);
        Span<double> c = stackalloc double[GeodesicSeries.Order];
        GeodesicSeries.LongitudeCoefficients(epsilon, c);
        double sums =
            GeodesicSeries.SineSum(sinSigma2, cosSigma2, c, GeodesicSeries.Order - 1)
            - GeodesicSeries.SineSum(sinSigma1, cosSigma1, c, GeodesicSeries.Order - 1);
        double behind = -Flattening * GeodesicSeries.LongitudeScaleAt(epsilon) * sinAlpha0 * (sigma + sums);
        slope = 0;
        if (wantSlope)
        {
            slope =
                cosAlpha2 == 0
                    ? -2 * (1 - Flattening) * stretch1 / sinBeta1
                    : ReducedLength() * (1 - Flattening) / (cosAlpha2 * cosBeta2);
        }
        return eta + behind;
    }

    private readonly double ArcBetween() =>
        Math.Atan2(
            Math.Max(0, cosSigma1 * sinSigma2 - sinSigma1 * cosSigma2),
            cosSigma1 * cosSigma2 + sinSigma1 * sinSigma2
        );

    private readonly double Length()
    {
        Span<double> c = stackalloc double[GeodesicSeries.Order + 1];
        GeodesicSeries.DistanceCoefficients(epsilon, c);
        double sums =
            GeodesicSeries.SineSum(sinSigma2, cosSigma2, c, GeodesicSeries.Order)
            - GeodesicSeries.SineSum(sinSigma1, cosSigma1, c, GeodesicSeries.Order);
        return Ellipsoid.PolarRadius * (1 + GeodesicSeries.DistanceScaleLessOne(epsilon)) * (sigma + sums);
    }

    /// <summary>The reduced length (equation 38) in units of the polar radius.</summary>
    private readonly double ReducedLength()
    {
        Span<double> c = stackalloc double[GeodesicSeries.Order + 1];
        Span<double> reduced = stackalloc double[GeodesicSeries.Order + 1];
        double scale1 = GeodesicSeries.DistanceScaleLessOne(epsilon);
        double scale2 = GeodesicSeries.ReducedScaleLessOne(epsilon);
        GeodesicSeries.DistanceCoefficients(epsilon, c);
        GeodesicSeries.ReducedCoefficients(epsilon, reduced);
        for (int i = 1; i <= GeodesicSeries.Order; i++)
        {
            c[i] = (1 + scale1) * c[i] - (1 + scale2) * reduced[i];
        }
        double sums =
            GeodesicSeries.SineSum(sinSigma2, cosSigma2, c, GeodesicSeries.Order)
            - GeodesicSeries.SineSum(sinSigma1, cosSigma1, c, GeodesicSeries.Order);
        double j = (scale1 - scale2) * sigma + sums;
        return stretch2 * cosSigma1 * sinSigma2 - stretch1 * sinSigma1 * cosSigma2 - cosSigma1 * cosSigma2 * j;
    }
}
