using Casus.Core.Conditions;

namespace Casus.Core.Stepping.Counting;

/// <summary>When a condition was first possibly, and first surely, met on a day.</summary>
internal readonly record struct DayRecord(long Possible, long Sure)
{
    public static DayRecord None { get; } = new(long.MaxValue, long.MaxValue);

    public bool IsNone => Possible == long.MaxValue;

    public Verdict At(long time) =>
        Sure <= time ? Verdict.Met
        : Possible <= time ? Verdict.Undetermined
        : Verdict.NotMet;
}

/// <summary>The records of days, by day; most are none.</summary>
internal sealed class DayRecords
{
    private readonly List<DayRecord> records = [];
    private int first;

    public DayRecord this[int day]
    {
        get => day < first || day >= first + records.Count ? DayRecord.None : records[day - first];
        set
        {
            if (records.Count == 0)
            {
                first = day;
            }
            if (day < first)
            {
                records.InsertRange(0, Enumerable.Repeat(DayRecord.None, first - day));
                first = day;
            }
            while (day >= first + records.Count)
            {
                records.Add(DayRecord.None);
            }
            records[day - first] = value;
        }
    }

    public void Clear() => records.Clear();

    /// <summary>Whether each of the days holds, as far as an instant.</summary>
    public Verdict Each(int from, int to, long time)
    {
        var all = Verdict.Met;
        for (var day = from; day <= to && all != Verdict.NotMet; day++)
        {
            all = all.And(this[day].At(time));
        }
        return all;
    }

    public bool HasAny(int from, int to)
    {
        for (var day = from; day <= to; day++)
        {
            if (!this[day].IsNone)
            {
                return true;
            }
        }
        return false;
    }
}
