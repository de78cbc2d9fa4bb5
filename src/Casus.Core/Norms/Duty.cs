using System.Collections.Immutable;
using Casus.Core.Facts;
using Casus.Core.Time;

namespace Casus.Core.Norms;

/// <summary>How an instance stands (S17).</summary>
public enum DutyStatus
{
    Open,

    /// <summary>The deadline has passed and a part is recorded, or it was born overdue.</summary>
    Overdue,

    /// <summary>The deadline has passed and nothing is recorded: nobody knows whether it was done.</summary>
    PerformanceUnknown,
    Discharged,
    Breached,
    Excused,
    WithoutCause,
    Ended,
}

/// <summary>
/// An instance of a duty as it stands, for summaries. At and KnownAt are those of its arising (or excuse).
/// </summary>
public sealed record DutyStanding(
    string Clause,
    string Bearer,
    string? Beneficiary,
    Moment At,
    Moment KnownAt,
    Moment? Deadline,
    DutyStatus Status,
    bool Supposed,
    long Effect
);

/// <summary>An instance of a duty: (clause, bearer, arising) (S17).</summary>
internal sealed class Duty
{
    // Most instances have neither, and there may be a million of them.
    private List<Part>? parts;
    private List<Duty>? fallbacks;

    public required long Id { get; init; }
    public required Norm Norm { get; init; }
    public required string Bearer { get; init; }

    /// <summary>Who must take part: the bearer alone, or the members of a group that is bound jointly.</summary>
    public required ImmutableArray<string> Members { get; init; }
    public required Arising Arising { get; init; }
    public string? Beneficiary { get; init; }

    /// <summary>When it arose: the trigger's instant, or the outcome's, or the point from which it runs.</summary>
    public required Moment At { get; init; }
    public required Moment KnownAt { get; init; }

    /// <summary>Nothing done before this performs it.</summary>
    public required Moment TriggerAt { get; init; }

    /// <summary>From where a clock without an anchor runs.</summary>
    public required Moment ClockStart { get; init; }

    /// <summary>The number of the effect with which it arose or was excused.</summary>
    public long Seq { get; set; }
    public Moment? Due { get; set; }

    /// <summary>
    /// Where the start is uncertain: the earliest instant at which the deadline may have passed (S12).
    /// </summary>
    public Moment? PossiblyDue { get; set; }

    /// <summary>The first second of a year (month) for which it recurs, which confines what performs it.</summary>
    public bool Recurring { get; init; }
    public bool Supposed { get; set; }
    public bool BornOverdue { get; set; }
    public bool Overdue { get; set; }
    public bool Breached { get; set; }
    public bool Excused { get; set; }
    public bool WithoutCause { get; set; }
    public Moment? EndedAt { get; set; }
    public bool Ended => EndedAt is not null;
    public Moment? DischargedAt { get; set; }

    /// <summary>What was done in part, and by whom.</summary>
    public List<Part> Parts => parts ??= [];
    public bool HasParts => parts is { Count: > 0 };
    public IReadOnlyList<Duty> Fallbacks => fallbacks ?? (IReadOnlyList<Duty>)[];
    public bool FallbackArisen { get; set; }

    public void AddFallback(Duty duty) => (fallbacks ??= []).Add(duty);

    public bool IsJoint => Norm.Bearers.Mode == BearerMode.Jointly;

    /// <summary>Whether a performance may still discharge it.</summary>
    public bool IsOwed => DischargedAt is null && !Excused && !WithoutCause && !Ended && IsToDo;

    /// <summary>Whether its deadline may still fall.</summary>
    public bool IsRunning => IsOwed && !Overdue && !Breached && !BornOverdue;

    /// <summary>A duty to keep is not discharged; a recurring one is to be done, whatever its verb.</summary>
    public bool IsToDo => Norm.Kind == NormKind.Do || Recurring;

    public DutyStatus Status =>
        this switch
        {
            { WithoutCause: true } => DutyStatus.WithoutCause,
            { Breached: true } => DutyStatus.Breached,
            { DischargedAt: not null } => DutyStatus.Discharged,
            { Excused: true } => DutyStatus.Excused,
            { Ended: true } => DutyStatus.Ended,
            { BornOverdue: true } => DutyStatus.Overdue,
            { Overdue: true, HasParts: true } => DutyStatus.Overdue,
            { Overdue: true } => DutyStatus.PerformanceUnknown,
            _ => DutyStatus.Open,
        };

    public DutyStanding Standing => new(Norm.Clause, Bearer, Beneficiary, At, KnownAt, Due, Status, Supposed, Seq);
}

/// <summary>A part of a performance: by one member, of so much (null: its whole share).</summary>
internal sealed record Part(Act Act, string By, decimal? Quantity);
