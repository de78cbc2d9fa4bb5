namespace Casus.Core.Geography;

/// <summary>
/// The pieces of a line that come within a radius of a place: the stretch of chainage that holds all of their nearer parts, the edges
/// to which they belong, and on which side of them the place is.
/// </summary>
internal struct Stretch
{
    public double FirstMetres = double.PositiveInfinity;
    public double LastMetres = double.NegativeInfinity;
    public int FirstEdge = int.MaxValue;
    public int LastEdge = -1;

    /// <summary>The place's offset from the vertical planes of the pieces, positive on the right: least and greatest.</summary>
    public double LeastOffset = double.PositiveInfinity;
    public double GreatestOffset = double.NegativeInfinity;

    public Stretch() { }
}

/// <summary>
/// A line cut into pieces of at most 2 km along its geodesics, each held as the straight chord between its ends in space, in a
/// tree of boxes. A geodesic bends only vertically, so that a chord is nowhere farther from its piece than 0.08 m, and that below it.
/// Distances here are straight, through the ground.
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
    public EarthVector Nearest(in EarthVector place)
    {
        double best = double.PositiveInfinity;
        int nearest = 0;
        Span<int> stack = stackalloc int[64];
        int depth = 1;
        stack[0] = 0;
        while (depth > 0)
        {
            int node = stack[--depth];
            if (boxes[node].SquareTo(place) > best)
            {
                continue;
            }
            if (node >= firstLeaf)
            {
                int start = Start(node);
                for (int i = start; i < start + Count(node); i++)
                {
                    double square = chords[i].SquareTo(place);
                    if (square < best)
                    {
                        (best, nearest) = (square, i);
                    }
                }
                continue;
            }
            int near = 2 * node + 1;
            int far = near + 1;
            if (boxes[near].SquareTo(place) > boxes[far].SquareTo(place))
            {
                (near, far) = (far, near);
            }
            stack[depth++] = far;
            stack[depth++] = near;
        }
        return chords[nearest].Foot(place);
    }

    /// <summary>All that comes within a straight distance of the place.</summary>
    public Stretch Within(in EarthVector place, double radius)
    {
        var stretch = new Stretch();
        double square = radius * radius;
        Span<int> stack = stackalloc int[64];
        int depth = 1;
        stack[0] = 0;
        while (depth > 0)
        {
            int node = stack[--depth];
            if (boxes[node].SquareTo(place) > square)
            {
                continue;
            }
            if (node < firstLeaf)
            {
                stack[depth++] = 2 * node + 1;
                stack[depth++] = 2 * node + 2;
                continue;
            }
            foreach (ref readonly var chord in chords.AsSpan(Start(node), Count(node)))
            {
                chord.AddTo(ref stretch, place, square);
            }
        }
        return stretch;
    }

    /// <summary>The chords that come within a straight distance of the place: the only ones that places round it need look at.</summary>
    public void Gather(in EarthVector place, double radius, List<int> into)
    {
        into.Clear();
        double square = radius * radius;
        Span<int> stack = stackalloc int[64];
        int depth = 1;
        stack[0] = 0;
        while (depth > 0)
        {
            int node = stack[--depth];
            if (boxes[node].SquareTo(place) > square)
            {
                continue;
            }
            if (node < firstLeaf)
            {
                stack[depth++] = 2 * node + 1;
                stack[depth++] = 2 * node + 2;
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

    /// <summary>The nearest point of some of the chords.</summary>
    public EarthVector NearestAmong(in EarthVector place, List<int> some)
    {
        double best = double.PositiveInfinity;
        int nearest = 0;
        foreach (int i in some)
        {
            double square = chords[i].SquareTo(place);
            if (square < best)
            {
                (best, nearest) = (square, i);
            }
        }
        return chords[nearest].Foot(place);
    }

    /// <summary>What of some of the chords comes within a straight distance of the place.</summary>
    public Stretch WithinAmong(in EarthVector place, double radius, List<int> some)
    {
        var stretch = new Stretch();
        foreach (int i in some)
        {
            chords[i].AddTo(ref stretch, place, radius * radius);
        }
        return stretch;
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
