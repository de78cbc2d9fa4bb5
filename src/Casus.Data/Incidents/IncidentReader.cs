using System.Collections.Immutable;
using Casus.Core.Conduct;
using Casus.Core.Facts;
using Casus.Core.Time;
using Casus.Data.Assumptions;
using Casus.Data.Mappings;
using Casus.Data.Tables;

namespace Casus.Data.Incidents;

/// <summary>What the reading of incident tables depends on, besides the tables.</summary>
public sealed record IncidentReaderSettings
{
    /// <summary>The calendar of the agreement: dates are days of its zone.</summary>
    public required AgreementCalendar Calendar { get; init; }

    /// <summary>The terms that a row's conduct may be: the agreement's.</summary>
    public ConductTaxonomy Taxonomy { get; init; } = ConductTaxonomy.BuiltIn;

    public ImmutableArray<Assumption> Assumptions { get; init; } = [];

    /// <summary>
    /// The side of the line and the sector of a place, given the side of origin, for conditions of assumptions; null
    /// where they are not sure. Without it no condition on them holds.
    /// </summary>
    public Func<Place?, string?, (string? Side, int? Sector)>? Locate { get; init; }

    /// <summary>
    /// Whether a point and an observer's sector contradict each other, so that the row is rejected (S4).
    /// </summary>
    public Func<Place, bool>? Contradicts { get; init; }

    /// <summary>
    /// Reading of an input stops when so many of its rows are rejected: it is not the table it was taken for.
    /// </summary>
    public int MostRejected { get; init; } = 100_000;
}

/// <summary>
/// Reads incident tables (CSV, JSON Lines, GeoJSON, Parquet, in gzip or not) as streams: one row is in memory at a
/// time, besides the ids.
/// </summary>
public sealed class IncidentReader(IncidentReaderSettings settings)
{
    private readonly DraftParser parser = new(settings.Calendar, settings.Taxonomy);
    private int ordinal;

    /// <summary>
    /// Rows in which each assumption filled its column, over all that was read, in the order of the settings.
    /// </summary>
    public ImmutableArray<int> AssumptionsFilled { get; private set; } = [.. settings.Assumptions.Select(_ => 0)];

    /// <summary>Reads all sources, in order.</summary>
    public IncidentReading Read(IReadOnlyList<IncidentSource> sources)
    {
        var rows = ImmutableArray.CreateBuilder<IncidentRow>();
        var rejected = ImmutableArray.CreateBuilder<RejectedRow>();
        var inputs = ImmutableArray.CreateBuilder<InputSummary>();
        var notes = ImmutableArray.CreateBuilder<string>();
        var problems = ImmutableArray.CreateBuilder<InputProblem>();
        var names = IdPrefixes.NamesOf(sources.Select(source => source.Input.Name));
        for (var i = 0; i < sources.Count; i++)
        {
            var problem = Read(
                sources[i],
                new IdPrefixes(names, i),
                rows.Add,
                rejected.Add,
                notes.Add,
                out var summary
            );
            inputs.Add(summary);
            if (problem is not null)
            {
                problems.Add(problem);
            }
        }
        return new IncidentReading
        {
            Rows = rows.DrainToImmutable(),
            Rejected = rejected.DrainToImmutable(),
            Inputs = inputs.DrainToImmutable(),
            Notes = notes.DrainToImmutable(),
            Problems = problems.DrainToImmutable(),
        };
    }

    /// <summary>Reads one source and hands on each row as it comes; nothing is kept but its ids.</summary>
    /// <param name="prefixes">How ids are made unique over all sources.</param>
    /// <returns>Why reading had to stop; null where the whole table was read.</returns>
    public InputProblem? Read(
        IncidentSource source,
        IdPrefixes prefixes,
        Action<IncidentRow> accept,
        Action<RejectedRow> reject,
        Action<string> note,
        out InputSummary summary
    )
    {
        summary = new InputSummary(source.Input.Name, "", 0, 0);
        using var table = TableSource.Open(source.Input, out var problem);
        if (table is null)
        {
            return problem;
        }
        problem = CheckHeader(source, table, note);
        var accepted = 0;
        var rejectedCount = 0;
        if (problem is null)
        {
            var filler = new AssumptionFiller(settings.Assumptions, settings.Locate, parser);
            var session = new TableSession(source, table, prefixes, parser, filler, settings);
            while (problem is null && table.Read())
            {
                // Without a header the columns are known from the first row on.
                if (table is { HasHeader: false, Row: 1, Fault: null } && source.Mapping is null)
                {
                    problem = MappingFits.Advice(source.Input.Name, table.Columns) is null
                        ? null
                        : CheckColumns(source, table);
                    if (problem is not null)
                    {
                        break;
                    }
                }
                var row = session.ReadRow(ordinal, out var rejectedRow, out problem);
                if (row is not null)
                {
                    ordinal++;
                    accepted++;
                    accept(row);
                }
                else if (rejectedRow is not null)
                {
                    reject(rejectedRow);
                    problem ??= ++rejectedCount >= settings.MostRejected ? TooMany(source, table) : null;
                }
            }
            problem ??= table.Problem;
            AssumptionsFilled = [.. AssumptionsFilled.Zip(filler.Filled, (a, b) => a + b)];
            TellAfterwards(source, table, session, note);
        }
        summary = new InputSummary(source.Input.Name, table.Sha256, accepted, rejectedCount);
        return problem;
    }

