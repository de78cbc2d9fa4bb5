using System.Collections.Immutable;
using Casus.Core.Facts;
using Casus.Data.Coverage;
using Casus.Data.Mappings;
using Casus.Data.Tables;

namespace Casus.Data.Incidents;

/// <summary>
/// A table to read: where it is, how its columns are to be read, and what it says of its own completeness.
/// </summary>
/// <param name="Mapping">Null: its columns are those of the incident table.</param>
/// <param name="Coverage">Null: it makes no statement and is taken as complete (S16).</param>
public sealed record IncidentSource(TableInput Input, Mapping? Mapping = null, CoverageStatement? Coverage = null)
{
    /// <summary>Coding notes and the licence, for the report.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>All that was read from the incident tables of a run.</summary>
public sealed record IncidentReading
{
    /// <summary>In the order of arrival; <see cref="IncidentRow.Ordinal"/> is the index.</summary>
    public required ImmutableArray<IncidentRow> Rows { get; init; }

    public required ImmutableArray<RejectedRow> Rejected { get; init; }

    /// <summary>One for each source, in order.</summary>
    public required ImmutableArray<InputSummary> Inputs { get; init; }

    /// <summary>What is worth telling and ends nothing: unused columns, values left out, empty tables.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>If there is one, the run cannot go on (status 3).</summary>
    public required ImmutableArray<InputProblem> Problems { get; init; }

    /// <summary>
    /// More than 1% and more than 10 rows rejected, over all inputs: the run ends unless it is told otherwise.
    /// </summary>
    public bool TooManyRejected =>
        new InputSummary("", "", Inputs.Sum(input => input.Rows), Inputs.Sum(input => input.Rejected)).TooManyRejected
        || Inputs.Any(input => input.TooManyRejected);
}
