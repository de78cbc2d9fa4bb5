using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Casus.Data.Incidents;

namespace Casus.Reports.Export;

/// <summary>
/// judged.geojson (RFC 7946): a feature a row, a point where the row has one, with radius_km among its properties. A
/// row of which only an observer's sector is known has no geometry: its place is no point.
/// </summary>
internal sealed class GeoJsonExport : IRowExport
{
    private readonly Stream stream;
    private readonly Utf8JsonWriter writer;
    private readonly ImmutableArray<ExportField> fields;

    /// <param name="fields">Without latitude and longitude, which are the geometry.</param>
    public GeoJsonExport(Stream stream, ImmutableArray<ExportField> fields, string description)
    {
        this.stream = stream;
        this.fields =
        [
            .. fields.Where(field =>
                field.Name != IncidentColumns.NameOf(IncidentColumn.Latitude)
                && field.Name != IncidentColumns.NameOf(IncidentColumn.Longitude)
            ),
        ];
        writer = new Utf8JsonWriter(
            stream,
            new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
        writer.WriteStartObject();
        writer.WriteString("type", "FeatureCollection");
        writer.WriteString("name", "incidents");
        writer.WriteString("description", description);
        writer.WriteStartArray("features");
    }

    public void Write(JudgedRow row)
    {
        const int Enough = 1 << 16;
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WritePropertyName("geometry");
        WriteGeometry(row);
        writer.WriteStartObject("properties");
        foreach (var field in fields)
        {
            WriteValue(field.Name, field.Read(row));
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
        if (writer.BytesPending > Enough)
        {
            writer.Flush();
        }
    }

    public void Finish()
    {
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
    }

    public void Dispose()
    {
        writer.Dispose();
        stream.Dispose();
    }

    private void WriteGeometry(JudgedRow row)
    {
        if (row.Row.Place?.Point is not { } point)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("type", "Point");
        writer.WriteStartArray("coordinates");
        writer.WriteNumberValue(point.Longitude);
        writer.WriteNumberValue(point.Latitude);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteValue(string name, FieldValue value)
    {
        if (value.IsNone)
        {
            return;
        }
        switch (value.Kind)
        {
            case FieldKind.Integer:
                writer.WriteNumber(name, value.Integer);
                break;
            case FieldKind.Real:
                writer.WriteNumber(name, value.Real);
                break;
            default:
                writer.WriteString(name, value.Text);
                break;
        }
    }
}
