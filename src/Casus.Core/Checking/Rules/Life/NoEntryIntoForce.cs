namespace Casus.Core.Checking.Rules.Life;

/// <summary>Nothing says when the text begins to bind.</summary>
internal sealed class NoEntryIntoForce : Rule
{
    public override string Code => "CAS3803";
    public override string Title => "No entry into force";
    public override RuleGroup Group => RuleGroup.Life;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "Every duty begins at entry into force. Without a rule it enters when all have consented to be bound, and each "
        + "may say that it has not.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Agreement.Life.Entry is null && text.Norms.Any(stated => stated.Norm.IsDuty))
        {
            yield return At(
                text.Whole,
                "No sentence says when this enters into force.",
                "This agreement enters into force when each party has ratified it."
            );
        }
    }
}
