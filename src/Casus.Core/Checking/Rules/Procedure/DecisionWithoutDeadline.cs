using Casus.Core.Diagnostics;
using Casus.Core.Text;

namespace Casus.Core.Checking.Rules.Procedure;

/// <summary>A decision that stays open until somebody ends it.</summary>
internal sealed class DecisionWithoutDeadline : Rule
{
    public override string Code => "CAS3404";
    public override string Title => "A decision with no deadline";
    public override RuleGroup Group => RuleGroup.Procedure;

    public override string Why =>
        "It neither carries nor fails while enough members keep silent, so nothing that hangs on either outcome begins.";

    public override IEnumerable<Finding> Check(CheckedText text) =>
        from decision in text.Decisions
        where decision.Procedure.Deadline is null && !Outside.Decides(text, decision.Procedure)
        select At(
                decision.Syntax.Predicate.Span,
                $"No sentence says by when {Phrases.Deciders(decision.Procedure)} must decide.",
                "within 48 hours"
            )
            .With(Fix.Choice("Give it 48 hours", new TextSpan(decision.Syntax.Span.End, 0), ", within 48 hours"));
}
