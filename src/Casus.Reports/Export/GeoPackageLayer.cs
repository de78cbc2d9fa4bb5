using Casus.Core.Facts;
using Microsoft.Data.Sqlite;

namespace Casus.Reports.Export;

/// <summary>Takes the features of a layer one by one; when it is finished, it states their bounds.</summary>
internal sealed class GeoPackageLayer : IDisposable
{
    private readonly GeoPackageFile file;
    private readonly LayerDefinition definition;
    private readonly SqliteCommand insert;
    private readonly SqliteParameter geometry;
    private readonly SqliteParameter[] values;
    private GeoBounds bounds = GeoBounds.Nothing;

    internal GeoPackageLayer(GeoPackageFile file, LayerDefinition definition)
    {
        this.file = file;
        this.definition = definition;
        var names = definition.Fields.Select(field => GeoPackageFile.Quoted(field.Name));
        var places = Enumerable.Range(0, definition.Fields.Length).Select(i => $"$v{i}").ToArray();
        insert = file.Command(
            $"INSERT INTO {GeoPackageFile.Quoted(definition.Name)} (geom, {string.Join(", ", names)}) "
                + $"VALUES ($geom, {string.Join(", ", places)})"
        );
        geometry = insert.Parameters.Add("$geom", SqliteType.Blob);
        values = [.. places.Zip(definition.Fields, (place, field) => insert.Parameters.Add(place, TypeOf(field.Kind)))];
    }

    /// <param name="shape">Null: the feature has no geometry.</param>
    /// <param name="fields">In the order of the layer's definition.</param>
    public void Add(Shape? shape, params ReadOnlySpan<FieldValue> fields)
    {
        geometry.Value = shape is null ? DBNull.Value : GeometryBlob.Of(shape);
        for (var i = 0; i < values.Length; i++)
        {
            values[i].Value = Boxed(fields[i]);
        }
        GeoPackageFile.Guard(() => insert.ExecuteNonQuery());
        if (shape is not null)
        {
            Widen(shape);
        }
    }

    /// <summary>After the last feature.</summary>
    public void Finish()
    {
        if (!bounds.IsNothing)
        {
            file.StateBounds(definition.Name, bounds);
        }
    }

    public void Dispose() => insert.Dispose();

    private void Widen(Shape shape)
    {
        switch (shape)
        {
            case Shape.Point point:
                bounds = bounds.With(point.At);
                break;
            case Shape.Line line:
                Widen(line.Vertices);
                break;
            case Shape.Polygon polygon:
                Widen(polygon.Rings[0]);
                break;
            case Shape.Polygons polygons:
                foreach (var polygon in polygons.Of)
                {
                    Widen(polygon);
                }
                break;
            case Shape.Collection collection:
                foreach (var one in collection.Of)
                {
                    Widen(one);
                }
                break;
        }
    }

    private void Widen(IEnumerable<GeoPoint> points)
    {
        foreach (var point in points)
        {
            bounds = bounds.With(point);
        }
    }

    private static object Boxed(FieldValue value) =>
        value.IsNone ? DBNull.Value
        : value.Kind == FieldKind.Integer ? value.Integer
        : value.Kind == FieldKind.Real ? value.Real
        : value.Text!;

    private static SqliteType TypeOf(FieldKind kind) =>
        kind switch
        {
            FieldKind.Integer => SqliteType.Integer,
            FieldKind.Real => SqliteType.Real,
            _ => SqliteType.Text,
        };
}
