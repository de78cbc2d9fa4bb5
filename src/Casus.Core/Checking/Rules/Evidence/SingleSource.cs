namespace Casus.Core.Checking.Rules.Evidence;

/// <summary>One report suffices to establish an incident.</summary>
internal sealed class SingleSource : Rule
{
    public override string Code => "CAS3508";
    public override string Title => "A single source suffices";
    public override RuleGroup Group => RuleGroup.Evidence;

    public override string Why =>
        "One report, by whoever wants the answer that it sets going, is then enough; a false one is as good as a true one.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Agreement.Established is { Sources: 1 } established)
        {
            yield return At(
                text.SpanOf(established.Clause),
                "One source that has reported an incident establishes it.",
                "or when at least 2 independent sources have reported it within 48 hours of each other"
            );
        }
    }
}
