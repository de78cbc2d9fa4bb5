using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Casus.Core.Text;

namespace Casus.Core.Diagnostics;

/// <summary>
/// Writes diagnostics for machines: an array of objects with code, severity (error, warning, information), message,
/// file, line, column, endLine, endColumn, help, suggestion, related (message and place) and fixes (title, safe, edits:
/// place and newText). Lines and columns count from 1, the end is the first column after the part; help and suggestion
/// are null where there is none. The names do not change.
/// </summary>
public static class DiagnosticJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The array alone, indented, ending with a line feed.</summary>
    public static string Of(SourceText source, IEnumerable<Diagnostic> diagnostics)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, source, diagnostics);
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>The array, as a value of a larger document.</summary>
    public static void Write(Utf8JsonWriter writer, SourceText source, IEnumerable<Diagnostic> diagnostics)
    {
        writer.WriteStartArray();
        foreach (var diagnostic in diagnostics)
        {
            writer.WriteStartObject();
            writer.WriteString("code", diagnostic.Code);
            writer.WriteString("severity", DiagnosticLines.NameOf(diagnostic.Severity));
            writer.WriteString("message", diagnostic.Message);
            writer.WriteString("file", source.Path);
            WritePlace(writer, source, diagnostic.Span);
            writer.WriteString("help", diagnostic.Help);
            writer.WriteString("suggestion", diagnostic.Suggestion);
            WriteRelated(writer, source, diagnostic);
            WriteFixes(writer, source, diagnostic);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteRelated(Utf8JsonWriter writer, SourceText source, Diagnostic diagnostic)
    {
        writer.WriteStartArray("related");
        foreach (var related in diagnostic.Related)
        {
            writer.WriteStartObject();
            writer.WriteString("message", related.Message);
            WritePlace(writer, source, related.Span);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteFixes(Utf8JsonWriter writer, SourceText source, Diagnostic diagnostic)
    {
        writer.WriteStartArray("fixes");
        foreach (var fix in diagnostic.Fixes)
        {
            writer.WriteStartObject();
            writer.WriteString("title", fix.Title);
            writer.WriteBoolean("safe", fix.Safety == FixSafety.Safe);
            writer.WriteStartArray("edits");
            foreach (var edit in fix.Edits)
            {
                writer.WriteStartObject();
                WritePlace(writer, source, edit.Span);
                writer.WriteString("newText", edit.NewText);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter writer, SourceText source, TextSpan span)
    {
        var (line, column) = source.PositionOf(span.Start);
        var (endLine, endColumn) = source.PositionOf(span.End);
        writer.WriteNumber("line", line);
        writer.WriteNumber("column", column);
        writer.WriteNumber("endLine", endLine);
        writer.WriteNumber("endColumn", endColumn);
    }
}
