using System.Collections.Immutable;
using Casus.Core.Facts;
using Casus.Core.Geography;

namespace Casus.Core.Binding;

/// <summary>What a line's file says.</summary>
public sealed record LineFile(
    ImmutableArray<GeoPoint> Vertices,
    double? AccuracyKm = null,
    string? Left = null,
    string? Right = null,
    string? Datum = null,
    string? Method = null
)
{
    /// <summary>
    /// Things to tell the drafter that do not stop the line from being used, such as an edge bent by more than 50 m.
    /// </summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}

/// <summary>
/// Brings the files that an agreement names; the core itself reads none. Exactly one of the pair is set.
/// </summary>
public interface IGeographySource
{
    /// <summary>A line; the problem says what was seen, why it matters and what to write instead.</summary>
    (LineFile? Line, string? Problem) Line(string file);

    (Area.Polygons? Area, string? Problem) Area(string file);
}
