using System.Globalization;

namespace Casus.Core.Parsing;

/// <summary>Tells whether a date as written is in the calendar.</summary>
internal static class CalendarDates
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm"];

    public static bool IsReal(string date) =>
        DateTime.TryParseExact(date, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
