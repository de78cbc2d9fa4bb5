using Casus.Core.Checking.Timing;
using Casus.Core.Diagnostics;
using Casus.Core.Norms;
using Casus.Core.Text;

namespace Casus.Core.Checking.Rules.Clocks;

/// <summary>A duty that a decision must come before, whose deadline runs from earlier than the decision.</summary>
internal sealed class ChainLongerThanDeadline : Rule
{
    public override string Code => "CAS3301";
    public override string Title => "The steps before a duty take longer than its deadline";
    public override RuleGroup Group => RuleGroup.Clocks;

    public override string Why =>
        "Whoever takes all the time that the text gives for the steps before is late without any fault, and whoever "
        + "wants no answer needs only to take it.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var ladder = text.Ladder;
        foreach (var stated in text.Norms)
        {
            var norm = stated.Norm;
            if (
                norm is not { Branch: not null, Deadline: { IsPoint: false } deadline, Kind: NormKind.Do }
                || ladder.Begins(norm) is not { Most: { } latest } begins
                || ladder.Start(deadline, norm.Block) is not { Most: { } starts }
                || deadline.From is Point.AsKnown or Point.OutcomeOf
            )
            {
                continue;
            }
            var allowed = StatedLengths.Of(text, stated.Syntax, deadline.Length);
            if (latest >= starts + allowed.Least)
            {
                yield return Tell(text, ladder, stated, begins, allowed, latest - starts - allowed.Least);
            }
        }
    }

    private static Finding Tell(
        CheckedText text,
        Ladder ladder,
        StatedNorm stated,
        Delay begins,
        Delay allowed,
        long over
    )
    {
        var steps = ladder.StepsTo(stated.Norm);
        var arises = ladder.Arises(stated.Norm) ?? Delay.None;
        var parts = steps.Select(step => $"{step.Takes} {step.What} ({step.Clause})");
        if (arises != Delay.None)
        {
            parts = parts.Prepend($"{arises} until the trigger arises");
        }
        var left =
            over == 0 ? "nothing is left for the duty" : $"it has passed {Delay.Words(over)} before the duty begins";
        var finding = At(
            PlaceOf(stated),
            $"{string.Join(", ", parts)}: {begins} in all, where the deadline gives {allowed}. "
                + $"In the slowest case {left}.",
            "within 72 hours after the decision"
        ) with
        {
            Fixes = StatedLengths.RunFrom(
                stated.Syntax,
                "Let the deadline run from the decision",
                " after the decision"
            ),
        };
        foreach (var step in steps)
        {
            finding = finding.With(new RelatedPlace(text.SpanOf(step.Clause), $"{step.Takes} {step.What}."));
        }
        return finding;
    }

    private static TextSpan PlaceOf(StatedNorm stated) =>
        StatedLengths.Within(stated.Syntax)?.Span ?? stated.Syntax.Span;
}
