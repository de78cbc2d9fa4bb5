namespace Casus.Core.Checking.Rules.Evidence;

/// <summary>Conduct is forbidden, counted or answered, and no sentence says when an incident is established.</summary>
internal sealed class NothingEstablishes : Rule
{
    public override string Code => "CAS3501";
    public override string Title => "Nothing says when an incident is established";
    public override RuleGroup Group => RuleGroup.Evidence;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "Without a standard each side counts what it likes: whatever anybody reports stands until somebody rejects it.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Agreement.Established is not null)
        {
            yield break;
        }
        var uses = text.Uses;
        // What asks for it in words makes the gap plainest; else the first sentence that an incident matters to.
        if ((uses.Find(use => use.Pattern.Established) ?? uses.FirstOrDefault()) is { } use)
        {
            yield return At(
                use.Span,
                use.Pattern.Established
                    ? $"{use.Clause} asks for what is established, and no sentence says when that is: every report is."
                    : $"{What(use)}, and no sentence says when an incident is established: every report counts as one.",
                Verifier(text) is { } body
                    ? $"An incident is established when {body} has verified it."
                    : "An incident is established when at least 2 independent sources have reported it within 48 hours of each other."
            );
        }
    }

    private static string What(PatternUse use) =>
        use.Purpose switch
        {
            PatternPurpose.Forbids => $"{use.Clause} forbids `{use.Pattern.Name}`",
            PatternPurpose.Keeps => $"{use.Clause} is broken by `{use.Pattern.Name}`",
            PatternPurpose.Starts => $"{use.Clause} is set going by `{use.Pattern.Name}`",
            _ => $"{use.Clause} counts `{use.Pattern.Name}`",
        };

    internal static string? Verifier(CheckedText text) =>
        text.Agreement.Bodies.FirstOrDefault(body => !body.Outside)?.Name;
}
