using System.Collections.Immutable;
using Casus.Core.Norms;
using Casus.Core.Stepping;
using Casus.Core.Stepping.Counting;

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

    /// <summary>Every condition that stands, for each party and sector, on the whole record.</summary>
    public ImmutableArray<ConditionTimeline> Timelines => conditions.Inner.Hindsight();

    /// <summary>What was announced of conditions on the way, in order.</summary>
    public IReadOnlyList<GradeChange> Changes => conditions.Changes;

    /// <summary>Instances of duties as they stand at the horizon.</summary>
    public IReadOnlyList<DutyStanding> Duties => [.. machine.Duties];

    /// <summary>The rows of the record, in order of arrival.</summary>
    public IEnumerable<RecordStanding> Rows => conditions.Inner.Standings();
}
