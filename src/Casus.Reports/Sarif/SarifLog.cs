using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Casus.Core.Binding;
using Casus.Core.Checking;
using Casus.Core.Diagnostics;
using Casus.Core.Stepping;
using Casus.Core.Text;

namespace Casus.Reports.Sarif;

/// <summary>
/// What `check` finds as a log in SARIF 2.1.0: every rule, a result for each finding with its fingerprint and fixes,
/// and what a comment allows as a suppressed result with the comment's reason.
/// </summary>
public static class SarifLog
{
    /// <summary>
    /// The name under which a result's fingerprint stands. It is made of the code and the words of the sentence, and
    /// not of its place: a result is known again when sentences are moved.
    /// </summary>
    public const string Fingerprint = "casusFinding/v1";

    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

    public static void Write(Stream stream, Compilation compilation, CheckResult result)
    {
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", Schema);
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            new SarifRun(writer, compilation).Write(result);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }
}

/// <summary>The one run of a log.</summary>
internal sealed class SarifRun(Utf8JsonWriter writer, Compilation compilation)
{
    private readonly SourceText source = compilation.Source;
    private readonly string uri = UriOf(compilation.Source.Path);
    private readonly FindingFingerprints fingerprints = new(compilation);
    private readonly Dictionary<string, int> ruleIndex = DiagnosticCodes
        .All.Select((code, index) => (code.Code, index))
        .ToDictionary(pair => pair.Code, pair => pair.index, StringComparer.Ordinal);

    public void Write(CheckResult result)
    {
        writer.WriteStartObject();
        WriteTool();
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WriteStartArray("artifacts");
        writer.WriteStartObject();
        WriteArtifactLocation("location");
        writer.WriteStartObject("hashes");
        writer.WriteString("sha-256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source.Text))));
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartArray("results");
        foreach (var diagnostic in result.Told)
        {
            WriteResult(diagnostic, null);
        }
        foreach (var allowed in result.Allowed)
        {
            WriteResult(allowed.Diagnostic, allowed.By.Reason);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>A relative path stays relative, with the signs that a URI may not hold escaped.</summary>
    public static string UriOf(string path) =>
        Path.IsPathRooted(path)
            ? new Uri(path).AbsoluteUri
            : string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));

    private void WriteTool()
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "Casus");
        writer.WriteString("version", EngineVersion.Current);
        writer.WriteStartArray("rules");
        foreach (var code in DiagnosticCodes.All)
        {
            writer.WriteStartObject();
            writer.WriteString("id", code.Code);
            WriteText("shortDescription", code.Title);
            WriteText("fullDescription", code.Explanation);
            WriteText("help", $"{code.Explanation} `./casus explain {code.Code}` says more.");
            writer.WriteStartObject("defaultConfiguration");
            writer.WriteString("level", LevelOf(code.Severity));
            writer.WriteEndObject();
            if (RuleBook.Find(code.Code) is { } rule)
            {
                writer.WriteStartObject("properties");
                writer.WriteStartArray("tags");
                writer.WriteStringValue(rule.Group.ToString().ToLowerInvariant());
                writer.WriteEndArray();
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteResult(Diagnostic diagnostic, string? allowedBecause)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", diagnostic.Code);
        writer.WriteNumber("ruleIndex", ruleIndex[diagnostic.Code]);
        writer.WriteString("level", LevelOf(diagnostic.Severity));
        WriteText("message", MessageOf(diagnostic));
        writer.WriteStartArray("locations");
        WriteLocation(diagnostic.Span, null);
        writer.WriteEndArray();
        writer.WriteStartObject("partialFingerprints");
        writer.WriteString(SarifLog.Fingerprint, fingerprints.Of(diagnostic));
        writer.WriteEndObject();
        if (!diagnostic.Related.IsEmpty)
        {
            writer.WriteStartArray("relatedLocations");
            foreach (var related in diagnostic.Related)
            {
                WriteLocation(related.Span, related.Message);
            }
            writer.WriteEndArray();
        }
        WriteFixes(diagnostic.Fixes);
        if (allowedBecause is not null)
        {
            writer.WriteStartArray("suppressions");
            writer.WriteStartObject();
            writer.WriteString("kind", "inSource");
            writer.WriteString("justification", allowedBecause);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    private void WriteFixes(ImmutableArray<Fix> fixes)
    {
        if (fixes.IsEmpty)
        {
            return;
        }
        writer.WriteStartArray("fixes");
        foreach (var fix in fixes)
        {
            writer.WriteStartObject();
            WriteText(
                "description",
                fix.Safety == FixSafety.Safe
                    ? fix.Title
                    : $"{fix.Title} (a negotiator's choice: it changes what the text means)"
            );
            writer.WriteStartArray("artifactChanges");
            writer.WriteStartObject();
            WriteArtifactLocation("artifactLocation");
            writer.WriteStartArray("replacements");
            foreach (var edit in fix.Edits)
            {
                writer.WriteStartObject();
                WriteRegion("deletedRegion", edit.Span);
                WriteText("insertedContent", edit.NewText);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteStartObject("properties");
            writer.WriteBoolean("safe", fix.Safety == FixSafety.Safe);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private void WriteLocation(TextSpan span, string? message)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        WriteArtifactLocation("artifactLocation");
        WriteRegion("region", span);
        writer.WriteEndObject();
        if (message is not null)
        {
            WriteText("message", message);
        }
        writer.WriteEndObject();
    }

    private void WriteRegion(string name, TextSpan span)
    {
        var (line, column) = source.PositionOf(span.Start);
        var (endLine, endColumn) = source.PositionOf(span.End);
        writer.WriteStartObject(name);
        writer.WriteNumber("startLine", line);
        writer.WriteNumber("startColumn", column);
        writer.WriteNumber("endLine", endLine);
        writer.WriteNumber("endColumn", endColumn);
        writer.WriteEndObject();
    }

    private void WriteArtifactLocation(string name)
    {
        writer.WriteStartObject(name);
        writer.WriteString("uri", uri);
        writer.WriteNumber("index", 0);
        writer.WriteEndObject();
    }

    private void WriteText(string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static string MessageOf(Diagnostic diagnostic) =>
        diagnostic.Suggestion is { } suggestion ? $"{diagnostic.Message} Write: {suggestion}" : diagnostic.Message;

    private static string LevelOf(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };
}
