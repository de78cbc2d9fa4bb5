using System.Collections.Immutable;
using Casus.Core.Time;

namespace Casus.Analysis.Explain;

/// <summary>
/// Of a grade, or of a sentence that binds: where in the whole span, in hindsight, its count came nearest to
/// what is needed, and the
/// fact that was then missing. Nothing is replayed for it: the counts say so.
/// </summary>
public sealed record NearestFact
{
    public required string? Clause { get; init; }

    /// <summary>The grade's name; of a sentence that binds, what triggers it.</summary>
    public required string Name { get; init; }

    /// <summary>"grade", "duty" or "decision".</summary>
    public required string Kind { get; init; }

    /// <summary>How often it arose in hindsight, over all keys; of a sentence, its trigger.</summary>
    public required int Arose { get; init; }

    /// <summary>
    /// In plain words, a clause with no full stop, such as "nearest on ...: 3 for sure, 12 at most; 5 needed".
    /// </summary>
    public required string Words { get; init; }

    /// <summary>The key and the instant that came nearest; null where nothing could ever count.</summary>
    public string? Party { get; init; }
    public int? Sector { get; init; }
    public Moment? At { get; init; }
    public long Lower { get; init; }

    /// <summary>Null: any number, since no table is complete then, or a row leaves it open.</summary>
    public long? Upper { get; init; }
    public long Needed { get; init; }

    /// <summary>
    /// What is missing there, nearest first; none where it arose, or where nothing could settle it.
    /// </summary>
    public ImmutableArray<Lack> Lacks { get; init; } = [];
}
