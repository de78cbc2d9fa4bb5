using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Time;

namespace Casus.Core.Norms;

/// <summary>The wording class, kept apart from what it binds to.</summary>
public enum Modal
{
    Shall,
    ShallNot,
    Will,
    Undertakes,
    May,
    Would,
    WillSeek,
    Intends,
}

public enum NormKind
{
    /// <summary>A duty to do: discharged by performance.</summary>
    Do,

    /// <summary>A duty to keep, hold, maintain, admit, respect: no deadline, breached by a sighting (S17).</summary>
    Keep,

    /// <summary>A prohibition: writes no duty effects; its breaches are the rows' own standing.</summary>
    Refrain,

    /// <summary>May: a permission or a power. Arises as nothing.</summary>
    Permission,

    /// <summary>Would, intends to, will seek to: arises as nothing.</summary>
    Intention,
}

/// <summary>A norm of the text.</summary>
public sealed record Norm
{
    /// <summary>Number of the sentence or item; a `failing which` norm has that of its sentence.</summary>
    public required string Clause { get; init; }
    public required string Article { get; init; }

    /// <summary>Position in text order, for the order of effects at one instant.</summary>
    public required int Order { get; init; }

    /// <summary>Whether it stands under the brackets' choices.</summary>
    public bool Stands { get; init; } = true;

    /// <summary>The block that it is an item of (index into Agreement.Blocks); null: outside a block.</summary>
    public int? Block { get; init; }

    /// <summary>`if the decision carries, then`: the procedure's clause and the outcome.</summary>
    public Branch? Branch { get; init; }

    /// <summary>`if C, then` for any other condition, judged at the arising.</summary>
    public Condition? OnlyIf { get; init; }
    public required Bearers Bearers { get; init; }
    public required Modal Modal { get; init; }
    public required NormKind Kind { get; init; }
    public required string Verb { get; init; }

    /// <summary>Object and roles as written, for people.</summary>
    public string Object { get; init; } = "";

    /// <summary>
    /// Whom it is owed to, where the text says; the victim and the accused are resolved at the arising.
    /// </summary>
    public ActorSet? Beneficiary { get; init; }

    /// <summary>`within 24 hours after E`; null: none.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>`as from P`, or `shall V after E` without within.</summary>
    public Point? AsFrom { get; init; }
    public Point? Until { get; init; }
    public bool Forthwith { get; init; }
    public Amount? Amount { get; init; }

    /// <summary>`in each year`, `in each month`.</summary>
    public LengthUnit? Each { get; init; }
    public ImmutableArray<NormException> Exceptions { get; init; } = [];

    /// <summary>`subject to X`: clause or article numbers (or quoted matter, which is undetermined).</summary>
    public ImmutableArray<string> SubjectTo { get; init; } = [];
    public ImmutableArray<string> Notwithstanding { get; init; } = [];

    /// <summary>The norm that arises where this one fails; index into Agreement.Norms.</summary>
    public int? FailingWhich { get; init; }

    /// <summary>
    /// This norm arises only from the failure of another (it is somebody's <see cref="FailingWhich"/>).
    /// </summary>
    public bool IsFallback { get; init; }

    /// <summary>Bound to act, and bound to particular means: two facts (design 3).</summary>
    public bool AsItDeemsNecessary { get; init; }
    public ImmutableArray<string> MeansPermitted { get; init; } = [];

    /// <summary>Warn, notify, report, consult, request where owed (S15).</summary>
    public bool IsProcedural { get; init; }

    /// <summary>
    /// For Keep and Refrain: the pattern of a contrary row (index into Agreement.Patterns); null where none can be seen
    /// in rows.
    /// </summary>
    public int? Contrary { get; init; }

    /// <summary>
    /// `each violation` as the object of a duty outside a block: the pattern that triggers it, once a row.
    /// </summary>
    public int? ForEach { get; init; }

    /// <summary>
    /// The duty is another procedural subject's own ratified gate: `subject to its constitutional processes`.
    /// </summary>
    public string? DomesticGate { get; init; }

    /// <summary>Whether it makes a duty: shall, will, undertakes to (S17).</summary>
    public bool IsDuty => Kind is NormKind.Do or NormKind.Keep or NormKind.Refrain;
}

public enum BearerMode
{
    /// <summary>An instance to each.</summary>
    Each,

    /// <summary>One instance, whose bearer is the group as written.</summary>
    Jointly,
}

public sealed record Bearers(BearerMode Mode, ActorSet Actors);

public enum ActorRole
{
    Named,

    /// <summary>Whom the triggering act struck.</summary>
    Victim,

    /// <summary>The party of the arising.</summary>
    Accused,
}

/// <summary>Who. Names are resolved at binding, in the order declared; roles at the arising.</summary>
public sealed record ActorSet(ActorRole Role, ImmutableArray<string> Names, string Written)
{
    /// <summary>`each other party`: not the victim of the trigger.</summary>
    public bool ExceptVictim { get; init; }
}

public sealed record Deadline(Length Length, Point From)
{
    /// <summary>`before 2015-12-31`, `by D`: the deadline is the point itself, less a second for `before`.</summary>
    public bool IsPoint { get; init; }
}

/// <summary>How much is due: at least 2 exercises; 7,500 personnel.</summary>
public sealed record Amount(decimal AtLeast, string Unit);

public sealed record Branch(string Procedure, bool Carries);

/// <summary>
/// `except N: ...`, `unless C`. SelfDefence is the form of S9; otherwise a condition judged at the arising and the
/// deadline.
/// </summary>
public sealed record NormException(string? Name, SelfDefence? SelfDefence, Condition? Condition, string Written);

/// <summary>Within so many seconds of an attack on it, in the same sector where the text says so (S9).</summary>
public sealed record SelfDefence(long WithinSeconds, bool SameSector);
