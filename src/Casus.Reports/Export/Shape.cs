using System.Collections.Immutable;
using Casus.Core.Facts;

namespace Casus.Reports.Export;

/// <summary>A geometry as Simple Features have it, WGS 84.</summary>
internal abstract record Shape
{
    public sealed record Point(GeoPoint At) : Shape;

    public sealed record Line(ImmutableArray<GeoPoint> Vertices) : Shape;

    /// <summary>An outer ring and its holes; each ring ends where it begins.</summary>
    public sealed record Polygon(ImmutableArray<ImmutableArray<GeoPoint>> Rings) : Shape;

    public sealed record Polygons(ImmutableArray<Polygon> Of) : Shape;

    /// <summary>Of several kinds.</summary>
    public sealed record Collection(ImmutableArray<Shape> Of) : Shape;
}
