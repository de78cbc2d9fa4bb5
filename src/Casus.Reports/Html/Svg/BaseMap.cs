using System.Text.Json;
using Casus.Reports.Model;

namespace Casus.Reports.Html.Svg;

/// <summary>Land, water and borders from web/ (web/CONTRACT.md), as far as they are in view.</summary>
internal static class BaseMap
{
    /// <summary>Draws into the group that is open. The base map's attribution; null where none is built in.</summary>
    public static string? Draw(MarkupWriter svg, MapModel map, MapPaths paths)
    {
        using var stream = PageAssets.Open(PageAssets.BaseMap);
        if (stream is null)
        {
            return null;
        }
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        Areas(svg, root, "land", map, paths);
        Areas(svg, root, "water", map, paths);
        Lines(svg, root, "borders", "border", map, paths);
        Lines(svg, root, "disputed", "disputed", map, paths);
        return root.TryGetProperty("attribution", out var attribution) ? attribution.GetString() : "";
    }

    private static void Areas(MarkupWriter svg, JsonElement root, string layer, MapModel map, MapPaths paths)
    {
        foreach (var feature in InView(root, layer, map))
        {
            Path(svg, layer, paths.Rings(feature.GetProperty("rings").EnumerateArray().Select(Points)));
        }
    }

    private static void Lines(
        MarkupWriter svg,
        JsonElement root,
        string layer,
        string kind,
        MapModel map,
        MapPaths paths
    )
    {
        foreach (var feature in InView(root, layer, map))
        {
            Path(svg, kind, paths.Line(Points(feature.GetProperty("line"))));
        }
    }

    private static void Path(MarkupWriter svg, string kind, string path)
    {
        if (path.Length > 0)
        {
            svg.Open("path", kind).With("d", path).Close();
        }
    }

    private static IEnumerable<JsonElement> InView(JsonElement root, string layer, MapModel map)
    {
        var (width, height) = (map.East - map.West, map.North - map.South);
        return root.TryGetProperty(layer, out var features)
            ? features
                .EnumerateArray()
                .Where(feature =>
                {
                    var box = feature.GetProperty("box");
                    return box[0].GetDouble() <= map.East + width
                        && box[2].GetDouble() >= map.West - width
                        && box[1].GetDouble() <= map.North + height
                        && box[3].GetDouble() >= map.South - height;
                })
            : [];
    }

    private static IEnumerable<LonLat> Points(JsonElement flat)
    {
        double? longitude = null;
        foreach (var number in flat.EnumerateArray())
        {
            if (longitude is { } known)
            {
                yield return new LonLat(known, number.GetDouble());
                longitude = null;
            }
            else
            {
                longitude = number.GetDouble();
            }
        }
    }
}
