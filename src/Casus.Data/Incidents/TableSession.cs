using System.Globalization;
using Casus.Core.Facts;
using Casus.Data.Assumptions;
using Casus.Data.Mappings;
using Casus.Data.Tables;

namespace Casus.Data.Incidents;

/// <summary>
/// The reading of one table: from its rows to drafts, assumptions, and rows or rejects, with an eye on ids.
/// </summary>
internal sealed class TableSession
{
    private readonly TableSource table;
    private readonly IdPrefixes prefixes;
    private readonly DraftParser parser;
    private readonly AssumptionFiller filler;
    private readonly IncidentReaderSettings settings;
    private readonly MappedTable? mapped;
    private readonly IncidentDraft draft = new();
    private readonly Dictionary<string, (int Line, int Row)> ids = new(StringComparer.Ordinal);

    /// <summary>Rows that go by their numbers, until a row states an id.</summary>
    private readonly List<int> unnamed = [];
    private readonly int[] direct = new int[IncidentColumns.Count];
    private int columnsBound = -1;
    private bool idsStated;

    public TableSession(
        IncidentSource source,
        TableSource table,
        IdPrefixes prefixes,
        DraftParser parser,
        AssumptionFiller filler,
        IncidentReaderSettings settings
    )
    {
        this.table = table;
        this.prefixes = prefixes;
        this.parser = parser;
        this.filler = filler;
        this.settings = settings;
        mapped = source.Mapping is { } mapping ? new MappedTable(mapping, table, settings.Calendar) : null;
    }

    /// <summary>What the mapping left out, and what it met and could not place, told once each.</summary>
    public IEnumerable<string> Notes =>
        mapped is null
            ? []
            : mapped
                .Skipped.Select(skipped => $"{skipped.Value} rows left out by the mapping: {skipped.Key}")
                .Concat(mapped.Notes);

    /// <summary>The row just read: a row, or why it is rejected, or an id that stands twice.</summary>
    public IncidentRow? ReadRow(int ordinal, out RejectedRow? rejected, out InputProblem? problem)
    {
        draft.Clear();
        problem = null;
        if (table.Fault is { } fault)
        {
            rejected = Reject("", "", "", fault);
            return null;
        }
        rejected = null;
        if (mapped?.Skips(null) == true)
        {
            return null;
        }
        var refused = mapped is null ? FillDirect() : mapped.Fill(draft);
        if (refused is null && mapped?.Skips(draft) == true)
        {
            return null;
        }
        var id = draft.Text(IncidentColumn.Id).ToString();
        problem = CheckId(id);
        if (problem is not null)
        {
            return null;
        }
        if (refused is { } reason)
        {
            rejected = Reject(id, reason.Column, reason.Value, reason.Reason);
            return null;
        }
        filler.Fill(draft);
        var supersedes = draft.Text(IncidentColumn.Supersedes).ToString();
        var naming = new RowNaming(
            ordinal,
            prefixes.Of(id.Length > 0 ? id : RowNumber()),
            table.File,
            table.Line,
            supersedes.Length > 0 ? prefixes.Named(supersedes) : null
        );
        var row = parser.Read(draft, naming);
        if (parser.Fault is { } column)
        {
            var name = IncidentColumns.NameOf(column.Column);
            rejected = Reject(id, name, draft.Text(column.Column).ToString(), column.Reason);
            return null;
        }
        rejected = row is null ? null : Contradiction(row, id);
        return rejected is null ? row : null;
    }

    private RejectedRow? Contradiction(IncidentRow row, string id)
    {
        if (row.Supersedes is { } other && other == row.Id)
        {
            return Reject(
                id,
                IncidentColumns.NameOf(IncidentColumn.Supersedes),
                other,
                "a row does not correct itself"
            );
        }
        if (row.Place is { Point: not null, Observer: not null } place && settings.Contradicts?.Invoke(place) == true)
        {
            var point = FormattableString.Invariant($"{place.Point.Value.Latitude} {place.Point.Value.Longitude}");
            const string Reason = "the point does not lie in the observer's sector";
            return Reject(id, IncidentColumns.NameOf(IncidentColumn.Latitude), point, Reason);
        }
        return null;
    }

    private RejectedRow Reject(string id, string column, string value, string reason) =>
        new(
            table.File,
            table.Line,
            IncidentReader.Cut(id.Length > 0 ? id : RowNumber(), 200),
            column,
            IncidentReader.Cut(value, 200),
            reason
        )
        {
            Unit = table.Unit,
        };

    private string RowNumber() => table.Row.ToString(CultureInfo.InvariantCulture);

    private (string Column, string Value, string Reason)? FillDirect()
    {
        if (columnsBound != table.Columns.Count)
        {
            columnsBound = table.Columns.Count;
            for (var i = 0; i < direct.Length; i++)
            {
                direct[i] = table.IndexOf(IncidentColumns.Names[i]);
            }
        }
        for (var i = 0; i < direct.Length; i++)
        {
            if (direct[i] >= 0)
            {
                draft[(IncidentColumn)i] = table.Field(direct[i]);
            }
        }
        return null;
    }

    /// <summary>
    /// Ids are unique in a file, those of rejected rows and row numbers too. Until a row states an id, numbers
    /// suffice.
    /// </summary>
    private InputProblem? CheckId(string stated)
    {
        if (stated.Length == 0 && !idsStated)
        {
            unnamed.Add(table.Row);
            return null;
        }
        if (!idsStated)
        {
            idsStated = true;
            foreach (var row in unnamed)
            {
                ids.Add(row.ToString(CultureInfo.InvariantCulture), (0, row));
            }
            unnamed.Clear();
        }
        var id = stated.Length > 0 ? stated : RowNumber();
        if (ids.TryAdd(id, (table.Line, table.Row)))
        {
            return null;
        }
        var first = ids[id];
        var lines =
            first.Line > 0
                ? $"{table.Unit.Name(first.Line, table.Line)} (rows {first.Row} and {table.Row})"
                : $"rows {first.Row} and {table.Row}, the first by its number alone ({table.Unit.Name(table.Line)})";
        return new InputProblem(
            table.File,
            table.Line,
            $"id '{IncidentReader.Cut(id, 100)}' is on {lines}",
            "a correction or a vote that names it could mean either",
            "Give each row its own id; a correction names the other row in supersedes"
        )
        {
            Unit = table.Unit,
        };
    }
}
