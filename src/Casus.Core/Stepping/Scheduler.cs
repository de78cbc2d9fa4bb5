using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Time;

namespace Casus.Core.Stepping;

/// <summary>The one scheduler of all drivers: merges facts with the wake-ups that the machine asks for.</summary>
public static class Scheduler
{
    /// <summary>
    /// Runs a machine over facts, which come in the order of their knownAt, up to a horizon that is included. At one
    /// instant the facts come first, then the wake-up. The sink gets every effect in order, save wake-ups, which are
    /// internal.
    /// </summary>
    public static void Run(
        Machine machine,
        IEnumerable<Fact> factsInKnowledgeOrder,
        Moment horizonIncluded,
        Action<Effect> sink
    )
    {
        foreach (var fact in factsInKnowledgeOrder)
        {
            if (fact.KnownAt > horizonIncluded)
            {
                break;
            }
            RunBefore(machine, fact.KnownAt, sink);
            machine.Step(fact);
        }
        RunBefore(machine, horizonIncluded.Plus(1), sink);
    }

    private static void RunBefore(Machine machine, Moment end, Action<Effect> sink)
    {
        while (machine.NextWakeUp is { } wake && wake < end)
        {
            foreach (var effect in machine.Step(new DeadlineReached(wake)))
            {
                sink(effect);
            }
        }
    }
}
