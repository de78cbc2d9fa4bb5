using System.Collections.Immutable;
using Casus.Core.Facts;
using Casus.Core.Procedures;
using Casus.Core.Time;

namespace Casus.Core.Norms;

/// <summary>
/// One arising of one trigger: a row that met it, a grade that arose, an act that was recorded; or, for a norm outside
/// a block, the entry into force for a bearer. Points and roles (`the victim`, `the accused`) are read from it.
/// </summary>
internal sealed class Arising
{
    // Most arisings have neither, and there may be a million of them.
    private List<Proceeding>? proceedings;
    private List<Func<bool>>? waiting;

    public required long Id { get; init; }

    /// <summary>The block's or the norm's place in the text.</summary>
    public required Occasion Occasion { get; init; }

    /// <summary>When the trigger was met, on the axis of acts.</summary>
    public required Moment At { get; init; }
    public required Moment KnownAt { get; init; }

    /// <summary>The triggering act, as [a, b]; uncertain where a is before b.</summary>
    public required TimeInterval Act { get; init; }

    /// <summary>The earliest act in the because of a grade's arising.</summary>
    public TimeInterval? FirstAct { get; init; }
    public IncidentRow? Row { get; set; }

    /// <summary>The recorded act that met the trigger, where it was one.</summary>
    public Act? Recorded { get; init; }
    public Moment? EstablishedAt { get; init; }
    public Moment? AttributedAt { get; init; }

    /// <summary>The party of the arising: the accused.</summary>
    public string? Party { get; init; }
    public string? Victim { get; init; }

    /// <summary>For a norm outside a block: the one bearer whose entry this is; null: all, or a joint duty.</summary>
    public string? Bearer { get; init; }
    public bool Supposed { get; init; }
    public ImmutableArray<string> Facts { get; init; } = [];
    public ImmutableArray<long> Effects { get; init; } = [];

    /// <summary>The trigger is no longer met: no deadline of it falls and no later item of it arises (S17).</summary>
    public bool Withdrawn { get; set; }

    /// <summary>When the grade lapsed, or the condition of an `If` block ceased to hold.</summary>
    public Moment? LapsedAt { get; set; }
    public List<Duty> Duties { get; } = new(1);
    public List<Proceeding> Proceedings => proceedings ??= [];

    /// <summary>What waits for a point that has not come. Each answers whether it is done with waiting.</summary>
    public List<Func<bool>> Waiting => waiting ??= [];
    public bool IsWaiting => waiting is { Count: > 0 };
}

/// <summary>
/// What duties arise from: a block with its items, or a norm outside a block (which is its own only item), or a norm
/// for each row of a pattern.
/// </summary>
internal sealed class Occasion
{
    public required int Order { get; init; }
    public required string Article { get; init; }
    public required string Clause { get; init; }
    public Block? Block { get; init; }
    public ImmutableArray<Trigger> Triggers { get; init; } = [];

    /// <summary>
    /// The norms that arise here, in text order; those of a branch and of a fallback wait for theirs.
    /// </summary>
    public ImmutableArray<Norm> Norms { get; init; } = [];
    public ImmutableArray<Procedure> Procedures { get; init; } = [];

    /// <summary>The arisings from rows, by the row's id: one act gives one arising (S17).</summary>
    public Dictionary<string, Arising> OfRows { get; } = new(StringComparer.Ordinal);

    /// <summary>The arisings from grades, in order.</summary>
    public List<GradeArising> OfGrades { get; } = [];

    /// <summary>Of an `If` block: the arising that stands while the condition holds.</summary>
    public Arising? Standing { get; set; }
}

/// <summary>An arising and the grade's run that it came of; the bound may be revised.</summary>
internal sealed class GradeArising(Arising arising, int condition, string key, Moment at)
{
    public Arising Arising { get; } = arising;
    public int Condition { get; } = condition;
    public string Key { get; } = key;
    public Moment At { get; set; } = at;
}
