using System.Collections.Immutable;
using Casus.Analysis.Backtest;
using Casus.Core.Effects;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;

namespace Casus.Analysis.Explain;

/// <summary>
/// A history replayed for its reasons: every effect, and the counting side as it stands at the end.
/// </summary>
internal sealed class ReplayedHistory
{
    private ReplayedHistory(IReadOnlyList<Effect> effects, ConditionMachine conditions, Moment judged, string hash)
    {
        Effects = effects;
        Conditions = conditions;
        Judged = judged;
        StateHash = hash;
    }

    /// <summary>In order; as known, then hindsight's. The effect of number n stands at n - 1.</summary>
    public IReadOnlyList<Effect> Effects { get; }
    public ConditionMachine Conditions { get; }

    /// <summary>The last instant judged.</summary>
    public Moment Judged { get; }
    public string StateHash { get; }

    /// <param name="entry">From when the text is in force; a change of the facts does not move what was
    /// supposed of it.</param>
    /// <param name="span">The input whose life and gaps bound the run.</param>
    /// <param name="until">Judges up to it alone, by what was known then; null: as far as the facts and the
    /// life go.</param>
    /// <param name="horizon">Where the run ends at the least.</param>
    public static ReplayedHistory Of(
        BacktestInput input,
        EntryIntoForce entry,
        BacktestInput span,
        Moment? until = null,
        Moment? horizon = null
    )
    {
        var life = new LifeSpan(span, entry.Stated);
        var effects = new List<Effect>();
        using var replay = new HistoryReplay(input, entry, life);
        void Say(Effect effect)
        {
            life.Add(effect);
            effects.Add(effect);
        }
        var facts = FactOrder.Of(input.Incidents, input.Acts ?? []);
        var judged = replay.Run(facts, Say, until ?? horizon);
        var conditions = replay.Conditions.Inner;
        if (until is { } end)
        {
            replay.Conditions.JudgeAt(end);
        }
        else
        {
            effects.AddRange(HindsightEffects.Of(input.Agreement, replay.Conditions, effects.Count, judged));
        }
        return new ReplayedHistory(effects, conditions, judged, replay.Machine.StateHash);
    }

    public ImmutableDictionary<EffectKey, int> Keys() =>
        Effects.GroupBy(EffectKey.Of).ToImmutableDictionary(group => group.Key, group => group.Count());
}
