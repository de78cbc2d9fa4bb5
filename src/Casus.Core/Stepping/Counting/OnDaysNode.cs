using Casus.Core.Conditions;

namespace Casus.Core.Stepping.Counting;

/// <summary>When a condition was first possibly, and first surely, met on a day.</summary>
internal readonly record struct DayRecord(long Possible, long Sure)
{
    public static DayRecord None { get; } = new(long.MaxValue, long.MaxValue);

    public Verdict At(long time) =>
        Sure <= time ? Verdict.Met
        : Possible <= time ? Verdict.Undetermined
        : Verdict.NotMet;
}

/// <summary>
/// `On each of n consecutive days` (S6): the n days ending today so far, or the n ending yesterday. What holds on a day is kept for each
/// day; sectors, where asked for, are counted over days, or the same ones on each day.
/// </summary>
internal sealed class OnDaysNode : ConditionNode
{
    private readonly ConditionNode inner;
    private readonly int[][] innerKeys;
    private readonly List<int>[] above;
    private readonly int dayCount;
    private readonly int? atLeast;
    private readonly bool sameSectors;
    private readonly LocalDays days;
    private readonly Func<long?> lifeFrom;
    private readonly Dictionary<int, DayRecord>[] records;
    private readonly List<long> instants = [];
    private readonly List<(int Key, Stretch Stretch)> stale = [];

    /// <param name="innerKeys">For each key, the keys of the inner condition: one, or those of its sectors.</param>
    public OnDaysNode(
        IReadOnlyList<ConditionKey> keys,
        Condition.OnDays condition,
        int? atLeast,
        ConditionNode inner,
        int[][] innerKeys,
        LocalDays days,
        Func<long?> lifeFrom
    )
        : base(keys)
    {
        this.inner = inner;
        this.innerKeys = innerKeys;
        this.days = days;
        this.lifeFrom = lifeFrom;
        this.atLeast = atLeast;
        dayCount = condition.Days;
        sameSectors = condition.SameSectors;
        records = [.. inner.Keys.Select(_ => new Dictionary<int, DayRecord>())];
        above =
        [
            .. inner.Keys.Select(
                (_, key) => Enumerable.Range(0, keys.Count).Where(k => innerKeys[k].Contains(key)).ToList()
            ),
        ];
        inner.Listeners.Add((key, stretch) => stale.Add((key, stretch)));
    }

    /// <summary>Takes up what has changed beneath, for days up to now.</summary>
    public void TakeDirt(long now)
    {
        if (lifeFrom() is { } start && stale.Count > 0)
        {
            // A day before the entry into force has no instant at which anything holds.
            foreach (var (key, stretch) in stale)
            {
                Refresh(key, Math.Max(stretch.From, start), Math.Min(stretch.To, now), now);
            }
            stale.Clear();
        }
    }

    /// <summary>The life has moved: every day is judged again.</summary>
    public void Restart()
    {
        foreach (var known in records)
        {
            known.Clear();
        }
        for (var key = 0; key < inner.Keys.Count; key++)
        {
            stale.Add((key, new Stretch(Beginning, long.MaxValue)));
        }
        MarkAllDirty();
    }

    public override void Explain(int key, long time, Grounds grounds)
    {
        var today = days.DayOf(time);
        var last = Each(key, today - dayCount + 1, today, time) == Verdict.Met ? today : today - 1;
        foreach (var innerKey in innerKeys[key])
        {
            for (var day = last - dayCount + 1; day <= last; day++)
            {
                if (records[innerKey].TryGetValue(day, out var record) && record.Sure <= time)
                {
                    inner.Explain(innerKey, record.Sure, grounds);
                }
            }
        }
        grounds.Count = null;
    }

    protected override long Judge(int key, long from, long to, bool open, List<Segment> fresh)
    {
        var start = lifeFrom() is { } life ? days.Start(days.DayOf(life)) : to;
        if (from < start)
        {
            Write(fresh, from, Verdict.NotMet);
            from = Math.Min(start, to);
        }
        var last = days.DayOf(to);
        if (open)
        {
            // What has held on since yesterday holds today from its first second.
            foreach (var innerKey in innerKeys[key])
            {
                RefreshDay(innerKey, last, to);
            }
        }
        for (var day = days.DayOf(from); day <= last; day++)
        {
            foreach (var instant in Instants(key, day))
            {
                if (instant <= to)
                {
                    Write(fresh, Math.Max(instant, from), At(key, day, Math.Max(instant, from)));
                }
            }
        }
        return open && IsAlive(key, last) ? days.End(last) : long.MaxValue;
    }

