using System.Collections.Immutable;
using Casus.Core.Facts;
using NodaTime;

namespace Casus.Core.Geography;

/// <summary>
/// A line that serves as a datum: the vertices as drawn, with the date it was drawn at or the fact that it moves.
/// <see cref="Vertices"/> is empty where the text names no file (then distances from it are undetermined).
/// </summary>
public sealed record DatumLine(
    string Name,
    string? File,
    LocalDate? AsOf,
    bool Moving,
    ImmutableArray<GeoPoint> Vertices
)
{
    /// <summary>
    /// How near the drawn line lies to the true one, if its file says; printed beside every count, never added.
    /// </summary>
    public double? AccuracyKm { get; init; }

    /// <summary>Whose side is left and right of the line's direction, if its file says (S14).</summary>
    public string? Left { get; init; }
    public string? Right { get; init; }

    /// <summary>The days for which the line was true, if its file says: ISO dates as written, from/to.</summary>
    public string? Datum { get; init; }
    public string? Method { get; init; }
}

/// <summary>A named zone, and the area that it covers.</summary>
public sealed record Zone(string Name, string Written, Area Area)
{
    /// <summary>
    /// False for an area that a norm makes by its distances: it has no name of its own and is not reported.
    /// </summary>
    public bool Declared { get; init; } = true;
}

public abstract record Area
{
    /// <summary>
    /// Within a distance, in whole metres, of a line (index into Agreement.Lines); caps are round (S4).
    /// </summary>
    public sealed record WithinOfLine(int Line, long Metres) : Area;

    /// <summary>At least a distance from a line.</summary>
    public sealed record BeyondLine(int Line, long Metres) : Area;

    /// <summary>One side of a line.</summary>
    public sealed record SideOfLine(int Line, bool Left) : Area;

    /// <summary>Polygons of a file: outer rings and holes, each a list of points without the closing one.</summary>
    public sealed record Polygons(ImmutableArray<ImmutableArray<ImmutableArray<GeoPoint>>> Rings) : Area;

    /// <summary>
    /// A declared or quoted area without geometry: undetermined, save for rows that name it as their district.
    /// </summary>
    public sealed record Named(string Name) : Area;

    public sealed record Union(ImmutableArray<Area> Of) : Area;

    public sealed record Difference(Area Of, Area Except) : Area;
}

/// <summary>
/// `Sectors: every 40 km along Contact Line.` Sector i = [length(i-1), length i); the last is what remains, closed
/// (S5).
/// </summary>
public sealed record SectorScheme(int Line, long Metres, int Count);
