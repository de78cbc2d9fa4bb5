using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Stepping;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>The machine for a history, its counting side within reach, and how far it is to be driven.</summary>
internal sealed class HistoryReplay : IDisposable
{
    private readonly LifeSpan life;
    private ListeningConditions? listening;

    public HistoryReplay(BacktestInput input, EntryIntoForce entry, LifeSpan life)
    {
        this.life = life;
        var options = new MachineOptions
        {
            Suppose = input.Suppose,
            InForceFrom = entry.Stated,
            From = input.From,
            To = input.To,
            Uncovered = life.Within(input.Uncovered),
        };
        Machine = new Machine(
            input.Agreement,
            options,
            (text, watched, given) => listening = new ListeningConditions(new ConditionMachine(text, watched, given))
        );
    }

    public Machine Machine { get; }

    public ListeningConditions Conditions => listening!;

    /// <summary>
    /// Drives the machine over all facts and to the end of the life, or to a given end; answers the last
    /// instant judged.
    /// </summary>
    /// <param name="until">Judges up to it and reads nothing that became known later; null: as far as the life
    /// and the facts go.</param>
    public Moment Run(IEnumerable<Fact> facts, Action<Effect> say, Moment? until)
    {
        if (until is { } end)
        {
            Scheduler.Run(Machine, facts, end, say);
            return end;
        }
        var lastKnown = life.LastKnown ?? Moment.Never;
        Scheduler.Run(Machine, facts, lastKnown, say);
        // Only now is it known when the life ends. Facts known later than that were read: hindsight is of the whole
        // record.
        var horizon = life.Horizon;
        if (horizon > lastKnown)
        {
            Scheduler.Run(Machine, [], horizon, say);
        }
        return Moment.Max(horizon, lastKnown);
    }

    public void Dispose() => Machine.Dispose();
}
