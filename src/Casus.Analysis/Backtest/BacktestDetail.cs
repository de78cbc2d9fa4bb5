using System.Collections.Immutable;
using Casus.Core.Norms;
using Casus.Core.Stepping;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>
/// What lies behind the counts, for a report that draws it. It reads the machine as the run left it, and only when it is asked.
/// </summary>
public sealed class BacktestDetail
{
    private readonly ListeningConditions conditions;
    private readonly Machine machine;

    internal BacktestDetail(ListeningConditions conditions, Machine machine)
    {
        this.conditions = conditions;
        this.machine = machine;
    }

    internal ConditionMachine Conditions => conditions.Inner;

    /// <summary>Every condition that stands, for each party and sector, on the whole record.</summary>
    public ImmutableArray<ConditionTimeline> Timelines => conditions.Hindsight;

    /// <summary>When runs of conditions were known to stand, in the order of their announcement.</summary>
    public IEnumerable<AnnouncedStretch> Announced =>
        from run in AnnouncedRun.Of(conditions.Changes)
        from known in run.Known
        select new AnnouncedStretch(run.Condition, run.Key, run.Arose, known.From, known.To);

    /// <summary>Instances of duties as they stand at the horizon.</summary>
    public IReadOnlyList<DutyStanding> Duties => [.. machine.Duties];

    /// <summary>The rows of the record, in order of arrival.</summary>
    public IEnumerable<RecordStanding> Rows => conditions.Inner.Standings();
}

/// <summary>[From, To) on the axis of knowledge: a run that was announced stood then.</summary>
/// <param name="Arose">The arising as it was first announced.</param>
/// <param name="To"><see cref="Moment.Forever"/> where no end was announced.</param>
public sealed record AnnouncedStretch(int Condition, ConditionKey Key, Moment Arose, Moment From, Moment To);
