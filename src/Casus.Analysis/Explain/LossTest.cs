using Casus.Core.Effects;

namespace Casus.Analysis.Explain;

/// <summary>Whether an effect is lost when facts are taken from the history: by replay, each set once.</summary>
internal sealed class LossTest
{
    private readonly Variants variants;
    private readonly EffectKey key;
    private readonly int stands;
    private readonly Dictionary<string, bool> tried = new(StringComparer.Ordinal);

    public LossTest(Variants variants, Effect effect)
    {
        this.variants = variants;
        key = EffectKey.Of(effect);
        stands = variants.Base.Effects.Count(one => EffectKey.Of(one) == key);
    }

    public int Left => variants.MostReplays - variants.Replays;

    /// <summary>Null where no replay is left to find out.</summary>
    public bool? IsLost(IEnumerable<FactRef> facts)
    {
        var set = facts.ToHashSet();
        var name = string.Join('\n', set.Select(fact => fact.ToString()).Order(StringComparer.Ordinal));
        if (set.Count == 0)
        {
            return false;
        }
        if (!tried.TryGetValue(name, out var lost))
        {
            if (variants.IsExhausted)
            {
                return null;
            }
            lost = variants.Without(set).Effects.Count(one => EffectKey.Of(one) == key) < stands;
            tried.Add(name, lost);
        }
        return lost;
    }

    /// <summary>
    /// A smallest part, by inclusion, of facts without which the effect is lost; null where no replay was left.
    /// </summary>
    /// <param name="facts">Without all of them it is lost. Those that come first are taken first.</param>
    public List<FactRef>? Shrink(IReadOnlyList<FactRef> facts) => Part([], isNew: false, facts);

    /// <summary>
    /// Whether a set is minimal: lost without it, and not without any proper part. Parts of all sizes are tried
    /// where the set is small, else
    /// those that lack one fact. Null where no replay was left.
    /// </summary>
    public bool? IsMinimal(IReadOnlyList<FactRef> set, out bool everyPart)
    {
        everyPart = set.Count <= SmallSet;
        var parts = everyPart
            ? Subsets.Proper(set)
            : Enumerable.Range(0, set.Count).Select(i => set.Where((_, j) => j != i).ToList());
        bool? minimal = IsLost(set);
        foreach (var part in parts.Where(part => part.Count > 0))
        {
            if (minimal != true)
            {
                break;
            }
            minimal = IsLost(part) is { } lost ? !lost : null;
        }
        return minimal;
    }

    private const int SmallSet = 5;

    /// <summary>
    /// QuickXplain (Junker 2004): halves the facts, so that a small part of many is found in few replays.
    /// </summary>
    private List<FactRef>? Part(List<FactRef> taken, bool isNew, IReadOnlyList<FactRef> facts)
    {
        if (isNew)
        {
            switch (IsLost(taken))
            {
                case null:
                    return null;
                case true:
                    return [];
            }
        }
        if (facts.Count <= 1)
        {
            return [.. facts];
        }
        var half = facts.Count / 2;
        List<FactRef> first = [.. facts.Take(half)];
        var second = Part([.. taken, .. first], isNew: true, [.. facts.Skip(half)]);
        if (second is null)
        {
            return null;
        }
        var rest = Part([.. taken, .. second], second.Count > 0, first);
        return rest is null ? null : [.. rest, .. second];
    }
}
