using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Time;

namespace Casus.Core.Stepping;

/// <summary>One key of a tracked condition: a party or any; a sector, or all (0).</summary>
public readonly record struct ConditionKey(string Party, int Sector)
{
    public const string AnyParty = "any";

    public override string ToString() => $"{Party}/{(Sector == 0 ? "all" : Sector)}";
}

/// <summary>
/// A change in what is known of a tracked condition, as known at <see cref="KnownAt"/> (S10). For <see cref="Kind"/>
/// Arose, Lapsed, Revised, Merged, Withdrawn. A revised bound that is no longer known (a lapse that is now ahead) has
/// no <see cref="At"/>.
/// </summary>
public sealed record GradeChange(
    int Condition,
    ConditionKey Key,
    EffectKind Kind,
    Moment? At,
    Moment KnownAt,
    Moment ArisingAt,
    long? Count,
    ImmutableArray<string> Rows,
    bool Supposed
)
{
    /// <summary>
    /// The first instant of the earliest act in the arising's because (S12: `the first violation`), as [from, to].
    /// </summary>
    public TimeInterval? FirstAct { get; init; }

    /// <summary>Whom the acts struck, where they agree; for `the victim`.</summary>
    public string? Victim { get; init; }

    /// <summary>It is the end that was announced or moved, and not the arising.</summary>
    public bool OfEnd { get; init; }
}

/// <summary>An undetermined run of a tracked condition has begun, as known; told once a run (S17).</summary>
public sealed record GradeUndetermined(
    int Condition,
    ConditionKey Key,
    Moment At,
    Moment KnownAt,
    ImmutableArray<string> Rows
);

/// <summary>
/// A row's verdict under a watched pattern changed at KnownAt. Before is NotMet for a row that has just come.
/// </summary>
public sealed record RowJudged(int Pattern, IncidentRow Row, Verdict Before, Verdict Now, Moment KnownAt)
{
    /// <summary>The party to whom it is attributed, where that is settled; else null.</summary>
    public string? Party { get; init; }
    public int? Sector { get; init; }

    /// <summary>When the establishing or attributing finding was made, where the standard is met.</summary>
    public Moment? EstablishedAt { get; init; }
    public Moment? AttributedAt { get; init; }
}

/// <summary>
/// The counting side of the machine (S1 to S11): rows in, judgements out. It is told which patterns the norms watch.
/// All that it knows of procedure is the anchors that <see cref="Condition.Persists"/> waits for.
/// </summary>
public interface IConditionMachine
{
    /// <summary>
    /// A row enters the record at the instant that is being gathered. A row whose life it does not meet is ignored
    /// (S13).
    /// </summary>
    void Record(IncidentRow row);

    /// <summary>
    /// An act that a Persists condition may wait for: stated, or supposed, or the performance of a duty of that verb.
    /// </summary>
    void Anchor(Act act, string verb);

    /// <summary>
    /// From when rows belong to the life (S13); null: not in force yet. Rows that came before are judged again.
    /// </summary>
    void SetLife(Moment? from, Moment? to);

    /// <summary>[from, to) in which nothing counts: a suspension (S19).</summary>
    void Suspend(Moment from, Moment? to);

    /// <summary>
    /// The next instant, after the last judged, at which a verdict changes or a finding falls due with no new fact.
    /// </summary>
    Moment? NextWakeUp { get; }

    /// <summary>
    /// Judges the record at that instant for all t up to it, and tells what changed, in order of conditions, then of
    /// keys.
    /// </summary>
    Judgements JudgeAt(Moment instant);

    /// <summary>
    /// Verdict now of a tracked condition for a party (or null for any of its keys), for exceptions and `If` blocks.
    /// </summary>
    Verdict Now(int condition, string? party);
}

/// <summary>What changed at one instant: rows in order of arrival, within a pattern; grades in text order.</summary>
public sealed record Judgements(
    ImmutableArray<RowJudged> Rows,
    ImmutableArray<GradeChange> Grades,
    ImmutableArray<GradeUndetermined> Undetermined
)
{
    public static Judgements None { get; } = new([], [], []);
}
