using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Facts;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>All that a backtest is a function of. It names no file and reads none.</summary>
public sealed record BacktestInput
{
    public required Agreement Agreement { get; init; }

    /// <summary>In the order of arrival.</summary>
    public ImmutableArray<IncidentRow> Incidents { get; init; } = [];

    /// <summary>Null: no acts table, so nothing is known of performance (S15).</summary>
    public ImmutableArray<Act>? Acts { get; init; }
    public ImmutableArray<Episode> Episodes { get; init; } = [];
    public Alarm? Alarm { get; init; }
    public Supposition Suppose { get; init; } = Supposition.Deadline;

    /// <summary>A stated entry into force; null: by the text and its facts, else the first row's day (S13).</summary>
    public Moment? InForceFrom { get; init; }
    public Moment? From { get; init; }

    /// <summary>The last second that belongs to the span.</summary>
    public Moment? To { get; init; }

    /// <summary>Closed, ascending, apart (S16).</summary>
    public ImmutableArray<TimeInterval> Uncovered { get; init; } = [];
    public bool CoverageStated { get; init; }
}

/// <summary>Why a backtest cannot be run on its input.</summary>
public sealed record BacktestProblem(string What, string Why, string Instead);
