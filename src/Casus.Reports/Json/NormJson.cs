using System.Text.Json;
using Casus.Core.Agreements;
using Casus.Core.Norms;
using Casus.Core.Procedures;

namespace Casus.Reports.Json;

/// <summary>Blocks, norms, procedures, priorities, deemings and force pledges.</summary>
internal sealed class NormJson(Utf8JsonWriter writer, Agreement agreement)
{
    private readonly ConditionJson conditions = new(writer, agreement);

    public void WriteMembers()
    {
        writer.WriteArray("blocks", agreement.Blocks, (_, block) => WriteBlock(block));
        writer.WriteArray("norms", agreement.Norms, (_, norm) => WriteNorm(norm));
        writer.WriteArray("procedures", agreement.Procedures, (_, procedure) => WriteProcedure(procedure));
        writer.WriteArray(
            "deemings",
            agreement.Deemings,
            (_, deeming) =>
            {
                writer.WriteString("clause", deeming.Clause);
                writer.WriteString("from", agreement.Patterns[deeming.From].Name);
                writer.WriteString("to", agreement.Patterns[deeming.To].Name);
            }
        );
        writer.WriteArray(
            "priorities",
            agreement.Priorities,
            (_, priority) =>
            {
                writer.WriteString("clause", priority.Clause);
                writer.WriteString("stronger", priority.Stronger);
                writer.WriteString("weaker", priority.Weaker);
            }
        );
        writer.WriteArray(
            "forcePledges",
            agreement.Pledges,
            (_, pledge) =>
            {
                writer.WriteString("clause", pledge.Clause);
                writer.WriteTexts("by", pledge.By);
                writer.WriteBoolean("jointly", pledge.Jointly);
                writer.WriteNumber("quantity", pledge.Quantity);
                writer.WriteString("unit", pledge.Unit);
                writer.WriteString("kind", JsonNames.Of(pledge.Kind));
                writer.WriteText("place", pledge.Place);
                writer.WriteText("notice", pledge.Notice?.ToString());
                writer.WriteText("duration", pledge.Duration?.ToString());
                writer.WriteNumberIfAny("poolForEachPost", pledge.PoolForEachPost);
            }
        );
    }

    private void WriteBlock(Block block)
    {
        writer.WriteString("clause", block.Clause);
        writer.WriteString("written", block.Written);
        writer.WriteBoolean("stands", block.Stands);
        if (block.While is { } condition)
        {
            writer.WriteNumber("while", condition);
        }
        writer.WriteTexts("triggers", block.Triggers.Select(trigger => PointText.Of(trigger, agreement)));
        writer.WriteText("after", block.After is { } after ? PointText.Of(after) : null);
    }

