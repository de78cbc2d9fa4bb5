using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Casus.Data.Tables;
using Parquet;
using Parquet.Schema;
using Xunit;

namespace Casus.Tests.Data;

/// <summary>A table in one format.</summary>
internal sealed record TableForm(string Name, byte[] Bytes)
{
    public TableInput Input => new(Name, () => new MemoryStream(Bytes, writable: false));
}

/// <summary>Writes one table, given as CSV, in every format that is read.</summary>
internal static class TableForms
{
    private const int RowsInGroup = 40;

    public static IReadOnlyList<TableForm> Of(string csv)
    {
        var (columns, rows) = Parse(csv);
        TableForm[] plain =
        [
            new("table.csv", Encoding.UTF8.GetBytes(csv)),
            new("table.jsonl", Encoding.UTF8.GetBytes(JsonLines(columns, rows))),
            new("table.geojson", Encoding.UTF8.GetBytes(GeoJson(columns, rows, lines: false))),
            new("table.geojsonl", Encoding.UTF8.GetBytes(GeoJson(columns, rows, lines: true))),
            new("table.parquet", Parquet(columns, rows, typed: true)),
            new("texts.parquet", Parquet(columns, rows, typed: false)),
        ];
        return [.. plain, .. plain.Select(form => new TableForm($"{form.Name}.gz", Gzip(form.Bytes)))];
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var into = new MemoryStream();
        using (var gzip = new GZipStream(into, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }
        return into.ToArray();
    }

    private static (string[] Columns, List<string[]> Rows) Parse(string csv)
    {
        using var table = TableSource.Open(TableInput.OfText("table.csv", csv), out var problem);
        Assert.Null(problem);
        var rows = new List<string[]>();
        while (table!.Read())
        {
            Assert.Null(table.Fault);
            rows.Add([.. table.Columns.Select((_, i) => table.Field(i).ToString())]);
        }
        return ([.. table.Columns], rows);
    }

    private static string JsonLines(string[] columns, List<string[]> rows) =>
        string.Concat(rows.Select(row => Properties(columns, row, _ => true).ToJsonString() + "\n"));

    private static string GeoJson(string[] columns, List<string[]> rows, bool lines)
    {
        var (latitude, longitude) = (Array.IndexOf(columns, "latitude"), Array.IndexOf(columns, "longitude"));
        var features = new List<string>();
        foreach (var row in rows)
        {
            var hasPoint = latitude >= 0 && row[latitude].Length > 0 && row[longitude].Length > 0;
            var properties = Properties(columns, row, name => !hasPoint || name is not ("latitude" or "longitude"));
            var geometry = hasPoint
                ? $"{{\"type\":\"Point\",\"coordinates\":[{row[longitude]},{row[latitude]}]}}"
                : "null";
            features.Add(
                $"{{\"type\":\"Feature\",\"geometry\":{geometry},\"properties\":{properties.ToJsonString()}}}"
            );
        }
        return lines
            ? string.Concat(features.Select(feature => $"{feature}\n"))
            : $"{{\"type\": \"FeatureCollection\", \"name\": \"t\",\n\"features\": [\n{string.Join(",\n", features)}\n]}}\n";
    }

    private static JsonObject Properties(string[] columns, string[] row, Func<string, bool> keep)
    {
        var properties = new JsonObject();
        for (var i = 0; i < columns.Length; i++)
        {
            if (keep(columns[i]))
            {
                properties[columns[i]] = row[i].Length == 0 ? null : row[i];
            }
        }
        return properties;
    }

    public static byte[] Parquet(string[] columns, List<string[]> rows, bool typed)
    {
        var values = columns.Select((_, i) => rows.Select(row => row[i]).ToArray()).ToArray();
        var fields = columns.Select((name, i) => FieldOf(name, values[i], typed)).ToArray();
        using var into = new MemoryStream();
        var writer = ParquetWriter.CreateAsync(new ParquetSchema(fields), into).GetAwaiter().GetResult();
        for (var first = 0; first < rows.Count; first += RowsInGroup)
        {
            using var group = writer.CreateRowGroup();
            for (var i = 0; i < columns.Length; i++)
            {
                Write(group, fields[i], values[i][first..Math.Min(rows.Count, first + RowsInGroup)]);
            }
        }
        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return into.ToArray();
    }

    private static DataField FieldOf(string name, string[] values, bool typed)
    {
        var stated = values.Where(value => value.Length > 0).ToArray();
        return !typed || stated.Length == 0 ? new DataField<string>(name)
            : stated.All(IsWhole) ? new DataField<long?>(name)
            : stated.All(IsNumber) ? new DataField<double?>(name)
            : stated.All(IsDay) ? new DataField<DateOnly?>(name)
            : stated.All(value => value.EndsWith('Z') && IsTime(value))
                ? new DateTimeDataField(name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, isNullable: true)
            : new DataField<string>(name);
    }

    private static void Write(ParquetRowGroupWriter group, DataField field, string[] values)
    {
        var written =
            field.ClrType == typeof(long) ? group.WriteAsync<long>(field, Read(values, text => long.Parse(text, Plain)))
            : field.ClrType == typeof(double)
                ? group.WriteAsync<double>(field, Read(values, text => double.Parse(text, Plain)))
            : field.ClrType == typeof(DateOnly)
                ? group.WriteAsync<DateOnly>(field, Read(values, text => DateOnly.Parse(text, Plain)))
            : field.ClrType == typeof(DateTime)
                ? group.WriteAsync<DateTime>(field, Read(values, text => DateTime.Parse(text, Plain, Utc)))
            : group.WriteAsync(field, [.. values.Select(value => value.Length == 0 ? null! : value)]);
        written.GetAwaiter().GetResult();
    }

    private const DateTimeStyles Utc = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;

    private static CultureInfo Plain => CultureInfo.InvariantCulture;

    private static ReadOnlyMemory<T?> Read<T>(string[] values, Func<string, T> read)
        where T : struct => values.Select(value => value.Length == 0 ? (T?)null : read(value)).ToArray();

    /// <summary>Only what is written back as it stood.</summary>
    private static bool IsWhole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, Plain, out var number) && number.ToString(Plain) == text;

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, Plain, out var number) && number.ToString(Plain) == text;

    private static bool IsDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", Plain, DateTimeStyles.None, out _);

    private static bool IsTime(string text) => DateTime.TryParse(text, Plain, Utc, out _);
}
