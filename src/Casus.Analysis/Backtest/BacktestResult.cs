using System.Collections.Immutable;
using Casus.Analysis.Explain;
using Casus.Core.Agreements;
using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>One of the two views (S10), with the same counts in both.</summary>
public sealed record BacktestView(
    ImmutableArray<GradeCount> Grades,
    ImmutableArray<DutyCount> Duties,
    ImmutableArray<EpisodeOutcome> Episodes,
    FalseAlarms FalseAlarms
);

/// <summary>What a backtest found: what the text would have required, never what the world would have done.</summary>
public sealed record BacktestResult
{
    public required Agreement Agreement { get; init; }

    /// <summary>
    /// The life of the agreement as cut by the span asked for (S13): rows that meet it are counted.
    /// </summary>
    public required TimeInterval Span { get; init; }

    /// <summary>The last instant that was judged.</summary>
    public required Moment Horizon { get; init; }
    public required IncidentCount Incidents { get; init; }

    /// <summary>Rows that were read and do not meet the life and the span.</summary>
    public required int RowsBeyondSpan { get; init; }
    public required ImmutableArray<ZoneCount> Zones { get; init; }
    public required BacktestView AsKnown { get; init; }
    public required BacktestView Hindsight { get; init; }

    /// <summary>Null where no `On` binds a guarantor and none was chosen.</summary>
    public required Alarm? Alarm { get; init; }
    public required ImmutableArray<string> Suppositions { get; init; }
    public required bool CoverageStated { get; init; }

    /// <summary>
    /// No time of the span is without a complete table, by the tables' word or because they give none.
    /// </summary>
    public required bool IsCovered { get; init; }

    /// <summary>When the last fact of the input became known; null where it has none.</summary>
    public required Moment? LastKnown { get; init; }
    public required ImmutableArray<Undecided> Undecided { get; init; }

    /// <summary>
    /// What a reader should know before trusting a figure, such as a line used outside the days it was drawn
    /// for.
    /// </summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>What lies behind the counts.</summary>
    public required BacktestDetail Detail { get; init; }

    /// <summary>Effects written, of both views.</summary>
    public required long Effects { get; init; }
    public required string StateHash { get; init; }

    /// <summary>
    /// Of each grade and each sentence that binds, the fact that was missing where it came nearest; counted
    /// when it is asked.
    /// </summary>
    public ImmutableArray<NearestFact> NearestFacts() => Explain.NearestFacts.Of(Agreement, Detail.Conditions, Horizon);
}
