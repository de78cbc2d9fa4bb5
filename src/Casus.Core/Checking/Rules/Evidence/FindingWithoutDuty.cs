using System.Collections.Immutable;
using Casus.Core.Norms;

namespace Casus.Core.Checking.Rules.Evidence;

/// <summary>
/// A standard that rests on a body alone, which no sentence obliges or empowers to find what the standard asks for.
/// </summary>
internal sealed class FindingWithoutDuty : Rule
{
    private static readonly string[] Verifying = ["verify", "find", "establish", "investigate", "inspect", "determine"];
    private static readonly string[] Attributing = ["attribute", "find", "investigate", "determine"];

    public override string Code => "CAS3503";
    public override string Title => "A finding that nobody has to make";
    public override RuleGroup Group => RuleGroup.Evidence;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "All that the text provides for waits for this finding; a body that is not bound to make it can let it wait for ever.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var agreement = text.Agreement;
        if (agreement.Established is { Sources: null } established)
        {
            foreach (
                var finding in Of(
                    text,
                    established.Clause,
                    established.VerifiedBy,
                    Verifying,
                    "verifies an incident",
                    "verify"
                )
            )
            {
                yield return finding;
            }
        }
        if (agreement.Attributed is { BySideOfOrigin: false } attributed)
        {
            foreach (
                var finding in Of(
                    text,
                    attributed.Clause,
                    attributed.By,
                    Attributing,
                    "attributes an incident",
                    "attribute"
                )
            )
            {
                yield return finding;
            }
        }
        // Several adjectives that the same body finds are one gap.
        foreach (
            var same in agreement.Predicates.GroupBy(each => string.Join('|', each.FoundBy), StringComparer.Ordinal)
        )
        {
            var first = same.First();
            var does = $"finds it {string.Join(" or ", same.Select(predicate => predicate.Adjective))}";
            foreach (var finding in Of(text, first.Clause, first.FoundBy, Verifying, does, "find"))
            {
                yield return finding;
            }
        }
    }

    /// <summary>Any one of the bodies that is bound will do.</summary>
    private static IEnumerable<Finding> Of(
        CheckedText text,
        string clause,
        ImmutableArray<string> by,
        string[] verbs,
        string does,
        string verb
    )
    {
        // A body outside the text cannot be bound by it: another rule tells that.
        var within = by.Where(name => Standing.IsWithin(text, name)).Distinct(StringComparer.Ordinal).ToList();
        if (within.Count == 0 || text.Norms.Any(stated => Binds(stated.Norm, within, verbs)))
        {
            yield break;
        }
        var names = string.Join(" or ", within);
        yield return At(
            text.SpanOf(clause),
            $"Only {names} {does}, and no sentence binds it to, or says by when.",
            verb == "find" ? null : $"{within[0]} shall {verb} each attack within 24 hours."
        );
    }

    private static bool Binds(Norm norm, List<string> names, string[] verbs) =>
        norm.Kind is NormKind.Do or NormKind.Keep or NormKind.Permission
        && verbs.Contains(norm.Verb, StringComparer.Ordinal)
        && norm.Bearers.Actors.Names.Any(names.Contains);
}
