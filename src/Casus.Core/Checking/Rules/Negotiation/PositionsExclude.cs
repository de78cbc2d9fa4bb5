using Casus.Core.Diagnostics;
using Casus.Core.Positions;

namespace Casus.Core.Checking.Rules.Negotiation;

/// <summary>A bracket on which two parties hold values that leave nothing in common.</summary>
internal sealed class PositionsExclude : Rule
{
    public override string Code => "CAS3956";
    public override string Title => "Positions that exclude each other";
    public override RuleGroup Group => RuleGroup.Negotiation;
    public override Severity Severity => Severity.Information;

    public override string Why =>
        "No value is held by both. Whichever is chosen for a check or a replay, one side has not agreed to it.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var held = Statements
            .Positions(text)
            .Where(stated => stated.Position is { Stance: Stance.Accepts or Stance.Proposes, Value.Length: > 0 })
            .GroupBy(stated => stated.Position.On, StringComparer.OrdinalIgnoreCase);
        foreach (var group in held)
        {
            if (text.BracketNamed(group.Key) is not { } bracket)
            {
                continue;
            }
            var byParty = group
                .SelectMany(stated => stated.Position.Of.Select(name => (Name: name, stated.Position, stated.Place)))
                .GroupBy(one => one.Name, StringComparer.Ordinal)
                .ToList();
            var common = byParty
                .Select(party => party.Select(one => one.Position.Value!).ToList())
                .Aggregate(
                    (all, next) => [.. all.Where(value => next.Exists(other => Statements.IsValue(value, other)))]
                );
            if (byParty.Count > 1 && common.Count == 0)
            {
                var said = byParty.Select(party =>
                    $"{party.Key} {string.Join(" or ", party.Select(one => Words(one.Position)).Distinct(StringComparer.Ordinal))}"
                );
                var finding = At(
                    bracket.Span,
                    $"On `{bracket.Name}`, {string.Join("; ", said)}: no value is held by all.",
                    null
                );
                yield return byParty.Aggregate(
                    finding,
                    (told, party) => told.With(new RelatedPlace(party.First().Place, $"{party.Key}'s position."))
                );
            }
        }
    }

    private static string Words(Position position) =>
        $"{(position.Stance == Stance.Accepts ? "accepts" : "proposes")} {position.Value}"
        + (position.OwnWord ? "" : " (by another's word)");
}
