using Casus.Core.Conditions;
using Casus.Core.Time;

namespace Casus.Core.Stepping.Counting;

/// <summary>
/// `Persists D after X` (S6): for each X, whether the condition is met at X + D by acts after X alone. It stands from
/// then on.
/// </summary>
internal sealed class PersistsNode : AnchoredNode
{
    private readonly ConditionNode inner;
    private readonly int[] innerKeys;
    private readonly CountNode[] leaves;
    private readonly List<Test>[] tests;
    private readonly int[] staleFrom;

    /// <param name="innerKeys">The key of the inner condition for each key.</param>
    /// <param name="leaves">All counts on which the inner condition rests.</param>
    public PersistsNode(
        IReadOnlyList<ConditionKey> keys,
        Condition.Persists condition,
        ConditionNode inner,
        int[] innerKeys,
        CountNode[] leaves,
        AgreementCalendar calendar
    )
        : base(keys, condition, calendar)
    {
        this.inner = inner;
        this.innerKeys = innerKeys;
        this.leaves = leaves;
        tests = [.. keys.Select(_ => new List<Test>())];
        staleFrom = new int[keys.Count];
        inner.Listeners.Add(
            (changed, stretch) =>
            {
                for (var key = 0; key < Keys.Count; key++)
                {
                    if (innerKeys[key] == changed)
                    {
                        MarkStale(key, stretch);
                    }
                }
            }
        );
        TakeStated();
    }

    private sealed class Test(long anchor, long tested, bool supposed)
    {
        public long Anchor { get; } = anchor;
        public long Tested { get; } = tested;
        public bool Supposed { get; } = supposed;
        public bool IsStale { get; set; } = true;
        public Verdict Own { get; set; }

        /// <summary>Of this test and all before it.</summary>
        public Verdict SoFar { get; set; }
    }

    public override void TakeDirt()
    {
        foreach (var leaf in leaves)
        {
            foreach (var dirty in leaf.Function.Dirty)
            {
                for (var key = 0; key < Keys.Count; key++)
                {
                    if (ReferenceEquals(leaf, inner) ? innerKeys[key] == dirty : tests[key].Count > 0)
                    {
                        MarkStale(key, leaf.Function.DirtyStretch(dirty));
                    }
                }
            }
        }
    }

    public override void Explain(int key, long time, Grounds grounds)
    {
        var test = tests[key].Find(test => !test.IsStale && test.Own == Verdict.Met)!;
        grounds.Supposed = test.Supposed;
        if (inner is CountNode count)
        {
            count.ExplainAfter(innerKeys[key], test.Tested, test.Anchor, grounds);
        }
        else
        {
            inner.Explain(innerKeys[key], test.Tested, grounds);
        }
    }

    protected override void Add(int key, AnchorPoint anchor)
    {
        var test = new Test(anchor.Instant, TestedAt(anchor.Instant), anchor.Supposed);
        var at = tests[key].Count;
        while (
            at > 0 && (tests[key][at - 1].Tested, tests[key][at - 1].Anchor).CompareTo((test.Tested, test.Anchor)) > 0
        )
        {
            at--;
        }
        tests[key].Insert(at, test);
        staleFrom[key] = Math.Min(staleFrom[key], at);
        MarkDirty(key, test.Tested, long.MaxValue);
    }

    protected override long Judge(int key, long from, long to, bool open, List<Segment> fresh)
    {
        var all = tests[key];
        var i = staleFrom[key];
        for (; i < all.Count && all[i].Tested <= to; i++)
        {
            if (all[i].IsStale)
            {
                all[i].IsStale = false;
                all[i].Own = inner.AtOfActsAfter(innerKeys[key], all[i].Tested, all[i].Anchor);
            }
            all[i].SoFar = all[i].Own.Or(i == 0 ? Verdict.NotMet : all[i - 1].SoFar);
        }
        staleFrom[key] = i;
        Write(fresh, from, Verdict.NotMet);
        foreach (var verdict in (ReadOnlySpan<Verdict>)[Verdict.Undetermined, Verdict.Met])
        {
            var first = FirstAtLeast(all, i, verdict);
            if (first < i && all[first].Tested <= to)
            {
                if (all[first].Tested <= from)
                {
                    fresh.Clear();
                }
                Write(fresh, Math.Max(from, all[first].Tested), all[first].SoFar);
            }
        }
        return open && i < all.Count ? all[i].Tested : long.MaxValue;
    }

    private static int FirstAtLeast(List<Test> all, int count, Verdict verdict)
    {
        var low = 0;
        var high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].SoFar < verdict)
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

    private void MarkStale(int key, Stretch stretch)
    {
        for (var i = tests[key].Count - 1; i >= 0 && tests[key][i].Tested >= stretch.From; i--)
        {
            if (tests[key][i].Anchor <= stretch.To)
            {
                tests[key][i].IsStale = true;
                staleFrom[key] = Math.Min(staleFrom[key], i);
                MarkDirty(key, tests[key][i].Tested, long.MaxValue);
            }
        }
    }
}
