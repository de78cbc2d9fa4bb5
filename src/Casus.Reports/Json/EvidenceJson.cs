using System.Text.Json;
using Casus.Core.Agreements;

namespace Casus.Reports.Json;

/// <summary>
/// What the agreement takes for established, attributed and one incident; and the patterns rows are judged against.
/// </summary>
internal static class EvidenceJson
{
    public static void WriteMembers(Utf8JsonWriter writer, Agreement agreement)
    {
        if (agreement.Established is { } established)
        {
            writer.WriteStartObject("established");
            writer.WriteString("clause", established.Clause);
            writer.WriteTexts("verifiedBy", established.VerifiedBy);
            writer.WriteNumberIfAny("sources", established.Sources);
            writer.WriteText("within", established.Within?.ToString());
            writer.WriteEndObject();
        }
        if (agreement.Attributed is { } attributed)
        {
            writer.WriteStartObject("attributed");
            writer.WriteString("clause", attributed.Clause);
            writer.WriteTexts("by", attributed.By);
            writer.WriteString("confidenceAtLeast", JsonNames.Of(attributed.MinConfidence));
            writer.WriteFlag("bySideOfOrigin", attributed.BySideOfOrigin);
            writer.WriteEndObject();
        }
        if (agreement.SameIncident is { } same)
        {
            writer.WriteStartObject("sameIncident");
            writer.WriteNumber("seconds", same.Seconds);
            writer.WriteNumber("metres", same.Metres);
            writer.WriteEndObject();
        }
        writer.WriteArray(
            "predicates",
            agreement.Predicates,
            static (writer, predicate) =>
            {
                writer.WriteString("adjective", predicate.Adjective);
                writer.WriteString("clause", predicate.Clause);
                writer.WriteTexts("foundBy", predicate.FoundBy);
            }
        );
        WriteConduct(writer, agreement);
        WritePatterns(writer, agreement);
    }

    private static void WriteConduct(Utf8JsonWriter writer, Agreement agreement) =>
        writer.WriteArray(
            "conduct",
            agreement.Conduct.Names,
            (writer, name) =>
            {
                writer.WriteString("name", name);
                writer.WriteTexts("children", agreement.Conduct.ChildrenOf(name));
            }
        );

    private static void WritePatterns(Utf8JsonWriter writer, Agreement agreement) =>
        writer.WriteArray(
            "patterns",
            agreement.Patterns,
            (writer, pattern) =>
            {
                writer.WriteString("name", pattern.Name);
                writer.WriteTexts("conducts", pattern.Conducts);
                writer.WriteTexts("breachOf", pattern.BreachOf.Select(norm => agreement.Norms[norm].Clause));
                if (pattern.By is { } by)
                {
                    writer.WriteTexts("by", by.Names);
                    writer.WriteFlag("eachByItself", by.OneParty);
                }
                writer.WriteTexts("against", pattern.Against);
                writer.WriteTexts(
                    "places",
                    pattern.Places.Select(place =>
                    {
                        var isLine = place.Relations.Contains(Core.Conditions.PlaceRelation.Across);
                        var where = isLine ? agreement.Lines[place.Index].Name : agreement.Zones[place.Index].Name;
                        return $"{string.Join(" or ", place.Relations.Select(JsonNames.Of))} {where}";
                    })
                );
                writer.WriteFlag("established", pattern.Established);
                writer.WriteFlag("attributed", pattern.Attributed);
                writer.WriteTexts("predicates", pattern.Predicates);
                writer.WriteTexts("openTextured", pattern.OpenTextured);
                writer.WriteNumberIfAny("calibreAtLeastMm", pattern.CalibreAtLeastMm);
                writer.WriteNumberIfAny("calibreMoreThanMm", pattern.CalibreMoreThanMm);
                writer.WriteText("target", pattern.Target);
            }
        );
}
