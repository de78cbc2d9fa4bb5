using System.Collections.Immutable;
using System.Globalization;
using Casus.Core.Facts;
using Casus.Core.Geography;

namespace Casus.Data.Geography;

/// <summary>What is to be told of a line's vertices.</summary>
internal static class LineVertices
{
    private const double BendMetres = 50;

    /// <summary>The vertices without those that repeat the one before; at least two must be left.</summary>
    public static ImmutableArray<GeoPoint> WithoutRepeats(
        ImmutableArray<GeoPoint> positions,
        ImmutableArray<string>.Builder warnings
    )
    {
        var kept = ImmutableArray.CreateBuilder<GeoPoint>(positions.Length);
        for (int i = 0; i < positions.Length; i++)
        {
            if (i > 0 && positions[i] == positions[i - 1])
            {
                warnings.Add($"Position {i + 1} repeats position {i} and is left out.");
            }
            else
            {
                kept.Add(positions[i]);
            }
        }
        return kept.Count >= 2
            ? kept.ToImmutable()
            : throw new GeoJsonProblemException(
                positions.Length < 2
                    ? $"the line has {positions.Length} positions. A line has at least two."
                    : "all positions of the line are the same place. A line has at least two."
            );
    }

    public static void Warn(ImmutableArray<GeoPoint> vertices, ImmutableArray<string>.Builder warnings)
    {
        if (vertices.All(SwappedLiesInEurope) && !vertices.Any(LiesInEurope))
        {
            var first = vertices[0];
            warnings.Add(
                $"The line lies outside Europe as written ({GeoJsonPositions.Written(first.Latitude)} N, "
                    + $"{GeoJsonPositions.Written(first.Longitude)} E), and inside it if latitude and longitude are swapped. "
                    + "GeoJSON puts longitude first: look whether that is meant."
            );
        }
        WarnOfBends(vertices, warnings);
    }

    private static void WarnOfBends(ImmutableArray<GeoPoint> vertices, ImmutableArray<string>.Builder warnings)
    {
        int bent = 0;
        int worst = 0;
        double greatest = 0;
        for (int i = 1; i < vertices.Length; i++)
        {
            double bend = Bend(vertices[i - 1], vertices[i]);
            bent += bend > BendMetres ? 1 : 0;
            if (bend > greatest)
            {
                (worst, greatest) = (i, bend);
            }
        }
        if (bent > 0)
        {
            warnings.Add(
                $"{bent} of {vertices.Length - 1} edges differ by more than {BendMetres} m from the line that is straight in degrees, "
                    + $"as RFC 7946 draws it: most of all the edge from position {worst}, by "
                    + $"{greatest.ToString("0", CultureInfo.InvariantCulture)} m. Distances are taken from the geodesic between its ends; "
                    + "add vertices if the drawn line is meant."
            );
        }
    }

    /// <summary>
    /// How far the middle of the straight line in degrees, where it is farthest, lies from the geodesic.
    /// </summary>
    private static double Bend(GeoPoint a, GeoPoint b)
    {
        var middle = new GeoPoint((a.Latitude + b.Latitude) / 2, (a.Longitude + b.Longitude) / 2);
        return new GeodesicPolyline([a, b]).NearestExact(middle).DistanceMetres;
    }

    private static bool LiesInEurope(GeoPoint point) => InEurope(point.Latitude, point.Longitude);

    private static bool SwappedLiesInEurope(GeoPoint point) => InEurope(point.Longitude, point.Latitude);

    private static bool InEurope(double latitude, double longitude) =>
        latitude is >= 35 and <= 72 && longitude is >= -25 and <= 45;
}
