namespace Casus.Core.Geography;

/// <summary>
/// A line cut into pieces of at most 2 km along its geodesics, each held as the straight chord between its ends in
/// space, in a tree of boxes. A geodesic bends only vertically, so that a chord is nowhere farther from its piece than
/// 0.08 m, and that below it. Distances here are straight, through the ground.
/// </summary>
internal sealed class ChordTree
{
    public const double PieceMetres = 2_000;
    private const int LeafSize = 4;

    private readonly Chord[] chords;
    private readonly Box[] boxes;
    private readonly int firstLeaf;

    public ChordTree(GeodesicPolyline line)
    {
        chords = [.. Cut(line)];
        int leaves = 1;
        while (leaves * LeafSize < chords.Length)
        {
            leaves *= 2;
        }
        firstLeaf = leaves - 1;
        boxes = new Box[2 * leaves - 1];
        for (int node = boxes.Length - 1; node >= 0; node--)
        {
            boxes[node] =
                node >= firstLeaf
                    ? Box.Around(chords.AsSpan().Slice(Start(node), Count(node)))
                    : Box.Around(boxes[2 * node + 1], boxes[2 * node + 2]);
        }
    }

    public ref readonly Chord First => ref chords[0];
    public ref readonly Chord Last => ref chords[^1];

    /// <summary>The nearest point of the chords.</summary>
    public ChordFoot Nearest(in EarthVector place)
    {
        var corner = Box.Of(place);
        double best = double.PositiveInfinity;
        int nearest = 0;
        Span<(int Node, double Square)> stack = stackalloc (int, double)[64];
        int depth = 1;
        stack[0] = (0, 0);
        while (depth > 0)
        {
            var (node, least) = stack[--depth];
            if (least >= best)
            {
                continue;
            }
            if (node >= firstLeaf)
            {
                int end = Start(node) + Count(node);
                for (int i = Start(node); i < end; i++)
                {
                    double square = chords[i].SquareTo(place);
                    if (square < best)
                    {
                        (best, nearest) = (square, i);
                    }
                }
                continue;
            }
            var near = (Node: 2 * node + 1, Square: boxes[2 * node + 1].SquareTo(corner));
            var far = (Node: 2 * node + 2, Square: boxes[2 * node + 2].SquareTo(corner));
            if (near.Square > far.Square)
            {
                (near, far) = (far, near);
            }
            if (far.Square < best)
            {
                stack[depth++] = far;
            }
            stack[depth++] = near;
        }
        return chords[nearest].Foot(place, nearest);
    }

    /// <summary>All that comes within a straight distance of the place, whose nearest foot is known.</summary>
    public Stretch Within(in EarthVector place, double radius, in LineEstimate nearest)
    {
        var stretch = new Stretch();
        double square = radius * radius;
        var corner = Box.Of(place);
        Span<int> stack = stackalloc int[64];
        int depth = 1;
        stack[0] = 0;
        while (depth > 0)
        {
            int node = stack[--depth];
            if (boxes[node].SquareTo(corner) > square)
            {
                continue;
            }
            if (node < firstLeaf)
            {
                stack[depth++] = 2 * node + 2;
                stack[depth++] = 2 * node + 1;
                continue;
            }
            int end = Start(node) + Count(node);
            for (int i = Start(node); i < end; i++)
            {
                chords[i].AddTo(ref stretch, place, square, i, nearest);
            }
        }
        return stretch;
    }

    /// <summary>
    /// The chords that come within a straight distance of the place: the only ones that places round it need look at.
    /// </summary>
    public void Gather(in EarthVector place, double radius, List<int> into)
    {
        into.Clear();
        double square = radius * radius;
        var corner = Box.Of(place);
        Span<int> stack = stackalloc int[64];
        int depth = 1;
        stack[0] = 0;
        while (depth > 0)
        {
            int node = stack[--depth];
            if (boxes[node].SquareTo(corner) > square)
            {
                continue;
            }
            if (node < firstLeaf)
            {
                stack[depth++] = 2 * node + 2;
                stack[depth++] = 2 * node + 1;
                continue;
            }
            for (int i = Start(node); i < Start(node) + Count(node); i++)
            {
                if (chords[i].SquareTo(place) <= square)
                {
                    into.Add(i);
                }
            }
        }
    }

