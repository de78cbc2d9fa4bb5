using Casus.Core.Time;
using NodaTime;

namespace Casus.Data.Tables;

/// <summary>
/// Times as tables write them (S1): an ISO 8601 instant with an offset, its fraction of a second floored; or a date,
/// which is the whole local day in the agreement's zone. An instant without an offset is refused.
/// </summary>
public static class TimeText
{
    private const string Form =
        "not a date (2025-01-10) and not an instant with an offset (2025-01-10T10:00:00Z, 2025-01-10T10:00:00+02:00)";

    /// <summary>Reads a time. For an instant both ends of the interval are the same.</summary>
    /// <param name="isDate">Whether the text is a date, so that the interval is a day.</param>
    /// <returns>Why the text is no time; null where it is one.</returns>
    public static string? Read(
        ReadOnlySpan<char> text,
        AgreementCalendar calendar,
        out TimeInterval time,
        out bool isDate
    )
    {
        time = default;
        isDate = false;
        if (!TakeDate(ref text, out var date, out var reason))
        {
            return reason;
        }
        if (text.IsEmpty)
        {
            isDate = true;
            time = calendar.Day(date);
            return null;
        }
        if (text[0] is not ('T' or 't' or ' '))
        {
            return Form;
        }
        text = text[1..];
        if (!TakeClock(ref text, out var second, out reason))
        {
            return reason;
        }
        if (text.IsEmpty)
        {
            return "an instant without an offset; end it with Z or an offset such as +02:00";
        }
        if (!TakeOffset(text, out var offset))
        {
            return Form;
        }
        var moment = new Moment(AgreementCalendar.NumberOf(date) * 86_400L + second - offset);
        time = new TimeInterval(moment, moment);
        return null;
    }

    /// <summary>Takes YYYY-MM-DD off the front.</summary>
    internal static bool TakeDate(ref ReadOnlySpan<char> text, out LocalDate date, out string? reason)
    {
        date = default;
        reason = Form;
        if (
            !TakeNumber(ref text, 4, out var year)
            || !Take(ref text, '-')
            || !TakeNumber(ref text, 2, out var month)
            || !Take(ref text, '-')
            || !TakeNumber(ref text, 2, out var day)
        )
        {
            return false;
        }
        if (year is < 1000 or > 9990)
        {
            reason = "not a year from 1000 to 9990";
            return false;
        }
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            reason = "no day of the calendar";
            return false;
        }
        date = new LocalDate(year, month, day);
        reason = null;
        return true;
    }

    /// <summary>Takes HH:MM[:SS[.fraction]] off the front, as seconds of the day.</summary>
    internal static bool TakeClock(ref ReadOnlySpan<char> text, out int second, out string? reason)
    {
        second = 0;
        reason = Form;
        if (!TakeNumber(ref text, 2, out var hour) || !Take(ref text, ':') || !TakeNumber(ref text, 2, out var minute))
        {
            return false;
        }
        var seconds = 0;
        if (Take(ref text, ':'))
        {
            if (!TakeNumber(ref text, 2, out seconds))
            {
                return false;
            }
            if (text.Length > 0 && text[0] is '.' or ',')
            {
                text = text[1..];
                var digits = text.IndexOfAnyExceptInRange('0', '9');
                if (digits == 0 || text.IsEmpty)
                {
                    return false;
                }
                text = digits < 0 ? [] : text[digits..];
            }
        }
        if (hour > 23 || minute > 59 || seconds > 59)
        {
            reason = "no time of day; hours are 00 to 23, minutes and seconds 00 to 59";
            return false;
        }
        second = hour * 3600 + minute * 60 + seconds;
        reason = null;
        return true;
    }

    private static bool TakeOffset(ReadOnlySpan<char> text, out int seconds)
    {
        seconds = 0;
        if (text is "Z" or "z")
        {
            return true;
        }
        var sign = text[0] switch
        {
            '+' => 1,
            '-' or '\u2212' => -1,
            _ => 0,
        };
        text = text[1..];
        if (sign == 0 || !TakeNumber(ref text, 2, out var hours))
        {
            return false;
        }
        var minutes = 0;
        if (!text.IsEmpty)
        {
            Take(ref text, ':');
            if (!TakeNumber(ref text, 2, out minutes) || !text.IsEmpty)
            {
                return false;
            }
        }
        seconds = sign * (hours * 3600 + minutes * 60);
        return hours <= 18 && minutes <= 59;
    }

    private static bool Take(ref ReadOnlySpan<char> text, char character)
    {
        if (text.IsEmpty || text[0] != character)
        {
            return false;
        }
        text = text[1..];
        return true;
    }

    private static bool TakeNumber(ref ReadOnlySpan<char> text, int digits, out int number)
    {
        number = 0;
        if (text.Length < digits)
        {
            return false;
        }
        for (var i = 0; i < digits; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }
            number = number * 10 + (text[i] - '0');
        }
        text = text[digits..];
        return true;
    }
}
