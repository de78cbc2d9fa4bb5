using System.Collections.Immutable;
using System.Globalization;
using Casus.Core.Facts;
using Casus.Core.Time;
using Casus.Data.Incidents;
using Casus.Data.Tables;

namespace Casus.Data.Acts;

/// <summary>All that was read from the acts tables of a run.</summary>
public sealed record ActsReading
{
    /// <summary>In the order of arrival.</summary>
    public required ImmutableArray<Act> Acts { get; init; }
    public required ImmutableArray<RejectedRow> Rejected { get; init; }
    public required ImmutableArray<InputSummary> Inputs { get; init; }
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>If there is one, the run cannot go on (status 3).</summary>
    public required ImmutableArray<InputProblem> Problems { get; init; }

    public bool TooManyRejected => Inputs.Any(input => input.TooManyRejected);
}

/// <summary>Reads acts tables (formats.md), as CSV or JSON Lines.</summary>
public sealed class ActsReader(AgreementCalendar calendar)
{
    /// <summary>The columns, in the order of formats.md.</summary>
    public static ImmutableArray<string> Columns { get; } =
    ["id", "kind", "at", "known_at", "by", "to", "clause", "about", "quantity", "unit", "value", "source"];

    private readonly ImmutableArray<Act>.Builder acts = ImmutableArray.CreateBuilder<Act>();
    private readonly ImmutableArray<RejectedRow>.Builder rejected = ImmutableArray.CreateBuilder<RejectedRow>();
    private readonly ImmutableArray<string>.Builder notes = ImmutableArray.CreateBuilder<string>();

    /// <summary>Reads all inputs, in order. Ids become <c>file:id</c> where there are several.</summary>
    public ActsReading Read(IReadOnlyList<TableInput> inputs)
    {
        var summaries = ImmutableArray.CreateBuilder<InputSummary>();
        var problems = ImmutableArray.CreateBuilder<InputProblem>();
        var names = IdPrefixes.NamesOf(inputs.Select(input => input.Name));
        for (var i = 0; i < inputs.Count; i++)
        {
            var problem = ReadOne(inputs[i], new IdPrefixes(names, i), out var summary);
            summaries.Add(summary);
            if (problem is not null)
            {
                problems.Add(problem);
            }
        }
        return new ActsReading
        {
            Acts = acts.DrainToImmutable(),
            Rejected = rejected.DrainToImmutable(),
            Inputs = summaries.DrainToImmutable(),
            Notes = notes.DrainToImmutable(),
            Problems = problems.DrainToImmutable(),
        };
    }

    private InputProblem? ReadOne(TableInput input, IdPrefixes prefixes, out InputSummary summary)
    {
        summary = new InputSummary(input.Name, "", 0, 0);
        using var table = TableSource.Open(input, out var problem);
        if (table is null)
        {
            return problem;
        }
        problem = CheckHeader(input.Name, table);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var (before, refusedBefore) = (acts.Count, rejected.Count);
        var parser = new ActParser(table, calendar);
        while (problem is null && table.Read())
        {
            var id = parser.Text("id") is { Length: > 0 } stated
                ? stated
                : table.Row.ToString(CultureInfo.InvariantCulture);
            if (table.Fault is null && !ids.TryAdd(id, table.Line))
            {
                const string Why = "what names it could mean either";
                var what = $"id '{IncidentReader.Cut(id, 100)}' is on {table.Unit.Name(ids[id], table.Line)}";
                problem = new InputProblem(input.Name, table.Line, what, Why, "Give each row its own id")
                {
                    Unit = table.Unit,
                };
                break;
            }
            if (parser.Read(prefixes.Of(id)) is { } act)
            {
                acts.Add(act);
            }
            else
            {
                var (column, reason) = parser.Fault;
                var value = IncidentReader.Cut(parser.Text(column), 200);
                rejected.Add(new RejectedRow(input.Name, table.Line, id, column, value, reason) { Unit = table.Unit });
            }
        }
        problem ??= table.Problem;
        TellUnused(input.Name, table);
        summary = new InputSummary(input.Name, table.Sha256, acts.Count - before, rejected.Count - refusedBefore);
        return problem;
    }

    private void TellUnused(string file, TableSource table)
    {
        foreach (
            var column in table.Columns.Where(column => !Columns.Contains(column, StringComparer.OrdinalIgnoreCase))
        )
        {
            notes.Add(
                $"{file}: column '{IncidentReader.Cut(column, 60)}' is not used{NearMiss.Question(column, Columns)}"
            );
        }
    }

    private static InputProblem? CheckHeader(string file, TableSource table)
    {
        var missing = table.HasHeader ? Array.Find(["kind", "at"], name => table.IndexOf(name) < 0) : null;
        return missing is null
            ? null
            : new InputProblem(
                file,
                1,
                $"column '{missing}' is missing{NearMiss.Question(missing, table.Columns)}",
                "no act can be read without it",
                $"Write the header {string.Join(",", Columns)}"
            );
    }
}
