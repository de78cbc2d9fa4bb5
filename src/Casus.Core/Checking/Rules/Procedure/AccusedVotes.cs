namespace Casus.Core.Checking.Rules.Procedure;

/// <summary>
/// A decision on the answer to an act, among whose deciders is a party that may have done it, and nothing leaves it
/// out.
/// </summary>
internal sealed class AccusedVotes : Rule
{
    public override string Code => "CAS3401";
    public override string Title => "The accused votes";
    public override RuleGroup Group => RuleGroup.Procedure;

    public override string Why =>
        "Whoever is accused of the act takes part in deciding on the answer to it, and may prevent one.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var (decision, syntax) in text.Decisions)
        {
            if (decision.WithoutAccused || text.BlockOf(decision) is not { } block)
            {
                continue;
            }
            var accused = Accusations.Accused(text, block);
            var both = decision.Deciders.Names.Where(accused.Contains).ToList();
            if (both.Count > 0)
            {
                yield return At(
                    syntax.Span,
                    $"{string.Join(", ", both)} may be accused of what this decides on, and decides with the others.",
                    "..., without the accused"
                );
            }
        }
    }
}
