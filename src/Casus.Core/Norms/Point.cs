using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Time;

namespace Casus.Core.Norms;

/// <summary>
/// A named instant from which a clock starts, at which a duty arises, or until which it runs (S12, S18).
/// </summary>
public abstract record Point
{
    /// <summary>The agreement's entry into force, for the bearer (S19).</summary>
    public sealed record EntryIntoForce : Point;

    /// <summary>`signature`: when the last party needed has signed.</summary>
    public sealed record Signature : Point;

    /// <summary>
    /// A stated instant. A whole day has its first second in `as from` and `before`, its last in a deadline; both are
    /// kept.
    /// </summary>
    public sealed record Stated(Moment First, Moment Last) : Point;

    /// <summary>No anchor: the knownAt of the arising.</summary>
    public sealed record AsKnown : Point;

    /// <summary>
    /// The triggering act: the end of its interval. Of a composed trigger: the act at which it arose.
    /// </summary>
    public sealed record TriggerAct : Point;

    /// <summary>`the first violation of the sustained attack`: the earliest act in the arising's because.</summary>
    public sealed record FirstAct : Point;

    /// <summary>`after the violation is established` / `attributed`: the finding's own instant.</summary>
    public sealed record TriggerEstablished : Point;

    public sealed record TriggerAttributed : Point;

    /// <summary>
    /// `the request`, `the first warning`, `the consultation`, `the withdrawal`: a recorded act, or the performance of
    /// the duty of that verb in the same block.
    /// </summary>
    public sealed record OfAct(ActPattern Act, bool First) : Point;

    /// <summary>The outcome of a decision (a procedure's clause number).</summary>
    public sealed record OutcomeOf(string Procedure) : Point;

    /// <summary>A length after (or before) another point.</summary>
    public sealed record Offset(Length Length, bool Before, Point From) : Point;

    /// <summary>When a condition is first met, as known: `until Commission has found "calm"`.</summary>
    public sealed record WhenMet(Condition Condition) : Point;

    /// <summary>An event that the machine does not know: it never comes; a finding.</summary>
    public sealed record Unknown(string Text) : Point;
}

/// <summary>
/// Facts that are not incidents, by kind and who did them. By: any of the names will do unless <see cref="All"/>.
/// Clause: the sentence under which a finding must be made, or the article that a request cites.
/// </summary>
public sealed record ActPattern
{
    public required ActKind Kind { get; init; }

    /// <summary>
    /// The verb as written ("warn", "found"), with which a performance of a duty of that verb also matches.
    /// </summary>
    public required string Verb { get; init; }
    public ImmutableArray<string> By { get; init; } = [];
    public bool All { get; init; }
    public ImmutableArray<string> To { get; init; } = [];
    public string? Clause { get; init; }

    /// <summary>The quoted matter ("calm"), for messages.</summary>
    public string? Matter { get; init; }
}
