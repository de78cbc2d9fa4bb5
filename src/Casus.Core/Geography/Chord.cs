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

    /// <summary>The sectors through which the piece runs, and a little more for rounding.</summary>
    public (int First, int Last) Sectors(SectorScheme scheme, double slack) =>
        (scheme.At(Math.Max(0, chainage - slack)), scheme.At(chainage + length + slack));

    /// <summary>The chord's nearest point, and how far along the line it is.</summary>
    public ChordFoot Foot(in EarthVector place, int index)
    {
        double share = Math.Min(Math.Max((place - start).Dot(span) * inverseSquare, 0), 1);
        return new ChordFoot(start + share * span, chainage + share * length, index);
    }

    /// <summary>
    /// Surely farther than so many metres from this chord's geodesic, continued forward (1) from its end or backward
    /// (-1) from its start; given that the place is farther than that from the end itself. False where that must be
    /// asked exactly.
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

    /// <summary>
    /// Adds what lies within the radius, whose square is given. This is the chord of that number; another may be the
    /// nearest.
    /// </summary>
    public void AddTo(
        ref Stretch stretch,
        in EarthVector place,
        double radiusSquare,
        int index,
        in LineEstimate nearest
    )
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
        bool leadsThere =
            index == nearest.Chord
            || (
                index < nearest.Chord
                    ? (share - 1) * length > nearest.ChainageErrorMetres
                    : share * length < -nearest.ChainageErrorMetres
            );
        stretch.Chords++;
        stretch.FirstChord = Math.Min(stretch.FirstChord, index);
        stretch.LastChord = Math.Max(stretch.LastChord, index);
        stretch.AllLeadToOneFoot &= leadsThere;
        stretch.FirstEdge = Math.Min(stretch.FirstEdge, edge);
        stretch.LastEdge = Math.Max(stretch.LastEdge, edge);
        double offset = from.Dot(right);
        stretch.LeastOffset = Math.Min(stretch.LeastOffset, offset);
        stretch.GreatestOffset = Math.Max(stretch.GreatestOffset, offset);
    }
}

/// <summary>The nearest point of a chord to a place, its chainage in metres, and the chord's number.</summary>
internal readonly record struct ChordFoot(EarthVector Point, double ChainageMetres, int Chord);
