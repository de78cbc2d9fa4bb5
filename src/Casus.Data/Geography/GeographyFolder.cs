using System.Collections.Immutable;
using System.Text.Json;
using Casus.Core.Binding;
using Casus.Core.Facts;
using Casus.Core.Geography;

namespace Casus.Data.Geography;

/// <summary>
/// The GeoJSON files (RFC 7946) that an agreement names, found relative to a folder. What cannot be used is told as a
/// problem, never thrown: what was seen, why it matters and what to write instead.
/// </summary>
public sealed class GeographyFolder(string folder) : IGeographySource
{
    public (LineFile? Line, string? Problem) Line(string file)
    {
        try
        {
            using var document = Open(file);
            return (LineOf(GeoJsonShape.In(document.RootElement)), null);
        }
        catch (GeoJsonProblemException problem)
        {
            return (null, $"{file}: {problem.Message}");
        }
    }

    public (Area.Polygons? Area, string? Problem) Area(string file)
    {
        try
        {
            using var document = Open(file);
            return (AreaOf(GeoJsonShape.In(document.RootElement)), null);
        }
        catch (GeoJsonProblemException problem)
        {
            return (null, $"{file}: {problem.Message}");
        }
    }

    private JsonDocument Open(string file)
    {
        string text;
        try
        {
            text = File.ReadAllText(Path.Combine(folder, file));
        }
        catch (Exception unreadable) when (unreadable is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new GeoJsonProblemException(
                $"there is no such file in {Path.GetFullPath(folder)}. Put it there, or name it relative to the agreement."
            );
        }
        catch (Exception unreadable)
            when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException
            )
        {
            throw new GeoJsonProblemException($"it cannot be read ({unreadable.Message}).");
        }
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException broken)
        {
            throw new GeoJsonProblemException(
                $"it is not JSON at line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}. "
                    + "A line or an area is read from GeoJSON (RFC 7946)."
            );
        }
    }

    private static LineFile LineOf(List<GeoJsonShape> shapes)
    {
        var parts = shapes.Where(shape => shape.Type == "MultiLineString").ToList();
        if (parts.Count > 0)
        {
            throw new GeoJsonProblemException(
                "it has a MultiLineString, and distance along a line of several parts is not defined. "
                    + "Join the parts into one LineString, in order, or give each its own file and Line sentence."
            );
        }
        var lines = shapes.Where(shape => shape.Type == "LineString").ToList();
        if (lines.Count != 1)
        {
            string seen =
                lines.Count > 0 ? $"it has {lines.Count} lines"
                : shapes.Count > 0
                    ? $"it has no LineString, only {string.Join(", ", shapes.Select(s => s.Type).Distinct())}"
                : "it has no geometry";
            throw new GeoJsonProblemException(seen + ". Leave exactly one LineString in the file.");
        }
        var warnings = ImmutableArray.CreateBuilder<string>();
        if (shapes.Count > 1)
        {
            warnings.Add($"Besides its line the file has {shapes.Count - 1} other geometries, which are not read.");
        }
        var positions = GeoJsonPositions.Read(lines[0].Coordinates, "the line");
        var vertices = LineVertices.WithoutRepeats(positions, warnings);
        LineVertices.Warn(vertices, warnings);
        var properties = new LineProperties(lines[0].Properties, warnings);
        var (left, right) = properties.Sides();
        double? accuracyKm = properties.Kilometres("accuracy_km");
        return new LineFile(vertices, accuracyKm, left, right, properties.Text("datum"), properties.Text("method"))
        {
            Warnings = warnings.ToImmutable(),
        };
    }

    private static Area.Polygons AreaOf(List<GeoJsonShape> shapes)
    {
        var polygons = ImmutableArray.CreateBuilder<ImmutableArray<ImmutableArray<GeoPoint>>>();
        foreach (var shape in shapes)
        {
            if (shape.Type == "Polygon")
            {
                polygons.Add(Rings.Read(shape.Coordinates));
            }
            else if (shape.Type == "MultiPolygon")
            {
                polygons.AddRange(shape.Parts().Select(Rings.Read));
            }
        }
        if (polygons.Count == 0)
        {
            string seen =
                shapes.Count > 0
                    ? $"it has no Polygon, only {string.Join(", ", shapes.Select(s => s.Type).Distinct())}"
                    : "it has no geometry";
            throw new GeoJsonProblemException(seen + ". An area is a Polygon or a MultiPolygon.");
        }
        return new Area.Polygons(polygons.ToImmutable());
    }
}
