using System.Collections.Immutable;
using System.Text.Json;

namespace Casus.Data.Geography;

/// <summary>The properties of a line's feature. One that cannot be used is told as a warning and left out.</summary>
internal sealed class LineProperties(JsonElement properties, ImmutableArray<string>.Builder warnings)
{
    public double? Kilometres(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }
        if (
            value.ValueKind == JsonValueKind.Number
            && value.TryGetDouble(out double km)
            && km >= 0
            && double.IsFinite(km)
        )
        {
            return km;
        }
        warnings.Add($"The property {name} is {JsonText.Shown(value)}, not a number of kilometres, and is not used.");
        return null;
    }

    public string? Text(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }
        if (JsonText.Of(value)?.Trim() is { Length: > 0 } text)
        {
            return text;
        }
        warnings.Add($"The property {name} is {JsonText.Shown(value)}, not a text, and is not used.");
        return null;
    }

    /// <summary>The names of the left and the right side; one name for both is a problem.</summary>
    public (string? Left, string? Right) Sides()
    {
        var (left, right) = (Text("left"), Text("right"));
        if (left != null && string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
        {
            throw new GeoJsonProblemException(
                $"both its sides are named \"{left}\", so the name tells none. Give left and right of the line's direction their own."
            );
        }
        return (left, right);
    }

    private JsonElement? Find(string name) => JsonText.Member(properties, name);
}
