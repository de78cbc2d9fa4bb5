using System.Globalization;
using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Unreachable;

/// <summary>A spread over more sectors than the line has.</summary>
internal sealed class MoreSectorsThanLine : Rule
{
    public override string Code => "CAS3103";
    public override string Title => "More sectors than the line has";
    public override RuleGroup Group => RuleGroup.Unreachable;

    public override string Why => "However widely it burns, so many sectors cannot, and what waits for it never comes.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Agreement.Sectors is not { Count: > 0 } sectors)
        {
            yield break;
        }
        var line = text.Agreement.Lines[sectors.Line];
        foreach (var role in text.Phrases.Roles)
        {
            if (
                role.Objects.Items is not [{ Quantity: { } quantity } item]
                || item.Term is not [{ Value: "sector" or "sectors" }]
                || quantity.Comparator is "at most" or "fewer than" or "less than"
            )
            {
                continue;
            }
            var over = Values(quantity)
                .Where(value => value.Number + (quantity.Comparator == "more than" ? 1 : 0) > sectors.Count)
                .ToList();
            if (over.Count == 0)
            {
                continue;
            }
            var kilometres = (sectors.Metres / 1000m).ToString("0.###", CultureInfo.InvariantCulture);
            yield return At(
                item.Span,
                $"{line.Name} has {sectors.Count} {(sectors.Count == 1 ? "sector" : "sectors")} of {kilometres} km, "
                    + $"so `{item.WordsText()}` is never met{With(quantity, over)}.",
                $"at least {Math.Max(1, sectors.Count - 1).ToString(CultureInfo.InvariantCulture)} "
                    + (sectors.Count > 2 ? "sectors" : "sector")
            );
        }
    }

    /// <summary>Of a bracket of several values, those of which it is true.</summary>
    private static string With(QuantitySyntax quantity, List<(string Written, long Number)> over) =>
        quantity.Bracket is { Values.Length: > 1 } bracket
            ? $" with {bracket.Name ?? "the bracket"} at {Wording.Or([.. over.Select(value => value.Written)])}"
            : "";

    /// <summary>The number, or each that the bracket offers: one that nobody can choose is worth knowing.</summary>
    private static IEnumerable<(string Written, long Number)> Values(QuantitySyntax quantity)
    {
        string[] written = quantity.Number is { } number ? [number.Text] : [.. quantity.Bracket?.Values ?? []];
        foreach (var value in written)
        {
            if (long.TryParse(value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var parsed))
            {
                yield return (value, parsed);
            }
        }
    }
}
