using Casus.Data.Tables;

namespace Casus.Data.Incidents;

/// <summary>Writes rejected.csv: file, line, id, column, value, reason; values quoted where they must be. Where
/// a table has no lines, `line` says the feature or the row in words.</summary>
public static class RejectedWriter
{
    public static void Write(TextWriter writer, IEnumerable<RejectedRow> rows)
    {
        writer.Write("file,line,id,column,value,reason\n");
        foreach (var row in rows)
        {
            string[] values =
            [
                row.File,
                row.Unit == RowUnit.Line
                    ? row.Line.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    : row.Unit.Name(row.Line),
                row.Id,
                row.Column,
                row.Value,
                row.Reason,
            ];
            writer.Write(string.Join(',', values.Select(Quoted)));
            writer.Write('\n');
        }
    }

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"\n\r") < 0
            ? value
            : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
