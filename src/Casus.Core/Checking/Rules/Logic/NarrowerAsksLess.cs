using Casus.Core.Diagnostics;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Logic;

/// <summary>What is graver cannot be without what is less grave, and less is owed on it.</summary>
internal sealed class NarrowerAsksLess : Rule
{
    private const int Compared = 64;

    public override string Code => "CAS3907";
    public override string Title => "The graver case asks for less";
    public override RuleGroup Group => RuleGroup.Logic;

    public override string Why =>
        "The lesser case has arisen by then and owes more already; on the graver one nothing is added, as if by mistake.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var implication = new Implication(text.Agreement);
        var items = text
            .Norms.Where(stated => stated.Norm.Block is not null)
            .ToLookup(stated => stated.Norm.Block!.Value);
        var decides = text
            .Agreement.Procedures.Where(procedure => procedure.Stands && procedure.Block is not null)
            .Select(procedure => procedure.Block!.Value)
            .ToHashSet();
        var blocks = text
            .Agreement.Blocks.Index()
            .Where(block => block.Item is { Stands: true, Triggers: [_], After: null, Before: null })
            .ToList();
        var strong = blocks.Where(block => items[block.Index].Any(IsStrong)).Take(Compared).ToList();
        var weak = blocks
            .Where(block =>
                items[block.Index].Any(stated => stated.Norm.IsDuty)
                && !items[block.Index].Any(stated => Promises.IsConcrete(stated.Norm) || stated.Norm.AsItDeemsNecessary)
                && !decides.Contains(block.Index)
            )
            .Take(Compared);
        foreach (var (index, narrow) in weak)
        {
            var owed = items[index].First(stated => stated.Norm.IsDuty);
            foreach (var (_, wide) in strong.Where(other => other.Index != index))
            {
                if (
                    implication.Arises(narrow.Triggers[0], wide.Triggers[0])
                    && !implication.Arises(wide.Triggers[0], narrow.Triggers[0])
                )
                {
                    yield return At(
                            EventsOf(text, narrow),
                            $"`{narrow.Written}` cannot be without `{wide.Written}`, on which {wide.Clause} owes an act; "
                                + $"here {owed.Norm.Clause} owes no more than to {owed.Norm.Verb}."
                        )
                        .With(new RelatedPlace(EventsOf(text, wide), $"More is owed on `{wide.Written}`."));
                    break;
                }
            }
        }
    }

    private static bool IsStrong(StatedNorm stated) =>
        Promises.IsConcrete(stated.Norm) && stated.Norm is { Branch: null, OnlyIf: null, IsProcedural: false };

    private static Core.Text.TextSpan EventsOf(CheckedText text, Block block) =>
        text.ProvisionOf(block.Clause)?.Sentence.Body is BlockSyntax { Events: [var first, ..] }
            ? first.Span
            : text.SpanOf(block.Clause);
}
