using Casus.Core.Diagnostics;

namespace Casus.Core.Checking.Rules.Suppression;

/// <summary>A comment allows a code that does not exist.</summary>
internal sealed class UnknownSuppression : Rule
{
    public override string Code => "CAS3001";
    public override string Title => "A comment allows a code that does not exist";
    public override RuleGroup Group => RuleGroup.Suppression;

    public override string Why => "It keeps nothing back: the finding it was meant for is told, or was never there.";

    public override IEnumerable<Finding> Check(CheckedText text) =>
        from comment in text.Suppressions
        from code in comment.Codes
        where DiagnosticCodes.Find(code.Code.ToUpperInvariant()) is null
        let near = Suggest.Nearest(code.Code.ToUpperInvariant(), DiagnosticCodes.All.Select(known => known.Code))
        select At(code.Span, $"Casus gives no finding `{code.Code}`.", near)
            .With(SuppressionEdits.Without(text, code.Span));
}
