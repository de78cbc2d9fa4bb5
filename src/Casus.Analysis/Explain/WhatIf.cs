using System.Collections.Immutable;
using Casus.Core.Effects;

namespace Casus.Analysis.Explain;

/// <summary>What differs when facts are added or taken away: effects of both views.</summary>
public sealed record WhatIf
{
    /// <summary>Facts taken away and added, by id.</summary>
    public required ImmutableArray<string> Without { get; init; }
    public required ImmutableArray<string> With { get; init; }
    public required ImmutableArray<ChangedEffect> Added { get; init; }
    public required ImmutableArray<ChangedEffect> Gone { get; init; }

    /// <summary>The same but for its instant.</summary>
    public required ImmutableArray<ChangedEffect> Moved { get; init; }

    /// <summary>Effects that neither changed nor moved.</summary>
    public required int Unchanged { get; init; }

    internal static WhatIf Of(
        ReplayedHistory before,
        ReplayedHistory after,
        ImmutableArray<string> without,
        ImmutableArray<string> with
    )
    {
        var gone = Missing(before, after);
        var added = Missing(after, before);
        var moved = ImmutableArray.CreateBuilder<ChangedEffect>();
        var arrived = added.ToLookup(effect => EffectKey.Of(effect).WhateverInstant);
        var taken = new HashSet<long>();
        var left = new List<Effect>();
        foreach (var effect in gone)
        {
            var to = arrived[EffectKey.Of(effect).WhateverInstant].FirstOrDefault(one => !taken.Contains(one.Seq));
            if (to is null)
            {
                left.Add(effect);
                continue;
            }
            taken.Add(to.Seq);
            moved.Add(ChangedEffect.Of(effect) with { MovedTo = to.At });
        }
        return new WhatIf
        {
            Without = without,
            With = with,
            Added =
            [
                .. added
                    .Where(effect => !taken.Contains(effect.Seq))
                    .Select(effect => ChangedEffect.Of(effect) with { Seq = null }),
            ],
            Gone = [.. left.Select(ChangedEffect.Of)],
            Moved = moved.ToImmutable(),
            Unchanged = before.Effects.Count - gone.Count,
        };
    }

    /// <summary>Effects of the one that the other lacks, in order.</summary>
    private static List<Effect> Missing(ReplayedHistory of, ReplayedHistory from)
    {
        var has = from.Effects.GroupBy(EffectKey.Of).ToDictionary(group => group.Key, group => group.Count());
        var missing = new List<Effect>();
        foreach (var effect in of.Effects)
        {
            var key = EffectKey.Of(effect);
            if (has.GetValueOrDefault(key) > 0)
            {
                has[key]--;
            }
            else
            {
                missing.Add(effect);
            }
        }
        return missing;
    }
}

/// <summary>An effect that came, went or moved.</summary>
/// <param name="Seq">Its number in effects.jsonl; null for one that is not there.</param>
public sealed record ChangedEffect(long? Seq, string Kind, string? Clause, string View, string Words)
{
    /// <summary>Its instant now; null where it did not move, or has none.</summary>
    public Core.Time.Moment? MovedTo { get; init; }

    internal static ChangedEffect Of(Effect effect) =>
        new(
            effect.Seq,
            effect.Kind.ToString(),
            effect.Clause,
            effect.View == Core.Effects.View.AsKnown ? "as known" : "in hindsight",
            EffectWords.Of(effect)
        );
}
