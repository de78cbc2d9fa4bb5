using Casus.Core.Diagnostics;

namespace Casus.Core.Checking.Rules.Suppression;

/// <summary>A comment allows a finding that is not there.</summary>
internal sealed class IdleSuppression : Rule
{
    public override string Code => "CAS3003";
    public override string Title => "A comment allows a finding that is not there";
    public override RuleGroup Group => RuleGroup.Suppression;

    public override string Why =>
        "The text has changed, or the comment stands in the wrong place: before the sentence, or at the end of its line.";

    public override IEnumerable<Finding> Check(CheckedText text) =>
        text.Idle.Select(idle =>
            At(idle.Span, $"Nothing here is kept back by `{idle.Code}`.")
                .With(SuppressionEdits.Without(text, idle.Span, SafetyIn(text)))
        );

    /// <summary>Under another value of a bracket the finding may be there.</summary>
    private static FixSafety SafetyIn(CheckedText text) =>
        text.Agreement.Brackets.IsEmpty ? FixSafety.Safe : FixSafety.NegotiatorsChoice;
}
