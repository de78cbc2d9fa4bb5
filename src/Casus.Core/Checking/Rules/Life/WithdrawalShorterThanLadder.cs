using Casus.Core.Checking.Timing;
using Casus.Core.Diagnostics;
using Casus.Core.Lifecycle;
using Casus.Core.Norms;

namespace Casus.Core.Checking.Rules.Life;

/// <summary>A notice that ends before the answer to an act has begun, or before pledged forces go home.</summary>
internal sealed class WithdrawalShorterThanLadder : Rule
{
    public override string Code => "CAS3801";
    public override string Title => "A withdrawal shorter than what it leaves";
    public override RuleGroup Group => RuleGroup.Life;

    public override string Why =>
        "Whoever wishes not to answer gives notice at the first act and is free before the last step, or takes its share "
        + "of the forces away from the others.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var rights = text.Agreement.Life.Withdrawals.Where(right => right.Stands).ToList();
        if (rights.Count == 0)
        {
            yield break;
        }
        var last = LastStep(text);
        foreach (var right in rights)
        {
            var notice = right.Notice is { } length ? Delay.Of(length) : Delay.None;
            var stated = right.Notice is { } words ? $"The notice is {words}" : "No notice is asked for";
            if (last is { } step && step.Begins > notice.Least)
            {
                yield return At(
                        text.SpanOf(right.Clause),
                        $"{stated}, and the last step of the answer ({step.Stated.Norm.Clause}) may begin as late as "
                            + $"{Delay.Words(step.Begins)} after the first act.",
                        "with 12 months' notice to the depositary"
                    )
                    .With(
                        new RelatedPlace(
                            step.Stated.Syntax.Span,
                            $"It may begin {Delay.Words(step.Begins)} after the act."
                        )
                    );
            }
            foreach (var finding in Forces(text, right, notice, stated))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> Forces(CheckedText text, WithdrawalRight right, Delay notice, string stated)
    {
        var earliest = right.AsFrom is Point.Offset { Before: false, From: Point.EntryIntoForce } from
            ? Delay.Of(from.Length).Then(notice)
            : notice;
        return from pledge in text.Agreement.Pledges
            where pledge.Duration is not null && pledge.By.Any(right.By.Contains)
            where Delay.Of(pledge.Duration!.Value).Least > (earliest.Most ?? 0)
            select At(
                    text.SpanOf(right.Clause),
                    $"{stated}, and the {pledge.Unit} of {pledge.Clause} are promised for {pledge.Duration}: a member may be "
                        + "gone before they are.",
                    $"with {pledge.Duration}' notice to the depositary"
                )
                .With(new RelatedPlace(text.SpanOf(pledge.Clause), $"For {pledge.Duration}."));
    }

    private static (StatedNorm Stated, long Begins)? LastStep(CheckedText text)
    {
        var ladder = text.Ladder;
        (StatedNorm, long)? last = null;
        var most = 0L;
        foreach (var stated in text.Norms)
        {
            if (
                stated.Norm is { Kind: NormKind.Do, Block: not null, IsProcedural: false }
                && ladder.Begins(stated.Norm) is { Most: { } begins }
                && begins > most
            )
            {
                most = begins;
                last = (stated, begins);
            }
        }
        return last;
    }
}
