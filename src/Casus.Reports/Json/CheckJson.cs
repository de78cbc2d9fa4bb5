using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Casus.Core.Binding;
using Casus.Core.Diagnostics;

namespace Casus.Reports.Json;

/// <summary>
/// What `check --format json` prints: the diagnostics, how many of each severity, and the compiled agreement.
/// </summary>
public static class CheckJson
{
    public static void Write(Stream stream, Compilation compilation, ImmutableArray<Diagnostic> diagnostics)
    {
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            writer.WriteStartObject();
            writer.WriteString("file", compilation.Source.Path);
            foreach (var severity in Enum.GetValues<Severity>().Reverse())
            {
                var count = diagnostics.Count(diagnostic => diagnostic.Severity == severity);
                writer.WriteNumber(JsonNames.Of(severity), count);
            }
            writer.WritePropertyName("diagnostics");
            DiagnosticJson.Write(writer, compilation.Source, diagnostics);
            writer.WriteStartObject("agreement");
            AgreementJson.WriteMembers(writer, compilation.Agreement);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }
}
