using Casus.Core.Checking.Timing;
using Casus.Core.Norms;

namespace Casus.Core.Checking.Rules.Clocks;

/// <summary>A deadline that runs from the first act of a trigger that takes longer than it to arise.</summary>
internal sealed class BornOverdue : Rule
{
    public override string Code => "CAS3302";
    public override string Title => "A duty that can be overdue when it arises";
    public override RuleGroup Group => RuleGroup.Clocks;

    public override string Why =>
        "The deadline runs from the first act, and the duty is owed only once all of the acts are there: by then there "
        + "may be no time left, and nobody can be blamed for it.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var ladder = text.Ladder;
        foreach (var stated in text.Norms)
        {
            var norm = stated.Norm;
            if (
                norm is not { Branch: null, Kind: NormKind.Do, Deadline: { IsPoint: false } deadline }
                || ladder.Begins(norm) is not { } begins
                || ladder.Start(deadline, norm.Block) is not { Most: { } starts }
                || deadline.From is Point.AsKnown
            )
            {
                continue;
            }
            var allowed = StatedLengths.Of(text, stated.Syntax, deadline.Length);
            var always = begins.Least >= starts + allowed.Most;
            if (always || begins.Most >= starts + allowed.Least)
            {
                var how = always ? "The deadline is over" : "In the slowest case the deadline is over";
                yield return At(
                    StatedLengths.Within(stated.Syntax)?.Span ?? stated.Syntax.Span,
                    $"The trigger takes {begins} from the first act, and the deadline gives {allowed} from it. {how} "
                        + "when the duty arises.",
                    $"within {deadline.Length}"
                ) with
                {
                    Fixes = StatedLengths.RunFrom(
                        stated.Syntax,
                        "Let the deadline run from when the trigger is known",
                        ""
                    ),
                };
            }
        }
    }
}
