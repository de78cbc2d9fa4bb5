using System.Collections.Immutable;

namespace Casus.Core.Conditions;

/// <summary>
/// What a row must be. All parts are joined by <c>and</c>; each is three-valued. The party is not judged here: see
/// <see cref="By"/>.
/// </summary>
public sealed record IncidentPattern
{
    /// <summary>As the text has it: "violation", "attack on Ukraine".</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Terms of the taxonomy, any of which will do. Empty: any conduct (a breach of a norm then says which).
    /// </summary>
    public ImmutableArray<string> Conducts { get; init; } = [];

    /// <summary>
    /// Norms, by index: the row is contrary to at least one of them and not excused (S9). Empty: no such test.
    /// </summary>
    public ImmutableArray<int> BreachOf { get; init; } = [];

    /// <summary>Whose act it must be; null: anybody's, known or not.</summary>
    public PartyTest? By { get; init; }

    /// <summary>Whom it must strike: names, any of which will do. A row that does not say is undetermined.</summary>
    public ImmutableArray<string> Against { get; init; } = [];

    /// <summary>Each must hold.</summary>
    public ImmutableArray<PlaceTest> Places { get; init; } = [];

    public bool Established { get; init; }
    public bool Attributed { get; init; }

    /// <summary>Adjectives that a body must have found (Agreement.Predicates); undetermined until it has.</summary>
    public ImmutableArray<string> Predicates { get; init; } = [];

    /// <summary>
    /// Open-textured words and quoted terms: each makes the verdict undetermined where all else is met.
    /// </summary>
    public ImmutableArray<string> OpenTextured { get; init; } = [];

    /// <summary>Calibre bounds in millimetres; a row without a calibre is undetermined.</summary>
    public int? CalibreAtLeastMm { get; init; }
    public int? CalibreMoreThanMm { get; init; }
    public string? Target { get; init; }
}

/// <summary>
/// Whose act: <see cref="OneParty"/> makes a key of each of <see cref="Names"/> and judges each by itself (S3);
/// otherwise one of the names must be the party.
/// </summary>
public sealed record PartyTest(bool OneParty, ImmutableArray<string> Names);

public enum PlaceRelation
{
    /// <summary>In or into: the place is in the zone (S14).</summary>
    In,

    /// <summary>From: the origin is in the zone; undetermined unless the row says where fire came from.</summary>
    From,

    /// <summary>Across the line: place and origin lie on different sides.</summary>
    Across,
}

/// <summary>
/// Any of the relations will do (`from or into Buffer`). Zone: index into Agreement.Zones; for Across, into
/// Agreement.Lines.
/// </summary>
public sealed record PlaceTest(ImmutableArray<PlaceRelation> Relations, int Index);
