using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>
/// What became of one grade, summed over its keys (formats.md). <see cref="Arose"/>: runs with a met instant;
/// <see cref="Undetermined"/>: runs without one. Days are local days, per key: those with a met instant, and those with an
/// undetermined instant and none met.
/// </summary>
/// <param name="First">The first arising; null where there was none.</param>
/// <param name="Last">The last arising.</param>
public sealed record GradeCount(
    string Name,
    string? Clause,
    int Arose,
    int Undetermined,
    int DaysMet,
    int DaysUndetermined,
    Moment? First,
    Moment? Last
)
{
    /// <summary>The grades in hindsight, in text order. Stretches that still stand are counted up to the horizon, included.</summary>
    public static ImmutableArray<GradeCount> InHindsight(
        Agreement agreement,
        IReadOnlyList<VerdictTimeline> timelines,
        Moment horizon
    )
    {
        var counts = ImmutableArray.CreateBuilder<GradeCount>();
        for (var i = 0; i < agreement.Conditions.Length; i++)
        {
            var condition = agreement.Conditions[i];
            if (condition is { IsGrade: true, Stands: true })
            {
                var own = timelines.Where(timeline => timeline.Condition == i).ToArray();
                counts.Add(Count(condition, own, agreement.Calendar, horizon));
            }
        }
        return counts.ToImmutable();
    }

    private static GradeCount Count(
        TrackedCondition condition,
        IReadOnlyList<VerdictTimeline> timelines,
        AgreementCalendar calendar,
        Moment horizon
    )
    {
        var runs = timelines.SelectMany(timeline => timeline.Runs()).ToArray();
        var arisings = runs.Where(run => run.Arose is not null).Select(run => run.Arose!.Value).ToArray();
        var days = timelines.Select(timeline => Days(timeline, calendar, horizon)).ToArray();
        return new GradeCount(
            condition.Name!,
            condition.Clause,
            arisings.Length,
            runs.Length - arisings.Length,
            days.Sum(counted => counted.Met),
            days.Sum(counted => counted.Undetermined),
            arisings.Length == 0 ? null : arisings.Min(),
            arisings.Length == 0 ? null : arisings.Max()
        );
    }

    private static (int Met, int Undetermined) Days(
        VerdictTimeline timeline,
        AgreementCalendar calendar,
        Moment horizon
    )
    {
        var met = new HashSet<int>();
        var touched = new HashSet<int>();
        foreach (var stretch in timeline.Stretches)
        {
            var last = Moment.Min(stretch.To.Plus(-1), horizon);
            if (stretch.From > last)
            {
                continue;
            }
            for (var day = calendar.DayOf(stretch.From); day <= calendar.DayOf(last); day++)
            {
                (stretch.Verdict == Verdict.Met ? met : touched).Add(day);
            }
        }
        touched.ExceptWith(met);
        return (met.Count, touched.Count);
    }
}
