namespace Casus.Core.Checking.Rules.Negotiation;

/// <summary>A position on a value that the bracket does not have.</summary>
internal sealed class PositionOffBracket : Rule
{
    public override string Code => "CAS3954";
    public override string Title => "A position on a value that the bracket does not have";
    public override RuleGroup Group => RuleGroup.Negotiation;

    public override string Why =>
        "What a party asks for is not on the table: the draft no longer shows the negotiation, or the position was about "
        + "another one.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var (position, place) in Statements.Positions(text))
        {
            if (
                position.Value is { Length: > 0 } value
                && text.BracketNamed(position.On) is { Values.Length: > 1 } bracket
                && !bracket.Values.Any(one => Statements.IsValue(value, one))
            )
            {
                yield return At(
                        place,
                        $"`{bracket.Name}` has {string.Join(", ", bracket.Values)}, and not {value}.",
                        $"[{bracket.Name}: {string.Join(" | ", bracket.Values)} | {value}]"
                    )
                    .With(new Diagnostics.RelatedPlace(bracket.Span, "The bracket."));
            }
        }
    }
}
