using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>A line with its chords: whole metres, sides and sectors that are those of the exact judgement, mostly without it.</summary>
internal sealed class FastLine(GeodesicPolyline line)
{
    /// <summary>Rounding to the metre, and the chords' own shortness, in chainage.</summary>
    private const double ChainageSlack = 0.6;

    private readonly ChordTree chords = new(line);

    public GeodesicPolyline Line => line;

    public LineEstimate Estimate(in EarthVector place, double placeError) =>
        LineEstimate.Of(place, chords.Nearest(place), placeError);

    /// <summary>All of the line that comes within so many metres; never less.</summary>
    public Stretch Within(in EarthVector place, double metres) => chords.Within(place, metres);

    /// <summary>The chords within so many metres.</summary>
    public void Gather(in EarthVector place, double metres, List<int> into) => chords.Gather(place, metres, into);

    /// <summary>The sector of a place whose nearest points all lie on the chords that were gathered; null where it must be asked exactly.</summary>
    public int? SectorAmong(in EarthVector place, double placeError, List<int> near, SectorScheme scheme)
    {
        var estimate = LineEstimate.Of(place, chords.NearestAmong(place, near), placeError);
        if (!estimate.IsUsable)
        {
            return null;
        }
        var (first, last) = Sectors(chords.WithinAmong(place, estimate.TieRadius, near), scheme);
        return first == last ? first : null;
    }

    /// <summary>The one side on which a place is of all pieces that may be the nearest; null if that must be asked exactly.</summary>
    public static LineSide? Side(in Stretch stretch, in LineEstimate estimate)
    {
        // Planes and geodesics part by far less than a thousandth of the way.
        double slack = 1 + 1e-3 * estimate.StraightMetres;
        if (!estimate.IsUsable)
        {
            return null;
        }
        return stretch.LeastOffset > slack ? LineSide.Right
            : stretch.GreatestOffset < -slack ? LineSide.Left
            : null;
    }

    /// <summary>The first and the last sector of a stretch.</summary>
    public static (int First, int Last) Sectors(in Stretch stretch, SectorScheme scheme) =>
        (scheme.At(Math.Max(0, stretch.FirstMetres - ChainageSlack)), scheme.At(stretch.LastMetres + ChainageSlack));

    /// <summary>The line, continued beyond its ends, is farther than so many whole metres, for a place whose nearest point is farther.</summary>
    public bool ExtensionIsBeyond(in EarthVector place, int metres, GeoPoint point) =>
        (chords.First.ExtensionIsBeyond(place, metres, -1) && chords.Last.ExtensionIsBeyond(place, metres, 1))
        || line.ExtensionIsBeyond(point, metres);

    /// <summary>The exact nearest point, sought on the edges that may have it.</summary>
    public Nearest Exact(GeoPoint place, in Stretch stretch, in LineEstimate estimate) =>
        estimate.IsUsable && stretch.LastEdge >= 0
            ? line.NearestAmong(place, Enumerable.Range(stretch.FirstEdge, stretch.LastEdge - stretch.FirstEdge + 1))
            : line.NearestExact(place);
}
