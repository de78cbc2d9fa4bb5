using System.Text.Json;
using Casus.Core.Agreements;
using Casus.Core.Lifecycle;

namespace Casus.Reports.Json;

/// <summary>The instrument's life, and the riders of its parties.</summary>
internal sealed class LifeJson(Utf8JsonWriter writer, Agreement agreement)
{
    private readonly ConditionJson conditions = new(writer, agreement);

    public void WriteMembers()
    {
        var life = agreement.Life;
        writer.WriteStartObject("life");
        if (life.Entry is { } entry)
        {
            writer.WriteStartObject("entry");
            writer.WriteString("clause", entry.Clause);
            writer.WriteArray("needs", entry.Needs, (_, need) => WriteNeed(need));
            writer.WriteText("on", entry.OnDate is { } date ? PointText.Of(date) : null);
            writer.WriteEndObject();
        }
        if (life.Duration is { } term)
        {
            writer.WriteString("lasts", $"{term.Length} after {PointText.Of(term.From)}");
        }
        writer.WriteArray("withdrawals", life.Withdrawals, (_, right) => WriteWithdrawal(right));
        writer.WriteArray(
            "suspensions",
            life.Suspensions,
            (_, right) =>
            {
                writer.WriteString("clause", right.Clause);
                writer.WriteTexts("by", right.By);
                writer.WriteText("article", right.Article);
                writer.WriteBoolean("stands", right.Stands);
            }
        );
        writer.WriteArray("ends", life.Ends, (_, rule) => WriteEnd(rule));
        writer.WriteArray(
            "renewals",
            life.Renewals,
            (_, renewal) =>
            {
                writer.WriteString("clause", renewal.Clause);
                writer.WriteString("length", renewal.Length.ToString());
                writer.WriteBoolean("stands", renewal.Stands);
            }
        );
        writer.WriteTexts("continuations", life.Continuations);
        writer.WriteEndObject();
        writer.WriteArray(
            "riders",
            agreement.Riders,
            (_, rider) =>
            {
                writer.WriteString("kind", JsonNames.Of(rider.Kind));
                writer.WriteTexts("of", rider.Of);
                writer.WriteText("target", rider.Target);
                writer.WriteString("written", rider.Written);
            }
        );
    }

    private void WriteNeed(EntryNeed need)
    {
        writer.WriteString("act", JsonNames.Of(need.Kind));
        writer.WriteTexts("by", need.By);
        writer.WriteNumberIfAny("number", need.Number);
        if (!need.Including.IsEmpty)
        {
            writer.WriteTexts("including", need.Including);
        }
    }

    private void WriteWithdrawal(WithdrawalRight right)
    {
        writer.WriteString("clause", right.Clause);
        writer.WriteTexts("by", right.By);
        writer.WriteText("notice", right.Notice?.ToString());
        writer.WriteText("to", right.To);
        writer.WriteText("asFrom", right.AsFrom is { } asFrom ? PointText.Of(asFrom) : null);
        writer.WriteBoolean("stands", right.Stands);
    }

    private void WriteEnd(EndRule rule)
    {
        writer.WriteString("clause", rule.Clause);
        writer.WriteString("kind", JsonNames.Of(rule.Kind));
        writer.WriteText("article", rule.Article);
        writer.WriteText("until", rule.Until is { } until ? PointText.Of(until) : null);
        writer.WriteBoolean("stands", rule.Stands);
        writer.WriteStartArray("when");
        foreach (var condition in rule.When)
        {
            conditions.Write(condition);
        }
        writer.WriteEndArray();
    }
}
