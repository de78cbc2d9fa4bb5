using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>
/// A line with its chords: whole metres, sides and sectors that are those of the exact judgement, mostly without it.
/// </summary>
internal sealed class FastLine(GeodesicPolyline line)
{
    /// <summary>Rounding to the metre, and the chords' own shortness, in chainage.</summary>
    private const double ChainageSlack = 0.6;

    private readonly ChordTree chords = new(line);

    public GeodesicPolyline Line => line;

    public LineEstimate Estimate(in EarthVector place, double placeError) =>
        LineEstimate.Of(place, chords.Nearest(place), placeError);

    /// <summary>All of the line that comes within so many metres; never less.</summary>
    public Stretch Within(in EarthVector place, double metres, in LineEstimate nearest) =>
        chords.Within(place, metres, nearest);

    /// <summary>The chords that a place within the radius may have as its nearest.</summary>
    public void Gather(in EarthVector centre, double radius, double reach, List<int> into)
    {
        chords.Gather(centre, reach, into);
        Thin(centre, radius, into);
    }

    /// <summary>Of the gathered chords, those that a place within a smaller radius may have as its nearest.</summary>
    public void Thin(in EarthVector centre, double radius, List<int> near) =>
        chords.Thin(centre, radius, chords.Nearest(centre).Point, near);

    /// <summary>The sectors through which gathered chords run.</summary>
    public void Mark(List<int> near, SectorScheme scheme, Span<bool> sectors, int firstSector) =>
        chords.Mark(near, scheme, ChainageSlack, sectors, firstSector);

    /// <summary>
    /// The sectors of which one is that of a place whose nearest points all lie on the chords that were gathered.
    /// </summary>
    public (int First, int Last)? SectorsAmong(
        in EarthVector place,
        double placeError,
        List<int> near,
        SectorScheme scheme
    )
    {
        var (estimate, stretch) = chords.Among(place, placeError, near);
        return estimate.IsUsable ? Sectors(stretch, estimate, scheme) : null;
    }

    /// <summary>
    /// The one side on which a place is of all pieces that may be the nearest; null if that must be asked exactly.
    /// </summary>
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

    /// <summary>The first and the last sector in which the nearest point may lie.</summary>
    public static (int First, int Last) Sectors(in Stretch stretch, in LineEstimate estimate, SectorScheme scheme)
    {
        return stretch.HasOneFoot
            ? Sectors(
                estimate.ChainageMetres - estimate.ChainageErrorMetres,
                estimate.ChainageMetres + estimate.ChainageErrorMetres,
                scheme
            )
            : Sectors(stretch, scheme);
    }

    /// <summary>The first and the last sector of a stretch.</summary>
    public static (int First, int Last) Sectors(in Stretch stretch, SectorScheme scheme) =>
        Sectors(stretch.FirstMetres - ChainageSlack, stretch.LastMetres + ChainageSlack, scheme);

    private static (int First, int Last) Sectors(double first, double last, SectorScheme scheme) =>
        (scheme.At(Math.Max(0, first)), scheme.At(Math.Max(0, last)));

    /// <summary>
    /// The line, continued beyond its ends, is farther than so many whole metres, for a place whose nearest point is
    /// farther.
    /// </summary>
    public bool ExtensionIsBeyond(in EarthVector place, int metres, GeoPoint point) =>
        (chords.First.ExtensionIsBeyond(place, metres, -1) && chords.Last.ExtensionIsBeyond(place, metres, 1))
        || line.ExtensionIsBeyond(point, metres);

    /// <summary>The exact nearest point, sought on the edges that may have it.</summary>
    public Nearest Exact(GeoPoint place, in Stretch stretch, in LineEstimate estimate) =>
        estimate.IsUsable && stretch.LastEdge >= 0
            ? line.NearestAmong(place, Enumerable.Range(stretch.FirstEdge, stretch.LastEdge - stretch.FirstEdge + 1))
            : line.NearestExact(place);
}
