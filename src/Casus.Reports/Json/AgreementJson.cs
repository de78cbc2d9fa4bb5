using System.Text.Json;
using Casus.Core.Agreements;
using Casus.Core.Geography;

namespace Casus.Reports.Json;

/// <summary>The compiled agreement as JSON: the whole model, with names where the machine has numbers.</summary>
public static class AgreementJson
{
    /// <summary>Writes an object's members into the object that is open.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, Agreement agreement)
    {
        writer.WriteString("title", agreement.Title);
        writer.WriteString("file", agreement.File);
        writer.WriteString("stage", agreement.Stage);
        writer.WriteString("date", agreement.TextDate is { } date ? IsoDate.Of(date) : null);
        writer.WriteString("form", agreement.Form.Name);
        writer.WriteText("formDoubt", agreement.Form.Doubt);
        writer.WriteString("timeZone", agreement.Calendar.ZoneId);
        WriteActors(writer, agreement);
        WriteGeography(writer, agreement);
        writer.WriteArray("brackets", agreement.Brackets, WriteBracket);
        writer.WriteArray("clauses", agreement.Clauses, WriteClause);
        EvidenceJson.WriteMembers(writer, agreement);
        new ConditionJson(writer, agreement).WriteMembers();
        new NormJson(writer, agreement).WriteMembers();
        new LifeJson(writer, agreement).WriteMembers();
        PositionJson.WriteMembers(writer, agreement);
    }

    private static void WriteActors(Utf8JsonWriter writer, Agreement agreement)
    {
        writer.WriteArray(
            "parties",
            agreement.Parties,
            static (writer, party) =>
            {
                writer.WriteString("name", party.Name);
                writer.WriteTexts("roles", party.Roles);
                writer.WriteBoolean("bound", party.Bound);
                writer.WriteText("note", party.Note);
            }
        );
        writer.WriteArray(
            "groups",
            agreement.Groups,
            static (writer, group) =>
            {
                writer.WriteString("name", group.Name);
                writer.WriteTexts("members", group.Members);
                writer.WriteBoolean("isRole", group.IsRole);
            }
        );
        writer.WriteArray(
            "bodies",
            agreement.Bodies,
            static (writer, body) =>
            {
                writer.WriteString("name", body.Name);
                writer.WriteText("role", body.Role);
                writer.WriteText("chair", body.Chair);
                writer.WriteTexts("vetoes", body.Vetoes);
                writer.WriteTexts("members", body.Members);
                writer.WriteBoolean("outside", body.Outside);
            }
        );
        writer.WriteString("depositary", agreement.Depositary);
    }

    private static void WriteGeography(Utf8JsonWriter writer, Agreement agreement)
    {
        writer.WriteArray(
            "lines",
            agreement.Lines,
            static (writer, line) =>
            {
                writer.WriteString("name", line.Name);
                writer.WriteText("file", line.File);
                writer.WriteText("asOf", line.AsOf is { } asOf ? IsoDate.Of(asOf) : null);
                writer.WriteBoolean("moving", line.Moving);
                writer.WriteNumber("vertices", line.Vertices.Length);
                writer.WriteNumberIfAny("accuracyKm", (decimal?)line.AccuracyKm);
                writer.WriteText("left", line.Left);
                writer.WriteText("right", line.Right);
                writer.WriteText("datum", line.Datum);
                writer.WriteText("method", line.Method);
            }
        );
        writer.WriteArray(
            "zones",
            agreement.Zones,
            (writer, zone) =>
            {
                writer.WriteString("name", zone.Name);
                writer.WriteString("written", zone.Written);
                writer.WriteString("area", DescribeArea(agreement, zone.Area));
            }
        );
        if (agreement.Sectors is { } sectors)
        {
            writer.WriteStartObject("sectors");
            writer.WriteString("along", agreement.Lines[sectors.Line].Name);
            writer.WriteNumber("metres", sectors.Metres);
            writer.WriteNumber("count", sectors.Count);
            writer.WriteEndObject();
        }
    }

    private static string DescribeArea(Agreement agreement, Area area) =>
        area switch
        {
            Area.WithinOfLine(var line, var metres) => $"within {metres} m of {agreement.Lines[line].Name}",
            Area.BeyondLine(var line, var metres) => $"at least {metres} m from {agreement.Lines[line].Name}",
            Area.SideOfLine(var line, var left) => $"{(left ? "left" : "right")} of {agreement.Lines[line].Name}",
            Area.Polygons(var polygons) => $"{polygons.Length} polygon{(polygons.Length == 1 ? "" : "s")} from a file",
            Area.Named(var name) => $"'{name}', without geometry",
            Area.Union(var parts) => string.Join(" and ", parts.Select(part => DescribeArea(agreement, part))),
            Area.Difference(var whole, var except) =>
                $"{DescribeArea(agreement, whole)}, except {DescribeArea(agreement, except)}",
            _ => throw new InvalidOperationException($"An area of no known kind: {area.GetType()}"),
        };

    private static void WriteBracket(Utf8JsonWriter writer, Bracket bracket)
    {
        writer.WriteString("name", bracket.Name);
        writer.WriteTexts("values", bracket.Values);
        writer.WriteString("chosen", bracket.Chosen);
    }

    private static void WriteClause(Utf8JsonWriter writer, Clause clause)
    {
        writer.WriteString("number", clause.Number);
        writer.WriteString("article", clause.Article);
        writer.WriteString("kind", JsonNames.Of(clause.Kind));
        writer.WriteString("text", clause.Text);
        writer.WriteBoolean("stands", clause.Stands);
        if (!clause.Guards.IsEmpty)
        {
            writer.WriteTexts("guards", clause.Guards.Select(guard => $"{guard.Bracket}: {guard.Value}"));
        }
    }
}
