using Casus.Core.Conditions;

namespace Casus.Core.Checking.Rules.Hollow;

/// <summary>One act counts as another, and nothing hangs on the other.</summary>
internal sealed class IdleDeeming : Rule
{
    public override string Code => "CAS3206";
    public override string Title => "Deeming that no duty reads";
    public override RuleGroup Group => RuleGroup.Hollow;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "That an attack counts as another obliges nobody by itself: a duty must be owed on the other.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Compilation.Deemings.IsEmpty)
        {
            yield break;
        }
        var asked = new Uses(text).Patterns.Select(index => text.Agreement.Patterns[index]).ToList();
        foreach (var deeming in text.Compilation.Deemings)
        {
            if (!asked.Exists(pattern => Asks(pattern, deeming.Deemed)))
            {
                yield return At(
                    text.ProvisionOf(deeming.Clause)?.Statement?.Predicate.Span ?? text.SpanOf(deeming.Clause),
                    $"No duty, decision or prohibition of this text asks for what {deeming.Clause} deems to have happened.",
                    $"On {deeming.Deemed.Name} ...: each guarantor shall ..."
                );
            }
        }
    }

    /// <summary>
    /// Wherever it happened and whoever did it: a place that the sentence leaves out is no reason to call it idle.
    /// </summary>
    private static bool Asks(IncidentPattern asked, IncidentPattern deemed) =>
        asked.Conducts.Intersect(deemed.Conducts, StringComparer.Ordinal).Any()
        && (
            asked.Against.IsEmpty
            || (deemed.Against.IsEmpty && deemed.OpenTextured.IsEmpty)
            || asked.Against.Intersect(deemed.Against, StringComparer.Ordinal).Any()
        )
        && asked.OpenTextured.All(deemed.OpenTextured.Contains)
        && asked.Predicates.All(deemed.Predicates.Contains);
}
