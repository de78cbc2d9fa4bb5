namespace Casus.Core.Checking.Rules.Procedure;

/// <summary>A quorum that the accused, or one or two others, can deny by staying away.</summary>
internal sealed class QuorumDenied : Rule
{
    public override string Code => "CAS3405";
    public override string Title => "A quorum that an absentee can deny";
    public override RuleGroup Group => RuleGroup.Procedure;

    public override string Why =>
        "Absence is not a no: it needs no reason and no vote. Silence is never presence, even where it counts as consent.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var (decision, syntax) in text.Decisions)
        {
            if (decision.Quorum is not { } quorum || decision.Deciders.Names.IsEmpty)
            {
                continue;
            }
            var names = decision.Deciders.Names;
            var accused = text.BlockOf(decision) is { } block
                ? Accusations.Accused(text, block).Where(names.Contains).ToList()
                : [];
            var present = names.Length - (decision.WithoutAccused && accused.Count > 0 ? 1 : 0);
            var absent = present - quorum + 1;
            var suggestion = $"with a quorum of {Math.Max(1, (present + 1) / 2)}";
            if (absent <= 0)
            {
                yield return At(
                    syntax.Predicate.Span,
                    $"A quorum of {quorum} can never be met: only {present} may vote.",
                    suggestion
                );
            }
            else if (absent <= Math.Max(1, names.Length / 4) || (!decision.WithoutAccused && absent <= accused.Count))
            {
                var who =
                    !decision.WithoutAccused && accused.Count >= absent && accused.Count < names.Length
                        ? $"{string.Join(", ", accused)}, who may be accused, can"
                        : $"Any {(absent == 1 ? "one" : $"{absent}")} of the {present} can";
                yield return At(
                    syntax.Predicate.Span,
                    $"{who} deny the quorum of {quorum} by staying away.",
                    suggestion
                );
            }
        }
    }
}
