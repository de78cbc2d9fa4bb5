using Casus.Core.Diagnostics;

namespace Casus.Core.Checking.Rules.Life;

/// <summary>No term, no withdrawal, no end.</summary>
internal sealed class NoEndAndNoWayOut : Rule
{
    public override string Code => "CAS3808";
    public override string Title => "No duration and no withdrawal";
    public override RuleGroup Group => RuleGroup.Life;
    public override Severity Severity => Severity.Information;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "A text that says neither how long it lasts nor how to leave it is left by saying that it has lapsed: there is no "
        + "notice, no date, and nothing that survives.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var life = text.Agreement.Life;
        if (
            life.Duration is null
            && life.Withdrawals.All(right => !right.Stands)
            && life.Ends.All(rule => !rule.Stands || rule.Article is not null)
            && text.Norms.Any(stated => stated.Norm.IsDuty)
        )
        {
            yield return At(
                text.Whole,
                "No sentence says how long this lasts, or how a party may leave it.",
                "Any party may withdraw with 12 months' notice to the depositary."
            );
        }
    }
}
