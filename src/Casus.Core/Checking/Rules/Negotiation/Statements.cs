using System.Collections.Immutable;
using System.Globalization;
using Casus.Core.Positions;
using Casus.Core.Syntax;
using Casus.Core.Text;
using NodaTime;

namespace Casus.Core.Checking.Rules.Negotiation;

/// <summary>Positions, sources and milestones, with the sentences that they were read from.</summary>
internal static class Statements
{
    public static IEnumerable<(Position Position, TextSpan Place)> Positions(CheckedText text) =>
        Placed(text, "Position", text.Agreement.Positions);

    public static IEnumerable<(SourceNote Source, TextSpan Place)> Sources(CheckedText text) =>
        Placed(text, "Source", text.Agreement.Sources);

    public static IEnumerable<(Milestone Milestone, TextSpan Place)> Milestones(CheckedText text) =>
        Placed(text, "Milestone", text.Agreement.Milestones);

    /// <summary>
    /// Whether a stated value is that value of a bracket: numbers by their amount, whatever unit stands behind; words
    /// as they are.
    /// </summary>
    public static bool IsValue(string stated, string value)
    {
        var one = Plain(stated);
        var other = Plain(value);
        return Amount(one) is { } a && Amount(other) is { } b
            ? a == b
            : string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The latest date that the text itself bears: its own, or that of a statement; null where none.</summary>
    public static LocalDate? Now(CheckedText text)
    {
        var agreement = text.Agreement;
        var dates = agreement
            .Positions.SelectMany(position => position.Evidence)
            .Concat(agreement.Sources.SelectMany(source => source.Evidence))
            .Concat(agreement.Milestones.SelectMany(milestone => milestone.Evidence))
            .Select(evidence => (LocalDate?)evidence.On)
            .Append(agreement.TextDate);
        return dates.Max();
    }

    public static string Day(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Where some could not be read, nothing tells which: then the text as a whole is shown.</summary>
    private static IEnumerable<(T, TextSpan)> Placed<T>(CheckedText text, string keyword, ImmutableArray<T> known)
    {
        var places = text
            .Tree.Sentences.Where(sentence => sentence.Body is PositionSyntax syntax && syntax.Keyword.Text == keyword)
            .Select(sentence => sentence.Body.Span)
            .ToList();
        return known.Select((one, index) => (one, places.Count == known.Length ? places[index] : text.Whole));
    }

    private static string Plain(string words) => words.Trim().Trim('"').Replace(",", "", StringComparison.Ordinal);

    private static decimal? Amount(string words) =>
        decimal.TryParse(words.Split(' ')[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;
}
