using System.Globalization;
using Casus.Core.Syntax;
using Casus.Core.Time;

namespace Casus.Core.Binding;

/// <summary>A number with how it bounds, and the unit's words.</summary>
internal readonly record struct BoundQuantity(string Comparator, decimal Value, string Unit)
{
    /// <summary>
    /// The least whole count that meets it, for `at least` and `more than` (a bare number: exactly so many, at least).
    /// </summary>
    public long AtLeast => Comparator == "more than" ? (long)Math.Floor(Value) + 1 : (long)Math.Ceiling(Value);

    /// <summary>
    /// As <see cref="AtLeast"/>, of members, sources and sectors: more than there can be is as many as can be.
    /// </summary>
    public int LeastMembers => (int)Math.Min(AtLeast, int.MaxValue);

    public bool IsFromAbove => Comparator is "at most" or "fewer than" or "less than";
}

/// <summary>Numbers, lengths of time and distances; brackets stand for their chosen values.</summary>
internal sealed class QuantityBinder(BindingContext context)
{
    /// <summary>A thousand times what a whole economy is worth, and still a whole number without loss.</summary>
    private const decimal Largest = 1e15m;

    /// <summary>
    /// The number of a phrase and the words that follow it: `at least 5` violations, `[24 | 48]` hours.
    /// </summary>
    public BoundQuantity? Number(SimpleSyntax simple)
    {
        var unit = string.Join(' ', simple.Term.Select(word => word.Value));
        if (simple.Quantity is not { } quantity)
        {
            // A bracket may stand alone as the whole phrase.
            return simple.Elements.OfType<BracketSyntax>().FirstOrDefault() is { } lone
                ? Parse("", context.Brackets.Value(lone), unit, lone)
                : null;
        }
        if (quantity.Bracket is { } bracket)
        {
            return Parse(quantity.Comparator ?? "", context.Brackets.Value(bracket), unit, bracket);
        }
        return quantity.Number is { } number ? Parse(quantity.Comparator ?? "", number.Text, unit, number) : null;
    }

    public Length? Time(SimpleSyntax simple)
    {
        if (Number(simple) is not { } number)
        {
            return null;
        }
        if (UnitOf(FirstWord(number.Unit)) is not { } unit)
        {
            context.Report(Codes.BareNumber, simple, $"`{simple.WordsText()}` is not a length of time.", "24 hours");
            return null;
        }
        if (number.Value < 0 || number.Value != Math.Floor(number.Value) || number.Value > 1_000_000)
        {
            context.Report(
                Codes.BadNumber,
                simple,
                $"`{simple.WordsText()}` is no length of time: write a whole number."
            );
            return null;
        }
        return new Length((int)number.Value, unit);
    }

    /// <summary>A length as a count window or gap needs it: seconds; a month or a year has no such length.</summary>
    public long? Seconds(SimpleSyntax simple)
    {
        if (Time(simple) is not { } length)
        {
            return null;
        }
        if (length.Seconds is not { } seconds)
        {
            context.Report(
                Codes.BareNumber,
                simple,
                $"`{simple.WordsText()}` is not the same length everywhere.",
                "30 days"
            );
            return null;
        }
        return seconds;
    }

    /// <summary>Whole metres.</summary>
    public long? Metres(SimpleSyntax simple)
    {
        if (Number(simple) is not { } number)
        {
            return null;
        }
        var factor = FirstWord(number.Unit) switch
        {
            "km" or "kilometre" or "kilometres" => 1000m,
            "m" or "metre" or "metres" => 1m,
            _ => 0m,
        };
        if (factor == 0)
        {
            context.Report(Codes.BareNumber, simple, $"`{simple.WordsText()}` is not a distance.", "15 km");
            return null;
        }
        if (number.Value <= 0 || number.Value > 20_000)
        {
            context.Report(Codes.BadNumber, simple, $"`{simple.WordsText()}` is no distance on the earth.");
            return null;
        }
        return (long)Math.Round(number.Value * factor, MidpointRounding.AwayFromZero);
    }

    public static LengthUnit? UnitOf(string word) =>
        Inflection.Singular(
            word.TrimEnd('\'', '’')
                .Replace("'s", "", StringComparison.Ordinal)
                .Replace("’s", "", StringComparison.Ordinal)
        ) switch
        {
            "second" => LengthUnit.Second,
            "minute" => LengthUnit.Minute,
            "hour" => LengthUnit.Hour,
            "day" => LengthUnit.Day,
            "week" => LengthUnit.Week,
            "month" => LengthUnit.Month,
            "year" => LengthUnit.Year,
            _ => null,
        };

    private BoundQuantity? Parse(string comparator, string text, string unit, SyntaxElement at)
    {
        var words = text.Split(' ', 2);
        var digits = words[0].Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            context.Report(Codes.BareNumber, at, $"`{text}` is not a number.");
            return null;
        }
        if (value > Largest)
        {
            context.Report(Codes.BadNumber, at, $"`{text}` is more than anything that is counted here.");
            return null;
        }
        return new BoundQuantity(comparator, value, words.Length > 1 && unit.Length == 0 ? words[1] : unit);
    }

    private static string FirstWord(string words) => words.Split(' ', 2)[0].ToLowerInvariant();
}
