using System.Runtime.Intrinsics;

namespace Casus.Core.Geography;

/// <summary>
/// An upright box in space. Its corners stand in one vector each, since little else is asked so often as how far it is.
/// </summary>
internal readonly struct Box
{
    private readonly Vector256<double> least;
    private readonly Vector256<double> most;

    private Box(Vector256<double> least, Vector256<double> most)
    {
        this.least = least;
        this.most = most;
    }

    /// <summary>Around no chord: a box that is infinitely far from everything.</summary>
    public static Box Around(ReadOnlySpan<Chord> chords)
    {
        const double Far = double.PositiveInfinity;
        var box = new Box(Vector256.Create(Far, Far, Far, 0), Vector256.Create(-Far, -Far, -Far, 0));
        foreach (var chord in chords)
        {
            var (start, end) = (Of(chord.Start), Of(chord.End));
            box = Around(box, new Box(start, start));
            box = Around(box, new Box(end, end));
        }
        return box;
    }

    public static Box Around(Box a, Box b) => new(Vector256.Min(a.least, b.least), Vector256.Max(a.most, b.most));

    /// <summary>A place as <see cref="SquareTo"/> wants it.</summary>
    public static Vector256<double> Of(in EarthVector place) => Vector256.Create(place.X, place.Y, place.Z, 0);

    public double SquareTo(Vector256<double> place)
    {
        var off = Vector256.Max(Vector256.Max(least - place, place - most), Vector256<double>.Zero);
        return Vector256.Dot(off, off);
    }
}
