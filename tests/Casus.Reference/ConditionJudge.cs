using Casus.Core.Conditions;
using Casus.Core.Norms;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Reference;

/// <summary>
/// The verdict of a condition for a key at an instant of the axis of acts, on one record, straight from the definitions
/// (S3, S6, S14). Instants: all at which any verdict may change; between two of them nothing does.
/// </summary>
internal sealed class ConditionJudge
{
    private readonly RecordAt record;
    private readonly IReadOnlyList<Moment> instants;
    private readonly ActCount acts;
    private readonly Dictionary<(int, ConditionKey, int, Moment), Verdict> days = [];

    public ConditionJudge(RecordAt record, IReadOnlyList<Moment> instants)
    {
        this.record = record;
        this.instants = instants;
        acts = new ActCount(record, new PatternJudge(record));
    }

    public Verdict At(Condition condition, ConditionKey key, Moment t) => At(condition, key, t, after: null);

    private Condition Tracked(int index) => record.Agreement.Conditions[index].Condition;

    private Verdict At(Condition condition, ConditionKey key, Moment t, Moment? after) =>
        condition switch
        {
            Condition.Count count => acts.AtLeast(Of(count, key), t, after: after),
            Condition.Series series => acts.AtLeast(Of(series, key), t, after: after),
            Condition.Of of => At(Tracked(of.Condition), key, t, after),
            Condition.Spread spread => Enough(
                SectorKeys(Tracked(spread.Condition), key)
                    .Select(sector => At(Tracked(spread.Condition), sector, t, after)),
                spread.AtLeast
            ),
            Condition.OnDays onDays => OnDays(onDays, key, t),
            Condition.Persists persists => Persists(persists, key, t),
            Condition.And and => and.Parts.Select(part => Part(part, key, t, after)).Aggregate(VerdictLogic.And),
            Condition.Or or => or.Parts.Select(part => Part(part, key, t, after)).Aggregate(VerdictLogic.Or),
            Condition.Not not => At(not.Part, key, t, after).Not(),
            Condition.Reached { Point: Point.Stated stated } => VerdictLogic.Of(t >= stated.First),
            _ => Verdict.Undetermined,
        };

    /// <summary>
    /// A part of a joined condition, for the key of the whole: its own such key, or any of its keys that fit.
    /// </summary>
    private Verdict Part(Condition part, ConditionKey key, Moment t, Moment? after)
    {
        var keys = ConditionKeys.Of(record.Agreement, part);
        if (keys.Contains(key))
        {
            return At(part, key, t, after);
        }
        return keys.Where(own =>
                (own.Party == key.Party || Any(own.Party) || Any(key.Party))
                && (own.Sector == key.Sector || own.Sector == 0 || key.Sector == 0)
            )
            .Select(own => At(part, own, t, after))
            .Aggregate(Verdict.NotMet, VerdictLogic.Or);
    }

    private static bool Any(string party) => party == ConditionKey.AnyParty;

    private Counted Of(Condition.Count count, ConditionKey key) =>
        new(
            count.Pattern,
            key,
            ConditionKeys.Parties(record.Agreement, count.Pattern, key),
            count.Measure,
            count.AtLeast,
            count.Window
        );

    /// <summary>At least one act in the gap so far: one exactly a gap later still belongs.</summary>
    private Counted Of(Condition.Series series, ConditionKey key) =>
        new(
            series.Pattern,
            key,
            ConditionKeys.Parties(record.Agreement, series.Pattern, key),
            CountMeasure.Acts,
            1,
            new Window.Sliding(series.GapSeconds + 1)
        );

    private IEnumerable<ConditionKey> SectorKeys(Condition inner, ConditionKey key) =>
        ConditionKeys.Of(record.Agreement, inner).Where(own => own.Party == key.Party);

    private static Verdict Enough(IEnumerable<Verdict> verdicts, int atLeast)
    {
        var all = verdicts.ToList();
        return all.Count(verdict => verdict == Verdict.Met) >= atLeast ? Verdict.Met
            : all.Count(verdict => verdict != Verdict.NotMet) >= atLeast ? Verdict.Undetermined
            : Verdict.NotMet;
    }

    private Verdict OnDays(Condition.OnDays onDays, ConditionKey key, Moment t)
    {
        var today = record.Agreement.Calendar.DayOf(t);
        var withToday = EachOf(onDays, key, today - onDays.Days + 1, today, t);
        return withToday.Or(EachOf(onDays, key, today - onDays.Days, today - 1, t));
    }

