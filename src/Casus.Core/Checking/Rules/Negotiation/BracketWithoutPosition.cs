using Casus.Core.Diagnostics;

namespace Casus.Core.Checking.Rules.Negotiation;

/// <summary>A bracket of which nobody's position is on record.</summary>
internal sealed class BracketWithoutPosition : Rule
{
    public override string Code => "CAS3950";
    public override string Title => "A bracket without positions";
    public override RuleGroup Group => RuleGroup.Negotiation;
    public override Severity Severity => Severity.Information;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "What stands in brackets is not agreed. Where no sentence says who wants which value, and on whose word that is "
        + "known, nobody can see what is left to negotiate.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var spoken = text
            .Agreement.Positions.Select(position => position.On)
            .Concat(text.Agreement.Sources.Select(source => source.Of))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var who = text.Agreement.Parties.FirstOrDefault(party => party.Bound)?.Name ?? "...";
        return from bracket in text.Agreement.Brackets
            where bracket.Values.Length > 1 && !spoken.Contains(bracket.Name)
            select At(
                bracket.Span,
                $"`{bracket.Name}` has {bracket.Values.Length} values, and no sentence says who holds which.",
                $"Position of {who} on {bracket.Name}: accepts {bracket.Values[0]}, said by {who} on ..., \"...\"."
            );
    }
}
