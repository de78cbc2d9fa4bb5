using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Casus.Core.Conduct;
using Casus.Data.Incidents;
using Casus.Data.Tables;

namespace Casus.Data.Inspection;

/// <summary>
/// A mapping file to begin with: what is known filled in, what must be decided marked by a comment. It can be read as
/// it is; rows whose conduct nobody has decided are then rejected, and say so.
/// </summary>
public static class StarterMapping
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(TableInspection table, ConductTaxonomy taxonomy)
    {
        var text = new StringBuilder();
        text.Append(
            $"// A mapping for {Path.GetFileName(table.File)}; docs/data/mappings.md has the words. Use it with --mapping THIS-FILE.\n{{\n"
        );
        text.Append($"  \"name\": {Quoted(Path.GetFileName(table.File).Split('.')[0])},\n");
        if (table.Fits is { } fits)
        {
            text.Append(
                $"  // All columns as the built-in mapping reads them; those that you write below replace its own.\n"
            );
            text.Append($"  \"extends\": {Quoted(fits.Name)},\n  \"columns\": {{\n  }}\n}}\n");
            return text.ToString();
        }
        text.Append("  \"columns\": {\n");
        foreach (var (column, from) in table.Given)
        {
            AppendColumn(text, table, column, from, taxonomy);
        }
        foreach (var needed in (IncidentColumn[])[IncidentColumn.OccurredFrom, IncidentColumn.Conduct])
        {
            if (!table.Given.ContainsKey(needed))
            {
                var name = IncidentColumns.NameOf(needed);
                text.Append($"    // No column was found for {name}, without which no row can be read: name one.\n");
                text.Append($"    // \"{name}\": \"...\",\n");
            }
        }
        var used = table.Given.Values.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unused = table.Columns.Select(column => column.Name).Where(name => !used.Contains(name)).ToArray();
        if (unused.Length > 0)
        {
            text.Append($"    // Not used: {string.Join(", ", unused.Select(name => name.ReplaceLineEndings(" ")))}\n");
        }
        return text.Append("  }\n}\n").ToString();
    }

    private static void AppendColumn(
        StringBuilder text,
        TableInspection table,
        IncidentColumn column,
        string from,
        ConductTaxonomy taxonomy
    )
    {
        var name = IncidentColumns.NameOf(column);
        var values = table.Column(from);
        if (column == IncidentColumn.Conduct && values is not null)
        {
            AppendConduct(text, from, values, taxonomy);
            return;
        }
        if (column is IncidentColumn.OccurredFrom or IncidentColumn.OccurredTo && values is { HasDays: true })
        {
            AppendTime(text, name, from, values);
            return;
        }
        text.Append($"    {Quoted(name)}: {Quoted(from)},\n");
    }

    private static void AppendConduct(
        StringBuilder text,
        string from,
        ColumnInspection values,
        ConductTaxonomy taxonomy
    )
    {
        text.Append(
            "    // Say for each value which term of the conduct taxonomy it is; a row whose term is empty is rejected.\n"
        );
        text.Append($"    \"conduct\": {{\n      \"column\": {Quoted(from)},\n      \"table\": {{\n");
        foreach (var value in values.Values.Where(value => !value.EndsWith("...", StringComparison.Ordinal)))
        {
            text.Append($"        {Quoted(value)}: {Quoted(NearMiss.Of(value, taxonomy.Names) ?? "")},\n");
        }
        text.Append("      }\n    },\n");
        if (values.HasMoreValues)
        {
            text.Append("    // There are more values than the sixty above.\n");
        }
    }

    private static void AppendTime(StringBuilder text, string name, string from, ColumnInspection values)
    {
        var form = values.Forms.First();
        var step = form switch
        {
            ValueForm.DateInWords => ", \"as\": \"date\", \"format\": [\"d MMMM yyyy\", \"yyyy-MM-dd\"]",
            ValueForm.DateWithSlashes => $", \"as\": \"date\", \"format\": {Quoted(values.Order.Format)}",
            ValueForm.TimeWithoutOffset => values.NotMidnight == 0 ? ", \"as\": \"date\"" : ", \"as\": \"local\"",
            _ => "",
        };
        if (form == ValueForm.DateWithSlashes && values.Order.IsUnclear)
        {
            text.Append("    // Day first is a guess: put the month first where the table does.\n");
        }
        if (step.Contains("local", StringComparison.Ordinal))
        {
            text.Append("    // Times without an offset are taken as the agreement's local time; is that so?\n");
        }
        text.Append($"    {Quoted(name)}: {{ \"column\": {Quoted(from)}{step} }},\n");
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Json);
}
