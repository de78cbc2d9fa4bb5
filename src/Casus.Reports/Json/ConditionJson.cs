using System.Text.Json;
using Casus.Core.Agreements;
using Casus.Core.Conditions;

namespace Casus.Reports.Json;

/// <summary>Grades and the unnamed conditions under triggers, each as a tree with its kind.</summary>
internal sealed class ConditionJson(Utf8JsonWriter writer, Agreement agreement)
{
    public void WriteMembers()
    {
        writer.WriteStartArray("grades");
        foreach (var condition in agreement.Conditions.Where(condition => condition.IsGrade))
        {
            WriteTracked(condition);
        }
        writer.WriteEndArray();
        writer.WriteStartArray("conditions");
        foreach (var condition in agreement.Conditions.Where(condition => !condition.IsGrade))
        {
            WriteTracked(condition);
        }
        writer.WriteEndArray();
    }

    private void WriteTracked(TrackedCondition tracked)
    {
        writer.WriteStartObject();
        writer.WriteNumber("index", agreement.Conditions.IndexOf(tracked));
        writer.WriteText("name", tracked.Name);
        writer.WriteText("clause", tracked.Clause);
        writer.WriteBoolean("stands", tracked.Stands);
        writer.WritePropertyName("condition");
        Write(tracked.Condition);
        writer.WriteEndObject();
    }

    public void Write(Condition condition)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(condition.GetType().Name));
        switch (condition)
        {
            case Condition.Count count:
                writer.WriteString("of", agreement.Patterns[count.Pattern].Name);
                writer.WriteString("measure", JsonNames.Of(count.Measure));
                writer.WriteNumber("atLeast", count.AtLeast);
                writer.WriteString("scope", JsonNames.Of(count.Scope));
                writer.WriteString("window", Describe(count.Window));
                break;
            case Condition.Of of:
                WriteReference(of.Condition);
                writer.WriteTexts("parties", of.Parties);
                break;
            case Condition.Spread spread:
                WriteReference(spread.Condition);
                writer.WriteNumber("sectorsAtLeast", spread.AtLeast);
                break;
            case Condition.OnDays onDays:
                WriteReference(onDays.Condition);
                writer.WriteNumber("days", onDays.Days);
                writer.WriteNumberIfAny("sectorsAtLeast", onDays.Sectors);
                writer.WriteFlag("sameSectors", onDays.SameSectors);
                break;
            case Condition.Series series:
                writer.WriteString("of", agreement.Patterns[series.Pattern].Name);
                writer.WriteNumber("gapSeconds", series.GapSeconds);
                writer.WriteString("scope", JsonNames.Of(series.Scope));
                break;
            case Condition.Persists persists:
                WriteReference(persists.Condition);
                writer.WriteString("for", persists.Length.ToString());
                writer.WriteString("after", PointText.Of(persists.After));
                break;
            case Condition.And and:
                WriteParts(and.Parts);
                break;
            case Condition.Or or:
                WriteParts(or.Parts);
                break;
            case Condition.Not not:
                WriteParts([not.Part]);
                break;
            case Condition.Held held:
                writer.WriteString("act", PointText.Of(held.Act));
                break;
            case Condition.Decided decided:
                writer.WriteString("procedure", decided.Procedure);
                writer.WriteBoolean("carried", decided.Carried);
                break;
            case Condition.Reached reached:
                writer.WriteString("point", PointText.Of(reached.Point));
                break;
            case Condition.OpenTextured open:
                writer.WriteString("text", open.Text);
                break;
            default:
                throw new InvalidOperationException($"A condition of no known kind: {condition.GetType()}");
        }
        writer.WriteEndObject();
    }

    private void WriteReference(int condition)
    {
        writer.WriteNumber("condition", condition);
        writer.WriteText("name", agreement.Conditions[condition].Name);
    }

    private void WriteParts(IEnumerable<Condition> parts)
    {
        writer.WriteStartArray("parts");
        foreach (var part in parts)
        {
            Write(part);
        }
        writer.WriteEndArray();
    }

    private static string Describe(Window window) =>
        window switch
        {
            Window.Sliding(var seconds) => $"any {seconds} seconds",
            Window.OneDay => "one day",
            Window.Ever => "ever since entry into force",
            _ => throw new InvalidOperationException($"A window of no known kind: {window.GetType()}"),
        };
}
