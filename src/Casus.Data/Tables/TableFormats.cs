using System.Text.Json;

namespace Casus.Data.Tables;

/// <summary>Tells the format of a table by its first bytes; the name of a file says nothing.</summary>
internal static class TableFormats
{
    private const string Instead =
        "Give a CSV with a header, JSON Lines, GeoJSON of points (all in UTF-8), or Parquet, plain or in gzip";

    /// <summary>
    /// How far into a JSON file its kind is looked for, in bytes: first near, then as far as a row may go.
    /// </summary>
    private static readonly int[] LookAhead = [1 << 14, ByteLines.Limit];

    private static readonly string[] Geometries =
    [
        "Point",
        "MultiPoint",
        "LineString",
        "MultiLineString",
        "Polygon",
        "MultiPolygon",
        "GeometryCollection",
    ];

    private enum JsonKind
    {
        Lines,
        Collection,
        Feature,
        Geometry,
        Topology,
    }

    /// <summary>The table, or a problem that says what was seen.</summary>
    public static TableSource? Open(TableInput input, out InputProblem? problem)
    {
        if (input.Open(out problem) is not { } stream)
        {
            return null;
        }
        ByteSource bytes = new FileBytes(input.Name, stream);
        if (GzipBytes.Starts(bytes.Peek(2)))
        {
            bytes = new GzipBytes(bytes);
        }
        var start = bytes.Peek(64);
        problem = bytes.Problem ?? UnusableStart(input.Name, start);
        var source = problem is null ? Create(bytes, ref problem) : null;
        problem ??= source?.Problem;
        if (problem is null)
        {
            return source;
        }
        source?.Dispose();
        bytes.Dispose();
        return null;
    }

    private static TableSource? Create(ByteSource bytes, ref InputProblem? problem)
    {
        if (bytes.Peek(4).StartsWith("PAR1"u8))
        {
            return ParquetSource.Open(bytes, out problem);
        }
        if (bytes.Peek(3).StartsWith("\uFEFF"u8))
        {
            bytes.Read(new byte[3], 0, 3);
        }
        var start = bytes.Peek(64).TrimStart(" \t\r\n"u8);
        if (start is [0x1E, ..])
        {
            return new GeoJsonSource(bytes, new FeatureLines(bytes));
        }
        if (start is not [(byte)'{', ..])
        {
            return new CsvSource(bytes);
        }
        string type = "";
        JsonKind? kind = null;
        for (var i = 0; i < LookAhead.Length && kind is null; i++)
        {
            kind = KindOf(bytes.Peek(LookAhead[i]), out type);
        }
        switch (kind)
        {
            case JsonKind.Collection:
                return new GeoJsonSource(bytes, new FeatureCollection(bytes));
            case JsonKind.Feature:
                return new GeoJsonSource(bytes, new FeatureLines(bytes));
            case JsonKind.Lines or null:
                return new JsonLinesSource(bytes);
            default:
                problem = new(
                    bytes.File,
                    1,
                    kind == JsonKind.Topology ? "it is TopoJSON" : $"it is GeoJSON without features (a bare {type})",
                    "each incident is a feature with properties and a point",
                    "Write a FeatureCollection whose features are points"
                );
                return null;
        }
    }

    /// <summary>
    /// What a text that starts with a brace is, by the members of its first object; null: not seen yet.
    /// </summary>
    private static JsonKind? KindOf(ReadOnlySpan<byte> start, out string type)
    {
        type = "";
        var hasCoordinates = false;
        var isWhole = false;
        var reader = new Utf8JsonReader(start, isFinalBlock: false, default);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                if (!reader.Read())
                {
                    break;
                }
                if (name == "features" && reader.TokenType == JsonTokenType.StartArray)
                {
                    return JsonKind.Collection;
                }
                hasCoordinates |= name is "coordinates" or "geometries";
                if (name == "type" && reader.TokenType == JsonTokenType.String)
                {
                    type = reader.GetString()!;
                }
                if (!reader.TrySkip())
                {
                    break;
                }
            }
            isWhole = reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == 0;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // What is wrong with it is said when its rows are read.
            isWhole = true;
        }
        return type switch
        {
            "FeatureCollection" => JsonKind.Collection,
            "Feature" => JsonKind.Feature,
            "Topology" => JsonKind.Topology,
            _ when hasCoordinates && Geometries.Contains(type, StringComparer.Ordinal) => JsonKind.Geometry,
            _ => isWhole ? JsonKind.Lines : null,
        };
    }

    private static InputProblem? UnusableStart(string file, ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty)
        {
            return new(file, null, "it is empty", "a table has at least its header", Instead);
        }
        if (IsUtf16(start))
        {
            return new(file, 1, "it is UTF-16", "only UTF-8 is read", "Save the file as UTF-8");
        }
        if (GzipBytes.Starts(start))
        {
            return new(file, null, "it is compressed twice", "what is in it is no table", "Decompress it once: gunzip");
        }
        if (start.StartsWith("PK"u8))
        {
            const string What = "it is a zip archive or a workbook (.xlsx)";
            return new(file, null, What, "it may hold several tables", $"Unpack it, or save it as CSV. {Instead}");
        }
        if (HasName(file, ".parquet") && !start.StartsWith("PAR1"u8))
        {
            const string What = "it is named .parquet and does not start with PAR1, as Parquet does";
            return new(file, null, What, "it is something else, or was damaged", "Write it again, or give it its name");
        }
        return start.TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'[', ..]
            ? new(
                file,
                1,
                "it starts with '['",
                "a JSON array is not read as a stream",
                "Write JSON Lines: one object a line, no brackets round them"
            )
            : null;
    }

    private static bool HasName(string file, string ending) =>
        file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
        || file.EndsWith($"{ending}.gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>By its mark, or by every other byte being zero, as in Latin letters.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return true;
        }
        const int Enough = 16;
        var zeros = new int[2];
        for (var i = 0; i < Enough && i < start.Length; i++)
        {
            zeros[i % 2] += start[i] == 0 ? 1 : 0;
        }
        return start.Length >= Enough && (zeros is [0, Enough / 2] or [Enough / 2, 0]);
    }
}
