using Casus.Core.Binding;
using Casus.Core.Facts;
using Casus.Core.Geography;

namespace Casus.Tests.Vectors;

/// <summary>The line of a vector, given in memory: vertices are [longitude, latitude].</summary>
internal sealed class VectorGeography(double[][] line) : IGeographySource
{
    public (LineFile? Line, string? Problem) Line(string file) =>
        (new LineFile([.. line.Select(vertex => new GeoPoint(vertex[1], vertex[0]))]), null);

    public (Area.Polygons? Area, string? Problem) Area(string file) =>
        (null, $"`{file}` is an area, and a corner case has none.");
}
