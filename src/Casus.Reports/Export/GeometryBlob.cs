using System.Collections.Immutable;
using Casus.Core.Facts;

namespace Casus.Reports.Export;

/// <summary>
/// A geometry as a GeoPackage stores it (OGC 12-128r18, 2.1.3): a header of eight bytes, then well-known binary,
/// little-endian. No envelope is written: readers make their own.
/// </summary>
internal static class GeometryBlob
{
    public const int Wgs84 = 4326;
    private const byte LittleEndian = 1;

    private const uint PointCode = 1;
    private const uint LineCode = 2;
    private const uint PolygonCode = 3;
    private const uint PolygonsCode = 6;
    private const uint CollectionCode = 7;

    public static byte[] Of(Shape shape)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("GP"u8);
        writer.Write((byte)0);
        writer.Write(LittleEndian);
        writer.Write(Wgs84);
        Write(writer, shape);
        writer.Flush();
        return bytes.ToArray();
    }

    private static void Write(BinaryWriter writer, Shape shape)
    {
        writer.Write(LittleEndian);
        switch (shape)
        {
            case Shape.Point point:
                writer.Write(PointCode);
                Write(writer, point.At);
                break;
            case Shape.Line line:
                writer.Write(LineCode);
                Write(writer, line.Vertices);
                break;
            case Shape.Polygon polygon:
                writer.Write(PolygonCode);
                writer.Write((uint)polygon.Rings.Length);
                foreach (var ring in polygon.Rings)
                {
                    Write(writer, ring);
                }
                break;
            case Shape.Polygons polygons:
                WriteAll(writer, PolygonsCode, polygons.Of);
                break;
            case Shape.Collection collection:
                WriteAll(writer, CollectionCode, collection.Of);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(shape));
        }
    }

    private static void WriteAll<TShape>(BinaryWriter writer, uint code, ImmutableArray<TShape> shapes)
        where TShape : Shape
    {
        writer.Write(code);
        writer.Write((uint)shapes.Length);
        foreach (var shape in shapes)
        {
            Write(writer, shape);
        }
    }

    private static void Write(BinaryWriter writer, ImmutableArray<GeoPoint> points)
    {
        writer.Write((uint)points.Length);
        foreach (var point in points)
        {
            Write(writer, point);
        }
    }

    private static void Write(BinaryWriter writer, GeoPoint point)
    {
        writer.Write(point.Longitude);
        writer.Write(point.Latitude);
    }
}
