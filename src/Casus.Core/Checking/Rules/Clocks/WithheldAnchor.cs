using Casus.Core.Checking.Timing;
using Casus.Core.Diagnostics;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Clocks;

/// <summary>A decision or a deadline that starts at an act which somebody may leave undone.</summary>
internal sealed class WithheldAnchor : Rule
{
    public override string Code => "CAS3309";
    public override string Title => "A clock that waits for an act somebody can withhold";
    public override RuleGroup Group => RuleGroup.Clocks;

    public override string Why =>
        "While the act is not done the clock does not start and nothing after it can begin: to stay away is a veto that "
        + "the text never gave.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var ladder = text.Ladder;
        foreach (var (procedure, syntax) in text.Decisions)
        {
            var anchor = procedure.OpensAfter as Point.OfAct ?? procedure.Deadline?.From as Point.OfAct;
            if (anchor is not null && procedure.Block is { } block && ladder.DutyOf(anchor, block) is { } duty)
            {
                if (duty.Norm.FailingWhich is null)
                {
                    yield return Tell(
                        syntax,
                        StatedLengths.Within(syntax)?.Span ?? syntax.Span,
                        "The decision",
                        anchor,
                        duty
                    );
                }
            }
        }
        foreach (var stated in text.Norms)
        {
            if (
                stated.Norm
                    is { Block: { } block, IsDuty: true, Deadline: { From: Point.OfAct anchor, IsPoint: false } }
                && ladder.DutyOf(anchor, block) is { Norm.FailingWhich: null } duty
                && duty.Index != stated.Index
            )
            {
                yield return Tell(
                    stated.Syntax,
                    StatedLengths.Within(stated.Syntax)?.Span ?? stated.Syntax.Span,
                    $"The time to {stated.Norm.Verb}",
                    anchor,
                    duty
                );
            }
        }
    }

    private static Finding Tell(
        ClauseSyntax clause,
        Text.TextSpan place,
        string what,
        Point.OfAct anchor,
        StatedNorm duty
    )
    {
        var names = duty.Norm.Bearers.Actors.Names;
        var who =
            names.Length <= 1 ? $"{string.Join("", names)} can hold it up by not doing it"
            : duty.Norm.Bearers.Mode == BearerMode.Jointly
                ? $"it is owed jointly, so any one of {names.Length} can hold it up by staying away"
            : $"it is owed by each of {names.Length}";
        return (
            At(
                place,
                $"{what} starts with the {anchor.Act.Matter ?? anchor.Act.Verb} of {duty.Norm.Clause}: {who}.",
                "within 72 hours"
            ) with
            {
                Fixes = StatedLengths.RunFrom(clause, "Let it run from when the trigger is known", ""),
            }
        ).With(new RelatedPlace(duty.Syntax.Span, "Nothing follows where this is not done."));
    }
}
