using Casus.Core.Conditions;
using Casus.Core.Time;

namespace Casus.Core.Stepping.Counting;

/// <summary>
/// `A series that continues D after X` (S14): tested once for each series, for the first X at or after its first act
/// and before it lapses, by an act in (X, X + D]. It stands from then on. While it is only possible that a series has
/// begun, any X may be the first in it, and what is tested for it is no more than possible.
/// </summary>
internal sealed class SeriesPersistsNode : AnchoredNode
{
    private readonly CountNode series;
    private readonly int[] innerKeys;
    private readonly List<AnchorPoint>[] anchors;
    private readonly List<Test>?[] cached;

    public SeriesPersistsNode(
        IReadOnlyList<ConditionKey> keys,
        Condition.Persists condition,
        CountNode series,
        int[] innerKeys,
        AgreementCalendar calendar
    )
        : base(keys, condition, calendar)
    {
        this.series = series;
        this.innerKeys = innerKeys;
        anchors = [.. keys.Select(_ => new List<AnchorPoint>())];
        cached = new List<Test>?[keys.Count];
        series.Listeners.Add(
            (changed, stretch) =>
            {
                for (var key = 0; key < Keys.Count; key++)
                {
                    if (innerKeys[key] == changed && anchors[key].Count > 0)
                    {
                        cached[key] = null;
                        MarkDirty(key, stretch.From, long.MaxValue);
                    }
                }
            }
        );
        TakeStated();
    }

    /// <summary>IsPossible: it is not sure that the series has begun by then.</summary>
    private readonly record struct Test(AnchorPoint Anchor, long Tested, bool IsPossible);

    public override void TakeDirt()
    {
        foreach (var dirty in series.Function.Dirty)
        {
            for (var key = 0; key < Keys.Count; key++)
            {
                if (innerKeys[key] == dirty && anchors[key].Count > 0)
                {
                    var stretch = series.Function.DirtyStretch(dirty);
                    var tests = Tests(key);
                    // In the order of their anchors, and so of their instants: what lies before the stretch is as it
                    // was.
                    for (var i = tests.Count - 1; i >= 0 && tests[i].Tested >= stretch.From; i--)
                    {
                        if (tests[i].Anchor.Instant <= stretch.To)
                        {
                            MarkDirty(key, tests[i].Tested, long.MaxValue);
                        }
                    }
                }
            }
        }
    }

    public override void Explain(int key, long time, Grounds grounds)
    {
        foreach (var test in Tests(key))
        {
            if (test.Tested <= time && Outcome(key, test) == Verdict.Met)
            {
                grounds.Supposed = test.Anchor.Supposed;
                series.AnyBetween(innerKeys[key], test.Anchor.Instant, test.Tested, grounds.Rows);
                return;
            }
        }
    }

    protected override void Add(int key, AnchorPoint anchor)
    {
        var timeline = series.Timelines[innerKeys[key]];
        var at = anchors[key].BinarySearch(anchor);
        if (at >= 0)
        {
            return;
        }
        anchors[key].Insert(~at, anchor);
        // Only the first in a series is tested; of many warnings one alone needs to be judged.
        var arisen = timeline.Last == Verdict.NotMet ? null : ArisenAt(timeline, timeline.Segments.Count - 1);
        var isLater =
            arisen is { } from
            && from <= anchor.Instant
            && First(key, from) is { } first
            && first.CompareTo(anchor) < 0;
        if (!isLater)
        {
            var isNext =
                cached[key] is { } tests
                && timeline.Last == Verdict.Undetermined
                && arisen is null
                && timeline.Segments[^1].Start <= anchor.Instant
                && ~at == anchors[key].Count - 1;
            if (isNext)
            {
                cached[key]!.Add(new Test(anchor, TestedAt(anchor.Instant), IsPossible: true));
            }
            else
            {
                cached[key] = null;
            }
            MarkDirty(key, anchor.Instant, long.MaxValue);
        }
    }

    protected override long Judge(int key, long from, long to, bool open, List<Segment> fresh)
    {
        var verdict = Verdict.NotMet;
        var due = long.MaxValue;
        Write(fresh, from, verdict);
        foreach (var test in Tests(key))
        {
            if (test.Tested > to)
            {
                due = Math.Min(due, test.Tested);
                continue;
            }
            // Of many possible ones the first that is undetermined says as much as all.
            if (!test.IsPossible || verdict == Verdict.NotMet)
            {
                verdict = verdict.Or(Outcome(key, test));
            }
            if (test.Tested <= from)
            {
                fresh.Clear();
            }
            Write(fresh, Math.Max(test.Tested, from), verdict);
        }
        return open ? due : long.MaxValue;
    }

    private Verdict Outcome(int key, Test test)
    {
        var begun = test.IsPossible ? Verdict.Undetermined : series.Timelines[innerKeys[key]].At(test.Anchor.Instant);
        return begun.And(series.AnyBetween(innerKeys[key], test.Anchor.Instant, test.Tested));
    }

    /// <summary>
    /// For each series that has arisen, its first anchor, if it has one; and every anchor at which one may have begun.
    /// In the order of their anchors.
    /// </summary>
    private List<Test> Tests(int key) => cached[key] ??= FindTests(key);

    private List<Test> FindTests(int key)
    {
        var tests = new List<Test>();
        var segments = series.Timelines[innerKeys[key]].Segments;
        long? start = null;
        long? arose = null;
        for (var i = 0; i <= segments.Count; i++)
        {
            var ends = i == segments.Count || segments[i].Verdict == Verdict.NotMet;
            if (!ends)
            {
                start ??= segments[i].Start;
                arose ??= segments[i].Verdict == Verdict.Met ? segments[i].Start : null;
            }
            else if (start is { } from)
            {
                AddTests(key, from, arose, i == segments.Count ? long.MaxValue : segments[i].Start, tests);
                (start, arose) = (null, null);
            }
        }
        return tests;
    }

    private void AddTests(int key, long start, long? arose, long end, List<Test> tests)
    {
        for (var i = FirstAt(key, start); i < anchors[key].Count && anchors[key][i].Instant < end; i++)
        {
            var anchor = anchors[key][i];
            var isPossible = arose is null || anchor.Instant < arose;
            tests.Add(new Test(anchor, TestedAt(anchor.Instant), isPossible));
            if (!isPossible)
            {
                return;
            }
        }
    }

    private AnchorPoint? First(int key, long from)
    {
        var at = FirstAt(key, from);
        return at < anchors[key].Count ? anchors[key][at] : null;
    }

    // The place of the first anchor at or after an instant.
    private int FirstAt(int key, long from)
    {
        var at = anchors[key].BinarySearch(new AnchorPoint(from, false));
        return at < 0 ? ~at : at;
    }

    // The first instant met in the run that holds a segment; null: none yet.
    private static long? ArisenAt(VerdictTimeline timeline, int index)
    {
        long? arose = null;
        for (; index >= 0 && timeline.Segments[index].Verdict != Verdict.NotMet; index--)
        {
            arose = timeline.Segments[index].Verdict == Verdict.Met ? timeline.Segments[index].Start : arose;
        }
        return arose;
    }
}
