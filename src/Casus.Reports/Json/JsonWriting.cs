using System.Text.Json;

namespace Casus.Reports.Json;

/// <summary>The few shapes that every report is made of.</summary>
internal static class JsonWriting
{
    /// <summary>An array of objects; the callback writes the members of one.</summary>
    public static void WriteArray<T>(
        this Utf8JsonWriter writer,
        string name,
        IEnumerable<T> items,
        Action<Utf8JsonWriter, T> writeMembers
    )
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            writeMembers(writer, item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }
        writer.WriteEndArray();
    }

    /// <summary>Nothing at all where the text is null.</summary>
    public static void WriteText(this Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    /// <summary>Nothing at all where the number is null.</summary>
    public static void WriteNumberIfAny(this Utf8JsonWriter writer, string name, decimal? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter writer, string name, decimal? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Only where it is so.</summary>
    public static void WriteFlag(this Utf8JsonWriter writer, string name, bool isSo)
    {
        if (isSo)
        {
            writer.WriteBoolean(name, true);
        }
    }
}
