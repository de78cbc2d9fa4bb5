using Casus.Core.Conditions;
using Casus.Core.Time;

namespace Casus.Core.Stepping.Counting;

/// <summary>
/// `A series that continues D after X` (S14): tested once for each series, for the first X at or after its first act and before it lapses, by
/// an act in (X, X + D]. It stands from then on.
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

    private readonly record struct Test(AnchorPoint Anchor, long Tested);

    public override void TakeDirt()
    {
        foreach (var dirty in series.Function.Dirty)
        {
            for (var key = 0; key < Keys.Count; key++)
            {
                if (innerKeys[key] == dirty && anchors[key].Count > 0)
                {
                    var stretch = series.Function.DirtyStretch(dirty);
                    foreach (var test in Tests(key))
                    {
                        if (stretch.To >= test.Anchor.Instant && stretch.From <= test.Tested)
                        {
                            MarkDirty(key, test.Tested, long.MaxValue);
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
            cached[key] = null;
            MarkDirty(key, anchor.Instant, long.MaxValue);
        }
    }

    protected override long Judge(int key, long from, long to, bool open, List<Segment> fresh)
    {
        var verdict = Verdict.NotMet;
        var due = long.MaxValue;
        Write(fresh, from, verdict);
        foreach (var test in Tests(key).OrderBy(test => test.Tested))
        {
            if (test.Tested > to)
            {
                due = Math.Min(due, test.Tested);
                continue;
            }
            verdict = verdict.Or(Outcome(key, test));
            if (test.Tested <= from)
            {
                fresh.Clear();
            }
            Write(fresh, Math.Max(test.Tested, from), verdict);
        }
        return open ? due : long.MaxValue;
    }

    private Verdict Outcome(int key, Test test) =>
        series
            .Timelines[innerKeys[key]]
            .At(test.Anchor.Instant)
            .And(series.AnyBetween(innerKeys[key], test.Anchor.Instant, test.Tested));

    /// <summary>For each series that has arisen, its first anchor, if it has one.</summary>
    private List<Test> Tests(int key) => cached[key] ??= FindTests(key);

    private List<Test> FindTests(int key)
    {
        var tests = new List<Test>();
        var segments = series.Timelines[innerKeys[key]].Segments;
        long? arose = null;
        for (var i = 0; i <= segments.Count; i++)
        {
            var ends = i == segments.Count || segments[i].Verdict == Verdict.NotMet;
            if (ends && arose is { } from)
            {
                var end = i == segments.Count ? long.MaxValue : segments[i].Start;
                if (First(key, from) is { } first && first.Instant < end)
                {
                    tests.Add(new Test(first, TestedAt(first.Instant)));
                }
                arose = null;
            }
            else if (!ends && segments[i].Verdict == Verdict.Met)
            {
                arose ??= segments[i].Start;
            }
        }
        return tests;
    }

    private AnchorPoint? First(int key, long from)
    {
        var at = anchors[key].BinarySearch(new AnchorPoint(from, false));
        at = at < 0 ? ~at : at;
        return at < anchors[key].Count ? anchors[key][at] : null;
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
