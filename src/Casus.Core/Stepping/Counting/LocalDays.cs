using Casus.Core.Time;

namespace Casus.Core.Stepping.Counting;

/// <summary>The calendar's days in seconds, remembered: the same few days are asked for again and again.</summary>
internal sealed class LocalDays(AgreementCalendar calendar)
{
    private readonly Dictionary<int, long> starts = [];
    private int lastDay;
    private long lastStart = long.MaxValue;
    private long lastEnd = long.MinValue;

    public int DayOf(long time)
    {
        if (time < lastStart || time >= lastEnd)
        {
            lastDay = calendar.DayOf(new Moment(time));
            lastStart = Start(lastDay);
            lastEnd = Start(lastDay + 1);
        }
        return lastDay;
    }

    /// <summary>The first second of a day.</summary>
    public long Start(int day)
    {
        if (!starts.TryGetValue(day, out var start))
        {
            start = calendar.StartOfDay(day).Second;
            starts.Add(day, start);
        }
        return start;
    }

    /// <summary>The first second after a day.</summary>
    public long End(int day) => Start(day + 1);
}
