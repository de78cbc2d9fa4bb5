using Casus.Core.Conditions;
using Casus.Core.Facts;

namespace Casus.Core.Stepping.Counting;

/// <summary>Lower and upper counts against a threshold (S3).</summary>
internal sealed partial class CountNode(CountFunction function, long atLeast, List<RecordedRow> rows)
    : ConditionNode(function.Keys)
{
    // How far ahead of now the next change is looked for at one time; a wake-up that changes nothing goes on from
    // there.
    private const int StepsAhead = 48;
    private const int JointStepsAhead = 6;
    private static readonly StepFunction Nothing = new();

    public CountFunction Function => function;

    /// <summary>Passes on where the counts have changed.</summary>
    public void TakeDirt()
    {
        foreach (var key in function.Dirty)
        {
            var stretch = function.DirtyStretch(key);
            // More that is possible moves only what is not met; what is due earlier than it need be is judged again
            // then.
            if (!function.IsOnlyMorePossible(key) || Timelines[key].IsEverNotMetFrom(stretch.From))
            {
                MarkDirty(key, stretch.From, stretch.To);
            }
        }
    }

    public override Verdict AtOfActsAfter(int key, long time, long after)
    {
        var (sure, possible, unbounded) = InWindow(key, time, after);
        return function.Joint.Lower(sure) >= atLeast ? Verdict.Met
            : unbounded || function.Joint.Upper(possible) >= atLeast ? Verdict.Undetermined
            : Verdict.NotMet;
    }

    public override void Explain(int key, long time, Grounds grounds) =>
        Explain(InWindow(key, time, Beginning).Sure, grounds);

    public void ExplainAfter(int key, long time, long after, Grounds grounds) =>
        Explain(InWindow(key, time, after).Sure, grounds);

    /// <summary>Whether at least one act lies surely, or possibly, in (after, to].</summary>
    public Verdict AnyBetween(int key, long after, long to, HashSet<RecordedRow>? into = null)
    {
        var verdict = Verdict.NotMet;
        foreach (var steps in (ReadOnlySpan<StepFunction?>)[function.Own(key), function.Shared(key)])
        {
            if (steps is null)
            {
                continue;
            }
            for (var cursor = steps.From(after - function.Longest); cursor.Time <= to; cursor.MoveNext())
            {
                ref readonly var step = ref cursor.Current;
                if ((step.Crossing & Crossing.EnterUpper) == Crossing.None)
                {
                    continue;
                }
                if (step.Row < 0)
                {
                    verdict = verdict.Or(
                        function.Gaps.Exists(gap => gap.To > after && gap.From <= to)
                            ? Verdict.Undetermined
                            : Verdict.NotMet
                    );
                    continue;
                }
                var row = rows[step.Row];
                if (row.To <= after)
                {
                    continue;
                }
                var sure = row.From > after && row.To <= to && row.Row.CountMin > 0 && function.IsSure(row, key);
                verdict = verdict.Or(sure ? Verdict.Met : Verdict.Undetermined);
                if (sure)
                {
                    into?.Add(row);
                }
            }
        }
        return verdict;
    }

    protected override long Judge(int key, long from, long to, bool open, List<Segment> fresh)
    {
        var own = function.Own(key) ?? Nothing;
        var shared = function.Shared(key) ?? Nothing;
        var joint = function.JointOf(key);
        joint?.MoveTo(from);
        var sweep = new Sweep(own, shared, from, joint);
        var time = from;
        while (true)
        {
            sweep.Advance(time);
            Write(fresh, time, Compare(sweep.Lower, sweep.Upper));
            if (sweep.Next > to)
            {
                break;
            }
            time = sweep.Next;
        }
        joint?.Passed(to);
        if (!open)
        {
            return long.MaxValue;
        }
        var due = NextChange(ref sweep, fresh[^1].Verdict, joint is null ? StepsAhead : JointStepsAhead);
        joint?.MoveTo(to + 1);
        return due;
    }

    private long NextChange(ref Sweep sweep, Verdict verdict, int most)
    {
        // What lies ahead of all facts only leaves the window.
        if (verdict == Verdict.NotMet && !function.HasCoverageGaps)
        {
            return long.MaxValue;
        }
        var time = long.MaxValue;
        for (var ahead = 0; ahead < most && sweep.Next < CountFunction.Forever; ahead++)
        {
            time = sweep.Next;
            sweep.Advance(time);
            if (Compare(sweep.Lower, sweep.Upper) != verdict)
            {
                return time;
            }
        }
        return sweep.Next < CountFunction.Forever ? time : long.MaxValue;
    }

    private Verdict Compare(long lower, long upper) =>
        lower >= atLeast ? Verdict.Met
        : upper >= atLeast ? Verdict.Undetermined
        : Verdict.NotMet;

    private void Explain(List<RecordedRow> sure, Grounds grounds)
    {
        grounds.Rows.UnionWith(sure);
        grounds.Count = Math.Min(function.Joint.Lower(sure), IncidentRow.Unbounded);
    }

    /// <summary>The rows surely and possibly in the window at an instant, of acts after another alone.</summary>
    private (List<RecordedRow> Sure, List<RecordedRow> Possible, bool Unbounded) InWindow(
        int key,
        long time,
        long after
    )
    {
        var sure = new List<RecordedRow>();
        var possible = new List<RecordedRow>();
        foreach (var steps in (ReadOnlySpan<StepFunction?>)[function.Own(key), function.Shared(key)])
        {
            if (steps is null)
            {
                continue;
            }
            for (var cursor = steps.From(time - function.Longest); cursor.Time <= time; cursor.MoveNext())
            {
                ref readonly var step = ref cursor.Current;
                if (step.Row < 0)
                {
                    continue;
                }
                var row = rows[step.Row];
                var presence = function.PresenceOf(row.From, row.To);
                if (
                    (step.Crossing & Crossing.EnterLower) != Crossing.None
                    && presence.SureTo > time
                    && row.From > after
                )
                {
                    sure.Add(row);
                }
                if ((step.Crossing & Crossing.EnterUpper) != Crossing.None && presence.To > time && row.To > after)
                {
                    possible.Add(row);
                }
            }
        }
        var unbounded = function.Gaps.Exists(gap =>
        {
            var presence = function.PresenceOf(gap.From, gap.To);
            return presence.From <= time && time < presence.To && gap.To > after;
        });
        return (sure, possible, unbounded);
    }

    /// <summary>Two step functions gone through together.</summary>
    private struct Sweep
    {
        private readonly JointState? joint;
        private StepFunction.Cursor own;
        private StepFunction.Cursor shared;
        private long lower;
        private long upper;

        public Sweep(StepFunction own, StepFunction shared, long from, JointState? joint)
        {
            var a = own.Before(from);
            var b = shared.Before(from);
            lower = a.Lower + b.Lower;
            upper = a.Upper + b.Upper;
            this.own = own.From(from);
            this.shared = shared.From(from);
            this.joint = joint;
        }

        public readonly long Lower => lower + (joint?.Lower ?? 0);
        public readonly long Upper => upper + (joint?.Upper ?? 0);
        public readonly long Next => Math.Min(own.Time, shared.Time);

        public void Advance(long time)
        {
            Advance(ref own, time);
            Advance(ref shared, time);
            joint?.Passed(time);
        }

        private void Advance(ref StepFunction.Cursor cursor, long time)
        {
            while (cursor.Time == time)
            {
                ref readonly var step = ref cursor.Current;
                lower += step.Lower;
                upper += step.Upper;
                if ((step.Crossing & Crossing.Joint) != Crossing.None)
                {
                    joint!.Apply(step);
                }
                cursor.MoveNext();
            }
        }
    }
}
