using System.Collections.Immutable;

namespace Casus.Reports.Model;

/// <summary>A position as longitude, latitude; degrees, WGS 84, rounded to 0.0001 (some 10 m).</summary>
public readonly record struct LonLat(double Longitude, double Latitude);

/// <param name="Viewpoint">Whose view of borders the base map draws, in a sentence.</param>
/// <param name="West">With the other three: what the map should show at first, degrees.</param>
public sealed record MapModel(
    string Viewpoint,
    double West,
    double South,
    double East,
    double North,
    ImmutableArray<MapLine> Lines,
    ImmutableArray<MapZone> Zones,
    ImmutableArray<MapSector> Sectors
);

/// <param name="AsOf">The date at which it was drawn; null where it is not said.</param>
/// <param name="AccuracyKm">How near the drawn line lies to the true one; null where its file does not say.</param>
/// <param name="Datum">The days for which it was true, as its file says.</param>
/// <param name="Left">Whose side lies left of its direction; Right: right of it.</param>
public sealed record MapLine(
    string Name,
    string? AsOf,
    string? Datum,
    double? AccuracyKm,
    string? Method,
    string? Left,
    string? Right,
    ImmutableArray<LonLat> Points
);

/// <param name="Written">As the text has it.</param>
public sealed record MapZone(string Name, string Written, MapArea Area);

/// <summary>What a zone covers.</summary>
/// <param name="Kind">within, beyond, side, polygons, named, union or difference.</param>
/// <param name="Line">Of within, beyond and side: index into the lines.</param>
/// <param name="Metres">Of within and beyond.</param>
/// <param name="Left">Of side.</param>
public sealed record MapArea(string Kind, int? Line, long? Metres, bool? Left)
{
    /// <summary>Of polygons: each an outer ring and its holes, without the closing point.</summary>
    public ImmutableArray<ImmutableArray<ImmutableArray<LonLat>>> Rings { get; init; } = [];

    /// <summary>Of union: the parts; of difference: the area, then what is taken away.</summary>
    public ImmutableArray<MapArea> Of { get; init; } = [];
}

/// <summary>A stretch of the line that bounds a sector.</summary>
/// <param name="Number">From 1, in the line's direction.</param>
public sealed record MapSector(int Number, ImmutableArray<LonLat> Stretch);

/// <summary>
/// Where the rows lie: each place that a row names, or, where these are too many, cells of a grid. The tallies say what
/// lies there when.
/// </summary>
/// <param name="Cell">The side of a cell of the grid in degrees; null where places are as the rows have them.</param>
/// <param name="BinDays">Days in one bin of <see cref="Tallies"/>, counted from FirstDay; 1, or 7 to 28 where rows are
/// too many to be told apart.</param>
/// <param name="FirstDay">The local day of bin 0, ISO.</param>
/// <param name="Bins">Where each bin begins, instants, ascending; one more than there are bins.</param>
/// <param name="Conducts">Conduct terms, for <see cref="PlaceTally"/>.</param>
/// <param name="WithoutPlace">Rows of which nothing is known of the place: they are in the tallies under place
/// -1.</param>
public sealed record PlaceTable(
    double? Cell,
    int BinDays,
    string FirstDay,
    ImmutableArray<long> Bins,
    ImmutableArray<string> Conducts,
    int WithoutPlace,
    ImmutableArray<PlaceRow> Places,
    ImmutableArray<PlaceTally> Tallies
);

/// <summary>A region of uncertainty: a disc about the position, or an observer's sector at it.</summary>
/// <param name="RadiusKm">0: exact. Of a grid's cell: the largest of its rows.</param>
/// <param name="Observer">Null: a disc.</param>
/// <param name="Zone">In the first zone: in, out or undetermined.</param>
/// <param name="Sectors">Those in which it may lie, from 1; one: sure; empty: none is known.</param>
/// <param name="Rows">How many rows lie here.</param>
public sealed record PlaceRow(
    LonLat At,
    double RadiusKm,
    ObserverArea? Observer,
    string Zone,
    ImmutableArray<int> Sectors,
    int Rows
);

/// <param name="Arcs">Each from, to: bearings in degrees clockwise from north; none: all round.</param>
/// <param name="MaxKm">Null: the distance is open, so that there is no place.</param>
public sealed record ObserverArea(ImmutableArray<Bearings> Arcs, double MinKm, double? MaxKm);

public readonly record struct Bearings(double From, double To);

/// <summary>Rows at one place in one bin of one conduct. A row belongs to the bin in which it began.</summary>
/// <param name="Place">Index into the places; -1: unknown.</param>
/// <param name="Acts">Acts at least.</param>
public readonly record struct PlaceTally(int Place, int Bin, int Conduct, int Rows, long Acts);

/// <param name="Total">How many there are; more than <see cref="Rows"/> where they are too many to be shown.</param>
public sealed record RowTable(int Total, ImmutableArray<RowLine> Rows);

/// <summary>A row as a reader needs it.</summary>
/// <param name="Place">Index into the places; -1: unknown.</param>
/// <param name="CountMax">Null: open.</param>
/// <param name="Established">met, undetermined or notMet; so for Attributed and Breach.</param>
/// <param name="Party">Whose act, if attributed; an allegation unless Attributed is met.</param>
/// <param name="Assumed">Columns that an assumption filled.</param>
public sealed record RowLine(
    string Id,
    long From,
    long To,
    long KnownAt,
    int Place,
    string Conduct,
    long Count,
    long CountMin,
    long? CountMax,
    string? Party,
    string Established,
    string Attributed,
    string Breach,
    string? Source,
    ImmutableArray<string> Assumed
);
