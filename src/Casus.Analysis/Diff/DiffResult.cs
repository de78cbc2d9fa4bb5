using System.Collections.Immutable;

namespace Casus.Analysis.Diff;

/// <summary>What a change does to the guarantee, or to what a party bears of it or has of it.</summary>
public enum Direction
{
    Stronger,
    Weaker,

    /// <summary>Nothing that is owed changes, or some of it grows and some shrinks.</summary>
    Neither,
    CannotTell,
}

/// <summary>What of a sentence was changed.</summary>
public enum Aspect
{
    Added,
    Removed,
    Threshold,
    Window,
    Deadline,
    Bearer,
    Force,
    Scope,
    Trigger,
    Exception,
    Amount,
    Evidence,
    Procedure,
    Life,
    Bracket,
    Declaration,
    Position,
    Wording,
}

/// <summary>One thing that changed in a sentence: the words of either text, and what it means in plain words.</summary>
public sealed record Detail(Aspect Aspect, string Old, string New, string Meaning);

/// <summary>
/// What a change means to a party: bound more (stronger) or less, protected better or worse; null: not at all.
/// </summary>
public sealed record PartyEffect(string Party, Direction? AsBearer, Direction? AsBeneficiary);

/// <summary>
/// What a change does to one sentence that binds: its numbers, the order of its ground (the instants at which it
/// stands)
/// and of its demand.
/// </summary>
public sealed record NormEffect(
    string? OldClause,
    string? NewClause,
    int? OldNorm,
    int? NewNorm,
    Order Ground,
    Order Demand,
    ImmutableDictionary<string, Order> Bearers,
    ImmutableArray<string> Beneficiaries,
    ImmutableArray<string> Doubts
)
{
    public Order Whole => Bearers.Values.Aggregate(Ground.With(Demand), (all, one) => all.With(one));
}

/// <summary>A changed, added or removed sentence.</summary>
public sealed record DiffChange
{
    public required UnitPair Pair { get; init; }
    public required ImmutableArray<Detail> Details { get; init; }
    public required Direction Whole { get; init; }
    public required ImmutableArray<PartyEffect> Parties { get; init; }

    /// <summary>Numbers, in the new text, of the sentences whose force the change reaches.</summary>
    public required ImmutableArray<string> Reaches { get; init; }

    /// <summary>Why it cannot be told, where it cannot.</summary>
    public required ImmutableArray<string> Doubts { get; init; }

    public required ImmutableArray<NormEffect> Effects { get; init; }

    /// <summary>Whether some duty is weaker by it, whatever it does to others.</summary>
    public bool Weakens => Effects.Any(effect => effect.Whole == Order.Less);
}

/// <summary>A grade before and after, under all changes together.</summary>
public sealed record GradeEffect(string Name, int OldCondition, int NewCondition, Relation Relation);

/// <summary>Two drafts compared by meaning.</summary>
public sealed record DiffResult
{
    /// <summary>In the order of the new text.</summary>
    public required ImmutableArray<DiffChange> Changes { get; init; }

    /// <summary>Sentences in other words that mean the same.</summary>
    public required ImmutableArray<UnitPair> Reworded { get; init; }

    /// <summary>Sentences in the same words under another number.</summary>
    public required ImmutableArray<UnitPair> Moved { get; init; }
    public required ImmutableArray<Rename> Renames { get; init; }

    /// <summary>All sentences of both texts, for a redline.</summary>
    public required ImmutableArray<UnitPair> Pairs { get; init; }

    /// <summary>Of all changes together.</summary>
    public required Direction Whole { get; init; }
    public required ImmutableArray<PartyEffect> Parties { get; init; }

    /// <summary>Every norm that either text has, under all changes together.</summary>
    public required ImmutableArray<NormEffect> Norms { get; init; }
    public required ImmutableArray<GradeEffect> Grades { get; init; }

    public bool IsSame => Changes.IsEmpty;
    public bool Weakens =>
        Whole == Direction.Weaker
        || Norms.Any(effect => effect.Whole == Order.Less)
        || Changes.Any(change => change.Weakens);
}
