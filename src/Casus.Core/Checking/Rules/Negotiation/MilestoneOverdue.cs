namespace Casus.Core.Checking.Rules.Negotiation;

/// <summary>A milestone whose date has passed, by the dates of the text itself.</summary>
internal sealed class MilestoneOverdue : Rule
{
    public override string Code => "CAS3953";
    public override string Title => "A milestone overdue";
    public override RuleGroup Group => RuleGroup.Negotiation;

    public override string Why =>
        "Its day has passed and nothing on record says that it was met. What was promised by then may still be quoted as "
        + "if it stood.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (Statements.Now(text) is not { } now)
        {
            yield break;
        }
        foreach (var (milestone, place) in Statements.Milestones(text))
        {
            // Whatever was said on its day or later says what became of it.
            if (
                milestone.By is { } by
                && by < now
                && milestone.Evidence.All(evidence => evidence.Verb != "signed" && evidence.On < by)
            )
            {
                yield return At(
                    place,
                    $"\"{milestone.Name}\" was due by {Statements.Day(by)}; the text knows of {Statements.Day(now)}, and "
                        + "nothing is recorded of it.",
                    $"reported by ... on {Statements.Day(now)}"
                );
            }
        }
    }
}