    /// <summary>
    /// Takes out the chords that no place of a disc can have as its nearest, or as near to the metre. Such a place is
    /// nearer by more to a point N of the line than to any point X of the chord, if all of the disc lies beyond the
    /// plane midway between N and X: for q within r of the centre C, |q-X|^2 - |q-N|^2 is at least |C-X|^2 - |C-N|^2 -
    /// 2 r |X-N|.
    /// </summary>
    public void Thin(in EarthVector centre, double radius, in EarthVector nearest, List<int> near)
    {
        int kept = 0;
        for (int k = 0; k < near.Count; k++)
        {
            int i = near[k];
            if (!IsPassedOver(i, centre, radius, nearest) && !IsPassedOverForNeighbours(i, centre, radius))
            {
                near[kept++] = i;
            }
        }
        near.RemoveRange(kept, near.Count - kept);
    }

    /// <summary>
    /// The line a little before and behind the chord; at which distance it tells most depends on the chords' length.
    /// </summary>
    private bool IsPassedOverForNeighbours(int chord, in EarthVector centre, double radius)
    {
        for (int away = 1; away <= 8; away *= 2)
        {
            if (
                (chord >= away && IsPassedOver(chord, centre, radius, chords[chord - away].Start))
                || (chord + away < chords.Length && IsPassedOver(chord, centre, radius, chords[chord + away].End))
            )
            {
                return true;
            }
        }
        return false;
    }

    private bool IsPassedOver(int i, in EarthVector centre, double radius, in EarthVector other)
    {
        ref readonly var chord = ref chords[i];
        double distance = (other - centre).Length;
        // Straight distances are less than geodesic ones by no more than the excess; 1 m of tie; 0.2 m for the chords'
        // depth.
        double tie = 1.2 + 1.02 * LineEstimate.Excess(distance + radius);
        double apart = Math.Sqrt(Math.Max((chord.Start - other).Square, (chord.End - other).Square));
        double limit = distance * distance + tie * (2 * (distance + radius) + tie) + 2 * radius * apart;
        return chord.SquareTo(centre) > limit;
    }

    /// <summary>
    /// Of some chords, the estimate of the distance, and what of them may be the nearest to the metre.
    /// </summary>
    public (LineEstimate Estimate, Stretch Stretch) Among(in EarthVector place, double placeError, List<int> some)
    {
        Span<double> squares = some.Count <= 256 ? stackalloc double[some.Count] : new double[some.Count];
        int nearest = 0;
        for (int k = 0; k < squares.Length; k++)
        {
            squares[k] = chords[some[k]].SquareTo(place);
            nearest = squares[k] < squares[nearest] ? k : nearest;
        }
        var estimate = LineEstimate.Of(place, chords[some[nearest]].Foot(place, some[nearest]), placeError);
        double square = estimate.TieRadius * estimate.TieRadius;
        var stretch = new Stretch();
        for (int k = 0; k < squares.Length; k++)
        {
            if (squares[k] <= square)
            {
                chords[some[k]].AddTo(ref stretch, place, square, some[k], estimate);
            }
        }
        return (estimate, stretch);
    }

    /// <summary>The sectors through which some of the chords run.</summary>
    public void Mark(List<int> some, SectorScheme scheme, double slack, Span<bool> sectors, int firstSector)
    {
        foreach (int i in some)
        {
            var (first, last) = chords[i].Sectors(scheme, slack);
            for (
                int sector = Math.Max(first, firstSector);
                sector <= last && sector - firstSector < sectors.Length;
                sector++
            )
            {
                sectors[sector - firstSector] = true;
            }
        }
    }

    private int Start(int leaf) => Math.Min((leaf - firstLeaf) * LeafSize, chords.Length);

    private int Count(int leaf) => Math.Min(LeafSize, chords.Length - Start(leaf));

    private static IEnumerable<Chord> Cut(GeodesicPolyline line)
    {
        for (int i = 0; i < line.Edges.Length; i++)
        {
            var edge = line.Edges[i];
            int count = (int)Math.Ceiling(edge.Length / PieceMetres);
            var start = EarthVector.Of(edge.From);
            for (int piece = 1; piece <= count; piece++)
            {
                double along = edge.Length * piece / count;
                var end = EarthVector.Of(edge.At(along).Point);
                yield return new Chord(
                    start,
                    end,
                    edge.Chainage + edge.Length * (piece - 1) / count,
                    edge.Length / count,
                    i
                );
                start = end;
            }
        }
    }
}
