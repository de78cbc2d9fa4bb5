using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Stepping;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>
/// The counting side, and what it said on the way: every change of a condition, named or not, and how each row stands
/// by now under the patterns that the norms watch.
/// </summary>
internal sealed class ListeningConditions(ConditionMachine inner) : IConditionMachine
{
    private readonly Dictionary<(int Pattern, string Row), RowJudged> judged = [];
    private ImmutableArray<ConditionTimeline> timelines;

    public ConditionMachine Inner => inner;
    public List<GradeChange> Changes { get; } = [];

    /// <summary>Runs that were told as undetermined when they began, as known.</summary>
    public List<GradeUndetermined> Undetermined { get; } = [];

    /// <summary>The whole record judged once; asked when the run is over, and kept.</summary>
    public ImmutableArray<ConditionTimeline> Hindsight =>
        timelines.IsDefault ? timelines = inner.Hindsight() : timelines;

    /// <summary>
    /// Rows as they stand by now, those that are not met left out; in the order in which they first stood.
    /// </summary>
    public IEnumerable<RowJudged> Rows => judged.Values.Where(row => row.Now != Verdict.NotMet);

    public Moment? NextWakeUp => inner.NextWakeUp;

    public void Record(IncidentRow row) => inner.Record(row);

    public void Anchor(Act act, string verb) => inner.Anchor(act, verb);

    public void SetLife(Moment? from, Moment? to) => inner.SetLife(from, to);

    public void Suspend(Moment from, Moment? to) => inner.Suspend(from, to);

    public Verdict Now(int condition, string? party) => inner.Now(condition, party);

    public Judgements JudgeAt(Moment instant)
    {
        var judgements = inner.JudgeAt(instant);
        timelines = default;
        Changes.AddRange(judgements.Grades);
        Undetermined.AddRange(judgements.Undetermined);
        foreach (var row in judgements.Rows)
        {
            judged[(row.Pattern, row.Row.Id)] = row;
        }
        return judgements;
    }
}
