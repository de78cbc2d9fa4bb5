using System.Text.Encodings.Web;
using System.Text.Json;
using Casus.Core.Effects;

namespace Casus.Reports.Json;

/// <summary>
/// effects.jsonl (formats.md): a line an effect, in order. Instants are ISO 8601 in UTC; a field that does not apply is
/// absent. Wake-ups are internal and are not written.
/// </summary>
public sealed class EffectsJsonLines : IDisposable
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();
    private readonly Stream stream;
    private readonly Utf8JsonWriter writer;

    /// <summary>The stream is the caller's, and is closed with the writer.</summary>
    public EffectsJsonLines(Stream stream)
    {
        this.stream = stream;
        // Names are printed as they are; the file is read as JSON and never put inside a page.
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        writer = new Utf8JsonWriter(stream, options);
    }

    public void Write(Effect effect)
    {
        if (effect.Kind == EffectKind.WakeAt)
        {
            return;
        }
        writer.WriteStartObject();
        writer.WriteNumber("seq", effect.Seq);
        writer.WriteString("kind", JsonNames.Of(effect.Kind));
        WriteText("clause", effect.Clause);
        WriteText("grade", effect.Grade);
        WriteText("bearer", effect.Bearer);
        WriteText("beneficiary", effect.Beneficiary);
        WriteText("party", effect.Party);
        if (effect.Sector is { } sector)
        {
            writer.WriteNumber("sector", sector);
        }
        WriteText("at", effect.At?.ToString());
        writer.WriteString("knownAt", effect.KnownAt.ToString());
        WriteText("deadline", effect.Deadline?.ToString());
        if (effect.Count is { } count)
        {
            writer.WriteNumber("count", count);
        }
        if (effect.Supposed)
        {
            writer.WriteBoolean("supposed", true);
        }
        writer.WriteString("view", JsonNames.Of(effect.View));
        WriteBecause(effect.Because);
        WriteText("note", effect.Note);
        writer.WriteEndObject();
        writer.Flush();
        writer.Reset();
        stream.Write(NewLine);
    }

    private void WriteBecause(Because because)
    {
        writer.WriteStartObject("because");
        writer.WriteStartArray("facts");
        foreach (var fact in because.Facts)
        {
            writer.WriteStringValue(fact);
        }
        writer.WriteEndArray();
        writer.WriteStartArray("effects");
        foreach (var earlier in because.Effects)
        {
            writer.WriteNumberValue(earlier);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteText(string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public void Dispose()
    {
        writer.Dispose();
        stream.Dispose();
    }
}
