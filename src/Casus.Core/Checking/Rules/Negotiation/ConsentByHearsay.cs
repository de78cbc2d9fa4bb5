using Casus.Core.Positions;

namespace Casus.Core.Checking.Rules.Negotiation;

/// <summary>A party is said to have accepted something, by somebody else.</summary>
internal sealed class ConsentByHearsay : Rule
{
    public override string Code => "CAS3951";
    public override string Title => "Consent by hearsay";
    public override RuleGroup Group => RuleGroup.Negotiation;

    public override string Why =>
        "A party is bound by its own word alone. What another says that it has accepted can be denied tomorrow, by either.";

    public override IEnumerable<Finding> Check(CheckedText text) =>
        from stated in Statements.Positions(text)
        let position = stated.Position
        where position is { Stance: Stance.Accepts, OwnWord: false }
        let who = string.Join(" and ", position.Of)
        let speakers = position
            .Evidence.Where(evidence => !position.Of.Contains(evidence.By))
            .Select(evidence => $"{evidence.By} ({Statements.Day(evidence.On)})")
            .Distinct(StringComparer.Ordinal)
            .ToList()
        select At(
            stated.Place,
            speakers.Count == 0
                ? $"That {who} accepts {Named(text, position.On)} is nobody's word."
                : $"That {who} accepts {Named(text, position.On)} rests on the word of {string.Join(", ", speakers)} alone.",
            $"said by {position.Of.FirstOrDefault()} on ..., \"...\""
        );

    private static string Named(CheckedText text, string on) =>
        text.HeadingOf(on) is not null ? $"Article {on}"
        : text.BracketNamed(on) is null ? on
        : $"`{on}`";
}
