using System.Text.Json;

namespace Casus.Data.Tables;

/// <summary>
/// The values of one flat JSON object as texts. Numbers are taken as written; null is no value; a list is its values
/// joined by a bar.
/// </summary>
/// <param name="columnOf">The index of a column by its name; a new one where it was not seen yet.</param>
internal sealed class JsonFields(Func<string, int> columnOf)
{
    private readonly List<(int At, int Length)> fields = [];
    private readonly HashSet<int> seen = [];
    private char[] text = new char[4096];
    private int length;

    /// <summary>Room for an object of so many bytes; its values need no more characters.</summary>
    public Span<char> RoomFor(int bytes)
    {
        if (bytes + 1 > text.Length)
        {
            text = new char[Math.Max(text.Length * 2, bytes + 1)];
        }
        return text;
    }

    /// <summary>Forgets the values of the object before.</summary>
    public void Clear()
    {
        length = 0;
        seen.Clear();
        for (var i = 0; i < fields.Count; i++)
        {
            fields[i] = default;
        }
    }

    public ReadOnlyMemory<char> this[int column] =>
        column >= 0 && column < fields.Count ? text.AsMemory(fields[column].At, fields[column].Length).Trim() : default;

    /// <summary>Whether the object had the column, be it empty.</summary>
    public bool Has(int column) => seen.Contains(column);

    /// <summary>Makes room for another value of a column that is empty.</summary>
    public void Forget(int column) => seen.Remove(column);

    /// <summary>Reads the members of an object, from its first name to its end.</summary>
    /// <returns>Why they are no values; null where they are.</returns>
    public string? ReadMembers(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!.Trim();
            reader.Read();
            if (ReadMember(name, ref reader) is { } fault)
            {
                return fault;
            }
        }
        return null;
    }

    /// <summary>Reads one value, at which the reader stands, into a column.</summary>
    public string? ReadMember(string name, ref Utf8JsonReader reader)
    {
        var column = columnOf(name);
        while (fields.Count <= column)
        {
            fields.Add(default);
        }
        if (!seen.Add(column))
        {
            return $"'{name}' stands twice in the object";
        }
        var at = length;
        if (!ReadValue(ref reader))
        {
            return $"'{name}' holds an object or a list of lists; a value is a text, a number or a list of these";
        }
        fields[column] = (at, length - at);
        return null;
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
