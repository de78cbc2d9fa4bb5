using System.Collections.Frozen;
using Casus.Data.Tables;

namespace Casus.Data.Mappings;

/// <summary>
/// Times of day as monitors write them: `08:40-12:30`, `17:51`, or a part of the day. Parts are taken wide, so that a
/// bound is never narrower than the truth: an evening starts at 16:00, as in winter, and a night ends at 08:00 of the
/// next day.
/// </summary>
internal static class DayParts
{
    /// <summary>Hours of the local day, from and to (beyond 24: of the next); the last second is left out.</summary>
    private static readonly FrozenDictionary<string, (int From, int To)> Hours = new Dictionary<string, (int, int)>(
        StringComparer.Ordinal
    )
    {
        ["early morning"] = (3, 9),
        ["morning"] = (5, 12),
        ["day"] = (5, 20),
        ["afternoon"] = (12, 18),
        ["evening"] = (16, 24),
        ["late evening"] = (19, 24),
        ["evening/night"] = (16, 32),
        ["night"] = (18, 32),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static string Names => string.Join(", ", Hours.Keys.Order(StringComparer.Ordinal));

    /// <summary>The instant at which the times of a day start or end.</summary>
    public static string Convert(string text, ConversionOptions options, MappedRow row, bool end)
    {
        var dayText = row.Field(options.Day!);
        ReadOnlySpan<char> rest = dayText.Span;
        if (!TimeText.TakeDate(ref rest, out var date, out _) || !rest.IsEmpty)
        {
            return row.Refuse(dayText.ToString(), $"'{options.Day}' is not a date such as 2017-08-16");
        }
        int second;
        if (Hours.TryGetValue(text, out var hours))
        {
            second = end ? hours.To * 3600 - 1 : hours.From * 3600;
        }
        else if (!ReadClocks(text, end, out second))
        {
            return row.Refuse(text, $"no time of day: write 17:51, 08:40-12:30, or one of {Names}");
        }
        return row.Calendar.FromLocal(date.AtMidnight().PlusSeconds(second)).ToString();
    }

    /// <summary>
    /// A minute lasts to its last second; an interval that ends before it starts ends on the next day.
    /// </summary>
    private static bool ReadClocks(string text, bool end, out int second)
    {
        second = 0;
        var ends = text.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length > 2 || !ReadClock(ends[0], out var first) || !ReadClock(ends[^1], out var last))
        {
            return false;
        }
        second = !end ? first : last + 59 + (last < first ? 86_400 : 0);
        return true;
    }

    private static bool ReadClock(ReadOnlySpan<char> text, out int second) =>
        TimeText.TakeClock(ref text, out second, out _) && text.IsEmpty;
}
