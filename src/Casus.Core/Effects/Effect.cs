using System.Collections.Immutable;
using Casus.Core.Time;

namespace Casus.Core.Effects;

/// <summary>Kinds of effects (formats.md). <see cref="WakeAt"/> is internal and never written.</summary>
public enum EffectKind
{
    Arose,
    Lapsed,
    Revised,
    Merged,
    Withdrawn,
    DutyArose,
    DutyUndetermined,
    DutyBornOverdue,
    DutyOverdue,
    DutyPossiblyOverdue,
    DutyDischarged,
    DutyBreached,
    DutyExcused,
    DutyWithoutCause,
    DutyEnded,
    ProcedureOpened,
    ProcedureCarried,
    ProcedureFailed,
    NoticeRecorded,
    EnteredIntoForce,
    Suspended,
    Resumed,
    Ended,
    Withdrew,
    Refused,
    WakeAt,
}

public enum View
{
    AsKnown,
    Hindsight,
}

/// <summary>Why an effect stands: ids of facts (rows, acts) and numbers of earlier effects.</summary>
public sealed record Because(ImmutableArray<string> Facts, ImmutableArray<long> Effects)
{
    public static Because Nothing { get; } = new([], []);
}

/// <summary>What the machine says. A field that does not apply is null.</summary>
public sealed record Effect
{
    /// <summary>Number of the effect in its run, from 1.</summary>
    public long Seq { get; init; }
    public required EffectKind Kind { get; init; }
    public string? Clause { get; init; }
    public string? Grade { get; init; }
    public string? Bearer { get; init; }
    public string? Beneficiary { get; init; }
    public string? Party { get; init; }
    public int? Sector { get; init; }

    /// <summary>When it was so, on the axis of acts.</summary>
    public Moment? At { get; init; }
    public required Moment KnownAt { get; init; }
    public Moment? Deadline { get; init; }
    public long? Count { get; init; }

    /// <summary>It rests on a supposition (S15).</summary>
    public bool Supposed { get; init; }
    public View View { get; init; } = View.AsKnown;
    public Because Because { get; init; } = Because.Nothing;

    /// <summary>Why an act was refused, or what else a reader needs; plain words, not for matching.</summary>
    public string? Note { get; init; }
}
