using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Casus.Core.Text;

namespace Casus.Core.Diagnostics;

/// <summary>
/// Writes diagnostics for machines: an array of objects with code, severity (error, warning, information), message,
/// file, line, column, endLine, endColumn, help and suggestion. Lines and columns count from 1, the end is the first
/// column after the part; help and suggestion are null where there is none. The names do not change.
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
            var (line, column) = source.PositionOf(diagnostic.Span.Start);
            var (endLine, endColumn) = source.PositionOf(diagnostic.Span.End);
            writer.WriteStartObject();
            writer.WriteString("code", diagnostic.Code);
            writer.WriteString("severity", DiagnosticLines.NameOf(diagnostic.Severity));
            writer.WriteString("message", diagnostic.Message);
            writer.WriteString("file", source.Path);
            writer.WriteNumber("line", line);
            writer.WriteNumber("column", column);
            writer.WriteNumber("endLine", endLine);
            writer.WriteNumber("endColumn", endColumn);
            writer.WriteString("help", diagnostic.Help);
            writer.WriteString("suggestion", diagnostic.Suggestion);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
