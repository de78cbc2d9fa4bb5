using Casus.Core.Stepping;
using Casus.Reports.Export;

namespace Casus.Cli.Backtests;

/// <summary>What the command line asks of a backtest, as written.</summary>
internal sealed record BacktestRequest
{
    public required string Agreement { get; init; }
    public required IReadOnlyList<string> Incidents { get; init; }
    public string? Mapping { get; init; }
    public string? Episodes { get; init; }
    public IReadOnlyList<string> Choose { get; init; } = [];
    public IReadOnlyList<string> Assume { get; init; } = [];
    public IReadOnlyList<string> Acts { get; init; } = [];
    public string? Coverage { get; init; }
    public Supposition Suppose { get; init; } = Supposition.Deadline;
    public string? InForceFrom { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? Alarm { get; init; }
    public string? Out { get; init; }
    public IReadOnlyList<ExportFormat> Export { get; init; } = [];
    public bool AllowRejects { get; init; }

    /// <summary>Only results and errors.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>The arguments as given, for the command that is proposed next.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }
}
