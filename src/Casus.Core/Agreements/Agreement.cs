using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Conduct;
using Casus.Core.Evidence;
using Casus.Core.Forces;
using Casus.Core.Geography;
using Casus.Core.Lifecycle;
using Casus.Core.Norms;
using Casus.Core.Positions;
using Casus.Core.Procedures;
using Casus.Core.Text;
using Casus.Core.Time;
using NodaTime;

namespace Casus.Core.Agreements;

/// <summary>
/// A compiled agreement: everything that the machine needs and nothing of the tree. Immutable. What a bracket's choice
/// leaves out stays here, marked by its guards; <see cref="Clause.Stands"/> says what is in force under the choices.
/// </summary>
public sealed record Agreement
{
    public required string Title { get; init; }

    /// <summary>Such as "draft 3" or "signed"; null where the title line says nothing.</summary>
    public string? Stage { get; init; }
    public LocalDate? TextDate { get; init; }

    /// <summary>The path as the user gave it.</summary>
    public required string File { get; init; }
    public LegalForm Form { get; init; } = new("agreement", null);
    public required AgreementCalendar Calendar { get; init; }

    /// <summary>
    /// In the order declared. States that are named but not bound have <see cref="Party.Bound"/> false.
    /// </summary>
    public ImmutableArray<Party> Parties { get; init; } = [];

    /// <summary>Declared groups, and one for each role that parties were given ("guarantors").</summary>
    public ImmutableArray<PartyGroup> Groups { get; init; } = [];
    public ImmutableArray<Body> Bodies { get; init; } = [];
    public string? Depositary { get; init; }

    public ImmutableArray<DatumLine> Lines { get; init; } = [];

    /// <summary>In the order declared; patterns refer to them by index.</summary>
    public ImmutableArray<Zone> Zones { get; init; } = [];
    public SectorScheme? Sectors { get; init; }
    public ConductTaxonomy Conduct { get; init; } = ConductTaxonomy.BuiltIn;
    public ImmutableArray<Bracket> Brackets { get; init; } = [];

    public EstablishmentStandard? Established { get; init; }
    public AttributionStandard? Attributed { get; init; }
    public SameIncidentTolerance? SameIncident { get; init; }
    public ImmutableArray<FindingPredicate> Predicates { get; init; } = [];

    /// <summary>
    /// Patterns that rows are judged against; conditions, triggers and norms refer to them by index, so that each row
    /// is judged once for each.
    /// </summary>
    public ImmutableArray<IncidentPattern> Patterns { get; init; } = [];

    /// <summary>
    /// Conditions that are followed through time; named ones are grades. Inner conditions come before outer ones.
    /// </summary>
    public ImmutableArray<TrackedCondition> Conditions { get; init; } = [];

    public ImmutableArray<Clause> Clauses { get; init; } = [];
    public ImmutableArray<Block> Blocks { get; init; } = [];
    public ImmutableArray<Norm> Norms { get; init; } = [];
    public ImmutableArray<Procedure> Procedures { get; init; } = [];
    public Life Life { get; init; } = new();
    public ImmutableArray<Deeming> Deemings { get; init; } = [];
    public ImmutableArray<Priority> Priorities { get; init; } = [];

    public ImmutableArray<Rider> Riders { get; init; } = [];
    public ImmutableArray<Position> Positions { get; init; } = [];
    public ImmutableArray<SourceNote> Sources { get; init; } = [];
    public ImmutableArray<Milestone> Milestones { get; init; } = [];
    public ImmutableArray<ForcePledge> Pledges { get; init; } = [];
}

/// <summary>"treaty", "memorandum"; and what is doubted of it, where the text quotes a doubt.</summary>
public sealed record LegalForm(string Name, string? Doubt);

/// <summary>
/// A party, or a state that is named and not bound (VCLT 34). Roles are singular: beneficiary, guarantor, adversary.
/// </summary>
public sealed record Party(string Name, ImmutableArray<string> Roles, bool Bound, string? Note);

/// <summary>A group and its members, in the order declared. Name is as used: "guarantors", "Coalition".</summary>
public sealed record PartyGroup(string Name, ImmutableArray<string> Members, bool IsRole);

/// <summary>A body. Chair, vetoes and members where declared; Outside: "outside this agreement".</summary>
public sealed record Body(
    string Name,
    string? Role,
    string? Chair,
    ImmutableArray<string> Vetoes,
    ImmutableArray<string> Members,
    bool Outside
);

/// <summary>A bracket of the negotiating text. <see cref="Chosen"/> is one of <see cref="Values"/>.</summary>
public sealed record Bracket(string Name, ImmutableArray<string> Values, string Chosen, TextSpan Span);

/// <summary>A guard: the sentence stands where the bracket has that value.</summary>
public sealed record Guard(string Bracket, string Value);

/// <summary>What a numbered sentence or item is.</summary>
public enum ClauseKind
{
    Norm,
    Definition,
    Procedure,
    Block,
    Life,
    Deeming,
    Priority,
}

/// <summary>A numbered sentence or item: 5.3 or 5.3(b); the text before the first article is article 0.</summary>
public sealed record Clause(
    string Number,
    string Article,
    ClauseKind Kind,
    TextSpan Span,
    string Text,
    ImmutableArray<Guard> Guards,
    bool Stands
);

/// <summary>
/// `X counts as Y`: wherever a trigger, condition or exception asks for Y, a row that meets X meets it (S19). Pattern
/// indexes.
/// </summary>
public sealed record Deeming(string Clause, int From, int To);

/// <summary>`X prevails over Y`, `notwithstanding Y`, `subject to X`: clause or article numbers.</summary>
public sealed record Priority(string Clause, string Stronger, string Weaker);
