using Casus.Core.Conditions;

namespace Casus.Core.Stepping.Counting;

/// <summary>From <see cref="Start"/> on, until the next segment, the verdict is this.</summary>
internal readonly record struct Segment(long Start, Verdict Verdict);

/// <summary>A stretch of instants, both included, in which a verdict is not what it was.</summary>
internal readonly record struct Stretch(long From, long To)
{
    public static Stretch None { get; } = new(long.MaxValue, long.MinValue);

    public bool IsNone => From > To;

    public Stretch Or(Stretch other) => new(Math.Min(From, other.From), Math.Max(To, other.To));
}

/// <summary>
/// The verdict of one key at every instant up to the last judged; the last segment holds on until it is judged again.
/// Before the first segment it is not met. Segments next to each other differ.
/// </summary>
internal sealed class VerdictTimeline
{
    private readonly List<Segment> segments = [];

    public IReadOnlyList<Segment> Segments => segments;

    public Verdict Last => segments.Count == 0 ? Verdict.NotMet : segments[^1].Verdict;

    public Verdict At(long time)
    {
        var index = IndexAt(time);
        return index < 0 ? Verdict.NotMet : segments[index].Verdict;
    }

    /// <summary>Whether it is not met at any instant from then on.</summary>
    public bool IsEverNotMetFrom(long time)
    {
        var index = IndexAt(time);
        if (index < 0)
        {
            return true;
        }
        for (; index < segments.Count; index++)
        {
            if (segments[index].Verdict == Verdict.NotMet)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The segment in which an instant lies; -1: before all of them.</summary>
    public int IndexAt(long time)
    {
        var low = 0;
        var high = segments.Count;
        if (high > 0 && segments[high - 1].Start <= time)
        {
            return high - 1;
        }
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (segments[middle].Start <= time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low - 1;
    }

    /// <summary>
    /// Writes the verdicts of [from, to] anew. The first of the fresh segments starts at from. Where to is the last
    /// judged instant (open), nothing stands after it. Answers the stretch that differs from before.
    /// </summary>
    public Stretch Replace(long from, long to, bool open, List<Segment> fresh)
    {
        var changed = Difference(from, to, fresh);
        if (changed.IsNone)
        {
            return changed;
        }
        var after = At(to + 1);
        var before = At(from - 1);
        var first = IndexAt(from - 1) + 1;
        var last = IndexAt(to + 1);
        var insert = Kept(before, fresh);
        if (!open && (insert.Count == 0 ? before : insert[^1].Verdict) != after)
        {
            insert.Add(new Segment(to + 1, after));
        }
        var removed = Math.Max(0, last - first + 1);
        var common = Math.Min(removed, insert.Count);
        for (var i = 0; i < common; i++)
        {
            segments[first + i] = insert[i];
        }
        if (removed > common)
        {
            segments.RemoveRange(first + common, removed - common);
        }
        else if (insert.Count > common)
        {
            segments.InsertRange(first + common, insert.GetRange(common, insert.Count - common));
        }
        var next = first + insert.Count;
        if (next < segments.Count && next > 0 && segments[next].Verdict == segments[next - 1].Verdict)
        {
            segments.RemoveAt(next);
        }
        return changed;
    }

    private static List<Segment> Kept(Verdict before, List<Segment> fresh)
    {
        var kept = new List<Segment>(fresh.Count + 1);
        foreach (var segment in fresh)
        {
            if (segment.Verdict != before)
            {
                kept.Add(segment);
                before = segment.Verdict;
            }
        }
        return kept;
    }

    private Stretch Difference(long from, long to, List<Segment> fresh)
    {
        var old = IndexAt(from);
        var first = long.MaxValue;
        var last = long.MinValue;
        var i = 0;
        var time = from;
        while (time <= to)
        {
            var oldEnd = old + 1 < segments.Count ? segments[old + 1].Start : long.MaxValue;
            var newEnd = i + 1 < fresh.Count ? fresh[i + 1].Start : long.MaxValue;
            var end = Math.Min(Math.Min(oldEnd, newEnd) - 1, to);
            if ((old < 0 ? Verdict.NotMet : segments[old].Verdict) != fresh[i].Verdict)
            {
                first = Math.Min(first, time);
                last = end;
            }
            time = end + 1;
            if (time == oldEnd)
            {
                old++;
            }
            if (time == newEnd)
            {
                i++;
            }
        }
        return new Stretch(first, last);
    }
}
