using System.Text.Json;

namespace Casus.Data.Geography;

internal static class JsonText
{
    /// <summary>The text of a JSON string; null for anything else, or where an escape in it is no character.</summary>
    public static string? Of(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A member of an object that is not null; none where it is absent, or this is no object.</summary>
    public static JsonElement? Member(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }
        try
        {
            return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
        }
        catch (InvalidOperationException)
        {
            throw new GeoJsonProblemException(
                "a name in it has an escape (\\u and half of a surrogate pair) that is no character. Write it out, or leave it out."
            );
        }
    }

    /// <summary>As written, cut short for a message.</summary>
    public static string Shown(JsonElement element)
    {
        string raw = element.ValueKind == JsonValueKind.Undefined ? "nothing" : element.GetRawText();
        return raw.Length <= 60 ? raw : raw[..57] + "...";
    }
}
