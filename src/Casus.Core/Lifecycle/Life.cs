using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Time;

namespace Casus.Core.Lifecycle;

/// <summary>The life of the instrument (S13, S19).</summary>
public sealed record Life
{
    /// <summary>`enters into force when ...`; null: the text does not say.</summary>
    public EntryRule? Entry { get; init; }

    /// <summary>`lasts 15 years after entry into force`.</summary>
    public LifeTerm? Duration { get; init; }
    public ImmutableArray<WithdrawalRight> Withdrawals { get; init; } = [];
    public ImmutableArray<SuspensionRight> Suspensions { get; init; } = [];

    /// <summary>
    /// `Article 5 ends when ...`, `This agreement ends when ...`, `... is suspended when`, `... is void when ...`.
    /// </summary>
    public ImmutableArray<EndRule> Ends { get; init; } = [];
    public ImmutableArray<Renewal> Renewals { get; init; } = [];

    /// <summary>
    /// `A duty that has arisen continues after withdrawal.`: clause numbers, for people; S19 makes it the default.
    /// </summary>
    public ImmutableArray<string> Continuations { get; init; } = [];
}

/// <summary>All of the needs; each names facts by parties. OnDate: entry at a stated date.</summary>
public sealed record EntryRule(string Clause, ImmutableArray<EntryNeed> Needs, Point? OnDate);

/// <summary>
/// Number: how many of By must have done it; null: all of them. Including: those that must be among them.
/// </summary>
public sealed record EntryNeed(ActKind Kind, ImmutableArray<string> By, int? Number, ImmutableArray<string> Including);

public sealed record LifeTerm(string Clause, Length Length, Point From);

public sealed record WithdrawalRight(
    string Clause,
    ImmutableArray<string> By,
    Length? Notice,
    string? To,
    Point? AsFrom,
    bool Stands
);

public sealed record SuspensionRight(string Clause, ImmutableArray<string> By, string? Article, bool Stands);

public enum EndKind
{
    Ends,
    Suspended,
    Void,
}

/// <summary>Article: null for the whole agreement. Any of the conditions will do.</summary>
public sealed record EndRule(
    string Clause,
    EndKind Kind,
    string? Article,
    ImmutableArray<Condition> When,
    Point? Until,
    bool Stands
);

public sealed record Renewal(string Clause, Length Length, Condition? When, bool Stands);

public enum RiderKind
{
    Reservation,
    Understanding,
    Caveat,
}

/// <summary>
/// A reservation or caveat alters the norms of its target for its parties alone; an understanding alters nothing and is
/// printed (S19). Exceptions are judged as if written in each norm's sentence.
/// </summary>
public sealed record Rider(
    RiderKind Kind,
    ImmutableArray<string> Of,
    string? Target,
    ImmutableArray<NormException> Exceptions,
    string Written
);
