using Casus.Core.Conditions;
using Casus.Core.Effects;

namespace Casus.Core.Stepping.Counting;

/// <summary>
/// A maximal run of met or undetermined: [Start, End), End being the greatest number while it stands. Arose: its first
/// instant met (S6).
/// </summary>
internal sealed record RunRecord(long Start, long End, long? Arose)
{
    public const long Standing = long.MaxValue;

    /// <summary>It has been told as undetermined.</summary>
    public bool Told { get; set; }

    public bool IsOpen => End == Standing;

    public bool Overlaps(RunRecord other) => Start < other.End && other.Start < End;
}

/// <summary>
/// One change to be told: at what instant, of which arising as it was announced before; and whether it is of the run's
/// end.
/// </summary>
internal readonly record struct Announcement(EffectKind Kind, long? At, long ArisingAt, bool OfEnd = false);

/// <summary>
/// What has been announced of one key, and what a new judgement changes in it (S10). Only the runs that a change
/// touches are looked at: all others are as they were.
/// </summary>
internal sealed class Announcer
{
    private readonly List<RunRecord> runs = [];

    public IReadOnlyList<RunRecord> Runs => runs;

    /// <summary>
    /// Compares the timeline, as it now is for all instants from lifeFrom to now, with the runs as announced. The
    /// stretch is where it differs. Undetermined runs that begin go to the second list, by their start.
    /// </summary>
    public void Compare(
        VerdictTimeline timeline,
        Stretch stretch,
        long lifeFrom,
        long now,
        List<Announcement> announcements,
        List<long> undetermined
    )
    {
        var to = Math.Min(stretch.To, now);
        var first = FirstEndingAt(stretch.From);
        var last = first;
        while (last < runs.Count && runs[last].Start <= to + 1)
        {
            last++;
        }
        var before = runs.GetRange(first, last - first);
        var after = FreshRuns(timeline, stretch.From, to, lifeFrom, now, before);
        runs.RemoveRange(first, last - first);
        runs.InsertRange(first, after);
        Announce(before, after, announcements);
        foreach (var run in after)
        {
            run.Told = before.Exists(old => old.Told && old.Overlaps(run));
            if (!run.Told && run.Arose is null)
            {
                run.Told = true;
                undetermined.Add(run.Start);
            }
        }
    }

    // The first run that ends at or after an instant.
    private int FirstEndingAt(long time)
    {
        var low = 0;
        var high = runs.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (runs[middle].End < time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }

    private static List<RunRecord> FreshRuns(
        VerdictTimeline timeline,
        long from,
        long to,
        long lifeFrom,
        long now,
        List<RunRecord> before
    )
    {
        var runs = new List<RunRecord>();
        RunRecord? open = null;
        if (from > lifeFrom && timeline.At(from - 1) != Verdict.NotMet)
        {
            var left = before.Find(run => run.Start < from && run.End >= from)!;
            open = new RunRecord(left.Start, RunRecord.Standing, left.Arose < from ? left.Arose : null);
        }
        var time = Math.Max(from, lifeFrom);
        for (var index = timeline.IndexAt(time); time <= to; index++)
        {
            var verdict = index < 0 ? Verdict.NotMet : timeline.Segments[index].Verdict;
            if (verdict == Verdict.NotMet)
            {
                if (open is not null)
                {
                    runs.Add(open with { End = time });
                    open = null;
                }
            }
            else
            {
                open ??= new RunRecord(time, RunRecord.Standing, null);
                open = verdict == Verdict.Met ? open with { Arose = open.Arose ?? time } : open;
            }
            if (index + 1 >= timeline.Segments.Count)
            {
                break;
            }
            time = timeline.Segments[index + 1].Start;
        }
        if (to < now && to + 1 >= lifeFrom)
        {
            open = Continue(timeline, open, to + 1, before);
        }
        if (open is not null)
        {
            runs.Add(open);
        }
        return runs;
    }

    // After the stretch all is as it was: what runs on there ends as the run did that lay there before.
    private static RunRecord? Continue(VerdictTimeline timeline, RunRecord? open, long from, List<RunRecord> before)
    {
        if (timeline.At(from) == Verdict.NotMet)
        {
            return open is null ? null : open with { End = from };
        }
        open ??= new RunRecord(from, RunRecord.Standing, null);
        var right = before.Find(run => run.Start <= from && from < run.End)!;
        var arose = open.Arose ?? (right.Arose >= from ? right.Arose : null);
        for (var index = timeline.IndexAt(from); arose is null && index < timeline.Segments.Count; index++)
        {
            if (timeline.Segments[index].Verdict == Verdict.NotMet)
            {
                break;
            }
            arose =
                timeline.Segments[index].Verdict == Verdict.Met ? Math.Max(from, timeline.Segments[index].Start) : null;
        }
        return open with { End = right.End, Arose = arose };
    }

    private static void Announce(List<RunRecord> before, List<RunRecord> after, List<Announcement> announcements)
    {
        var announced = before.FindAll(run => run.Arose is not null);
        var claimed = new bool[announced.Count];
        foreach (var run in after)
        {
            if (run.Arose is not { } arose)
            {
                continue;
            }
            var found = -1;
            var overlaps = false;
            for (var i = 0; i < announced.Count; i++)
            {
                if (!announced[i].Overlaps(run))
                {
                    continue;
                }
                overlaps = true;
                if (claimed[i])
                {
                    continue;
                }
                claimed[i] = true;
                if (found >= 0)
                {
                    announcements.Add(
                        new Announcement(EffectKind.Merged, announced[i].Arose, announced[i].Arose!.Value)
                    );
                    continue;
                }
                found = i;
                AnnounceChange(announced[i], run, announcements);
            }
            if (!overlaps)
            {
                announcements.Add(new Announcement(EffectKind.Arose, arose, arose));
                if (!run.IsOpen)
                {
                    announcements.Add(new Announcement(EffectKind.Lapsed, run.End, arose, OfEnd: true));
                }
            }
        }
        for (var i = 0; i < announced.Count; i++)
        {
            if (!claimed[i])
            {
                announcements.Add(
                    new Announcement(EffectKind.Withdrawn, announced[i].Arose, announced[i].Arose!.Value)
                );
            }
        }
    }

    private static void AnnounceChange(RunRecord before, RunRecord now, List<Announcement> announcements)
    {
        if (before.Arose != now.Arose)
        {
            announcements.Add(new Announcement(EffectKind.Revised, now.Arose, before.Arose!.Value));
        }
        if (before.End != now.End)
        {
            var kind = before.IsOpen ? EffectKind.Lapsed : EffectKind.Revised;
            announcements.Add(new Announcement(kind, now.IsOpen ? null : now.End, now.Arose!.Value, OfEnd: true));
        }
    }
}
