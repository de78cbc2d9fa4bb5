using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Time;

namespace Casus.Analysis.Explain;

/// <summary>Why a sentence did not stand at an instant, in both views.</summary>
public sealed record WhyNot
{
    /// <summary>The grade's name or the sentence's number, as the text has it.</summary>
    public required string Asked { get; init; }
    public SentenceQuote? Sentence { get; init; }
    public required Moment At { get; init; }

    /// <summary>By what was known at that instant.</summary>
    public required Standing AsKnown { get; init; }

    /// <summary>By the whole record.</summary>
    public required Standing Hindsight { get; init; }
    public int Replays { get; init; }
}

/// <summary>How a sentence, or a part of what it asks for, stands at an instant.</summary>
public sealed record Standing
{
    /// <summary>What is asked, of whom and where, and how far it was reached.</summary>
    public required string Words { get; init; }

    /// <summary>"met", "undetermined" or "not met".</summary>
    public required string Verdict { get; init; }
    public SentenceQuote? Sentence { get; init; }

    /// <summary>Kinds of facts that are missing, nearest first.</summary>
    public ImmutableArray<Lack> Lacks { get; init; } = [];

    /// <summary>Rows that surely do not count, by why.</summary>
    public ImmutableArray<Binding> NotCounted { get; init; } = [];

    /// <summary>What it is made of, as far as it is not met.</summary>
    public ImmutableArray<Standing> Parts { get; init; } = [];

    internal static string WordOf(Verdict verdict) =>
        verdict switch
        {
            Core.Conditions.Verdict.Met => "met",
            Core.Conditions.Verdict.NotMet => "not met",
            _ => "undetermined",
        };
}

/// <summary>A kind of fact that is missing, and what would be if it were there.</summary>
/// <param name="Words">Such as "attributed to Russia by Commission with at least moderate confidence".</param>
/// <param name="Rows">Rows that lack this and nothing more.</param>
/// <param name="LeastRows">The fewest of them that would do; 0 where all would not.</param>
/// <param name="Examples">Ids of some of them, those that count most first.</param>
/// <param name="WouldCount">What would then count for sure; and what is needed.</param>
/// <param name="Check">"replayed": a replay with these facts meets the sentence; "counted": the count says
/// so.</param>
public sealed record Lack(
    string Words,
    int Rows,
    int LeastRows,
    ImmutableArray<string> Examples,
    long WouldCount,
    long Needed,
    bool Settles,
    string Check
)
{
    public const string Counted = "counted";
    public const string Replayed = "replayed";
    public const string ReplayedNotSo = "replayed: not met, for other reasons";
}
