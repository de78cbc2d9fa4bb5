using Casus.Core.Conditions;
using Casus.Core.Facts;

namespace Casus.Core.Stepping.Counting;

/// <summary>When a row's acts are surely, and possibly, in the window: [from, to) each.</summary>
internal readonly record struct Presence(long SureFrom, long SureTo, long From, long To)
{
    public bool IsEverSure => SureFrom < SureTo;
}

/// <summary>
/// What is counted: rows of a pattern, by what measure, where, in which window; of one day's acts alone for `on a day`
/// (S6).
/// </summary>
internal sealed record CountedActs(int Pattern, CountMeasure Measure, PlaceScope Scope, Window Window, bool OfOneDay);

/// <summary>
/// Lower and upper counts over time for each key of a counting (S3). A row that may lie in any sector is kept once for
/// all sectors of a party. Rows that may be about one incident are marked, and counted by <see cref="JointCount"/>.
/// </summary>
internal sealed class CountFunction
{
    public const long Forever = long.MaxValue / 4;

    private readonly PatternJudge patterns;
    private readonly RowReading reading;
    private readonly LocalDays days;
    private readonly StepFunction?[] own;
    private readonly StepFunction?[] shared;
    private static readonly int[] TheWhole = [1];
    private readonly bool bySector;
    private readonly int sectors;
    private readonly int[] jointRows;
    private readonly JointState[] jointStates;
    private readonly long[] dirtyFrom;
    private readonly long[] dirtyTo;
    private readonly bool[] onlyMore;

    public CountFunction(
        CountedActs counting,
        PatternJudge patterns,
        RowReading reading,
        LocalDays days,
        int sectorCount,
        List<RecordedRow> rows,
        JointMarks marks
    )
    {
        Acts = counting;
        this.patterns = patterns;
        this.reading = reading;
        this.days = days;
        var parties = patterns.Keys[counting.Pattern];
        bySector = counting.Scope == PlaceScope.OneSector && sectorCount > 0;
        sectors = bySector ? sectorCount : 1;
        Keys =
        [
            .. parties.SelectMany(party =>
                Enumerable.Range(bySector ? 1 : 0, sectors).Select(sector => new ConditionKey(party.Name, sector))
            ),
        ];
        own = new StepFunction?[Keys.Length];
        shared = new StepFunction?[parties.Length];
        jointRows = new int[Keys.Length];
        jointStates = [.. Keys.Select((_, key) => new JointState(this, key, rows))];
        Joint = new JointCount(this, marks);
        dirtyFrom = new long[Keys.Length];
        dirtyTo = new long[Keys.Length];
        onlyMore = new bool[Keys.Length];
        Array.Fill(dirtyFrom, long.MaxValue);
        Array.Fill(dirtyTo, long.MinValue);
    }

    public CountedActs Acts { get; }
    public ConditionKey[] Keys { get; }

    /// <summary>Keys whose counts have changed since they were last cleaned.</summary>
    public List<int> Dirty { get; } = [];

    /// <summary>The longest time for which a joint row may be in the window.</summary>
    public long LongestJoint { get; private set; }

    /// <summary>The longest time for which any row is surely, or possibly, in the window.</summary>
    public long LongestSure { get; private set; }
    public long Longest { get; private set; }

    /// <summary>There are steps that lie ahead of all facts: missing coverage.</summary>
    public bool HasCoverageGaps => Gaps.Count > 0;

    /// <summary>Times, both ends included, for which no table is complete.</summary>
    public List<(long From, long To)> Gaps { get; } = [];

    /// <summary>How rows that may be about one incident count together.</summary>
    public JointCount Joint { get; }

    /// <summary>The joint rows in a key's window; null: it has none at any time.</summary>
    public JointState? JointOf(int key) => jointRows[key] > 0 ? jointStates[key] : null;

    public StepFunction? Own(int key) => own[key];

    /// <summary>What all sectors of the key's party share.</summary>
    public StepFunction? Shared(int key) => shared[key / sectors];

    public Stretch DirtyStretch(int key) => new(dirtyFrom[key], dirtyTo[key]);

