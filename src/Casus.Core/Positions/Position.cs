using System.Collections.Immutable;
using NodaTime;

namespace Casus.Core.Positions;

public enum Stance
{
    Accepts,
    Rejects,
    Proposes,
    Unstated,
}

/// <summary>A party's consent counts only from its own word; another's claim about it is recorded as a claim.</summary>
public sealed record Position(
    ImmutableArray<string> Of,
    string On,
    Stance Stance,
    string? Value,
    ImmutableArray<Evidence> Evidence,
    bool OwnWord
);

/// <summary>How it is known: said, claimed, reported or signed; by whom; when; where it can be read.</summary>
public sealed record Evidence(string Verb, string By, LocalDate On, string? Link);

public sealed record SourceNote(string Of, ImmutableArray<Evidence> Evidence);

public sealed record Milestone(string Name, LocalDate? By, ImmutableArray<Evidence> Evidence);
