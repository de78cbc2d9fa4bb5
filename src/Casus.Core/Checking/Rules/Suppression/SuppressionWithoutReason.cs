namespace Casus.Core.Checking.Rules.Suppression;

/// <summary>A comment allows a finding and does not say why.</summary>
internal sealed class SuppressionWithoutReason : Rule
{
    public override string Code => "CAS3002";
    public override string Title => "A comment allows a finding and does not say why";
    public override RuleGroup Group => RuleGroup.Suppression;

    public override string Why => "Whoever reads the text later must be able to tell a decision from a silence.";

    public override IEnumerable<Finding> Check(CheckedText text) =>
        from comment in text.Suppressions
        where comment.Reason.Length == 0 || comment.Codes.IsEmpty
        let codes = string.Join(", ", comment.Codes.Select(code => code.Code).DefaultIfEmpty("CAS3401"))
        select At(
            comment.Span,
            comment.Codes.IsEmpty ? "This comment names no finding." : "This comment gives no reason.",
            $"// casus: allow {codes}: the reason, in a few words"
        );
}
