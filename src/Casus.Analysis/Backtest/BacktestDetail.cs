using System.Collections.Immutable;
using Casus.Analysis.Explain;
using Casus.Core.Agreements;
using Casus.Core.Norms;
using Casus.Core.Stepping;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>
/// What lies behind the counts, for a report that draws it. It reads the machine as the run left it, and only when it
/// is asked.
/// </summary>
public sealed class BacktestDetail
{
    private readonly ListeningConditions conditions;
    private readonly Machine machine;
    private readonly Agreement agreement;
    private readonly Moment judged;

    internal BacktestDetail(ListeningConditions conditions, Machine machine, Agreement agreement, Moment judged)
    {
        this.conditions = conditions;
        this.machine = machine;
        this.agreement = agreement;
        this.judged = judged;
    }

    /// <summary>Of each grade and each sentence that binds: where it came nearest, and what was then missing.</summary>
    public ImmutableArray<NearestFact> Nearest => NearestFacts.Of(agreement, conditions.Inner, judged);

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