    private Verdict EachOf(Condition.OnDays onDays, ConditionKey key, int first, int last, Moment t)
    {
        var index = onDays.Condition;
        var sectors = onDays.Sectors;
        while (Tracked(index) is Condition.Of or Condition.Spread)
        {
            (index, sectors) = Tracked(index) switch
            {
                Condition.Of of => (of.Condition, sectors),
                Condition.Spread spread => (spread.Condition, spread.AtLeast),
                _ => (index, sectors),
            };
        }
        var range = Enumerable.Range(first, last - first + 1).ToList();
        if (sectors is not { } least)
        {
            return range.Select(day => DayHolds(index, key, day, t)).Aggregate(VerdictLogic.And);
        }
        var keys = SectorKeys(Tracked(index), key).ToList();
        return onDays.SameSectors
            ? Enough(
                keys.Select(own => range.Select(day => DayHolds(index, own, day, t)).Aggregate(VerdictLogic.And)),
                least
            )
            : range
                .Select(day => Enough(keys.Select(own => DayHolds(index, own, day, t)), least))
                .Aggregate(VerdictLogic.And);
    }

    /// <summary>
    /// Whether it has held at some instant of the day, of acts of that day alone, so far as the instant t.
    /// </summary>
    private Verdict DayHolds(int index, ConditionKey key, int day, Moment t)
    {
        var calendar = record.Agreement.Calendar;
        var start = calendar.StartOfDay(day);
        var last = Moment.Min(t, calendar.EndOfDay(day));
        if (!days.TryGetValue((index, key, day, last), out var verdict))
        {
            verdict = instants
                .Where(instant => start <= instant && instant <= last && record.InForce(instant))
                .Select(instant =>
                    Tracked(index) is Condition.Count count
                        ? acts.AtLeast(Of(count, key), instant, day)
                        : At(Tracked(index), key, instant)
                )
                .Aggregate(Verdict.NotMet, VerdictLogic.Or);
            days[(index, key, day, last)] = verdict;
        }
        return verdict;
    }

    private Verdict Persists(Condition.Persists persists, ConditionKey key, Moment t)
    {
        var inner = Tracked(persists.Condition);
        while (inner is Condition.Of of)
        {
            inner = Tracked(of.Condition);
        }
        var anchors = Anchors(persists.After, key).Distinct().Order().ToList();
        if (inner is Condition.Series series)
        {
            return SeriesContinues(series, persists.Length, anchors, key, t);
        }
        return anchors
            .Select(anchor => (Anchor: anchor, Tested: record.Agreement.Calendar.Add(anchor, persists.Length)))
            .Where(test => test.Tested <= t)
            .Select(test => At(inner, key, test.Tested, test.Anchor))
            .Aggregate(Verdict.NotMet, VerdictLogic.Or);
    }

    /// <summary>
    /// Tested once for each series: for the first anchor at or after its first act and before it lapses. While it is
    /// only possible that it has begun, any anchor may be that first one, and gives no more than a possibility.
    /// </summary>
    private Verdict SeriesContinues(
        Condition.Series series,
        Length length,
        List<Moment> anchors,
        ConditionKey key,
        Moment t
    )
    {
        var verdict = Verdict.NotMet;
        foreach (var run in Run.Of(instants.Select(instant => (instant, At(series, key, instant)))))
        {
            var maybe = anchors.Where(x => run.Start <= x && x < (run.Arose ?? run.End ?? Moment.Forever));
            foreach (var anchor in maybe)
            {
                var end = record.Agreement.Calendar.Add(anchor, length);
                if (end <= t)
                {
                    verdict = verdict.Or(Verdict.Undetermined.And(acts.AnyBetween(Of(series, key), anchor, end)));
                }
            }
            var within = anchors.Where(x => run.Arose <= x && x < (run.End ?? Moment.Forever)).ToList();
            if (within.Count == 0)
            {
                continue;
            }
            var tested = record.Agreement.Calendar.Add(within[0], length);
            if (tested <= t)
            {
                var acted = acts.AnyBetween(Of(series, key), within[0], tested);
                verdict = verdict.Or(At(series, key, within[0]).And(acted));
            }
        }
        return verdict;
    }

    private IEnumerable<Moment> Anchors(Point point, ConditionKey key) =>
        point switch
        {
            Point.Stated stated => [stated.First],
            Point.OfAct of => record
                .Anchors.Where(anchor =>
                    (anchor.Act.Kind == of.Act.Kind || anchor.Verb == of.Act.Verb)
                    && (of.Act.By.IsEmpty || anchor.Act.By.Any(name => of.Act.By.Contains(name)))
                    && (anchor.Act.To is null || Any(key.Party) || key.Party.Split(" or ").Contains(anchor.Act.To))
                )
                .Select(anchor => anchor.Act.At),
            Point.Offset offset => Anchors(offset.From, key)
                .Select(from =>
                    offset.Before
                        ? record.Agreement.Calendar.Subtract(from, offset.Length)
                        : record.Agreement.Calendar.Add(from, offset.Length)
                ),
            _ => [],
        };
}
