using System.Text.Json;

namespace Casus.Data.Geography;

/// <summary>A geometry of a file, with the properties of the feature that it belongs to.</summary>
internal sealed record GeoJsonShape(string Type, JsonElement Coordinates, JsonElement Properties)
{
    private const int Depth = 16;

    /// <summary>
    /// Every simple geometry of a document, in order: collections of features and of geometries are opened.
    /// </summary>
    public static List<GeoJsonShape> In(JsonElement root)
    {
        RefuseOtherDatum(root);
        var shapes = new List<GeoJsonShape>();
        Collect(root, default, shapes, 0);
        return shapes;
    }

    /// <summary>The coordinates of each part of a geometry of several.</summary>
    public IEnumerable<JsonElement> Parts() =>
        Coordinates.ValueKind == JsonValueKind.Array
            ? Coordinates.EnumerateArray()
            : throw new GeoJsonProblemException($"the coordinates of its {Type} are no list.");

    private static void Collect(JsonElement element, JsonElement properties, List<GeoJsonShape> into, int depth)
    {
        if (depth > Depth)
        {
            throw new GeoJsonProblemException($"its geometries are nested more than {Depth} deep.");
        }
        if (element.ValueKind == JsonValueKind.Null)
        {
            return;
        }
        string type = TypeOf(element);
        switch (type)
        {
            case "FeatureCollection":
                CollectAll(element, "features", default, into, depth);
                break;
            case "Feature":
                if (JsonText.Member(element, "geometry") is { } geometry)
                {
                    Collect(geometry, JsonText.Member(element, "properties") ?? default, into, depth + 1);
                }
                break;
            case "GeometryCollection":
                CollectAll(element, "geometries", properties, into, depth);
                break;
            default:
                into.Add(new GeoJsonShape(type, JsonText.Member(element, "coordinates") ?? default, properties));
                break;
        }
    }

    private static void CollectAll(
        JsonElement element,
        string member,
        JsonElement properties,
        List<GeoJsonShape> into,
        int depth
    )
    {
        if (JsonText.Member(element, member) is not { ValueKind: JsonValueKind.Array } list)
        {
            throw new GeoJsonProblemException($"its {TypeOf(element)} has no list of {member}.");
        }
        foreach (var item in list.EnumerateArray())
        {
            Collect(item, properties, into, depth + 1);
        }
    }

    private static string TypeOf(JsonElement element) =>
        JsonText.Member(element, "type") is { } type && JsonText.Of(type) is { } text
            ? text
            : throw new GeoJsonProblemException(
                "it is JSON but not GeoJSON: an object with a \"type\" was expected (RFC 7946)."
            );

    private static void RefuseOtherDatum(JsonElement root)
    {
        if (
            JsonText.Member(root, "crs") is { } system
            && system.GetRawText() is var written
            && !written.Contains("CRS84", StringComparison.OrdinalIgnoreCase)
            && !written.Contains("4326", StringComparison.Ordinal)
        )
        {
            throw new GeoJsonProblemException(
                $"its coordinates are in another system ({written}). Convert them to WGS 84 degrees, and leave out \"crs\"."
            );
        }
    }
}
