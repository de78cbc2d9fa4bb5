using System.Collections.Immutable;
using Casus.Core.Time;

namespace Casus.Analysis.Explain;

/// <summary>Why an effect stands: a tree down to the facts, and the facts without which it would not.</summary>
public sealed record Explanation
{
    public required BecauseNode Effect { get; init; }

    /// <summary>How the other view has it: the same, or when it arose there, or that it did not.</summary>
    public required string OtherView { get; init; }

    /// <summary>What the run took for granted and this effect rests on.</summary>
    public ImmutableArray<string> Suppositions { get; init; } = [];
    public required NecessaryFacts Without { get; init; }
}

/// <summary>An effect with what it rests on.</summary>
public sealed record BecauseNode
{
    /// <summary>Its number in effects.jsonl.</summary>
    public required long Seq { get; init; }
    public required string Kind { get; init; }

    /// <summary>In plain words, with no full stop.</summary>
    public required string Words { get; init; }
    public SentenceQuote? Sentence { get; init; }

    /// <summary>Other sentences that took part: the standards of evidence, the norm that was broken.</summary>
    public ImmutableArray<SentenceQuote> Also { get; init; } = [];
    public ImmutableArray<Binding> Bindings { get; init; } = [];

    /// <summary>Rows and acts, in the order in which they became known.</summary>
    public ImmutableArray<FactShown> Facts { get; init; } = [];

    /// <summary>Facts that are left out of <see cref="Facts"/>.</summary>
    public int MoreFacts { get; init; }
    public ImmutableArray<BecauseNode> Because { get; init; } = [];

    /// <summary>It stands elsewhere in the tree, and is not told again.</summary>
    public bool ToldAbove { get; init; }

    /// <summary>It rests on a supposition.</summary>
    public bool Supposed { get; init; }
}

/// <summary>A sentence or item of the text, where it stands. Line and column from 1.</summary>
public sealed record SentenceQuote(string Clause, string File, int Line, int Column, string Text);

/// <summary>What a name of the sentence stands for here.</summary>
public sealed record Binding(string Name, string Value);

/// <summary>A fact as a person reads it.</summary>
/// <param name="Kind">"row" or "act".</param>
/// <param name="What">Conduct and count, or kind of act and by whom.</param>
/// <param name="Where">Zone, sector and side, each with its verdict; null for an act.</param>
/// <param name="Evidence">Established and attributed, and by whom; null for an act.</param>
/// <param name="Assumed">Columns that an assumption filled.</param>
public sealed record FactShown(
    string Id,
    string Kind,
    string What,
    Moment From,
    Moment To,
    Moment KnownAt,
    string? Where,
    string? Evidence,
    ImmutableArray<string> Assumed
);

/// <summary>
/// Minimal sets of facts without which the effect would not stand. A set is one where a replay of the history
/// without it no longer gives
/// the effect (the same kind, sentence, bearer, party, sector and instant, in the same view), and a replay
/// without any
/// proper part of it does.
/// </summary>
public sealed record NecessaryFacts
{
    public ImmutableArray<NecessarySet> Sets { get; init; } = [];

    /// <summary>How far the search went, in words.</summary>
    public required string Search { get; init; }

    /// <summary>Every set that is named was tried, and so was every part of it that counts.</summary>
    public bool IsVerified { get; init; }

    /// <summary>Times that the history was replayed.</summary>
    public int Replays { get; init; }
}

/// <summary>Any <see cref="Any"/> of the facts: all of them where the two numbers agree.</summary>
/// <param name="Any">How many of the facts make a set.</param>
/// <param name="Words">Such as "any 4 of these 13 rows".</param>
/// <param name="Replayed">Every set that is meant was replayed; else some were, and the count gives the rest.</param>
public sealed record NecessarySet(int Any, ImmutableArray<FactRef> Facts, string Words, bool Replayed);

/// <summary>A row or an act by its id; or one kind of finding on a row ("attributed", "verified").</summary>
public readonly record struct FactRef(string Id, string? Finding = null)
{
    public override string ToString() => Finding is null ? Id : $"{Id} {Finding}";
}