    private Verdict At(int key, int today, long time) =>
        Each(key, today - dayCount + 1, today, time).Or(Each(key, today - dayCount, today - 1, time));

    private Verdict Each(int key, int first, int last, long time)
    {
        var keys = innerKeys[key];
        if (atLeast is not { } least)
        {
            return AllDays(keys[0], first, last, time);
        }
        Span<Verdict> verdicts = stackalloc Verdict[keys.Length];
        if (sameSectors)
        {
            for (var i = 0; i < keys.Length; i++)
            {
                verdicts[i] = AllDays(keys[i], first, last, time);
            }
            return JoinedNode.Enough(verdicts, least);
        }
        var all = Verdict.Met;
        for (var day = first; day <= last && all != Verdict.NotMet; day++)
        {
            for (var i = 0; i < keys.Length; i++)
            {
                verdicts[i] = On(keys[i], day, time);
            }
            all = all.And(JoinedNode.Enough(verdicts, least));
        }
        return all;
    }

    private Verdict AllDays(int innerKey, int first, int last, long time)
    {
        var all = Verdict.Met;
        for (var day = first; day <= last && all != Verdict.NotMet; day++)
        {
            all = all.And(On(innerKey, day, time));
        }
        return all;
    }

    private Verdict On(int innerKey, int day, long time) =>
        records[innerKey].TryGetValue(day, out var record) ? record.At(time) : Verdict.NotMet;

    // The instants of a day at which the whole may change.
    private List<long> Instants(int key, int day)
    {
        instants.Clear();
        instants.Add(days.Start(day));
        foreach (var innerKey in innerKeys[key])
        {
            if (records[innerKey].TryGetValue(day, out var record))
            {
                instants.Add(record.Possible);
                instants.Add(record.Sure);
            }
        }
        instants.Sort();
        return instants;
    }

    private bool IsAlive(int key, int today)
    {
        foreach (var innerKey in innerKeys[key])
        {
            for (var day = today - dayCount; day <= today; day++)
            {
                if (records[innerKey].ContainsKey(day))
                {
                    return true;
                }
            }
        }
        return false;
    }

    private void Refresh(int innerKey, long from, long to, long now)
    {
        if (from > to)
        {
            return;
        }
        var last = days.DayOf(to);
        for (var day = days.DayOf(from); day <= last; day++)
        {
            if (RefreshDay(innerKey, day, now))
            {
                foreach (var key in above[innerKey])
                {
                    MarkDirty(key, days.Start(day), days.End(day + dayCount) - 1);
                }
            }
        }
    }

    private bool RefreshDay(int innerKey, int day, long until)
    {
        var timeline = inner.Timelines[innerKey];
        var start = Math.Max(days.Start(day), lifeFrom() ?? long.MaxValue);
        var end = Math.Min(days.End(day) - 1, until);
        var (possible, sure) = (long.MaxValue, long.MaxValue);
        var time = start;
        for (var index = timeline.IndexAt(start); time <= end && sure == long.MaxValue; index++)
        {
            var verdict = index < 0 ? Verdict.NotMet : timeline.Segments[index].Verdict;
            possible = verdict != Verdict.NotMet ? Math.Min(possible, time) : possible;
            sure = verdict == Verdict.Met ? time : sure;
            if (index + 1 >= timeline.Segments.Count)
            {
                break;
            }
            time = timeline.Segments[index + 1].Start;
        }
        var before = records[innerKey].GetValueOrDefault(day, DayRecord.None);
        var record = new DayRecord(possible, sure);
        if (record == before)
        {
            return false;
        }
        if (record == DayRecord.None)
        {
            records[innerKey].Remove(day);
        }
        else
        {
            records[innerKey][day] = record;
        }
        return true;
    }
}
