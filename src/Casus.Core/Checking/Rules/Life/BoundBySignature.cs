using Casus.Core.Facts;

namespace Casus.Core.Checking.Rules.Life;

/// <summary>A treaty that some of its parties enter without ratifying it.</summary>
internal sealed class BoundBySignature : Rule
{
    public override string Code => "CAS3806";
    public override string Title => "A treaty without ratification";
    public override RuleGroup Group => RuleGroup.Life;

    public override string Why =>
        "A signature can bind, but where a constitution asks for the consent of parliament, the next government may say "
        + "that nobody was bound, and no parliament has voted for the forces or the money.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (
            text.Agreement.Life.Entry is not { } entry
            || !text.Agreement.Form.Name.Contains("treaty", StringComparison.OrdinalIgnoreCase)
        )
        {
            yield break;
        }
        var ratify = entry
            .Needs.Where(need => need.Kind is ActKind.Ratification or ActKind.Acceptance or ActKind.Consent)
            .SelectMany(need => need.By)
            .ToHashSet(StringComparer.Ordinal);
        var bound = text
            .Norms.Where(stated => stated.Norm.IsDuty)
            .SelectMany(stated => stated.Norm.Bearers.Actors.Names)
            .ToHashSet(StringComparer.Ordinal);
        var left = text
            .Agreement.Parties.Where(party => party.Bound && bound.Contains(party.Name) && !ratify.Contains(party.Name))
            .Select(party => party.Name)
            .ToList();
        if (left.Count > 0)
        {
            yield return At(
                text.SpanOf(entry.Clause),
                $"This is a treaty, and its entry into force needs no ratification by {Names(left)}.",
                "when each party has ratified it"
            );
        }
    }

    private static string Names(List<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} or {names[^1]}";
}
