using System.Text.Encodings.Web;
using System.Text.Json;
using Casus.Core.Binding;
using Casus.Core.Diagnostics;
using Casus.Core.Text;

namespace Casus.Reports.Json;

/// <summary>What `check --format json` prints: the diagnostics, how many of each severity, and the compiled agreement.</summary>
public static class CheckJson
{
    public static void Write(Stream stream, Compilation compilation)
    {
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            writer.WriteStartObject();
            writer.WriteString("file", compilation.Source.Path);
            foreach (var severity in Enum.GetValues<Severity>().Reverse())
            {
                var count = compilation.Diagnostics.Count(diagnostic => diagnostic.Severity == severity);
                writer.WriteNumber(JsonNames.Of(severity), count);
            }
            writer.WriteArray(
                "diagnostics",
                compilation.Diagnostics,
                (writer, diagnostic) => WriteDiagnostic(writer, compilation.Source, diagnostic)
            );
            writer.WriteStartObject("agreement");
            AgreementJson.WriteMembers(writer, compilation.Agreement);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static void WriteDiagnostic(Utf8JsonWriter writer, SourceText source, Diagnostic diagnostic)
    {
        writer.WriteString("code", diagnostic.Code);
        writer.WriteString("severity", JsonNames.Of(diagnostic.Severity));
        writer.WriteString("message", diagnostic.Message);
        WritePosition(writer, source, "start", diagnostic.Span.Start);
        WritePosition(writer, source, "end", diagnostic.Span.End);
        writer.WriteText("help", diagnostic.Help);
        writer.WriteText("suggestion", diagnostic.Suggestion);
    }

    private static void WritePosition(Utf8JsonWriter writer, SourceText source, string name, int offset)
    {
        var (line, column) = source.PositionOf(offset);
        writer.WriteStartObject(name);
        writer.WriteNumber("line", line);
        writer.WriteNumber("column", column);
        writer.WriteEndObject();
    }
}
