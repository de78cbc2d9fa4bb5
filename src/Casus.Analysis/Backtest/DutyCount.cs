using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>
/// What became of the duties of one clause and bearer. <see cref="Open"/>: neither performed, overdue nor ended;
/// <see cref="Overdue"/>: the deadline has passed and nothing, or not all, is recorded as done: performance unknown,
/// never a breach by that alone (S15, S17).
/// </summary>
/// <param name="DueFirst">The earliest deadline; null where none has been set.</param>
/// <param name="Undetermined">Triggers that were undetermined and oblige no one (S12).</param>
/// <param name="Supposed">Those of the duties that rest on a supposition, in arising or in performance (S15).</param>
public sealed record DutyCount(
    string Clause,
    string Bearer,
    int Arose,
    Moment? DueFirst,
    int Undetermined,
    int Discharged,
    int Open,
    int Overdue,
    int Supposed
)
{
    public int Breached { get; init; }
    public int Excused { get; init; }

    public int Ended { get; init; }

    /// <summary>Left without cause by what became known later.</summary>
    public int WithoutCause { get; init; }

    /// <summary>Those of <see cref="Overdue"/> that were due before they could be known: a fault of the text.</summary>
    public int BornOverdue { get; init; }

    /// <summary>Rows named by its arisings, undetermined ones too, of which an assumption filled a column.</summary>
    public int Assumed { get; init; }

    /// <summary>In hindsight no vote is held and nothing performed: what the grades would trigger (S10).</summary>
    public bool Hypothetical { get; init; }
}