    private void WriteNorm(Norm norm)
    {
        writer.WriteString("clause", norm.Clause);
        writer.WriteString("modal", JsonNames.Of(norm.Modal));
        writer.WriteString("kind", JsonNames.Of(norm.Kind));
        writer.WriteBoolean("stands", norm.Stands);
        writer.WriteString("bearing", JsonNames.Of(norm.Bearers.Mode));
        writer.WriteTexts("bearers", Names(norm.Bearers.Actors));
        writer.WriteString("verb", norm.Verb);
        writer.WriteString("object", norm.Object);
        if (norm.Beneficiary is { } beneficiary)
        {
            writer.WriteTexts("beneficiary", Names(beneficiary));
        }
        writer.WriteText("block", norm.Block is { } block ? agreement.Blocks[block].Clause : null);
        WriteBranch(norm.Branch);
        WriteDeadline(norm.Deadline);
        writer.WriteText("asFrom", norm.AsFrom is { } asFrom ? PointText.Of(asFrom) : null);
        writer.WriteText("until", norm.Until is { } until ? PointText.Of(until) : null);
        writer.WriteFlag("forthwith", norm.Forthwith);
        writer.WriteText(
            "amount",
            norm.Amount is { } due ? FormattableString.Invariant($"at least {due.AtLeast} {due.Unit}") : null
        );
        writer.WriteText("each", norm.Each is { } unit ? JsonNames.Of(unit) : null);
        WriteExceptions(norm.Exceptions);
        if (!norm.SubjectTo.IsEmpty)
        {
            writer.WriteTexts("subjectTo", norm.SubjectTo);
        }
        if (!norm.Notwithstanding.IsEmpty)
        {
            writer.WriteTexts("notwithstanding", norm.Notwithstanding);
        }
        writer.WriteText("failingWhich", norm.FailingWhich is { } next ? agreement.Norms[next].Clause : null);
        writer.WriteFlag("fallback", norm.IsFallback);
        writer.WriteFlag("asItDeemsNecessary", norm.AsItDeemsNecessary);
        if (!norm.MeansPermitted.IsEmpty)
        {
            writer.WriteTexts("meansPermitted", norm.MeansPermitted);
        }
        writer.WriteFlag("procedural", norm.IsProcedural);
        writer.WriteText("contrary", norm.Contrary is { } contrary ? agreement.Patterns[contrary].Name : null);
        writer.WriteText("forEach", norm.ForEach is { } each ? agreement.Patterns[each].Name : null);
        writer.WriteText("domesticGate", norm.DomesticGate);
        if (norm.OnlyIf is { } onlyIf)
        {
            writer.WritePropertyName("onlyIf");
            conditions.Write(onlyIf);
        }
    }

    private void WriteExceptions(IReadOnlyList<NormException> exceptions)
    {
        if (exceptions.Count == 0)
        {
            return;
        }
        writer.WriteArray(
            "exceptions",
            exceptions,
            (_, exception) =>
            {
                writer.WriteText("name", exception.Name);
                writer.WriteString("written", exception.Written);
                if (exception.SelfDefence is { } defence)
                {
                    writer.WriteNumber("selfDefenceWithinSeconds", defence.WithinSeconds);
                    writer.WriteBoolean("sameSector", defence.SameSector);
                }
                if (exception.Condition is { } condition)
                {
                    writer.WritePropertyName("condition");
                    conditions.Write(condition);
                }
            }
        );
    }

    private void WriteProcedure(Procedure procedure)
    {
        writer.WriteString("clause", procedure.Clause);
        writer.WriteBoolean("stands", procedure.Stands);
        writer.WriteText("block", procedure.Block is { } block ? agreement.Blocks[block].Clause : null);
        WriteBranch(procedure.Branch);
        writer.WriteTexts("deciders", Names(procedure.Deciders));
        writer.WriteText("subject", procedure.Subject);
        writer.WriteString("rule", JsonNames.Of(procedure.Rule));
        if (procedure.Rule == DecisionRule.Fraction)
        {
            writer.WriteString("fraction", $"{procedure.Numerator}/{procedure.Denominator}");
        }
        if (procedure.Rule == DecisionRule.Number)
        {
            writer.WriteNumber("votes", procedure.Votes);
        }
        writer.WriteFlag("withoutAccused", procedure.WithoutAccused);
        writer.WriteNumberIfAny("quorum", procedure.Quorum);
        writer.WriteTexts("vetoes", procedure.Vetoes);
        WriteDeadline(procedure.Deadline);
        writer.WriteText("opensAfter", procedure.OpensAfter is { } opens ? PointText.Of(opens) : null);
        writer.WriteString("silence", procedure.SilenceWritten ?? "the text does not say");
    }

    private void WriteBranch(Branch? branch) =>
        writer.WriteText(
            "branch",
            branch is null ? null : $"if the decision under {branch.Procedure} {(branch.Carries ? "carries" : "fails")}"
        );

    private void WriteDeadline(Deadline? deadline) =>
        writer.WriteText(
            "deadline",
            deadline is null ? null
                : deadline.IsPoint ? $"by {PointText.Of(deadline.From)}"
                : $"{deadline.Length} after {PointText.Of(deadline.From)}"
        );

    private static IEnumerable<string> Names(ActorSet actors) =>
        actors.Role == ActorRole.Named ? actors.Names : [actors.Written];
}
