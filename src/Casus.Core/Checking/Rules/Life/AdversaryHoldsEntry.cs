using Casus.Core.Diagnostics;
using Casus.Core.Facts;

namespace Casus.Core.Checking.Rules.Life;

/// <summary>The text begins to bind only once the party that it guards against has agreed.</summary>
internal sealed class AdversaryHoldsEntry : Rule
{
    public override string Code => "CAS3804";
    public override string Title => "Entry into force that the adversary can withhold";
    public override RuleGroup Group => RuleGroup.Life;
    public override Severity Severity => Severity.Information;

    public override string Why =>
        "Until the party that the guarantee is against has acted, nobody is bound to anything; it may wait, or ask a price.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Agreement.Life.Entry is not { } entry)
        {
            yield break;
        }
        var adversaries = text.PartiesAs("adversary").ToHashSet(StringComparer.Ordinal);
        foreach (var need in entry.Needs)
        {
            var all = need.Number is null || need.Number >= need.By.Length;
            var held = need.By.Where(name => adversaries.Contains(name) && (all || need.Including.Contains(name)));
            foreach (var name in held)
            {
                yield return At(
                    text.SpanOf(entry.Clause),
                    $"It enters into force only when {name}, the adversary, has {Verb(need.Kind)} it.",
                    "when each guarantor has ratified it"
                );
            }
        }
    }

    private static string Verb(ActKind kind) =>
        kind switch
        {
            ActKind.Signature => "signed",
            ActKind.Acceptance => "accepted",
            ActKind.Consent => "approved",
            _ => "ratified",
        };
}
