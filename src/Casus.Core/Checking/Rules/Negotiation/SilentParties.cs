using Casus.Core.Diagnostics;

namespace Casus.Core.Checking.Rules.Negotiation;

/// <summary>Parties of whom no position is on record, in a text that records those of others.</summary>
internal sealed class SilentParties : Rule
{
    public override string Code => "CAS3955";
    public override string Title => "A party whose position is not on record";
    public override RuleGroup Group => RuleGroup.Negotiation;
    public override Severity Severity => Severity.Information;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "A party that has neither accepted nor rejected anything is no party that agrees. It may be the one that matters.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Agreement.Positions.IsEmpty || text.Agreement.Brackets.IsEmpty)
        {
            yield break;
        }
        var spoken = text.Agreement.Positions.SelectMany(position => position.Of).ToHashSet(StringComparer.Ordinal);
        var silent = text
            .Agreement.Parties.Where(party => party.Bound && !spoken.Contains(party.Name))
            .Select(party => party.Name)
            .ToList();
        if (silent.Count > 0)
        {
            yield return At(
                text.Labels("parties").FirstOrDefault()?.Span
                    ?? text.Labels("party").FirstOrDefault()?.Span
                    ?? text.Whole,
                $"No position of {string.Join(", ", silent)} is on record; the text has "
                    + (
                        text.Agreement.Brackets.Length == 1
                            ? "a bracket."
                            : $"{text.Agreement.Brackets.Length} brackets."
                    ),
                $"Position of {silent[0]} on {text.Agreement.Brackets[0].Name}: accepts ..., said by {silent[0]} on ..."
            );
        }
    }
}
