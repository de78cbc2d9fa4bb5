namespace Casus.Core.Geography;

/// <summary>The straight chord of a short piece of a line, and the chainage that it spans.</summary>
internal readonly struct Chord
{
    private readonly EarthVector start;
    private readonly EarthVector span;
    private readonly EarthVector right;
    private readonly double inverseSquare;
    private readonly double chainage;
    private readonly double length;
    private readonly int edge;

    public Chord(EarthVector start, EarthVector end, double chainage, double length, int edge)
    {
        this.start = start;
        span = end - start;
        inverseSquare = 1 / span.Dot(span);
        var across = span.Cross((0.5 * (start + end)).Vertical);
        right = 1 / across.Length * across;
        this.chainage = chainage;
        this.length = length;
        this.edge = edge;
    }

    public EarthVector Start => start;
    public EarthVector End => start + span;

    public double SquareTo(in EarthVector place)
    {
        var from = place - start;
        double share = Math.Min(Math.Max(from.Dot(span) * inverseSquare, 0), 1);
        var off = from - share * span;
        return off.Dot(off);
    }

    public EarthVector Foot(in EarthVector place)
    {
        double share = Math.Min(Math.Max((place - start).Dot(span) * inverseSquare, 0), 1);
        return start + share * span;
    }

    /// <summary>
    /// Surely farther than so many metres from this chord's geodesic, continued forward (1) from its end or backward (-1) from its
    /// start; given that the place is farther than that from the end itself. False where that must be asked exactly.
    /// </summary>
    public bool ExtensionIsBeyond(in EarthVector place, int metres, int direction)
    {
        var from = place - (direction > 0 ? End : start);
        double distance = from.Length;
        double slack = 2 + 1e-3 * distance;
        double ahead = direction * from.Dot(span) * Math.Sqrt(inverseSquare);
        return distance < LineEstimate.LimitMetres / 2
            && (ahead < -slack || Math.Abs(from.Dot(right)) > metres * 1.01 + slack);
    }

    /// <summary>Adds what lies within the radius, whose square is given.</summary>
    public void AddTo(ref Stretch stretch, in EarthVector place, double radiusSquare)
    {
        var from = place - start;
        double share = from.Dot(span) * inverseSquare;
        var off = from - share * span;
        double spare = radiusSquare - off.Dot(off);
        if (spare < 0)
        {
            return;
        }
        double reach = Math.Sqrt(spare * inverseSquare);
        double first = Math.Max(share - reach, 0);
        double last = Math.Min(share + reach, 1);
        if (first > last)
        {
            return;
        }
        stretch.FirstMetres = Math.Min(stretch.FirstMetres, chainage + first * length);
        stretch.LastMetres = Math.Max(stretch.LastMetres, chainage + last * length);
        stretch.FirstEdge = Math.Min(stretch.FirstEdge, edge);
        stretch.LastEdge = Math.Max(stretch.LastEdge, edge);
        double offset = from.Dot(right);
        stretch.LeastOffset = Math.Min(stretch.LeastOffset, offset);
        stretch.GreatestOffset = Math.Max(stretch.GreatestOffset, offset);
    }
}

/// <summary>An upright box in space.</summary>
internal readonly struct Box
{
    private readonly EarthVector least;
    private readonly EarthVector most;

    private Box(EarthVector least, EarthVector most)
    {
        this.least = least;
        this.most = most;
    }

    /// <summary>Around no chord: a box that is infinitely far from everything.</summary>
    public static Box Around(ReadOnlySpan<Chord> chords)
    {
        const double far = double.PositiveInfinity;
        var box = new Box(new EarthVector(far, far, far), new EarthVector(-far, -far, -far));
        foreach (var chord in chords)
        {
            box = Around(box, new Box(chord.Start, chord.Start));
            box = Around(box, new Box(chord.End, chord.End));
        }
        return box;
    }

    public static Box Around(Box a, Box b) =>
        new(
            new EarthVector(
                Math.Min(a.least.X, b.least.X),
                Math.Min(a.least.Y, b.least.Y),
                Math.Min(a.least.Z, b.least.Z)
            ),
            new EarthVector(Math.Max(a.most.X, b.most.X), Math.Max(a.most.Y, b.most.Y), Math.Max(a.most.Z, b.most.Z))
        );

    public double SquareTo(in EarthVector place)
    {
        double x = Math.Max(Math.Max(least.X - place.X, place.X - most.X), 0);
        double y = Math.Max(Math.Max(least.Y - place.Y, place.Y - most.Y), 0);
        double z = Math.Max(Math.Max(least.Z - place.Z, place.Z - most.Z), 0);
        return x * x + y * y + z * z;
    }
}
