using System.Collections.Immutable;
using Casus.Analysis.Backtest;

namespace Casus.Reports;

/// <summary>What an input was read as.</summary>
public enum InputKind
{
    Incidents,
    Acts,
    Episodes,
    Coverage,
}

/// <summary>An input file and what became of its rows. Sha256: of the bytes as read, lower-case hexadecimal.</summary>
public sealed record ReportedInput(InputKind Kind, string File, string Sha256, int Rows, int Rejected);

/// <summary>An assumption as written (--assume), and how many rows it filled.</summary>
public sealed record ReportedAssumption(string Written, int Rows);

/// <summary>A backtest's result with what it was read from: all that a report prints.</summary>
public sealed record BacktestReport(
    BacktestResult Result,
    ImmutableArray<ReportedInput> Inputs,
    ImmutableArray<ReportedAssumption> Assumptions,
    string EngineVersion,
    string TimeZoneData
)
{
    /// <summary>Null where nothing is written that could be read back.</summary>
    public ReportedRun? Run { get; init; }
}

/// <summary>
/// What makes the run again: its arguments, save where it was written to, and from where they were given.
/// </summary>
/// <param name="From">The working folder, relative to the folder that was written.</param>
/// <param name="Texts">The files that were read whole and are not tables: the text itself, a mapping, a
/// coverage.</param>
public sealed record ReportedRun(
    ImmutableArray<string> Arguments,
    string From,
    ImmutableArray<(string File, string Sha256)> Texts
);
