using System.Text.RegularExpressions;
using Casus.Core.Positions;
using Casus.Core.Text;
using NodaTime;
using Word = Casus.Core.Positions.Evidence;

namespace Casus.Core.Checking.Rules.Negotiation;

/// <summary>A source that is older than what it is cited for.</summary>
internal sealed partial class SourceBeforeEvent : Rule
{
    public override string Code => "CAS3952";
    public override string Title => "A source dated before its event";
    public override RuleGroup Group => RuleGroup.Negotiation;

    public override string Why =>
        "What was said or printed before something happened cannot show that it happened: it was about an earlier text, or "
        + "the date is wrong.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var texted = text.Agreement.TextDate;
        foreach (var (position, place) in Statements.Positions(text))
        {
            foreach (var finding in Links(position.Evidence, place))
            {
                yield return finding;
            }
            // A bracket may well be older than the draft that it stands in; an article or a text is that of its date.
            if (
                position is { Stance: Stance.Accepts }
                && text.BracketNamed(position.On) is null
                && texted is { } date
                && position.Evidence.Length > 0
                && position.Evidence.All(evidence => evidence.On < date)
            )
            {
                yield return At(
                    place,
                    $"The text is of {Statements.Day(date)}; what is cited for its acceptance is of "
                        + $"{Statements.Day(position.Evidence.Max(evidence => evidence.On))}, and cannot be about it.",
                    "said by ... on a day after the text"
                );
            }
        }
        foreach (var (source, place) in Statements.Sources(text))
        {
            foreach (var finding in Links(source.Evidence, place))
            {
                yield return finding;
            }
            if (
                AsOf(text, source.Of) is { } drawn
                && source.Evidence.Length > 0
                && source.Evidence.All(evidence => evidence.On < drawn)
            )
            {
                yield return At(
                    place,
                    $"`{source.Of}` is as of {Statements.Day(drawn)}, and its source is of "
                        + $"{Statements.Day(source.Evidence.Max(evidence => evidence.On))}.",
                    "reported by ... on a later day"
                );
            }
        }
        foreach (var (milestone, place) in Statements.Milestones(text))
        {
            foreach (var finding in Links(milestone.Evidence, place))
            {
                yield return finding;
            }
        }
    }

    private static LocalDate? AsOf(CheckedText text, string name)
    {
        var token = text.Declaration(name, "line", "zone")
            ?.NameTails.OfType<Syntax.AsTailSyntax>()
            .Select(tail => tail.OfDate)
            .FirstOrDefault(date => date is not null);
        return token is null ? null : Date(token.Text.Length >= 10 ? token.Text[..10] : token.Text);
    }

    /// <summary>A link that bears a date earlier than what is cited from it.</summary>
    private static IEnumerable<Finding> Links(IEnumerable<Word> evidence, TextSpan place) =>
        from item in evidence
        where item.Link is not null
        let match = Dated().Match(item.Link!)
        where match.Success
        let printed = Date($"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}")
        where printed is not null && printed < item.On
        select At(
            place,
            $"{item.By} is cited for {Statements.Day(item.On)} from a page that its address dates "
                + $"{Statements.Day(printed.Value)}.",
            $"on {Statements.Day(printed.Value)}"
        );

    private static LocalDate? Date(string written) =>
        NodaTime.Text.LocalDatePattern.Iso.Parse(written) is { Success: true } parsed ? parsed.Value : null;

    [GeneratedRegex(
        @"[/-](?<y>(19|20)\d\d)(?<s>[/-])(?<m>\d\d)\k<s>(?<d>\d\d)(?!\d)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Dated();
}
