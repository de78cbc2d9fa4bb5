using System.Globalization;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Geography;

namespace Casus.Core.Checking;

/// <summary>What rules compute of lines and areas, with the tests that replays use.</summary>
internal static class LineMeasures
{
    /// <summary>How far apart the places are at which a line is tried, and how many at most.</summary>
    private const double StepMetres = 1_000;
    private const int MostPlaces = 2_000;

    public static string Km(double metres) =>
        Math.Round((decimal)(metres / 1000), 1, MidpointRounding.AwayFromZero)
            .ToString("#,0.#", CultureInfo.InvariantCulture);

    /// <summary>Null where the line is not drawn.</summary>
    public static double? Length(DatumLine line) => Drawn(line)?.LengthMetres;

    public static GeodesicPolyline? Drawn(DatumLine line) =>
        line.Vertices.IsDefaultOrEmpty || line.Vertices.All(vertex => vertex == line.Vertices[0])
            ? null
            : new GeodesicPolyline(line.Vertices);

    /// <summary>How far the farthest vertex of one line lies from the other; null where either is not drawn.</summary>
    public static double? Farthest(DatumLine line, DatumLine other) =>
        Drawn(other) is { } drawn && !line.Vertices.IsDefaultOrEmpty
            ? line.Vertices.Max(vertex => drawn.NearestExact(vertex).DistanceMetres)
            : null;

    /// <summary>How near a vertex of one line comes to the other; null where either is not drawn.</summary>
    public static double? Nearest(DatumLine line, DatumLine other) =>
        Drawn(other) is { } drawn && !line.Vertices.IsDefaultOrEmpty
            ? line.Vertices.Min(vertex => drawn.NearestExact(vertex).DistanceMetres)
            : null;

    /// <summary>
    /// Metres of a line that surely lie in none of some zones, tried at the middle of each kilometre (longer where the
    /// line is longer than 2,000 km).
    /// </summary>
    public static double OutsideOf(Agreement agreement, DatumLine line, IReadOnlyCollection<int> zones)
    {
        var locator = new Locator(agreement);
        var outside = 0.0;
        foreach (var (place, metres) in Places(line))
        {
            var location = locator.Locate(new Place { Point = place }, null);
            if (zones.All(zone => location.Zones[zone] == Verdict.NotMet))
            {
                outside += metres;
            }
        }
        return outside;
    }

    /// <summary>The lines that an area is measured from.</summary>
    public static IEnumerable<int> LinesOf(Area area) =>
        area switch
        {
            Area.WithinOfLine within => [within.Line],
            Area.BeyondLine beyond => [beyond.Line],
            Area.SideOfLine side => [side.Line],
            Area.Union union => union.Of.SelectMany(LinesOf),
            Area.Difference difference => LinesOf(difference.Of).Concat(LinesOf(difference.Except)),
            _ => [],
        };

    /// <summary>Whether the area surely holds the whole line, by what it is made of.</summary>
    public static bool Holds(Area area, int line) =>
        area switch
        {
            Area.WithinOfLine within => within.Line == line,
            Area.Union union => union.Of.Any(part => Holds(part, line)),
            _ => false,
        };

    private static IEnumerable<(GeoPoint Place, double Metres)> Places(DatumLine line)
    {
        if (Length(line) is not { } length)
        {
            yield break;
        }
        var step = Math.Max(StepMetres, length / MostPlaces);
        for (var i = 1; i < line.Vertices.Length; i++)
        {
            var edge = Geodesic.Inverse(line.Vertices[i - 1], line.Vertices[i]);
            var pieces = (int)Math.Ceiling(edge.DistanceMetres / step);
            for (var piece = 0; piece < pieces; piece++)
            {
                var metres = edge.DistanceMetres / pieces;
                var at = (piece + 0.5) * metres;
                yield return (Geodesic.Direct(line.Vertices[i - 1], edge.AzimuthFrom, at).Point, metres);
            }
        }
    }
}
