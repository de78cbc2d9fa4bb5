using Casus.Core.Conditions;
using Casus.Core.Forces;

namespace Casus.Core.Checking.Rules.Coverage;

/// <summary>Forces are to be deployed, and no prohibition protects them where they are to stand.</summary>
internal sealed class ForcesUnprotected : Rule
{
    public override string Code => "CAS3710";
    public override string Title => "A force that no prohibition protects";
    public override RuleGroup Group => RuleGroup.Coverage;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "An attack on those who guarantee the text is its hardest case. Where it breaches nothing, no sentence answers it.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var pledges = text.Agreement.Pledges.Where(pledge => pledge.Kind == ForceKind.Deployed).ToList();
        if (pledges.Count == 0 || Prohibitions.First(text) is null)
        {
            yield break;
        }
        var prohibitions = PatternUses
            .Contrary(text)
            .Where(use => use.Purpose == PatternPurpose.Forbids && IsAttack(text, use))
            .ToList();
        foreach (var pledge in pledges)
        {
            var protects = prohibitions.Where(use => Protects(use, pledge)).ToList();
            if (protects.Exists(use => use.Pattern.Places.IsEmpty))
            {
                continue;
            }
            var by = pledge.By.Length > 3 ? $"{pledge.By.Length} guarantors" : string.Join(", ", pledge.By);
            var here = text.SpanOf(pledge.Clause);
            yield return protects is [var near, ..]
                ? At(
                        here,
                        $"{pledge.Clause} deploys forces of {by}{In(pledge)}, and {near.Clause} forbids an attack on them only where it touches "
                            + $"{text.Agreement.Zones[near.Pattern.Places[0].Index].Name}.",
                        Suggestion(text)
                    )
                    .With(new Diagnostics.RelatedPlace(near.Span, $"{near.Clause} ends at the zone."))
                : At(
                    here,
                    $"{pledge.Clause} deploys forces of {by}{In(pledge)}, and no sentence forbids an attack on them.",
                    Suggestion(text)
                );
        }
    }

    private static string Suggestion(CheckedText text) =>
        $"{string.Join(" and ", Standing.Sides(text))} shall not commit an attack on any guarantor.";

    private static string In(ForcePledge pledge) => pledge.Place is { Length: > 0 } place ? $" in {place}" : "";

    private static bool IsAttack(CheckedText text, PatternUse use) =>
        use.Pattern.Conducts.Any(term =>
            text.Agreement.Conduct.IndexOf(term) is >= 0 and var clause
            && text.Agreement.Conduct.Match(text.Agreement.Conduct.IndexOf("ground assault"), clause) == Verdict.Met
        );

    /// <summary>Where the text does not say on whom, an attack on anybody is meant.</summary>
    private static bool Protects(PatternUse use, ForcePledge pledge) =>
        use.Pattern.Places.All(test => !test.Relations.Contains(PlaceRelation.Across))
        && (use.Pattern.Against.IsEmpty || pledge.By.All(use.Pattern.Against.Contains));
}
