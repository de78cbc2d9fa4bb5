using System.Text.Encodings.Web;
using System.Text.Json;
using Casus.Data.Incidents;
using Casus.Data.Inspection;

namespace Casus.Cli.DataTables;

/// <summary>A diagnosis for programs: one JSON document; docs/data/doctor.md has its members.</summary>
internal static class DoctorJson
{
    private const int Examples = 5;

    public static void Write(Stream stream, Diagnosis diagnosis)
    {
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            var table = diagnosis.Table;
            writer.WriteStartObject();
            writer.WriteString("file", table.File);
            writer.WriteString("format", table.Format);
            writer.WriteString("sha256", table.Sha256);
            writer.WriteNumber("rows", table.Rows);
            writer.WriteNumber("faults", table.Faults);
            writer.WriteStartArray("columns");
            foreach (var column in table.Columns)
            {
                WriteColumn(writer, column);
            }
            writer.WriteEndArray();
            if (table.Box is { } box)
            {
                writer.WriteStartArray("bbox");
                Array.ForEach([box.West, box.South, box.East, box.North], writer.WriteNumberValue);
                writer.WriteEndArray();
            }
            WriteTexts(writer, "suspicions", [.. table.Suspicions, .. diagnosis.Suspicions, .. table.Unread]);
            writer.WriteBoolean("isIncidentTable", table.IsIncidentTable);
            writer.WriteString("mapping", table.Fits?.Name);
            writer.WriteString("why", table.Why);
            writer.WriteStartObject("given");
            foreach (var (column, from) in table.Given)
            {
                writer.WriteString(IncidentColumns.NameOf(column), from);
            }
            writer.WriteEndObject();
            if (diagnosis.Agreement is not null)
            {
                WriteNeeds(writer, diagnosis);
            }
            writer.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static void WriteColumn(Utf8JsonWriter writer, ColumnInspection column)
    {
        writer.WriteStartObject();
        writer.WriteString("name", column.Name);
        writer.WriteNumber("filled", column.Filled);
        writer.WriteNumber("blank", column.Blank);
        writer.WriteStartObject("forms");
        foreach (var form in column.Forms)
        {
            writer.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(form.ToString()), column.Count(form));
        }
        writer.WriteEndObject();
        if (column.Least is { } least && column.Greatest is { } greatest)
        {
            writer.WriteNumber("least", least);
            writer.WriteNumber("greatest", greatest);
        }
        if (column.HasDays)
        {
            writer.WriteString("firstDay", column.FirstDay);
            writer.WriteString("lastDay", column.LastDay);
        }
        WriteTexts(writer, "examples", column.Values.Take(Examples));
        writer.WriteEndObject();
    }

    private static void WriteNeeds(Utf8JsonWriter writer, Diagnosis diagnosis)
    {
        writer.WriteStartArray("lacks");
        foreach (var need in diagnosis.Lacking)
        {
            writer.WriteStartObject();
            writer.WriteString("column", Diagnosis.NameOf(need));
            writer.WriteString("why", need.Why);
            WriteTexts(writer, "clauses", need.Clauses);
            writer.WriteString("assume", need.Suppose);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }
        writer.WriteEndArray();
    }
}