    /// <summary>
    /// All that happened to the key's counts is that more became possible; nothing is surer, and nothing was taken
    /// back.
    /// </summary>
    public bool IsOnlyMorePossible(int key) => onlyMore[key];

    public void Clean()
    {
        foreach (var key in Dirty)
        {
            dirtyFrom[key] = long.MaxValue;
            dirtyTo[key] = long.MinValue;
        }
        Dirty.Clear();
    }

    /// <summary>From then to then, both included, no table is complete: any number of acts is possible (S16).</summary>
    public void AddCoverageGap(long from, long to)
    {
        Gaps.Add((from, to));
        var presence = PresenceOf(from, to);
        Longest = Math.Max(Longest, presence.To - presence.From);
        for (var party = 0; party < shared.Length; party++)
        {
            var steps = shared[party] ??= new StepFunction();
            steps.Add(new Step(presence.From, 0, IncidentRow.Unbounded, -1, Crossing.EnterUpper));
            steps.Add(new Step(presence.To, 0, -IncidentRow.Unbounded, -1, Crossing.LeaveUpper));
            for (var sector = 0; sector < sectors; sector++)
            {
                MarkDirty(party * sectors + sector, presence.From, presence.To - 1, morePossible: true);
            }
        }
    }

    /// <summary>Adds what a row's acts do to the counts, or takes the same back.</summary>
    public void Count(RecordedRow row, bool add)
    {
        if (row.Row.CountMax == 0)
        {
            return;
        }
        var everywhere = bySector && row.Sectors == RowReading.AllSectors;
        var possible = bySector ? reading.SectorSet(row.Sectors) : TheWhole;
        if (possible.Length == 0 && !everywhere)
        {
            return;
        }
        var keys = patterns.Keys[Acts.Pattern];
        var presence = default(Presence);
        for (var party = 0; party < keys.Length; party++)
        {
            var verdict = patterns.Judge(row, Acts.Pattern, keys[party]);
            if (verdict == Verdict.NotMet)
            {
                continue;
            }
            presence = presence == default ? PresenceOf(row.From, row.To) : presence;
            if (everywhere)
            {
                Put(shared[party] ??= new StepFunction(), row, presence, sure: false, add);
                for (var sector = 0; sector < sectors; sector++)
                {
                    MarkDirty(party * sectors + sector, presence.From, presence.To - 1, add && !row.Joint);
                    PutJoint(party * sectors + sector, row, presence, sure: false, add);
                }
                continue;
            }
            foreach (var sector in possible)
            {
                var key = party * sectors + sector - 1;
                var sure = verdict == Verdict.Met && possible.Length == 1;
                Put(own[key] ??= new StepFunction(), row, presence, sure, add);
                MarkDirty(key, presence.From, presence.To - 1, add && !sure && !row.Joint);
                PutJoint(key, row, presence, sure, add);
            }
        }
    }

    /// <summary>When an act of [from, to] is surely and possibly in the window (S3, S6).</summary>
    public Presence PresenceOf(long from, long to)
    {
        switch (Acts.Window)
        {
            case Window.Sliding sliding when !Acts.OfOneDay:
                return new Presence(to, from + sliding.Seconds, from, to + sliding.Seconds);
            case Window.Ever when !Acts.OfOneDay:
                return new Presence(to, Forever, from, Forever);
        }
        var first = days.DayOf(from);
        var last = to < days.End(first) ? first : days.DayOf(to);
        var end = days.End(last);
        var length = Acts.Window is Window.Sliding within ? within.Seconds : Forever;
        var sureTo = first == last ? Math.Min(from + length, end) : to;
        return new Presence(to, sureTo, from, Math.Min(to + length, end));
    }

    public long Least(RecordedRow row) =>
        Acts.Measure switch
        {
            CountMeasure.Acts => row.Row.CountMin,
            CountMeasure.Deaths => row.Row.Deaths?.Min ?? 0,
            _ => row.Row.Injured?.Min ?? 0,
        };

