using System.Globalization;
using Casus.Core.Conditions;
using Casus.Core.Geography;

namespace Casus.Core.Checking.Rules.Coverage;

/// <summary>Attacks are forbidden from or into a zone alone: others breach nothing.</summary>
internal sealed class CoveredOnlyInZone : Rule
{
    /// <summary>The kinds that reach beyond any zone along a line.</summary>
    private static readonly string[] Far = ["missile strike", "air strike", "drone strike", "naval attack"];

    public override string Code => "CAS3709";
    public override string Title => "Forbidden from or into a zone alone";
    public override RuleGroup Group => RuleGroup.Coverage;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "A strike far behind the line, from far behind it, breaches nothing, though cities lie there and not along the line.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var prohibitions = PatternUses.Contrary(text).Where(use => use.Purpose == PatternPurpose.Forbids).ToList();
        var everywhere = prohibitions.Where(use => use.Pattern.Places.IsEmpty).ToList();
        foreach (var use in prohibitions)
        {
            if (use.Pattern.Places is not [{ Relations: var relations, Index: var zone }, ..])
            {
                continue;
            }
            if (relations.Contains(PlaceRelation.Across))
            {
                continue;
            }
            var left = Far.Where(kind =>
                    IsUnder(text, kind, use) && !everywhere.Exists(all => IsUnder(text, kind, all))
                )
                .ToList();
            if (left.Count > 0)
            {
                var where = text.Agreement.Zones[zone];
                yield return At(
                    use.Span,
                    $"{use.Clause} forbids {Name(use)} {Words(relations)} {where.Name} alone{Reach(text, where)}: "
                        + $"{Uncovered.WithArticle(left[0])} that starts and strikes elsewhere, such as on a city 400 km away, breaches nothing here.",
                    $"{string.Join(" and ", use.Norm!.Bearers.Actors.Names)} shall not commit {Name(use)}."
                );
                // Said once: the remedy covers them all.
                yield break;
            }
        }
    }

    private static bool IsUnder(CheckedText text, string kind, PatternUse use)
    {
        var conduct = text.Agreement.Conduct;
        var row = conduct.IndexOf(kind);
        return row >= 0
            && use.Pattern.Conducts.Any(term =>
                conduct.IndexOf(term) is >= 0 and var clause && conduct.Match(row, clause) == Verdict.Met
            );
    }

    private static string Name(PatternUse use) => Uncovered.WithArticle(use.Pattern.Name);

    private static string Words(System.Collections.Immutable.ImmutableArray<PlaceRelation> relations) =>
        string.Join(" or ", relations.Select(relation => relation == PlaceRelation.From ? "from" : "into"));

    private static string Reach(CheckedText text, Zone zone) =>
        zone.Area is Area.WithinOfLine within
            ? $" ({(within.Metres / 1000m).ToString("0.#", CultureInfo.InvariantCulture)} km on each side of "
                + $"{text.Agreement.Lines[within.Line].Name})"
            : "";
}
