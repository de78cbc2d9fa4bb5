using System.Collections.Frozen;
using System.Globalization;
using Casus.Core.Facts;
using Casus.Data.Incidents;
using Casus.Data.Tables;

namespace Casus.Data.Mappings;

/// <summary>A place with the distance within which what happened there lies.</summary>
internal sealed record NamedPlace(GeoPoint Point, double RadiusKm);

/// <summary>
/// The hand table of places that monitors name (places.csv, set by hand to 0.01 degree), and the forms `12km NW of
/// X`, `north of X`, `near X`, `X (12km NW of Y)`. Good for the Donbas of 2014 to 2022 alone.
/// </summary>
internal static class PlaceNames
{
    private const double EarthRadiusKm = 6371;

    /// <summary>How far `north of X` or `near X` may be from X, where no distance is given.</summary>
    private const double NearbyKm = 5;

    private static readonly FrozenDictionary<string, NamedPlace> Places = Load();

    private static readonly string[] Directions =
    [
        "north",
        "northeast",
        "east",
        "southeast",
        "south",
        "southwest",
        "west",
        "northwest",
    ];

    /// <summary>The place of a name as written; null where the table lacks it.</summary>
    public static NamedPlace? Find(string written)
    {
        var text = written.Trim();
        if (Places.TryGetValue(text, out var place))
        {
            return place;
        }
        var bracket = text.IndexOf('(');
        if (bracket > 0)
        {
            var within = text[(bracket + 1)..].TrimEnd(')', ' ');
            return Find(text[..bracket]) ?? Find(within);
        }
        if (text.StartsWith("near ", StringComparison.OrdinalIgnoreCase))
        {
            return Find(text[5..]) is { } near ? near with { RadiusKm = near.RadiusKm + NearbyKm } : null;
        }
        return Relative(text) ?? PartOfPlace(text);
    }

    /// <summary>
    /// `2.5km NE of X`: the circle holds the whole width of the compass name and the rounding of the distance.
    /// </summary>
    private static NamedPlace? Relative(string text)
    {
        var of = text.IndexOf(" of ", StringComparison.OrdinalIgnoreCase);
        if (of < 0 || Find(text[(of + 4)..]) is not { } origin)
        {
            return null;
        }
        var words = text[..of].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var bearing = DegreesOf(words[^1]);
        if (bearing is null || words.Length > 2)
        {
            return null;
        }
        if (words.Length == 1)
        {
            return origin with { RadiusKm = origin.RadiusKm + NearbyKm };
        }
        var number = words[0].Replace("km", "", StringComparison.OrdinalIgnoreCase);
        return NumberText.Read(number, 0, 500, out var km) is null
            ? new NamedPlace(
                Destination(origin.Point, bearing.Value, km),
                Math.Round(origin.RadiusKm + 0.25 * km + 0.5, 1)
            )
            : null;
    }

    /// <summary>`X centre`, `X north`, `X city`: somewhere in X.</summary>
    private static NamedPlace? PartOfPlace(string text)
    {
        var space = text.LastIndexOf(' ');
        if (space < 0)
        {
            return null;
        }
        var last = text[(space + 1)..].ToLowerInvariant();
        var isPart = last is "centre" or "city" or "town" or "village" || Array.IndexOf(Directions, last) >= 0;
        return isPart ? Find(text[..space]) : null;
    }

    private static double? DegreesOf(string direction)
    {
        var name = Bearings.IndexOf(direction);
        if (name >= 0)
        {
            return name * 22.5;
        }
        var word = Array.IndexOf(Directions, direction.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());
        return word >= 0 ? word * 45 : null;
    }

    /// <summary>On a sphere, to 0.01 degree, as the table itself is.</summary>
    private static GeoPoint Destination(GeoPoint from, double bearingDeg, double km)
    {
        var bearing = double.DegreesToRadians(bearingDeg);
        var latitude = from.Latitude + double.RadiansToDegrees(km / EarthRadiusKm) * Math.Cos(bearing);
        var parallel = EarthRadiusKm * Math.Cos(double.DegreesToRadians(from.Latitude));
        var longitude = from.Longitude + double.RadiansToDegrees(km / parallel) * Math.Sin(bearing);
        return new GeoPoint(Math.Round(latitude, 2), Math.Round(longitude, 2));
    }

    private static FrozenDictionary<string, NamedPlace> Load()
    {
        var places = new Dictionary<string, NamedPlace>(StringComparer.OrdinalIgnoreCase);
        foreach (
            var line in BuiltInMappings
                .Resource("places.csv")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
        )
        {
            var values = line.Split(',');
            var point = new GeoPoint(Number(values[1]), Number(values[2]));
            places.Add(values[0], new NamedPlace(point, Number(values[3])));
        }
        return places.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
