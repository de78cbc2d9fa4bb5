using System.Text.Encodings.Web;
using System.Text.Json;
using Casus.Analysis.Diff;
using Casus.Core.Agreements;
using Casus.Reports.Json;

namespace Casus.Reports.Diff;

/// <summary>What `diff --json` prints: one document. docs/diff.md says what each member means.</summary>
public static class DiffJson
{
    public static void Write(Stream stream, DiffResult result, Agreement old, Agreement now)
    {
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            writer.WriteStartObject();
            Text(writer, "old", old);
            Text(writer, "new", now);
            writer.WriteBoolean("same", result.IsSame);
            writer.WriteString("direction", JsonNames.Of(result.Whole));
            writer.WriteBoolean("weakens", result.Weakens);
            writer.WriteArray("parties", result.Parties, Party);
            writer.WriteArray("changes", result.Changes, Change);
            writer.WriteArray(
                "renames",
                result.Renames,
                (inner, rename) =>
                {
                    inner.WriteString("old", rename.Old);
                    inner.WriteString("new", rename.New);
                }
            );
            writer.WriteArray("moved", result.Moved, Numbers);
            writer.WriteArray("reworded", result.Reworded, Numbers);
            writer.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static void Text(Utf8JsonWriter writer, string name, Agreement agreement)
    {
        writer.WriteStartObject(name);
        writer.WriteString("file", agreement.File);
        writer.WriteString("title", agreement.Title);
        writer.WriteStartObject("choices");
        foreach (var bracket in agreement.Brackets)
        {
            writer.WriteString(bracket.Name, bracket.Chosen);
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Change(Utf8JsonWriter writer, DiffChange change)
    {
        Numbers(writer, change.Pair);
        writer.WriteText("oldText", change.Pair.Old?.Text);
        writer.WriteText("newText", change.Pair.New?.Text);
        writer.WriteArray(
            "details",
            change.Details,
            (inner, detail) =>
            {
                inner.WriteString("aspect", JsonNames.Of(detail.Aspect));
                inner.WriteString("old", detail.Old);
                inner.WriteString("new", detail.New);
                inner.WriteString("meaning", detail.Meaning);
            }
        );
        writer.WriteString("direction", JsonNames.Of(change.Whole));
        writer.WriteArray("parties", change.Parties, Party);
        writer.WriteTexts("reaches", change.Reaches);
        writer.WriteTexts("because", change.Whole == Direction.CannotTell ? change.Doubts : []);
    }

    private static void Party(Utf8JsonWriter writer, PartyEffect effect)
    {
        writer.WriteString("party", effect.Party);
        writer.WriteText("asBearer", effect.AsBearer is { } bears ? JsonNames.Of(bears) : null);
        writer.WriteText("asBeneficiary", effect.AsBeneficiary is { } has ? JsonNames.Of(has) : null);
    }

    private static void Numbers(Utf8JsonWriter writer, UnitPair pair)
    {
        writer.WriteText("oldNumber", pair.Old?.Number);
        writer.WriteText("newNumber", pair.New?.Number);
    }
}
