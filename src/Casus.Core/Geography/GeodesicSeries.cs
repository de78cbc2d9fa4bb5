namespace Casus.Core.Geography;

/// <summary>
/// The series of C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013) 43-55, to sixth order: equations 15 to
/// 25, with the coefficients as published with the paper. Each row ends with its common denominator.
/// </summary>
internal static class GeodesicSeries
{
    public const int Order = 6;

    // csharpier-ignore
    private static readonly double[] DistanceSine =
    [
        -1, 6, -16, 32,
        -9, 64, -128, 2048,
        9, -16, 768,
        3, -5, 512,
        -7, 1280,
        -7, 2048,
    ];

    // csharpier-ignore
    private static readonly double[] ArcSine =
    [
        205, -432, 768, 1536,
        4005, -4736, 3840, 12288,
        -225, 116, 384,
        -7173, 2695, 7680,
        3467, 7680,
        38081, 61440,
    ];

    // csharpier-ignore
    private static readonly double[] ReducedSine =
    [
        1, 2, 16, 32,
        35, 64, 384, 2048,
        15, 80, 768,
        7, 35, 512,
        63, 1280,
        77, 2048,
    ];

    // csharpier-ignore
    private static readonly double[] LongitudeScale = InThirdFlattening(
        [-3, 128, -2, -3, 64, -1, -3, -1, 16, 3, -1, -2, 8, 1, -1, 2, 1, 1],
        0
    );

    // csharpier-ignore
    private static readonly double[] LongitudeSine = InThirdFlattening(
        [
            3, 128, 2, 5, 128, -1, 3, 3, 64, -1, 0, 1, 8, -1, 1, 4,
            5, 256, 1, 3, 128, -3, -2, 3, 64, 1, -3, 2, 32,
            7, 512, -10, 9, 384, 5, -9, 5, 192,
            7, 512, -14, 7, 512,
            21, 2560,
        ],
        1
    );

    /// <summary>A1 - 1 (equation 17).</summary>
    public static double DistanceScaleLessOne(double epsilon)
    {
        double square = epsilon * epsilon;
        double t = square * (square * (square + 4) + 64) / 256;
        return (t + epsilon) / (1 - epsilon);
    }

    /// <summary>A2 - 1 (equation 42).</summary>
    public static double ReducedScaleLessOne(double epsilon)
    {
        double square = epsilon * epsilon;
        double t = square * (square * (-11 * square - 28) - 192) / 256;
        return (t - epsilon) / (1 + epsilon);
    }

    /// <summary>A3 (equation 24).</summary>
    public static double LongitudeScaleAt(double epsilon) => Polynomial(LongitudeScale, 0, Order - 1, epsilon);

    /// <summary>C1 (equation 18), into places 1 to 6.</summary>
    public static void DistanceCoefficients(double epsilon, Span<double> into) =>
        InSquares(DistanceSine, epsilon, into);

    /// <summary>C1' (equation 21), into places 1 to 6.</summary>
    public static void ArcCoefficients(double epsilon, Span<double> into) => InSquares(ArcSine, epsilon, into);

    /// <summary>C2 (equation 43), into places 1 to 6.</summary>
    public static void ReducedCoefficients(double epsilon, Span<double> into) => InSquares(ReducedSine, epsilon, into);

    /// <summary>C3 (equation 25), into places 1 to 5.</summary>
    public static void LongitudeCoefficients(double epsilon, Span<double> into)
    {
        double power = 1;
        int at = 0;
        for (int term = 1; term < Order; term++)
        {
            int degree = Order - term - 1;
            power *= epsilon;
            into[term] = power * Polynomial(LongitudeSine, at, degree, epsilon);
            at += degree + 1;
        }
    }

    /// <summary>
    /// The sum over i from 1 to <paramref name="terms"/> of c[i] sin(2 i x), by Clenshaw's summation.
    /// </summary>
    public static double SineSum(double sine, double cosine, ReadOnlySpan<double> c, int terms)
    {
        double twice = 2 * (cosine - sine) * (cosine + sine);
        double first = 0;
        double second = 0;
        for (int i = terms; i > 0; i--)
        {
            (first, second) = (twice * first - second + c[i], first);
        }
        return 2 * sine * cosine * first;
    }

    private static double Polynomial(double[] coefficients, int at, int degree, double x)
    {
        double sum = coefficients[at];
        for (int i = 1; i <= degree; i++)
        {
            sum = sum * x + coefficients[at + i];
        }
        return sum;
    }

    private static void InSquares(double[] table, double epsilon, Span<double> into)
    {
        double square = epsilon * epsilon;
        double power = epsilon;
        int at = 0;
        for (int term = 1; term <= Order; term++)
        {
            int degree = (Order - term) / 2;
            into[term] = power * Polynomial(table, at, degree, square) / table[at + degree + 1];
            at += degree + 2;
            power *= epsilon;
        }
    }

    /// <summary>
    /// The coefficients of powers of epsilon, whose own coefficients are polynomials in the third flattening.
    /// </summary>
    private static double[] InThirdFlattening(double[] table, int firstTerm)
    {
        var values = new List<double>();
        int at = 0;
        for (int term = firstTerm; term < Math.Max(firstTerm * Order, 1); term++)
        {
            for (int power = Order - 1; power >= term; power--)
            {
                int degree = Math.Min(Order - power - 1, power);
                values.Add(Polynomial(table, at, degree, Ellipsoid.ThirdFlattening) / table[at + degree + 1]);
                at += degree + 2;
            }
        }
        return [.. values];
    }
}
