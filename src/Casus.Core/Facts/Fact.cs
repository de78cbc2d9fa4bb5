using System.Collections.Immutable;
using Casus.Core.Time;

namespace Casus.Core.Facts;

/// <summary>
/// What the machine is told. Facts come in the order of <see cref="KnownAt"/>; ties keep the order of the ledger.
/// </summary>
public abstract record Fact(Moment KnownAt);

/// <summary>A row of an incident table enters the record.</summary>
public sealed record IncidentReported(IncidentRow Row) : Fact(Row.KnownAt);

/// <summary>A row of the acts table enters the record.</summary>
public sealed record ActRecorded(Act Act) : Fact(Act.KnownAt);

/// <summary>
/// A wake-up that the machine asked for. At one instant it comes after every fact known at that instant; the machine
/// asks for one at each instant at which facts arrive, and judges the record there.
/// </summary>
public sealed record DeadlineReached(Moment At) : Fact(At);

/// <summary>Kinds of the acts table (formats.md).</summary>
public enum ActKind
{
    Warning,
    Request,
    Notice,
    Statement,
    Consultation,
    Vote,
    Finding,
    Performance,
    Signature,
    Ratification,
    Acceptance,
    Consent,
    Withdrawal,
    Suspension,
    Resumption,
}

/// <summary>A fact that is not an incident: a row of the acts table (S15).</summary>
public sealed record Act
{
    public required string Id { get; init; }
    public required ActKind Kind { get; init; }

    /// <summary>When it was done. A date stands for its last second.</summary>
    public required Moment At { get; init; }

    public required Moment KnownAt { get; init; }

    /// <summary>Who did it; several names where the table joins them by a bar.</summary>
    public ImmutableArray<string> By { get; init; } = [];

    public string? To { get; init; }

    /// <summary>A sentence or item, such as 5.2 or 5.3(b).</summary>
    public string? Clause { get; init; }

    /// <summary>The id of an incident or of an effect that it is about.</summary>
    public string? About { get; init; }

    public decimal? Quantity { get; init; }
    public string? Unit { get; init; }

    /// <summary>yes, no or abstain for votes; yes, no or a confidence for findings.</summary>
    public string? Value { get; init; }

    public string? Source { get; init; }

    /// <summary>Nobody stated it: the backtest supposes it (S15).</summary>
    public bool Supposed { get; init; }

    /// <summary>Where the row stands, for messages.</summary>
    public string? File { get; init; }
    public int Line { get; init; }
}
