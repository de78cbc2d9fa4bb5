using System.Collections.Immutable;
using Casus.Core.Time;

namespace Casus.Core.Stepping;

/// <summary>What a backtest supposes of procedure where nothing is stated (S15).</summary>
public enum Supposition
{
    Deadline,
    Prompt,
    None,
}

public sealed record MachineOptions
{
    public Supposition Suppose { get; init; } = Supposition.None;

    /// <summary>Replaces the entry into force (S19): the first second of the day given.</summary>
    public Moment? InForceFrom { get; init; }

    /// <summary>Cut the life further, in the same way (S13). To is the last second that belongs to it.</summary>
    public Moment? From { get; init; }
    public Moment? To { get; init; }

    /// <summary>
    /// Times for which no table is complete: upper bounds there are unbounded (S16). Closed, ascending, apart.
    /// </summary>
    public ImmutableArray<TimeInterval> Uncovered { get; init; } = [];
}
