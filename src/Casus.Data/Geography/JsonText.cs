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

    /// <summary>As written, cut short for a message.</summary>
    public static string Shown(JsonElement element)
    {
        string raw = element.ValueKind == JsonValueKind.Undefined ? "nothing" : element.GetRawText();
        return raw.Length <= 60 ? raw : raw[..57] + "...";
    }
}
