using System.Collections.Immutable;
using Casus.Data.Incidents;
using Casus.Data.Mappings;
using Casus.Data.Tables;

namespace Casus.Data.Inspection;

/// <summary>Reads a table once, as text, and says what is in it.</summary>
public static class TableInspector
{
    /// <summary>
    /// Names that other tables give to columns of the incident table; a guess, for a starter mapping.
    /// </summary>
    private static readonly (IncidentColumn Column, string[] Names)[] Synonyms =
    [
        (IncidentColumn.Id, ["event_id", "incident_id", "objectid", "fid", "globalid"]),
        (
            IncidentColumn.OccurredFrom,
            ["date", "event_date", "datetime", "timestamp", "time", "day", "start", "date_start"]
        ),
        (IncidentColumn.OccurredTo, ["date_end", "end", "end_date"]),
        (IncidentColumn.Latitude, ["lat", "y"]),
        (IncidentColumn.Longitude, ["lon", "lng", "long", "x"]),
        (IncidentColumn.Conduct, ["type", "kind", "event_type", "category", "weapon"]),
        (IncidentColumn.Deaths, ["fatalities", "killed", "dead"]),
        (IncidentColumn.Injured, ["wounded", "injuries"]),
        (IncidentColumn.Source, ["sources", "reported_by", "url"]),
        (IncidentColumn.District, ["region", "rayon", "oblast", "admin2"]),
    ];

    /// <summary>Null with a problem where the table cannot be read to its end.</summary>
    public static TableInspection? Inspect(TableInput input, out InputProblem? problem)
    {
        using var table = TableSource.Open(input, out problem);
        if (table is null)
        {
            return null;
        }
        var columns = new List<ColumnInspection>();
        var points = new PointCheck();
        var ids = new IdCheck();
        var faults = 0;
        string? firstFault = null;
        while (table.Read())
        {
            while (columns.Count < table.Columns.Count)
            {
                columns.Add(new ColumnInspection(table.Columns[columns.Count]) { Blank = table.Row - 1 - faults });
            }
            if (table.Fault is { } fault)
            {
                faults++;
                firstFault ??= $"{table.Unit.Name(table.Line)}: {fault}";
                continue;
            }
            for (var i = 0; i < columns.Count; i++)
            {
                columns[i].Add(table.Field(i).Span);
            }
            points.Add(table);
            ids.Add(table);
        }
        problem = table.Problem;
        if (problem is not null)
        {
            return null;
        }
        columns.AddRange(table.Columns.Skip(columns.Count).Select(name => new ColumnInspection(name)));
        return Conclude(table, [.. columns], points, ids, faults, firstFault);
    }

    private static TableInspection Conclude(
        TableSource table,
        ImmutableArray<ColumnInspection> columns,
        PointCheck points,
        IdCheck ids,
        int faults,
        string? firstFault
    )
    {
        var names = table.Columns;
        var isOwn =
            table.IndexOf(IncidentColumns.NameOf(IncidentColumn.OccurredFrom)) >= 0
            && table.IndexOf(IncidentColumns.NameOf(IncidentColumn.Conduct)) >= 0;
        var fits = isOwn ? null : Choose(MappingFits.To(names), columns);
        return new TableInspection
        {
            File = table.File,
            Format = table.Format,
            Sha256 = table.Sha256,
            Rows = table.Row - faults,
            Faults = faults,
            FirstFault = firstFault,
            Columns = columns,
            Unread = [.. table.Unread],
            Box = points.Box,
            Suspicions = [.. points.Suspicions.Concat(ids.Suspicions).Concat(columns.SelectMany(Doubts))],
            IsIncidentTable = isOwn,
            Fits = fits,
            Why =
                isOwn ? "its columns are those of the incident table"
                : fits is not null
                    ? $"it has all {fits.SourceColumns.Length} columns that the mapping reads: {fits.Title}"
                : MappingFits.Advice(table.File, names)?.What ?? "its columns are those of no table that is known",
            Given = Give(names, fits),
        };
    }

