namespace Casus.Core.Geography;

/// <summary>
/// The pieces of a line that come within a radius of a place: the stretch of chainage that holds all of their nearer
/// parts, the edges to which they belong, and on which side of them the place is.
/// </summary>
internal struct Stretch
{
    public double FirstMetres = double.PositiveInfinity;
    public double LastMetres = double.NegativeInfinity;
    public int FirstEdge = int.MaxValue;
    public int LastEdge = -1;
    public int FirstChord = int.MaxValue;
    public int LastChord = -1;
    public int Chords;

    /// <summary>
    /// On every chord but that with the nearest foot, the distance surely falls towards it up to the chord's end.
    /// </summary>
    public bool AllLeadToOneFoot = true;

    /// <summary>
    /// The place's offset from the vertical planes of the pieces, positive on the right: least and greatest.
    /// </summary>
    public double LeastOffset = double.PositiveInfinity;
    public double GreatestOffset = double.NegativeInfinity;

    public Stretch() { }

    /// <summary>
    /// There is one nearest point, and it is the foot: where all belongs to one edge, or where the chords follow one
    /// another and all lead to it.
    /// </summary>
    public readonly bool HasOneFoot =>
        FirstEdge == LastEdge || (AllLeadToOneFoot && LastChord - FirstChord + 1 == Chords);
}