    private void TellAfterwards(IncidentSource source, TableSource table, TableSession session, Action<string> note)
    {
        foreach (var unread in table.Unread)
        {
            note($"{source.Input.Name}: {unread}");
        }
        if (table.Row == 0)
        {
            note($"{source.Input.Name}: no rows, only a header");
        }
        if (!table.HasHeader && source.Mapping is null)
        {
            TellUnknown(source, table, note);
        }
        foreach (var said in session.Notes.Concat(parser.LeftOut.Select(left => $"left out: {left}")))
        {
            note($"{source.Input.Name}: {said}");
        }
        parser.LeftOut.Clear();
    }

    private InputProblem? CheckHeader(IncidentSource source, TableSource table, Action<string> note)
    {
        if (source.Mapping is { } mapping)
        {
            return table.HasHeader ? mapping.Check(source.Input.Name, table.Columns) : null;
        }
        if (!table.HasHeader)
        {
            return null;
        }
        return CheckColumns(source, table) ?? TellUnknown(source, table, note);
    }

    /// <summary>
    /// Whether the columns can be those of the incident table. Where they are those of another table that is known, the
    /// mapping for it is named.
    /// </summary>
    private InputProblem? CheckColumns(IncidentSource source, TableSource table)
    {
        var name = source.Input.Name;
        var advice = MappingFits.Advice(name, table.Columns);
        var instead =
            advice?.Instead
            ?? "Add a header with the names of the columns, or name a mapping with --mapping; ./casus data doctor FILE helps";
        if (!table.Columns.Any(column => IncidentColumns.Find(column) is not null))
        {
            var first = string.Join(",", table.Columns);
            var what = $"{FirstOf(table)} names no column of the incident table ('{Cut(first, 60)}')";
            var why = advice is null ? "it has no header, or is another table" : advice.Value.What;
            return new InputProblem(name, LineOf(table), what, why, instead) { Unit = table.Unit };
        }
        foreach (var needed in (IncidentColumn[])[IncidentColumn.OccurredFrom, IncidentColumn.Conduct])
        {
            var column = IncidentColumns.NameOf(needed);
            if (table.IndexOf(column) < 0 && settings.Assumptions.All(assumption => assumption.Column != needed))
            {
                var what = $"column '{column}' is missing{NearMiss.Question(column, table.Columns)}";
                var why = advice is null ? "no row can be read without it" : advice.Value.What;
                return new InputProblem(name, LineOf(table), what, why, instead) { Unit = table.Unit };
            }
        }
        return null;
    }

    private static string FirstOf(TableSource table) =>
        table.Unit == RowUnit.Line ? "the first line"
        : table.HasHeader ? "the table"
        : "the first feature";

    private static int? LineOf(TableSource table) => table.Line > 0 ? table.Line : null;

    private static InputProblem? TellUnknown(IncidentSource source, TableSource table, Action<string> note)
    {
        foreach (var column in table.Columns.Where(column => IncidentColumns.Find(column) is null))
        {
            var meant = NearMiss.Question(column, IncidentColumns.Names);
            note($"{source.Input.Name}: column '{Cut(column, 60)}' is not used{meant}");
        }
        return null;
    }

    private static InputProblem TooMany(IncidentSource source, TableSource table) =>
        new(
            source.Input.Name,
            table.Line,
            "too many rows are rejected to go on",
            "it is not the table that it was taken for",
            "See rejected.csv for the reasons, and name the mapping that fits"
        )
        {
            Unit = table.Unit,
        };

    internal static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 3)] + "...";
}