    /// <summary>A GED and a candidate file have the same header; a status that is not Clear tells them apart.</summary>
    private static Mapping? Choose(ImmutableArray<Mapping> fitting, ImmutableArray<ColumnInspection> columns)
    {
        const string Candidate = "ucdp-candidate";
        var isOpen = columns.Any(column =>
            column.Name.Equals("code_status", StringComparison.OrdinalIgnoreCase)
            && column.Values.Any(value => !value.Equals("Clear", StringComparison.OrdinalIgnoreCase))
        );
        return fitting.FirstOrDefault(mapping => isOpen || mapping.Name != Candidate) ?? fitting.FirstOrDefault();
    }

    private static ImmutableSortedDictionary<IncidentColumn, string> Give(IReadOnlyList<string> names, Mapping? fits)
    {
        if (fits is not null)
        {
            return fits.Columns.ToImmutableSortedDictionary(
                column => column.Column,
                column => string.Join(", ", column.Rule.SourceColumns.Distinct(StringComparer.OrdinalIgnoreCase))
            );
        }
        var given = ImmutableSortedDictionary.CreateBuilder<IncidentColumn, string>();
        foreach (var column in Enum.GetValues<IncidentColumn>())
        {
            var own = IncidentColumns.NameOf(column);
            var like = Synonyms.Where(one => one.Column == column).SelectMany(one => one.Names);
            var found = like.Prepend(own)
                .Select(name => names.FirstOrDefault(other => other.Equals(name, StringComparison.OrdinalIgnoreCase)))
                .FirstOrDefault(name => name is not null);
            if (found is not null)
            {
                given.Add(column, found);
            }
        }
        return given.ToImmutable();
    }

    private static IEnumerable<string> Doubts(ColumnInspection column)
    {
        var name = $"column '{column.Name}'";
        ValueForm[] dates = [ValueForm.Date, ValueForm.DateInWords, ValueForm.DateWithSlashes];
        var forms = dates.Where(form => column.Count(form) > 0).ToArray();
        if (forms.Length > 1)
        {
            var counts = forms.Select(form => $"{column.Count(form)} as {FormWords.Of(form)}");
            yield return $"{name} has dates in {forms.Length} forms: {string.Join(", ", counts)}";
        }
        if (column.Count(ValueForm.DateWithSlashes) > 0 && column.Order.IsUnclear)
        {
            yield return $"{name} has dates such as 3/4/2022, of which day and month cannot be told apart";
        }
        var times = column.Count(ValueForm.Instant) + column.Count(ValueForm.TimeWithoutOffset);
        if (times > 1 && column.NotMidnight == 0)
        {
            yield return $"{name} has times of day that are all midnight: they are dates, and read as instants would be too narrow";
        }
        if (column.Count(ValueForm.TimeWithoutOffset) > 0)
        {
            yield return $"{name} has times without an offset: a mapping must say that they are local, or of UTC";
        }
        if (column.Count(ValueForm.DecimalComma) > 0)
        {
            yield return $"{name} has {column.Count(ValueForm.DecimalComma)} numbers with a decimal comma; write a point";
        }
    }
}

/// <summary>How forms of values are called.</summary>
public static class FormWords
{
    public static string Of(ValueForm form) =>
        form switch
        {
            ValueForm.WholeNumber => "whole numbers",
            ValueForm.Number => "numbers",
            ValueForm.DecimalComma => "numbers with a decimal comma",
            ValueForm.Date => "dates (2022-02-24)",
            ValueForm.DateInWords => "dates in words (24 February 2022)",
            ValueForm.DateWithSlashes => "dates with slashes or dots",
            ValueForm.Instant => "instants with an offset",
            ValueForm.TimeWithoutOffset => "times without an offset",
            _ => "text",
        };
}
