using System.Collections.Immutable;
using System.Globalization;
using Casus.Core.Binding;
using Casus.Core.Diagnostics;
using Casus.Core.Syntax;
using Casus.Core.Time;

namespace Casus.Core.Checking.Timing;

/// <summary>A length as the text states it: where it stands in a bracket, over all the values of the bracket.</summary>
internal static class StatedLengths
{
    /// <summary>The `within` of a clause; null where there is none.</summary>
    public static SpanSyntax? Within(ClauseSyntax clause) =>
        clause
            .Tails.OfType<SpanTailSyntax>()
            .Select(tail => tail.Span1)
            .FirstOrDefault(span => span.Kind == SpanKind.Within && span.Length is not null);

    /// <summary>
    /// To let the deadline of a clause run from elsewhere: <paramref name="anchor"/> is " after the decision", or ""
    /// for when the trigger is known. None where the clause has no `within`.
    /// </summary>
    public static ImmutableArray<Fix> RunFrom(ClauseSyntax clause, string title, string anchor) =>
        Within(clause) is { Length: { } length } span
            ? [Fix.Choice(title, span.Span, $"within {length.WordsText()}{anchor}")]
            : [];

    /// <summary>From the shortest to the longest that the bracket allows; the length itself outside brackets.</summary>
    public static Delay Of(CheckedText text, ClauseSyntax clause, Length chosen)
    {
        var known = Delay.Of(chosen);
        if (Within(clause)?.Length?.Quantity?.Bracket is not { } bracket)
        {
            return known;
        }
        foreach (var value in ValuesOf(text, bracket))
        {
            if (NumberIn(value) is { } amount)
            {
                known = known.Or(Delay.Of(new Length(amount, UnitIn(value) ?? chosen.Unit)));
            }
        }
        return known;
    }

    private static IEnumerable<string> ValuesOf(CheckedText text, BracketSyntax bracket) =>
        bracket.Name is { } name && text.BracketNamed(name) is { } whole ? whole.Values : bracket.Values;

    /// <summary>The unit that a value states for itself: `[clock: 24 hours | 2 days]`.</summary>
    private static LengthUnit? UnitIn(string value) =>
        value.Split(' ') is [_, var unit]
        && Enum.TryParse<LengthUnit>(Inflection.Singular(unit.ToLowerInvariant()), ignoreCase: true, out var known)
            ? known
            : null;

    private static int? NumberIn(string value) =>
        int.TryParse(value.Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;
}
