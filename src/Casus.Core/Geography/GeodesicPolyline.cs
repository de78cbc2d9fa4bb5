using System.Collections.Immutable;
using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>
/// A line whose edges are geodesics between its vertices (S4). Vertices that repeat the one before are left out. A line
/// of one place (or none) is refused: <see cref="ArgumentException"/>, since the compiler admits none.
/// </summary>
public sealed class GeodesicPolyline
{
    /// <summary>
    /// How far beyond an end the line's direction still tells left from right for a region that reaches there.
    /// </summary>
    private const double ExtensionMetres = 2_000_000;

    private readonly GeodesicEdge[] edges;

    public GeodesicPolyline(ImmutableArray<GeoPoint> vertices)
    {
        var built = new List<GeodesicEdge>();
        double chainage = 0;
        for (int i = 1; i < vertices.Length; i++)
        {
            var edge = new GeodesicEdge(vertices[i - 1], vertices[i], chainage);
            if (edge.Length > 0)
            {
                built.Add(edge);
                chainage += edge.Length;
            }
        }
        if (built.Count == 0)
        {
            throw new ArgumentException("A line has at least two different vertices.", nameof(vertices));
        }
        edges = [.. built];
        LengthMetres = chainage;
    }

    public double LengthMetres { get; }

    internal ReadOnlySpan<GeodesicEdge> Edges => edges;

    /// <summary>
    /// The nearest point, found on every edge in turn. Several nearest, equal to the metre: the lowest chainage (S5).
    /// The side is by the line's direction there; at a vertex by both edges' directions (the side to which the corner
    /// points); beyond an end by the end edge, continued.
    /// </summary>
    public Nearest NearestExact(GeoPoint place)
    {
        var feet = new List<(int Edge, EdgeFoot Foot)>();
        double best = double.PositiveInfinity;
        for (int i = 0; i < edges.Length; i++)
        {
            // No point of an edge is nearer than its first vertex less its length.
            if (Geodesic.Inverse(edges[i].From, place).DistanceMetres - edges[i].Length <= best + 1)
            {
                var foot = edges[i].Foot(place);
                feet.Add((i, foot));
                best = Math.Min(best, foot.DistanceMetres);
            }
        }
        return Choose(place, feet);
    }

    /// <summary>
    /// The nearest point among some edges, ascending; those left out are known to be farther by more than a metre.
    /// </summary>
    internal Nearest NearestAmong(GeoPoint place, IEnumerable<int> some) =>
        Choose(place, [.. some.Select(i => (i, edges[i].Foot(place)))]);

    /// <summary>
    /// The distance to the line continued beyond its ends, so far as that is nearer than the ends themselves.
    /// </summary>
    public double DistanceToExtensions(GeoPoint place)
    {
        var last = edges[^1];
        return Math.Min(
            edges[0].Foot(place, -ExtensionMetres, 0).DistanceMetres,
            last.Foot(place, last.Length, last.Length + ExtensionMetres).DistanceMetres
        );
    }

    /// <summary>The line, continued beyond its ends, is farther than so many whole metres there.</summary>
    internal bool ExtensionIsBeyond(GeoPoint place, int metres) => Geodesic.Whole(DistanceToExtensions(place)) > metres;

    private Nearest Choose(GeoPoint place, List<(int Edge, EdgeFoot Foot)> feet)
    {
        int best = 0;
        for (int i = 1; i < feet.Count; i++)
        {
            best = feet[i].Foot.DistanceMetres < feet[best].Foot.DistanceMetres ? i : best;
        }
        double distance = feet[best].Foot.DistanceMetres;
        int whole = Geodesic.Whole(distance);
        int chosen = best;
        for (int i = feet.Count - 1; i >= 0; i--)
        {
            if (Geodesic.Whole(feet[i].Foot.DistanceMetres) == whole && !GoesOnNearer(feet, i))
            {
                chosen = i;
            }
        }
        var (edge, foot) = feet[chosen];
        return new Nearest(distance, edges[edge].Chainage + foot.AlongMetres, Side(place, edge, foot));
    }

    /// <summary>The end of an edge is no nearest point where the line comes nearer on its next edge.</summary>
    private bool GoesOnNearer(List<(int Edge, EdgeFoot Foot)> feet, int i) =>
        i + 1 < feet.Count
        && feet[i].Foot.AlongMetres == edges[feet[i].Edge].Length
        && feet[i + 1].Edge == feet[i].Edge + 1
        && feet[i + 1].Foot.AlongMetres > 0;

    private LineSide Side(GeoPoint place, int edge, EdgeFoot foot)
    {
        double offset = foot.OffsetMetres;
        if (foot.AlongMetres == edges[edge].Length && edge + 1 < edges.Length)
        {
            offset = (offset + edges[edge + 1].Foot(place, 0, 0).OffsetMetres) / 2;
        }
        else if (foot.AlongMetres == 0 && edge > 0)
        {
            double end = edges[edge - 1].Length;
            offset = (offset + edges[edge - 1].Foot(place, end, end).OffsetMetres) / 2;
        }
        return Geodesic.Whole(offset) switch
        {
            0 => LineSide.On,
            < 0 => LineSide.Left,
            _ => LineSide.Right,
        };
    }
}
