using System.Globalization;

namespace Casus.Reports.Html.Words;

/// <summary>Numbers as a reader meets them: thousands apart, nouns that agree.</summary>
internal static class Amount
{
    public static string Of(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>1 duty, 3 duties, no duty.</summary>
    public static string Of(long value, string one, string many) =>
        value switch
        {
            0 => $"no {one}",
            1 => $"1 {one}",
            _ => $"{Of(value)} {many}",
        };

    public static string Kilometres(double value) => value.ToString("0.#", CultureInfo.InvariantCulture) + " km";

    /// <summary>A lag in the unit that says most: 5 hours, 3.2 days.</summary>
    public static string Lag(decimal hours) =>
        hours < 48
            ? hours.ToString("0.#", CultureInfo.InvariantCulture) + " hours"
            : (hours / 24).ToString("0.#", CultureInfo.InvariantCulture) + " days";
}
