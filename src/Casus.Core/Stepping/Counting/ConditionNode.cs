using Casus.Core.Conditions;

namespace Casus.Core.Stepping.Counting;

/// <summary>
/// What an arising rests on: rows surely in the window, the lower count where there is one, and whether it is supposed.
/// </summary>
internal sealed class Grounds
{
    public HashSet<RecordedRow> Rows { get; } = [];
    public long? Count { get; set; }
    public bool Supposed { get; set; }
}

/// <summary>
/// A part of a condition with the verdict of each of its keys up to the last judged instant. Judged again only where
/// something beneath it has changed, or where it said that it would change by itself.
/// </summary>
internal abstract class ConditionNode(IReadOnlyList<ConditionKey> keys)
{
    /// <summary>Before all facts, and within what the calendar can name.</summary>
    public const long Beginning = long.MinValue / 4;

    private readonly long[] dirtyFrom = Filled(keys.Count, long.MaxValue);
    private readonly long[] dirtyTo = Filled(keys.Count, long.MinValue);
    private readonly List<int> dirty = [];
    private readonly List<Segment> fresh = [];

    public IReadOnlyList<ConditionKey> Keys { get; } = keys;
    public VerdictTimeline[] Timelines { get; } = [.. keys.Select(_ => new VerdictTimeline())];

    /// <summary>When each key's verdict must be judged again though no fact comes.</summary>
    public long[] Due { get; } = Filled(keys.Count, long.MaxValue);

    /// <summary>Told when a key's verdict has changed in a stretch of time.</summary>
    public List<Action<int, Stretch>> Listeners { get; } = [];

    public bool IsDirty => dirty.Count > 0;

    public void MarkDirty(int key, long from, long to)
    {
        if (dirtyFrom[key] == long.MaxValue)
        {
            dirty.Add(key);
        }
        dirtyFrom[key] = Math.Min(dirtyFrom[key], from);
        dirtyTo[key] = Math.Max(dirtyTo[key], to);
    }

    public void MarkAllDirty()
    {
        for (var key = 0; key < Keys.Count; key++)
        {
            MarkDirty(key, Beginning, long.MaxValue);
        }
    }

    /// <summary>
    /// Judges what is dirty, for all instants up to now. Tells of each key whose next due instant moved.
    /// </summary>
    public void Judge(long now, Action<ConditionNode, int> dueMoved)
    {
        foreach (var key in dirty)
        {
            var open = dirtyTo[key] >= now;
            var to = Math.Min(dirtyTo[key], now);
            var from = Math.Min(dirtyFrom[key], to);
            dirtyFrom[key] = long.MaxValue;
            dirtyTo[key] = long.MinValue;
            fresh.Clear();
            var due = Judge(key, from, to, open, fresh);
            var changed = Timelines[key].Replace(from, to, open, fresh);
            if (open && due != Due[key])
            {
                Due[key] = due;
                dueMoved(this, key);
            }
            if (!changed.IsNone)
            {
                foreach (var listener in Listeners)
                {
                    listener(key, changed);
                }
            }
        }
        dirty.Clear();
    }

    /// <summary>The verdict at an instant of acts after another one alone (S6).</summary>
    public virtual Verdict AtOfActsAfter(int key, long time, long after) => Timelines[key].At(time);

    /// <summary>Gathers what its being met at an instant rests on.</summary>
    public abstract void Explain(int key, long time, Grounds grounds);

    /// <summary>
    /// Writes the verdicts of [from, to], the first segment starting at from. Where open, to is now: answers the next
    /// instant after now at which the verdict may change by itself, or the greatest number.
    /// </summary>
    protected abstract long Judge(int key, long from, long to, bool open, List<Segment> fresh);

    protected static void Write(List<Segment> fresh, long time, Verdict verdict)
    {
        if (fresh.Count == 0 || fresh[^1].Verdict != verdict)
        {
            fresh.Add(new Segment(time, verdict));
        }
    }

    private static long[] Filled(int length, long value)
    {
        var array = new long[length];
        Array.Fill(array, value);
        return array;
    }
}
