using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Reference;

/// <summary>Lower and upper numbers of acts (S3), and how rows about one incident are joined in them (S7).</summary>
internal sealed class ActCount(RecordAt record, PatternJudge patterns)
{
    private readonly Dictionary<(IncidentRow, int, string, int), Verdict> judged = [];
    private readonly Dictionary<(IncidentRow, IncidentRow), Verdict> same = [];

    /// <summary>
    /// The verdict of "at least so many" at an instant t. In: the time in which an act must surely, or possibly, lie.
    /// Day: of the acts of that local day alone. After: of acts after that instant alone.
    /// </summary>
    public Verdict AtLeast(Counted counted, Moment t, int? day = null, Moment? after = null)
    {
        var lower = new List<IncidentRow>();
        var upper = new List<IncidentRow>();
        foreach (var row in record.Rows.Where(row => row.CountMax > 0))
        {
            var verdict = Judge(row, counted);
            var time = row.Occurred;
            if (verdict == Verdict.Met && SurelyIn(time, counted.Window, t, day) && !(time.From <= after))
            {
                lower.Add(row);
            }
            if (verdict != Verdict.NotMet && PossiblyIn(time, counted.Window, t, day) && !(time.To <= after))
            {
                upper.Add(row);
            }
        }
        var unbounded = record.Uncovered.Any(time => PossiblyIn(time, counted.Window, t, day) && !(time.To <= after));
        if (Lower(lower, counted.Measure) >= counted.AtLeast)
        {
            return Verdict.Met;
        }
        return unbounded || Upper(upper, counted.Measure) >= counted.AtLeast ? Verdict.Undetermined : Verdict.NotMet;
    }

    /// <summary>At least one act surely, or possibly, in (after, to].</summary>
    public Verdict AnyBetween(Counted counted, Moment after, Moment to)
    {
        var rows = record.Rows.Where(row => row.CountMax > 0).ToList();
        if (
            rows.Any(row =>
                row.CountMin > 0
                && Judge(row, counted) == Verdict.Met
                && row.Occurred.From > after
                && row.Occurred.To <= to
            )
        )
        {
            return Verdict.Met;
        }
        var possible =
            rows.Any(row => Judge(row, counted) != Verdict.NotMet && row.Occurred.To > after && row.Occurred.From <= to)
            || record.Uncovered.Any(time => time.To > after && time.From <= to);
        return possible ? Verdict.Undetermined : Verdict.NotMet;
    }

    private Verdict Judge(IncidentRow row, Counted counted)
    {
        var key = (row, counted.Pattern, counted.Key.Party, counted.Key.Sector);
        if (!judged.TryGetValue(key, out var verdict))
        {
            var pattern = record.Agreement.Patterns[counted.Pattern];
            verdict = patterns.Judge(row, pattern, counted.Parties, counted.Key.Sector);
            judged[key] = verdict;
        }
        return verdict;
    }

    private bool SurelyIn(TimeInterval time, Window window, Moment t, int? only)
    {
        var calendar = record.Agreement.Calendar;
        var day = only ?? calendar.DayOf(t);
        var whole = new TimeInterval(calendar.StartOfDay(day), calendar.EndOfDay(day));
        if (only is not null && !(whole.Contains(t) && whole.Contains(time.From) && whole.Contains(time.To)))
        {
            return false;
        }
        return time.To <= t
            && window switch
            {
                Window.Sliding sliding => time.From > t.Plus(-sliding.Seconds),
                Window.OneDay => whole.Contains(time.From),
                _ => true,
            };
    }

    private bool PossiblyIn(TimeInterval time, Window window, Moment t, int? only)
    {
        var calendar = record.Agreement.Calendar;
        var day = only ?? calendar.DayOf(t);
        var whole = new TimeInterval(calendar.StartOfDay(day), calendar.EndOfDay(day));
        if (only is not null)
        {
            if (!whole.Contains(t) || !whole.Overlaps(time))
            {
                return false;
            }
            time = new TimeInterval(Moment.Max(time.From, whole.From), Moment.Min(time.To, whole.To));
        }
        return time.From <= t
            && window switch
            {
                Window.Sliding sliding => time.To > t.Plus(-sliding.Seconds),
                Window.OneDay => time.To >= whole.From,
                _ => true,
            };
    }

    /// <summary>Whatever may be one incident counts once: the most that any one group reports in it.</summary>
    private long Lower(List<IncidentRow> rows, CountMeasure measure) =>
        Components(rows, (x, y) => Same(x, y) != Verdict.NotMet)
            .Aggregate(0L, (sum, component) => Add(sum, MostOfOneGroup(component, row => Least(row, measure))));

    /// <summary>Only what is surely one incident, each with each, counts once.</summary>
    private long Upper(List<IncidentRow> rows, CountMeasure measure) =>
        Components(rows, (x, y) => Same(x, y) == Verdict.Met)
            .Aggregate(
                0L,
                (sum, component) =>
                    Add(
                        sum,
                        component.All(x => component.All(y => x.Group == y.Group || Same(x, y) == Verdict.Met))
                            ? MostOfOneGroup(component, row => Most(row, measure))
                            : component.Aggregate(0L, (all, row) => Add(all, Most(row, measure)))
                    )
            );

    private static long MostOfOneGroup(IEnumerable<IncidentRow> rows, Func<IncidentRow, long> amount) =>
        rows.GroupBy(row => row.Group, StringComparer.Ordinal)
            .Max(group => group.Aggregate(0L, (sum, row) => Add(sum, amount(row))));

    private static long Least(IncidentRow row, CountMeasure measure) =>
        measure switch
        {
            CountMeasure.Acts => row.CountMin,
            CountMeasure.Deaths => row.Deaths?.Min ?? 0,
            _ => row.Injured?.Min ?? 0,
        };

    private static long Most(IncidentRow row, CountMeasure measure) =>
        measure switch
        {
            CountMeasure.Acts => row.CountMax,
            CountMeasure.Deaths => row.Deaths?.Max ?? IncidentRow.Unbounded,
            _ => row.Injured?.Max ?? IncidentRow.Unbounded,
        };

    private static long Add(long a, long b) => Math.Min(a + b, IncidentRow.Unbounded);

    private static List<List<IncidentRow>> Components(
        List<IncidentRow> rows,
        Func<IncidentRow, IncidentRow, bool> linked
    )
    {
        var left = rows.ToList();
        var components = new List<List<IncidentRow>>();
        while (left.Count > 0)
        {
            var component = new List<IncidentRow> { left[0] };
            left.RemoveAt(0);
            for (var i = 0; i < component.Count; i++)
            {
                var reached = left.Where(row => linked(component[i], row)).ToList();
                component.AddRange(reached);
                left.RemoveAll(reached.Contains);
            }
            components.Add(component);
        }
        return components;
    }

    private Verdict Same(IncidentRow x, IncidentRow y)
    {
        if (!same.TryGetValue((x, y), out var verdict))
        {
            same[(x, y)] = verdict = patterns.Same.Judge(x, y);
        }
        return verdict;
    }
}

/// <summary>What is counted: a pattern for a key, in a window, against a threshold. Parties: null for any.</summary>
internal sealed record Counted(
    int Pattern,
    ConditionKey Key,
    IReadOnlyList<string>? Parties,
    CountMeasure Measure,
    long AtLeast,
    Window Window
);
