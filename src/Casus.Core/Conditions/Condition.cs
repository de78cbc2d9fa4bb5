using System.Collections.Immutable;
using Casus.Core.Norms;
using Casus.Core.Time;

namespace Casus.Core.Conditions;

/// <summary>
/// A condition that is followed through time, for each key (party or any, sector or all). A named one is a grade and
/// writes effects; an unnamed one stands in a trigger alone.
/// </summary>
public sealed record TrackedCondition(string? Name, string? Clause, Condition Condition, bool Stands)
{
    /// <summary>What is listed in summary.json.</summary>
    public bool IsGrade => Name is not null;
}

public enum CountMeasure
{
    Acts,
    Deaths,
    Injured,
}

public enum PlaceScope
{
    /// <summary>All acts that the pattern admits, wherever they lie: key "all".</summary>
    Everywhere,

    /// <summary>Each sector by itself.</summary>
    OneSector,
}

/// <summary>The window in which acts are counted (S1, S6).</summary>
public abstract record Window
{
    /// <summary>(t - length, t].</summary>
    public sealed record Sliding(long Seconds) : Window;

    /// <summary>The acts of the local day so far; lapses at midnight.</summary>
    public sealed record OneDay : Window;

    /// <summary>Ever since entry into force.</summary>
    public sealed record Ever : Window;
}

public abstract record Condition
{
    /// <summary>
    /// Lower and upper counts against a threshold (S3). Only thresholds from below are counted so ("at least k"); "more
    /// than k" is at least k + 1, and "fewer than k" its negation.
    /// </summary>
    public sealed record Count(int Pattern, CountMeasure Measure, long AtLeast, PlaceScope Scope, Window Window)
        : Condition;

    /// <summary>A grade or another tracked condition, by index; optionally of these parties alone.</summary>
    public sealed record Of(int Condition, ImmutableArray<string> Parties) : Condition;

    /// <summary>
    /// `in at least m sectors`: over the sectors' verdicts of a condition that is kept by sector. Key: party/all.
    /// </summary>
    public sealed record Spread(int Condition, int AtLeast) : Condition;

    /// <summary>
    /// `on each of n consecutive days` (S6): the n days ending today so far, or the n ending yesterday. Where Sectors
    /// is given, a day holds if the condition holds, of acts of that day alone, in at least so many sectors; where
    /// SameSectors, the same on each day.
    /// </summary>
    public sealed record OnDays(int Condition, int Days, int? Sectors, bool SameSectors) : Condition;

    /// <summary>
    /// Acts of one party with gaps of at most so many seconds; starts with one act, lapses when the gap has passed
    /// (S14).
    /// </summary>
    public sealed record Series(int Pattern, long GapSeconds, PlaceScope Scope) : Condition;

    /// <summary>
    /// `continues D after X` (of a series) and `persists D after X` (of a grade or of bare acts): tested once for each
    /// X, at X + D, by acts after X alone; does not lapse (S6, S14). A series: at most once, for the first X at or
    /// after its first act and before it lapses.
    /// </summary>
    public sealed record Persists(int Condition, Length Length, Point After) : Condition;

    public sealed record And(ImmutableArray<Condition> Parts) : Condition;

    public sealed record Or(ImmutableArray<Condition> Parts) : Condition;

    public sealed record Not(Condition Part) : Condition;

    /// <summary>
    /// A fact that is not an incident: has (not) ratified, consented, found. Constitutive facts are met or not met;
    /// findings undetermined until made (S17).
    /// </summary>
    public sealed record Held(ActPattern Act) : Condition;

    /// <summary>The outcome of the decision at that clause (a procedure).</summary>
    public sealed record Decided(string Procedure, bool Carried) : Condition;

    /// <summary>The agreement, or an article of it, is in force, or a point in time has come.</summary>
    public sealed record Reached(Point Point) : Condition;

    /// <summary>No measure: undetermined for ever.</summary>
    public sealed record OpenTextured(string Text) : Condition;
}
