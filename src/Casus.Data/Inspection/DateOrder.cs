namespace Casus.Data.Inspection;

/// <summary>
/// Whether the day or the month comes first in dates such as 3/4/2022 or 30.01.2017: a number above 12 is no month, so
/// one such date tells.
/// </summary>
public sealed class DateOrder
{
    private const int MostMonths = 12;
    private char separator = '/';
    private bool yearFirst;
    private bool dayFirst;
    private bool monthFirst;

    /// <summary>No date tells, or they tell different things.</summary>
    public bool IsUnclear => !yearFirst && dayFirst == monthFirst;

    /// <summary>The form of the dates, with the day first where nothing tells.</summary>
    public string Format =>
        (yearFirst, monthFirst && !dayFirst) switch
        {
            (true, _) => $"yyyy{separator}M{separator}d",
            (_, true) => $"M{separator}d{separator}yyyy",
            _ => $"d{separator}M{separator}yyyy",
        };

    /// <summary>A date of three numbers.</summary>
    internal void Take(ReadOnlySpan<char> date)
    {
        var first = date.IndexOfAnyExceptInRange('0', '9');
        separator = date[first];
        var rest = date[(first + 1)..];
        var second = rest[..rest.IndexOf(separator)];
        yearFirst |= first == 4;
        dayFirst |= first <= 2 && Number(date[..first]) > MostMonths;
        monthFirst |= first <= 2 && Number(second) > MostMonths;
    }

    private static int Number(ReadOnlySpan<char> digits) =>
        int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
