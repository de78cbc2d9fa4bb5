using System.Globalization;

namespace Casus.Data.Tables;

/// <summary>Numbers as tables write them: a point for the fraction, no thousands sign, finite.</summary>
internal static class NumberText
{
    private const NumberStyles Decimal =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static string? Read(ReadOnlySpan<char> text, double least, double most, out double number)
    {
        if (!double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out number) || !double.IsFinite(number))
        {
            return "not a number; write 48.1, with a point and no thousands sign";
        }
        return number < least || number > most ? FormattableString.Invariant($"not from {least} to {most}") : null;
    }

    public static string? Read(ReadOnlySpan<char> text, long most, out long number)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
        {
            return number < 0 ? "negative"
                : number > most ? FormattableString.Invariant($"more than {most}")
                : null;
        }
        return "not a whole number";
    }
}
