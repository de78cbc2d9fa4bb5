using System.Collections.Immutable;

namespace Casus.Reports.Model;

public sealed record GradeRow(string Name, string? Clause, GradeFigures AsKnown, GradeFigures Hindsight);

/// <summary>
/// Summed over parties and sectors. Days with an instant met; and days with an undetermined instant and none met.
/// Wherever the number that arose is shown, the other three stand beside it.
/// </summary>
/// <param name="First">The first arising; null where there was none.</param>
/// <param name="Assumed">Rows used of which a column was assumed.</param>
public sealed record GradeFigures(
    int Arose,
    int Undetermined,
    int DaysMet,
    int DaysUndetermined,
    long? First,
    long? Last,
    int Assumed
);

/// <param name="Says">What is owed, in the text's own words.</param>
/// <param name="Triggered">It is an item of an `On` block: it responds to something.</param>
public sealed record DutyRow(
    string Clause,
    string Bearer,
    string Says,
    bool Triggered,
    DutyFigures AsKnown,
    DutyFigures Hindsight
);

/// <param name="Undetermined">Triggers that were undetermined and oblige no one.</param>
/// <param name="Overdue">The deadline has passed and nothing is recorded as done: performance unknown, not a
/// breach.</param>
/// <param name="BornOverdue">Those of the overdue that were due before they could be known.</param>
public sealed record DutyFigures(
    int Arose,
    int Undetermined,
    int Discharged,
    int Open,
    int Overdue,
    int BornOverdue,
    int Breached,
    int Excused,
    int Ended,
    int WithoutCause,
    int Supposed,
    int Assumed,
    long? DueFirst
);

/// <summary>When a grade stood for one party and sector, in one view: what the lane of a timeline draws.</summary>
/// <param name="Grade">Index into the grades.</param>
/// <param name="Party">Null: any.</param>
/// <param name="Sector">From 1; null: all.</param>
/// <param name="Hindsight">False: as known.</param>
/// <param name="Stretches">Ascending, apart.</param>
public sealed record GradeLane(
    int Grade,
    string? Party,
    int? Sector,
    bool Hindsight,
    ImmutableArray<VerdictSpan> Stretches
);

/// <summary>[From, To) of one verdict. To: the horizon where it still stands.</summary>
/// <param name="Met">False: undetermined.</param>
/// <param name="Seq">The number of the effect that said so; null where no line did.</param>
public readonly record struct VerdictSpan(long From, long To, bool Met, long? Seq);

/// <summary>An instance of a duty, as known: who owed what, from when to when.</summary>
/// <param name="Duty">Index into the duties.</param>
/// <param name="At">When it arose; KnownAt: when that became known.</param>
/// <param name="Deadline">Null: none runs.</param>
/// <param name="ClosedAt">When it was discharged, breached, excused, ended or lost its cause; null where it stands at
/// the horizon.</param>
/// <param name="Status">open, overdue, bornOverdue, performanceUnknown, discharged, breached, excused, withoutCause or
/// ended.</param>
/// <param name="Seq">The effect with which it arose.</param>
public sealed record DutyBar(
    int Duty,
    string? Beneficiary,
    long At,
    long KnownAt,
    long? Deadline,
    long? ClosedAt,
    string Status,
    bool Supposed,
    long Seq
);

/// <summary>
/// Months by sector, in hindsight: for each grade that is kept by sector, what each month had in it. Months are of the
/// agreement's zone.
/// </summary>
/// <param name="Sectors">The number of sectors; 0 where the text has none.</param>
/// <param name="Months">First days, ISO, ascending without gaps.</param>
/// <param name="UncoveredDays">For each month, local days in which some instant is not covered.</param>
public sealed record StripTable(
    int Sectors,
    ImmutableArray<string> Months,
    ImmutableArray<int> UncoveredDays,
    ImmutableArray<StripCell> Cells
);

/// <summary>
/// One month of one grade in one sector, summed over parties; cells of nothing but zeros are left out.
/// </summary>
/// <param name="Grade">Index into the grades.</param>
/// <param name="Sector">From 1; 0: not by sector.</param>
/// <param name="Month">Index into the months.</param>
/// <param name="Arose">Arisings in that month; Undetermined: undetermined runs that began in it.</param>
public sealed record StripCell(
    int Grade,
    int Sector,
    int Month,
    int Arose,
    int Undetermined,
    int DaysMet,
    int DaysUndetermined
);

/// <summary>A line of effects.jsonl. Kind and view as there.</summary>
public sealed record EffectLine(
    long Seq,
    string Kind,
    string? Clause,
    string? Grade,
    string? Bearer,
    string? Beneficiary,
    string? Party,
    int? Sector,
    long? At,
    long KnownAt,
    long? Deadline,
    long? Count,
    bool Supposed,
    bool Hindsight,
    string? Note,
    ImmutableArray<string> Facts,
    ImmutableArray<long> Effects
)
{
    /// <summary>How many facts the because has; more than <see cref="Facts"/> where those were cut.</summary>
    public int FactCount { get; init; }
}

public sealed record EffectTotal(string Kind, bool Hindsight, int Total, int Shown);
