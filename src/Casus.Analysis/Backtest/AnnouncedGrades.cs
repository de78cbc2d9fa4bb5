using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>
/// What became of the grades as known (docs/output.md): arisings that were announced, withdrawn ones too and merged
/// ones once; runs that were told as undetermined; days of the runs as they were announced.
/// </summary>
internal sealed class AnnouncedGrades(
    Agreement agreement,
    ListeningConditions conditions,
    AssumedRows assumed,
    Moment horizon
)
{
    public ImmutableArray<GradeCount> Count()
    {
        var runs = AnnouncedRun.Of(conditions.Changes).ToLookup(run => run.Condition);
        var told = conditions.Undetermined.ToLookup(run => run.Condition);
        var timelines = conditions.Hindsight.ToLookup(timeline => timeline.Condition);
        var filled = assumed.AsKnown(conditions.Changes);
        var counts = ImmutableArray.CreateBuilder<GradeCount>();
        for (var i = 0; i < agreement.Conditions.Length; i++)
        {
            if (agreement.Conditions[i] is { IsGrade: true, Stands: true } grade)
            {
                var count = CountOne(grade, [.. runs[i]], told[i].Count(), timelines[i]);
                counts.Add(count with { Assumed = filled.GetValueOrDefault(i) });
            }
        }
        return counts.ToImmutable();
    }

    private GradeCount CountOne(
        TrackedCondition grade,
        IReadOnlyList<AnnouncedRun> runs,
        int undetermined,
        IEnumerable<ConditionTimeline> timelines
    )
    {
        var arisings = runs.Where(run => !run.Merged).Select(run => run.Arose).ToArray();
        var byKey = runs.ToLookup(run => run.Key);
        var met = 0;
        var doubtful = 0;
        foreach (var timeline in timelines)
        {
            // [From, To): its last second is the one before.
            var announced = byKey[timeline.Key]
                .Select(run => Days(run.From, Moment.Max(run.From, Moment.Min(run.To.Plus(-1), horizon))))
                .ToList();
            var own = Count(announced);
            met += own;
            doubtful += Count([.. announced, .. Undetermined(timeline)]) - own;
        }
        return new GradeCount(
            grade.Name!,
            grade.Clause,
            arisings.Length,
            undetermined,
            met,
            doubtful,
            arisings.Length == 0 ? null : arisings.Min(),
            arisings.Length == 0 ? null : arisings.Max()
        );
    }

    private IEnumerable<(int First, int Last)> Undetermined(ConditionTimeline timeline)
    {
        for (var i = 0; i < timeline.Segments.Length; i++)
        {
            if (timeline.Segments[i].Verdict == Verdict.Undetermined)
            {
                var next = i + 1 < timeline.Segments.Length ? timeline.Segments[i + 1].From : Moment.Forever;
                yield return Days(timeline.Segments[i].From, Moment.Min(next.Plus(-1), horizon));
            }
        }
    }

    private (int First, int Last) Days(Moment from, Moment to) =>
        (agreement.Calendar.DayOf(from), agreement.Calendar.DayOf(to));

    /// <summary>The days in at least one of the stretches.</summary>
    private static int Count(List<(int First, int Last)> stretches)
    {
        stretches.Sort();
        var count = 0;
        var next = int.MinValue;
        foreach (var (first, last) in stretches)
        {
            var from = Math.Max(first, next);
            if (last >= from)
            {
                count += last - from + 1;
                next = last + 1;
            }
        }
        return count;
    }
}
