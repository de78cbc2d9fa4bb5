namespace Casus.Core.Stepping.Counting;

/// <summary>What a step of a row does to the two counts.</summary>
[Flags]
internal enum Crossing : byte
{
    None = 0,
    EnterLower = 1,
    LeaveLower = 2,
    EnterUpper = 4,
    LeaveUpper = 8,

    /// <summary>
    /// The row may be about one incident with others: what it adds is not its own, but its component's.
    /// </summary>
    Joint = 16,
}

/// <summary>
/// At <see cref="Time"/> the counts change by so much, because of a row (-1: because of missing coverage).
/// </summary>
internal readonly struct Step(long time, long lower, long upper, int row, Crossing crossing)
{
    public long Time { get; } = time;
    public long Lower { get; } = lower;
    public long Upper { get; } = upper;
    public int Row { get; } = row;
    public Crossing Crossing { get; } = crossing;
}

/// <summary>
/// Lower and upper counts over time, as steps in the order of time. Kept in chunks, each with its sum: rows come near
/// the end, so sums are taken from there; a late row costs a walk over chunks alone.
/// </summary>
internal sealed class StepFunction
{
    private const int ChunkCapacity = 128;
    private readonly List<Chunk> chunks = [];
    private long totalLower;
    private long totalUpper;

    public bool IsEmpty => chunks.Count == 0;

    public void Add(in Step step)
    {
        totalLower += step.Lower;
        totalUpper += step.Upper;
        if (chunks.Count == 0)
        {
            chunks.Add(new Chunk());
        }
        var at = ChunkOf(step.Time);
        var chunk = chunks[at];
        if (chunk.Count == ChunkCapacity)
        {
            // Facts come in order: what lies before a step is seldom added to again, so it stays full.
            var index = chunk.IndexFrom(step.Time + 1);
            var next =
                index == ChunkCapacity ? new Chunk()
                : index > ChunkCapacity / 2 ? chunk.SplitOff(index)
                : chunk.SplitOff(ChunkCapacity / 2);
            chunks.Insert(at + 1, next);
            chunk = index > chunk.Count || chunk.Count == ChunkCapacity ? next : chunk;
        }
        chunk.Insert(step);
    }

    /// <summary>Takes back the step that was added for that row at that time. It must be there.</summary>
    public void Remove(long time, int row, Crossing crossing)
    {
        for (var at = FirstChunk(time); at < chunks.Count; at++)
        {
            var chunk = chunks[at];
            for (var i = chunk.IndexFrom(time); i < chunk.Count && chunk.Items[i].Time == time; i++)
            {
                if (chunk.Items[i].Row == row && chunk.Items[i].Crossing == crossing)
                {
                    totalLower -= chunk.Items[i].Lower;
                    totalUpper -= chunk.Items[i].Upper;
                    chunk.RemoveAt(i);
                    if (chunk.Count == 0)
                    {
                        chunks.RemoveAt(at);
                    }
                    return;
                }
            }
            if (chunk.Count > 0 && chunk.Items[chunk.Count - 1].Time > time)
            {
                break;
            }
        }
        throw new InvalidOperationException("a step that was never added cannot be taken back");
    }

    /// <summary>The counts just before an instant: the sum of all steps earlier than it.</summary>
    public (long Lower, long Upper) Before(long time)
    {
        var lower = totalLower;
        var upper = totalUpper;
        for (var at = chunks.Count - 1; at >= 0; at--)
        {
            var chunk = chunks[at];
            if (chunk.Items[0].Time >= time)
            {
                lower -= chunk.Lower;
                upper -= chunk.Upper;
                continue;
            }
            for (var i = chunk.Count - 1; i >= 0 && chunk.Items[i].Time >= time; i--)
            {
                lower -= chunk.Items[i].Lower;
                upper -= chunk.Items[i].Upper;
            }
            break;
        }
        return (lower, upper);
    }

    /// <summary>A cursor on the first step at or after an instant.</summary>
    public Cursor From(long time)
    {
        var at = FirstChunk(time);
        return at < chunks.Count ? new Cursor(this, at, chunks[at].IndexFrom(time)) : new Cursor(this, at, 0);
    }

    // The last chunk that starts at or before the time; the first one if none does.
    private int ChunkOf(long time)
    {
        var low = 0;
        var high = chunks.Count - 1;
        if (chunks[high].Items[0].Time <= time)
        {
            return high;
        }
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (chunks[middle].Items[0].Time <= time)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }
        return low;
    }

    // The first chunk whose last step is at or after the time.
    private int FirstChunk(long time)
    {
        var low = 0;
        var high = chunks.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var chunk = chunks[middle];
            if (chunk.Items[chunk.Count - 1].Time < time)
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

    internal struct Cursor(StepFunction of, int chunk, int index)
    {
        private int chunk = chunk;
        private int index = index;

        public readonly bool AtEnd => chunk >= of.chunks.Count;

        public readonly ref readonly Step Current => ref of.chunks[chunk].Items[index];

        /// <summary>The instant of the current step; after all instants at the end.</summary>
        public readonly long Time => AtEnd ? long.MaxValue : of.chunks[chunk].Items[index].Time;

        public void MoveNext()
        {
            if (++index >= of.chunks[chunk].Count)
            {
                chunk++;
                index = 0;
            }
        }
    }

    private sealed class Chunk
    {
        public Step[] Items { get; private set; } = new Step[4];
        public int Count { get; private set; }
        public long Lower { get; private set; }
        public long Upper { get; private set; }

        /// <summary>The first index whose step is at or after the time.</summary>
        public int IndexFrom(long time)
        {
            var low = 0;
            var high = Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (Items[middle].Time < time)
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

        public void Insert(in Step step)
        {
            if (Count == Items.Length)
            {
                var larger = new Step[Math.Min(ChunkCapacity, Items.Length * 2)];
                Array.Copy(Items, larger, Count);
                Items = larger;
            }
            var index = Count == 0 || Items[Count - 1].Time <= step.Time ? Count : IndexFrom(step.Time + 1);
            Array.Copy(Items, index, Items, index + 1, Count - index);
            Items[index] = step;
            Count++;
            Lower += step.Lower;
            Upper += step.Upper;
        }

        public void RemoveAt(int index)
        {
            Lower -= Items[index].Lower;
            Upper -= Items[index].Upper;
            Count--;
            Array.Copy(Items, index + 1, Items, index, Count - index);
        }

        private static int CapacityFor(int count) =>
            Math.Min(ChunkCapacity, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(count + 4)));

        public Chunk SplitOff(int from)
        {
            var next = new Chunk { Items = new Step[CapacityFor(Count - from)], Count = Count - from };
            Array.Copy(Items, from, next.Items, 0, next.Count);
            for (var i = 0; i < next.Count; i++)
            {
                next.Lower += next.Items[i].Lower;
                next.Upper += next.Items[i].Upper;
            }
            Count = from;
            Lower -= next.Lower;
            Upper -= next.Upper;
            return next;
        }
    }
}
