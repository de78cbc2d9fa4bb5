using System.Text.Json;
using Casus.Core.Agreements;
using Casus.Core.Positions;

namespace Casus.Reports.Json;

/// <summary>Who has accepted what, by whose word.</summary>
internal static class PositionJson
{
    public static void WriteMembers(Utf8JsonWriter writer, Agreement agreement)
    {
        writer.WriteArray(
            "positions",
            agreement.Positions,
            static (writer, position) =>
            {
                writer.WriteTexts("of", position.Of);
                writer.WriteString("on", position.On);
                writer.WriteString("stance", JsonNames.Of(position.Stance));
                writer.WriteText("value", position.Value);
                writer.WriteBoolean("ownWord", position.OwnWord);
                WriteEvidence(writer, position.Evidence);
            }
        );
        writer.WriteArray(
            "sources",
            agreement.Sources,
            static (writer, source) =>
            {
                writer.WriteString("of", source.Of);
                WriteEvidence(writer, source.Evidence);
            }
        );
        writer.WriteArray(
            "milestones",
            agreement.Milestones,
            static (writer, milestone) =>
            {
                writer.WriteString("name", milestone.Name);
                writer.WriteText("by", milestone.By is { } by ? IsoDate.Of(by) : null);
                WriteEvidence(writer, milestone.Evidence);
            }
        );
    }

    private static void WriteEvidence(Utf8JsonWriter writer, IEnumerable<Evidence> evidence) =>
        writer.WriteArray(
            "evidence",
            evidence,
            static (writer, known) =>
            {
                writer.WriteString("verb", known.Verb);
                writer.WriteString("by", known.By);
                writer.WriteString("on", IsoDate.Of(known.On));
                writer.WriteText("link", known.Link);
            }
        );
}