    public long Most(RecordedRow row) =>
        Acts.Measure switch
        {
            CountMeasure.Acts => row.Row.CountMax,
            CountMeasure.Deaths => row.Row.Deaths?.Max ?? IncidentRow.Unbounded,
            _ => row.Row.Injured?.Max ?? IncidentRow.Unbounded,
        };

    /// <summary>Whether the row surely is what a key counts, whenever it was.</summary>
    public bool IsSure(RecordedRow row, int key)
    {
        if (bySector && (row.Sectors == RowReading.AllSectors || reading.SectorSet(row.Sectors).Length != 1))
        {
            return false;
        }
        return patterns.Judge(row, Acts.Pattern, patterns.Keys[Acts.Pattern][key / sectors]) == Verdict.Met;
    }

    /// <summary>What a row lacks of what a key counts, its time aside.</summary>
    public (Shortfall Doubtful, Shortfall Failing) Facets(RecordedRow row, int key, PatternJudge judge)
    {
        var (doubtful, failing) = judge.Facets(row, Acts.Pattern, judge.Keys[Acts.Pattern][key / sectors]);
        if (!bySector)
        {
            return (doubtful, failing);
        }
        var everywhere = row.Sectors == RowReading.AllSectors;
        var possible = reading.SectorSet(row.Sectors);
        var isPossible = everywhere || possible.Contains(key % sectors + 1);
        var isSure = !everywhere && possible.Length == 1;
        return (
            isPossible && !isSure ? doubtful | Shortfall.Sector : doubtful,
            isPossible ? failing : failing | Shortfall.Sector
        );
    }

    private void MarkDirty(int key, long from, long to, bool morePossible)
    {
        if (dirtyFrom[key] == long.MaxValue)
        {
            Dirty.Add(key);
            onlyMore[key] = true;
        }
        onlyMore[key] &= morePossible;
        dirtyFrom[key] = Math.Min(dirtyFrom[key], from);
        dirtyTo[key] = Math.Max(dirtyTo[key], to);
    }

    private void Put(StepFunction steps, RecordedRow row, in Presence presence, bool sure, bool add)
    {
        var joint = row.Joint ? Crossing.Joint : Crossing.None;
        LongestSure = Math.Max(LongestSure, presence.SureTo - presence.SureFrom);
        Longest = Math.Max(Longest, presence.To - presence.From);
        var lower = row.Joint ? 0 : Least(row);
        var upper = row.Joint ? 0 : Most(row);
        if (row.Joint)
        {
            LongestJoint = Math.Max(LongestJoint, presence.To - presence.From);
        }
        sure &= presence.IsEverSure;
        if (sure && presence.SureFrom == presence.From && presence.SureTo == presence.To)
        {
            Write(steps, presence.From, lower, upper, row, Crossing.EnterLower | Crossing.EnterUpper | joint, add);
            Write(steps, presence.To, -lower, -upper, row, Crossing.LeaveLower | Crossing.LeaveUpper | joint, add);
            return;
        }
        Write(steps, presence.From, 0, upper, row, Crossing.EnterUpper | joint, add);
        Write(steps, presence.To, 0, -upper, row, Crossing.LeaveUpper | joint, add);
        if (sure)
        {
            Write(steps, presence.SureFrom, lower, 0, row, Crossing.EnterLower | joint, add);
            Write(steps, presence.SureTo, -lower, 0, row, Crossing.LeaveLower | joint, add);
        }
    }

    private void PutJoint(int key, RecordedRow row, in Presence presence, bool sure, bool add)
    {
        if (!row.Joint)
        {
            return;
        }
        if (jointRows[key] == 0)
        {
            jointStates[key].Start(presence.From);
        }
        jointRows[key] += add ? 1 : -1;
        jointStates[key].Place(row, presence, sure, add);
    }

    private static void Write(
        StepFunction steps,
        long time,
        long lower,
        long upper,
        RecordedRow row,
        Crossing crossing,
        bool add
    )
    {
        if (add)
        {
            steps.Add(new Step(time, lower, upper, row.Index, crossing));
        }
        else
        {
            steps.Remove(time, row.Index, crossing);
        }
    }
}
