namespace Casus.Core.Checking.Rules.Procedure;

/// <summary>A vote, and no sentence for the case that it fails.</summary>
internal sealed class NothingFollowsFailure : Rule
{
    public override string Code => "CAS3409";
    public override string Title => "Nothing follows when the vote fails";
    public override RuleGroup Group => RuleGroup.Procedure;

    public override string Why =>
        "A vote that fails ends the matter: no lesser answer, no other place to go to, no freedom to act alone.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var carried = new HashSet<string>(StringComparer.Ordinal);
        var failed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var branch in Branches(text))
        {
            (branch.Carries ? carried : failed).Add(branch.Procedure);
        }
        foreach (var (decision, syntax) in text.Decisions)
        {
            if (decision.Block is null || failed.Contains(decision.Clause) || Outside.Decides(text, decision))
            {
                continue;
            }
            yield return At(
                syntax.Predicate.Span,
                carried.Contains(decision.Clause)
                    ? "A sentence says what follows when it carries, and none what follows when it fails."
                    : "No sentence says what follows, whether it carries or fails.",
                carried.Contains(decision.Clause)
                    ? "if the decision fails, then ... may ..."
                    : "if the decision carries, then ... shall ...; if the decision fails, then ... may ..."
            );
        }
    }

    private static IEnumerable<Norms.Branch> Branches(CheckedText text) =>
        text
            .Norms.Select(stated => stated.Norm.Branch)
            .Concat(
                text.Agreement.Procedures.Where(procedure => procedure.Stands).Select(procedure => procedure.Branch)
            )
            .OfType<Norms.Branch>();
}
