using Casus.Core.Conditions;
using Casus.Core.Diagnostics;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Logic;

/// <summary>`On A or on B`, where B cannot be without A.</summary>
internal sealed class ImpliedAlternative : Rule
{
    public override string Code => "CAS3906";
    public override string Title => "An alternative that adds nothing";
    public override RuleGroup Group => RuleGroup.Logic;
    public override Severity Severity => Severity.Information;

    public override string Why =>
        "Whatever meets the one meets the other: the longer list promises no more, or the wrong word stands in it.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var implication = new Implication(text.Agreement);
        foreach (var block in text.Agreement.Blocks)
        {
            if (block is { Stands: true, Triggers.Length: > 1 and <= 16 })
            {
                foreach (var finding in OfTriggers(text, implication, block))
                {
                    yield return finding;
                }
            }
        }
        foreach (var tracked in text.Agreement.Conditions)
        {
            if (
                tracked is { Stands: true, Clause: { } clause, Condition: Condition.Or { Parts.Length: <= 16 } any }
                && Implied(any, implication)
            )
            {
                yield return At(
                    text.SpanOf(clause),
                    $"One alternative of `{tracked.Name}` cannot hold unless another does: it adds nothing."
                );
            }
        }
    }

    private static IEnumerable<Finding> OfTriggers(CheckedText text, Implication implication, Block block)
    {
        var events = EventsOf(text, block);
        for (var narrow = 0; narrow < block.Triggers.Length; narrow++)
        {
            for (var wide = 0; wide < block.Triggers.Length; wide++)
            {
                if (
                    wide != narrow
                    && implication.Arises(block.Triggers[narrow], block.Triggers[wide])
                    && (narrow > wide || !implication.Arises(block.Triggers[wide], block.Triggers[narrow]))
                    && IsSameKind(block.Triggers[narrow], block.Triggers[wide])
                )
                {
                    yield return At(
                            events is null ? text.SpanOf(block.Clause) : events[narrow].Span,
                            events is null
                                ? "One of these cannot be without another."
                                : $"Each `{events[narrow].WordsText()}` is also `{events[wide].WordsText()}`."
                        )
                        .With(
                            new RelatedPlace(events?[wide].Span ?? text.SpanOf(block.Clause), "This says it already.")
                        );
                    break;
                }
            }
        }
    }

    /// <summary>A grade that needs an act arises apart from it; only what arises at once adds nothing.</summary>
    private static bool IsSameKind(Trigger narrow, Trigger wide) =>
        narrow is Trigger.Incident && wide is Trigger.Incident;

    private static bool Implied(Condition.Or any, Implication implication) =>
        any
            .Parts.Index()
            .Any(narrow =>
                any.Parts.Index().Any(wide => wide.Index != narrow.Index && implication.Holds(narrow.Item, wide.Item))
            );

    /// <summary>The phrase of each trigger; null where some could not be bound.</summary>
    private static List<NounPhraseSyntax>? EventsOf(CheckedText text, Block block)
    {
        var phrases = text.ProvisionOf(block.Clause)?.Sentence.Body is BlockSyntax syntax
            ? syntax.Events.SelectMany(each => each.What.Items).ToList()
            : [];
        return phrases.Count == block.Triggers.Length ? phrases : null;
    }
}
