using System.Collections.Immutable;
using Casus.Analysis.Backtest;
using Casus.Core.Agreements;
using Casus.Core.Facts;
using Casus.Core.Geography;
using Casus.Core.Stepping.Counting;

namespace Casus.Reports.Export;

/// <summary>A row that was read, with what was judged of it.</summary>
/// <param name="Standing">Null where it is not of the record: superseded, or outside the life and the span.</param>
public sealed record JudgedRow(IncidentRow Row, RecordStanding? Standing, Location Location);

/// <summary>All rows of a run in the order in which they were read, judged one by one as they are asked for.</summary>
public sealed class JudgedRows
{
    private readonly ImmutableArray<IncidentRow> rows;
    private readonly Locator locator;
    private readonly Dictionary<int, RecordStanding> standings;

    public JudgedRows(BacktestResult result, ImmutableArray<IncidentRow> rows)
    {
        Agreement = result.Agreement;
        this.rows = rows;
        locator = new Locator(Agreement);
        standings = result.Detail.Rows.ToDictionary(standing => standing.Row.Ordinal);
        HasSeveralFiles = rows.Select(row => row.File).Distinct().Skip(1).Any();
    }

    public Agreement Agreement { get; }

    /// <summary>
    /// Then a row that names no reporter is of its file's own independence group, which one table must write out (S7).
    /// </summary>
    public bool HasSeveralFiles { get; }

    public IReadOnlyList<IncidentRow> Rows => rows;

    public IEnumerable<JudgedRow> All() =>
        rows.Select(row => new JudgedRow(
            row,
            standings.GetValueOrDefault(row.Ordinal),
            locator.Locate(row.Place, row.OriginSide)
        ));
}
