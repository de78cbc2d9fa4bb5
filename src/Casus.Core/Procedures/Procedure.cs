using System.Collections.Immutable;
using Casus.Core.Norms;

namespace Casus.Core.Procedures;

public enum DecisionRule
{
    /// <summary>One decider: yes carries; no, or silence at the deadline, fails.</summary>
    Single,

    /// <summary>None says no.</summary>
    Consensus,
    Unanimity,

    /// <summary>More than half of the base.</summary>
    Majority,

    /// <summary>A fraction of the base, rounded up.</summary>
    Fraction,

    /// <summary>A stated number of votes.</summary>
    Number,
}

/// <summary>How something is decided (S18). A power, never a duty.</summary>
public sealed record Procedure
{
    public required string Clause { get; init; }
    public required string Article { get; init; }
    public required int Order { get; init; }
    public bool Stands { get; init; } = true;
    public int? Block { get; init; }
    public Branch? Branch { get; init; }

    /// <summary>The members, in the order declared; bound at the opening.</summary>
    public required ActorSet Deciders { get; init; }
    public string? Subject { get; init; }
    public required DecisionRule Rule { get; init; }

    /// <summary>Of <see cref="DecisionRule.Fraction"/>: such as 2 of 3.</summary>
    public int Numerator { get; init; }
    public int Denominator { get; init; } = 1;

    /// <summary>Of <see cref="DecisionRule.Number"/>.</summary>
    public int Votes { get; init; }
    public bool WithoutAccused { get; init; }
    public int? Quorum { get; init; }
    public ImmutableArray<string> Vetoes { get; init; } = [];

    /// <summary>Null: it stays open.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>
    /// It opens no earlier than this (`48 hours after the consultation`: the consultation); null: at the trigger.
    /// </summary>
    public Point? OpensAfter { get; init; }
    public bool SilenceConsents { get; init; }

    /// <summary>What silence means as written; null: the text does not say.</summary>
    public string? SilenceWritten { get; init; }
}
