using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Geography;
using Casus.Core.Time;

namespace Casus.Core.Stepping.Counting;

/// <summary>From that instant on, until the next segment, the verdict is this. Not met before the first.</summary>
public readonly record struct VerdictSegment(Moment From, Verdict Verdict);

/// <summary>
/// A maximal run of met or undetermined, [Start, End). End: null while it stands. Arose: its first instant met, null if
/// it has none (S6).
/// </summary>
public sealed record ConditionRun(Moment Start, Moment? End, Moment? Arose);

/// <summary>A tracked condition for one key, on the present record, for all instants up to the last judged.</summary>
public sealed record ConditionTimeline(
    int Condition,
    ConditionKey Key,
    ImmutableArray<VerdictSegment> Segments,
    ImmutableArray<ConditionRun> Runs
);

/// <summary>
/// What an arising rests on: rows by id, the lower count where there is one, and whether a supposed act is part of it.
/// </summary>
public sealed record ConditionGrounds(ImmutableArray<string> Rows, long? Count, bool Supposed);

/// <summary>
/// Numbers of a tracked condition, summed over its keys: runs with and without an instant met; local days with an
/// instant met, and with an undetermined instant but none met; its first and last arising.
/// </summary>
public sealed record ConditionSummary(
    int Condition,
    int Arose,
    int Undetermined,
    int DaysMet,
    int DaysUndetermined,
    Moment? First,
    Moment? Last
);

/// <summary>
/// What the present record says of a row by itself: where it lies, and the three verdicts of S7 to S9.
/// </summary>
public sealed record StandingOfRow(Location Location, Verdict Established, Verdict Attributed, Verdict Breach);

/// <summary>Rows of the record by whether they lie in a zone (S2): rows, not acts.</summary>
public sealed record ZoneTotal(int Zone, int Total, int Inside, int Outside, int Undetermined);

/// <summary>Makes the public answers from a timeline and its runs.</summary>
internal static class HindsightReading
{
    public static IEnumerable<VerdictSegment> Segments(VerdictTimeline timeline, long lifeFrom, long now)
    {
        var last = Verdict.NotMet;
        foreach (var segment in timeline.Segments)
        {
            var index = timeline.IndexAt(segment.Start);
            var end = index + 1 < timeline.Segments.Count ? timeline.Segments[index + 1].Start : long.MaxValue;
            var start = Math.Max(segment.Start, lifeFrom);
            if (start > now || end <= lifeFrom || segment.Verdict == last)
            {
                continue;
            }
            last = segment.Verdict;
            yield return new VerdictSegment(new Moment(start), last);
        }
    }

    public static ConditionRun Run(RunRecord run) =>
        new(
            new Moment(run.Start),
            run.IsOpen ? null : new Moment(run.End),
            run.Arose is { } arose ? new Moment(arose) : null
        );

    /// <summary>Local days with an instant met; and those with an undetermined instant and none met.</summary>
    public static (int Met, int Undetermined) Days(IEnumerable<VerdictSegment> segments, LocalDays days, long now)
    {
        var met = 0;
        var undetermined = 0;
        var today = int.MinValue;
        var holds = Verdict.NotMet;
        void Close()
        {
            met += holds == Verdict.Met ? 1 : 0;
            undetermined += holds == Verdict.Undetermined ? 1 : 0;
        }
        void Cover(long from, long to, Verdict verdict)
        {
            var last = days.DayOf(to);
            for (var day = days.DayOf(from); day <= last; day++)
            {
                if (day != today)
                {
                    Close();
                    holds = Verdict.NotMet;
                    today = day;
                }
                holds = holds.Or(verdict);
            }
        }
        VerdictSegment? before = null;
        foreach (var segment in segments)
        {
            if (before is { Verdict: not Verdict.NotMet } open)
            {
                Cover(open.From.Second, segment.From.Second - 1, open.Verdict);
            }
            before = segment;
        }
        if (before is { Verdict: not Verdict.NotMet } standing)
        {
            Cover(standing.From.Second, now, standing.Verdict);
        }
        Close();
        return (met, undetermined);
    }
}
