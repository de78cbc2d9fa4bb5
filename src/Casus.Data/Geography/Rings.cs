using System.Collections.Immutable;
using System.Text.Json;
using Casus.Core.Facts;

namespace Casus.Data.Geography;

/// <summary>The rings of a polygon, the outer one first, without the closing position.</summary>
internal static class Rings
{
    public static ImmutableArray<ImmutableArray<GeoPoint>> Read(JsonElement polygon)
    {
        if (polygon.ValueKind != JsonValueKind.Array || polygon.GetArrayLength() == 0)
        {
            throw new GeoJsonProblemException(
                $"the coordinates of a polygon are {JsonText.Shown(polygon)}, not a list of rings."
            );
        }
        return [.. polygon.EnumerateArray().Select((ring, i) => Ring(ring, i == 0 ? "the outer ring" : $"hole {i}"))];
    }

    private static ImmutableArray<GeoPoint> Ring(JsonElement ring, string which)
    {
        var positions = GeoJsonPositions.Read(ring, which);
        if (positions.Length < 4)
        {
            throw new GeoJsonProblemException(
                $"{which} has {positions.Length} positions. A ring has at least four, the last equal to the first."
            );
        }
        if (positions[0] != positions[^1])
        {
            throw new GeoJsonProblemException(
                $"{which} is not closed. Write its first position, "
                    + $"[{GeoJsonPositions.Written(positions[0].Longitude)}, {GeoJsonPositions.Written(positions[0].Latitude)}], "
                    + "again at its end."
            );
        }
        ImmutableArray<GeoPoint> distinct =
        [
            .. positions.Where((position, i) => i > 0 && position != positions[i - 1]),
        ];
        return distinct.Distinct().Count() >= 3
            ? distinct
            : throw new GeoJsonProblemException($"{which} has fewer than three different places, and so no inside.");
    }
}
