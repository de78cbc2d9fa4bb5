using Casus.Core.Conditions;

namespace Casus.Core.Stepping.Counting;

/// <summary>A key of a node on which another rests.</summary>
internal readonly record struct Input(ConditionNode Node, int Key);

/// <summary>How parts are joined. AtLeast: of <see cref="Joining.Spread"/>.</summary>
internal enum Joining
{
    And,
    Or,
    Not,

    /// <summary>In at least so many of the parts.</summary>
    Spread,
}

/// <summary>
/// The verdicts of parts, joined instant by instant: and, or, not, and in at least so many sectors (S6). A part is the
/// greatest of its inputs.
/// </summary>
internal sealed class JoinedNode : ConditionNode
{
    private readonly Joining joining;
    private readonly int atLeast;
    private readonly Input[][][] parts;

    /// <param name="parts">For each key its parts, each a list of inputs.</param>
    public JoinedNode(IReadOnlyList<ConditionKey> keys, Joining joining, int atLeast, Input[][][] parts)
        : base(keys)
    {
        this.joining = joining;
        this.atLeast = atLeast;
        this.parts = parts;
        for (var key = 0; key < parts.Length; key++)
        {
            foreach (var input in parts[key].SelectMany(part => part))
            {
                var above = key;
                input.Node.Listeners.Add(
                    (changed, stretch) =>
                    {
                        if (changed == input.Key)
                        {
                            MarkDirty(above, stretch.From, stretch.To);
                        }
                    }
                );
            }
        }
        MarkAllDirty();
    }

    public override Verdict AtOfActsAfter(int key, long time, long after)
    {
        var verdicts = new Verdict[parts[key].Length];
        for (var i = 0; i < verdicts.Length; i++)
        {
            foreach (var input in parts[key][i])
            {
                verdicts[i] = verdicts[i].Or(input.Node.AtOfActsAfter(input.Key, time, after));
            }
        }
        return Join(verdicts);
    }

    public override void Explain(int key, long time, Grounds grounds)
    {
        if (joining == Joining.Not)
        {
            return;
        }
        foreach (var input in parts[key].SelectMany(part => part))
        {
            if (input.Node.Timelines[input.Key].At(time) == Verdict.Met)
            {
                input.Node.Explain(input.Key, time, grounds);
            }
        }
        if (parts[key].Length > 1)
        {
            grounds.Count = null;
        }
    }

    protected override long Judge(int key, long from, long to, bool open, List<Segment> fresh)
    {
        var inputs = parts[key];
        var at = new int[inputs.Length][];
        for (var i = 0; i < inputs.Length; i++)
        {
            at[i] = new int[inputs[i].Length];
            for (var j = 0; j < at[i].Length; j++)
            {
                at[i][j] = inputs[i][j].Node.Timelines[inputs[i][j].Key].IndexAt(from);
            }
        }
        var verdicts = new Verdict[inputs.Length];
        var time = from;
        while (true)
        {
            var next = long.MaxValue;
            for (var i = 0; i < inputs.Length; i++)
            {
                verdicts[i] = Verdict.NotMet;
                for (var j = 0; j < inputs[i].Length; j++)
                {
                    var segments = inputs[i][j].Node.Timelines[inputs[i][j].Key].Segments;
                    while (at[i][j] + 1 < segments.Count && segments[at[i][j] + 1].Start <= time)
                    {
                        at[i][j]++;
                    }
                    var index = at[i][j];
                    verdicts[i] = verdicts[i].Or(index < 0 ? Verdict.NotMet : segments[index].Verdict);
                    next = index + 1 < segments.Count ? Math.Min(next, segments[index + 1].Start) : next;
                }
            }
            Write(fresh, time, Join(verdicts));
            if (next > to)
            {
                return long.MaxValue;
            }
            time = next;
        }
    }

    private Verdict Join(Verdict[] verdicts)
    {
        switch (joining)
        {
            case Joining.And:
            case Joining.Or:
                var joined = verdicts[0];
                foreach (var verdict in verdicts)
                {
                    joined = joining == Joining.And ? joined.And(verdict) : joined.Or(verdict);
                }
                return joined;
            case Joining.Not:
                return verdicts[0].Not();
            default:
                return Enough(verdicts, atLeast);
        }
    }

    /// <summary>Lower and upper numbers of those met, against a threshold.</summary>
    public static Verdict Enough(ReadOnlySpan<Verdict> verdicts, int atLeast)
    {
        var met = 0;
        var possible = 0;
        foreach (var verdict in verdicts)
        {
            met += verdict == Verdict.Met ? 1 : 0;
            possible += verdict != Verdict.NotMet ? 1 : 0;
        }
        return met >= atLeast ? Verdict.Met
            : possible >= atLeast ? Verdict.Undetermined
            : Verdict.NotMet;
    }
}

/// <summary>A condition that no act changes: undetermined for ever, or met from a stated instant on.</summary>
internal sealed class GivenNode : ConditionNode
{
    private readonly long? metFrom;

    public GivenNode(long? metFrom)
        : base([new ConditionKey(ConditionKey.AnyParty, 0)])
    {
        this.metFrom = metFrom;
        MarkAllDirty();
    }

    public override void Explain(int key, long time, Grounds grounds) { }

    protected override long Judge(int key, long from, long to, bool open, List<Segment> fresh)
    {
        if (metFrom is not { } start)
        {
            Write(fresh, from, Verdict.Undetermined);
            return long.MaxValue;
        }
        Write(fresh, from, VerdictLogic.Of(from >= start));
        if (from < start && start <= to)
        {
            Write(fresh, start, Verdict.Met);
        }
        return open && to < start ? start : long.MaxValue;
    }
}
