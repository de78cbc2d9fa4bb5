using Casus.Core.Conditions;

namespace Casus.Core.Stepping.Counting;

/// <summary>
/// `On each of n consecutive days` (S6): the n days ending today so far, or the n ending yesterday. What holds on a day
/// is kept for each day; sectors, where asked for, are counted over days, or the same ones on each day.
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
    private readonly bool holdsOn;
    private readonly DayRecords[] records;

    // For each key what is counted: of the same sectors, each by itself; else one, of days with enough sectors.
    private readonly DayRecords[][] columns;
    private readonly int columnsNeeded;
    private readonly int[] lastOpened;
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
        holdsOn = inner is not CountNode { Function.Acts.OfOneDay: true };
        records = [.. inner.Keys.Select(_ => new DayRecords())];
        columns =
        [
            .. innerKeys.Select(own =>
                atLeast is null || sameSectors ? own.Select(k => records[k]).ToArray() : [new DayRecords()]
            ),
        ];
        columnsNeeded = sameSectors && atLeast is { } least ? least : 1;
        lastOpened = new int[keys.Count];
        Array.Fill(lastOpened, int.MinValue);
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
        foreach (var known in records.Concat(columns.SelectMany(column => column)))
        {
            known.Clear();
        }
        Array.Fill(lastOpened, int.MinValue);
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
                if (records[innerKey][day].Sure is var sure && sure <= time)
                {
                    inner.Explain(innerKey, sure, grounds);
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
        if (open && lastOpened[key] != last)
        {
            lastOpened[key] = last;
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
        var met = 0;
        var possible = 0;
        foreach (var column in columns[key])
        {
            var verdict = column.Each(first, last, time);
            met += verdict == Verdict.Met ? 1 : 0;
            possible += verdict != Verdict.NotMet ? 1 : 0;
        }
        return met >= columnsNeeded ? Verdict.Met
            : possible >= columnsNeeded ? Verdict.Undetermined
            : Verdict.NotMet;
    }

    // The instants of a day at which the whole may change.
    private List<long> Instants(int key, int day)
    {
        instants.Clear();
        instants.Add(days.Start(day));
        foreach (var column in columns[key])
        {
            if (column[day] is { IsNone: false } record)
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
        foreach (var column in columns[key])
        {
            if (column.HasAny(today - dayCount, today))
            {
                return true;
            }
        }
        if (!holdsOn)
        {
            return false;
        }
        foreach (var innerKey in innerKeys[key])
        {
            if (records[innerKey].HasAny(today - dayCount, today))
            {
                return true;
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
        var record = new DayRecord(possible, sure);
        if (record == records[innerKey][day])
        {
            return false;
        }
        records[innerKey][day] = record;
        foreach (var key in above[innerKey])
        {
            CountSectors(key, day);
        }
        return true;
    }

    // A day holds from the instant at which enough sectors hold.
    private void CountSectors(int key, int day)
    {
        if (atLeast is not { } least || sameSectors)
        {
            return;
        }
        var own = innerKeys[key];
        var record = DayRecord.None;
        if (least <= own.Length)
        {
            Span<long> possible = stackalloc long[own.Length];
            Span<long> sure = stackalloc long[own.Length];
            for (var i = 0; i < own.Length; i++)
            {
                (possible[i], sure[i]) = records[own[i]][day];
            }
            possible.Sort();
            sure.Sort();
            record = new DayRecord(possible[Math.Max(least, 1) - 1], sure[Math.Max(least, 1) - 1]);
        }
        columns[key][0][day] = record;
    }
}
