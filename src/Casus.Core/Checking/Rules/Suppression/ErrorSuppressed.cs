using Casus.Core.Diagnostics;

namespace Casus.Core.Checking.Rules.Suppression;

/// <summary>A comment allows an error.</summary>
internal sealed class ErrorSuppressed : Rule
{
    public override string Code => "CAS3004";
    public override string Title => "A comment allows an error";
    public override RuleGroup Group => RuleGroup.Suppression;

    public override string Why => "With an error a text has no certain meaning: it is mended, not excused.";

    public override IEnumerable<Finding> Check(CheckedText text) =>
        from comment in text.Suppressions
        from code in comment.Codes
        where DiagnosticCodes.Find(code.Code.ToUpperInvariant()) is { Severity: Severity.Error }
        select At(code.Span, $"`{code.Code}` is an error and is told all the same.")
            .With(SuppressionEdits.Without(text, code.Span));
}
