using System.Text.Json;

namespace Casus.Data.Tables;

/// <summary>
/// JSON Lines: one object a line, whose names are columns. Numbers are taken as written; null is no value; a list is
/// its values joined by a bar, as several bearings or names are written in a CSV.
/// </summary>
internal sealed class JsonLinesSource : TableSource
{
    private readonly List<(int At, int Length)> fields = [];
    private readonly HashSet<int> seen = [];
    private char[] text = new char[4096];
    private int length;

    public JsonLinesSource(string file, ByteLines lines)
        : base(file, lines) { }

    public override bool HasHeader => false;

    public override bool Read()
    {
        Fault = null;
        for (var blank = 0; Problem is null && !IsEndlesslyBlank(blank); blank++)
        {
            if (!Lines.Read(out var line))
            {
                Problem = Lines.Problem;
                return false;
            }
            Line = Lines.Line;
            if (line.Length + 1 > text.Length)
            {
                text = new char[Math.Max(text.Length * 2, line.Length + 1)];
            }
            // Decoded once only to find what is no text; the values are decoded into the same room again.
            if (!Decode(line, text, out var written))
            {
                return false;
            }
            if (text.AsSpan(0, written).IsWhiteSpace())
            {
                continue;
            }
            Row++;
            Fault = ReadObject(line);
            return true;
        }
        return false;
    }

    public override ReadOnlyMemory<char> Field(int column) =>
        column >= 0 && column < fields.Count ? text.AsMemory(fields[column].At, fields[column].Length).Trim() : default;

    private string? ReadObject(ReadOnlySpan<byte> line)
    {
        length = 0;
        seen.Clear();
        for (var i = 0; i < fields.Count; i++)
        {
            fields[i] = default;
        }
        try
        {
            var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = 8 });
            return !reader.Read() || reader.TokenType != JsonTokenType.StartObject
                ? "the line is not a JSON object"
                : ReadMembers(ref reader);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The byte's place is within the line; the line is named apart.
            return $"the line is not JSON: {e.Message.Split(" LineNumber")[0].TrimEnd('.')}";
        }
    }

    private string? ReadMembers(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!.Trim();
            var column = IndexOf(name);
            if (column < 0)
            {
                column = AddColumn(name);
                fields.Add(default);
            }
            if (!seen.Add(column))
            {
                return $"'{name}' stands twice in the object";
            }
            reader.Read();
            var at = length;
            if (!ReadValue(ref reader))
            {
                return $"'{name}' holds an object or a list of lists; a value is a text, a number or a list of these";
            }
            fields[column] = (at, length - at);
        }
        return reader.Read() ? "text follows the object" : null;
    }

    private bool ReadValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return ReadScalar(ref reader);
        }
        var first = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!first)
            {
                text[length++] = '|';
            }
            first = false;
            if (!ReadScalar(ref reader))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>
    /// No value is longer than its bytes, and a bar takes the place of a comma: the line's length is room enough.
    /// </summary>
    private bool ReadScalar(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                length += reader.CopyString(text.AsSpan(length));
                return true;
            case JsonTokenType.Number:
            case JsonTokenType.True:
            case JsonTokenType.False:
                foreach (var character in reader.ValueSpan)
                {
                    text[length++] = (char)character;
                }
                return true;
            case JsonTokenType.Null:
                return true;
            default:
                return false;
        }
    }
}
