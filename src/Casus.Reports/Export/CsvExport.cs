using System.Collections.Immutable;
using System.Text;

namespace Casus.Reports.Export;

/// <summary>judged.csv: the incident table that Casus reads back, and beside it what was judged.</summary>
internal sealed class CsvExport : IRowExport
{
    private readonly StreamWriter writer;
    private readonly ImmutableArray<ExportField> fields;

    public CsvExport(Stream stream, ImmutableArray<ExportField> fields)
    {
        this.fields = fields;
        writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        writer.Write(string.Join(',', fields.Select(field => field.Name)) + "\n");
    }

    public void Write(JudgedRow row)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0)
            {
                writer.Write(',');
            }
            writer.Write(Quoted(fields[i].Read(row).ToString()));
        }
        writer.Write('\n');
    }

    public void Finish() => writer.Flush();

    public void Dispose() => writer.Dispose();

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"\n\r") < 0
            ? value
            : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
