using Casus.Core.Diagnostics;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Unreachable;

/// <summary>A tier of several hangs on one act of one, and no sentence says what if that act does not come.</summary>
internal sealed class SingleGate : Rule
{
    public override string Code => "CAS3108";
    public override string Title => "A tier that one actor can keep shut";
    public override RuleGroup Group => RuleGroup.Unreachable;

    public override string Why =>
        "If that one is late, deadlocked or unwilling, nothing of the tier is owed by anybody, and nobody else can open it.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var beneficiaries = text.PartiesAs("beneficiary").ToHashSet(StringComparer.Ordinal);
        var items = text
            .Norms.Where(stated => stated.Norm.Block is not null)
            .ToLookup(stated => stated.Norm.Block!.Value);
        var byVerb = text.Norms.ToLookup(stated => stated.Norm.Verb, StringComparer.Ordinal);
        foreach (var (index, block) in text.Agreement.Blocks.Index())
        {
            if (!block.Stands)
            {
                continue;
            }
            var owed = items[index].Where(stated => stated.Norm.IsDuty).ToList();
            foreach (var act in Waits.Of(text, block).OfType<Point.OfAct>().Select(point => point.Act))
            {
                if (
                    act is not { Kind: ActKind.Warning or ActKind.Notice or ActKind.Statement, By: [var gate] }
                    || block.Triggers.OfType<Trigger.Acted>().Any(trigger => ReferenceEquals(trigger.Act, act))
                    || beneficiaries.Contains(gate)
                    || !owed.Exists(stated => stated.Norm.Bearers.Actors.Names.Any(name => name != gate))
                )
                {
                    continue;
                }
                var openers = byVerb[act.Verb]
                    .Where(stated => stated.Norm.Bearers.Actors.Names.Contains(gate))
                    .ToList();
                if (openers.Count == 0 || openers.Exists(stated => stated.Norm.FailingWhich is not null))
                {
                    continue;
                }
                yield return Said(text, block, act, gate, owed[0], openers[0]);
                break;
            }
        }
    }

    private static Finding Said(
        CheckedText text,
        Block block,
        ActPattern act,
        string gate,
        StatedNorm owed,
        StatedNorm opener
    )
    {
        var chair = text.Agreement.Bodies.FirstOrDefault(body => body.Name == gate)?.Chair;
        var who = chair is null ? gate : $"{gate}, chaired by {chair},";
        var events = (text.ProvisionOf(block.Clause)?.Sentence.Body as BlockSyntax)?.Events;
        return At(
                events is [var first, ..] ? first.Span : text.SpanOf(block.Clause),
                $"{owed.Norm.Clause} waits for the {act.Matter ?? act.Verb} of {who} alone; no sentence says what follows if "
                    + "none comes.",
                $"any guarantor may {act.Verb} Russia"
            )
            .With(
                new RelatedPlace(opener.Syntax.Span, $"{opener.Norm.Clause}: {gate} {Promises.Spoken(opener.Norm)}.")
            );
    }
}
