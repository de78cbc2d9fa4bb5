using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;

namespace Casus.Core.Stepping;

/// <summary>
/// The pure form of the machine, step : (State, Fact) -> (State, Effects). A state is an immutable value: the facts
/// that led to it, shared with the states before. The newest state of a line holds the machine and hands it on when it
/// is stepped; an older one that is stepped again rebuilds its own by replay, and so starts a line of its own
/// (rerooting).
/// </summary>
public sealed class State
{
    private readonly Root root;
    private readonly State? before;
    private readonly Fact? last;
    private readonly Lock gate = new();
    private Machine? machine;

    private sealed record Root(Agreement Agreement, MachineOptions Options, ConditionMachineFactory Conditions)
    {
        public Machine Build() => new(Agreement, Options, Conditions);
    }

    private State(Root root, State? before, Fact? last, Machine machine)
    {
        this.root = root;
        this.before = before;
        this.last = last;
        this.machine = machine;
        Hash = machine.StateHash;
        NextWakeUp = machine.NextWakeUp;
        Duties = new Lazy<ImmutableArray<DutyStanding>>(() => [.. Rebuild().Duties]);
    }

    /// <summary>The hash of all facts and effects that led here.</summary>
    public string Hash { get; }
    public Moment? NextWakeUp { get; }

    /// <summary>The instances of duties as they stood here.</summary>
    public Lazy<ImmutableArray<DutyStanding>> Duties { get; }

    /// <summary>The state before any fact, with the engine's own counting side.</summary>
    public static State Begin(Agreement agreement, MachineOptions options) =>
        Begin(agreement, options, (text, watched, given) => new ConditionMachine(text, watched, given));

    /// <summary>The state before any fact.</summary>
    public static State Begin(Agreement agreement, MachineOptions options, ConditionMachineFactory conditions)
    {
        var root = new Root(agreement, options, conditions);
        return new State(root, before: null, last: null, root.Build());
    }

    /// <summary>The state after one more fact, and what the machine says of it. This state stays what it is.</summary>
    public (State State, ImmutableArray<Effect> Effects) Step(Fact fact)
    {
        Machine own;
        lock (gate)
        {
            own = machine ?? Rebuild();
            machine = null;
        }
        var effects = own.Step(fact);
        return (new State(root, this, fact, own), effects);
    }

    private Machine Rebuild()
    {
        var facts = new Stack<Fact>();
        for (var state = this; state?.last is { } fact; state = state.before)
        {
            facts.Push(fact);
        }
        var rebuilt = root.Build();
        foreach (var fact in facts)
        {
            rebuilt.Step(fact);
        }
        return rebuilt;
    }
}
