using System.Globalization;
using Casus.Core.Agreements;
using Casus.Core.Geography;

namespace Casus.LanguageServer.Hovering;

/// <summary>How far a line, a zone and sectors reach.</summary>
internal static class GeographyMeaning
{
    /// <summary>The length of a line in km; null where nothing is drawn of it.</summary>
    public static double? LengthKm(DatumLine line) =>
        line.Vertices.IsDefaultOrEmpty || line.Vertices.All(vertex => vertex == line.Vertices[0])
            ? null
            : new GeodesicPolyline(line.Vertices).LengthMetres / 1000;

    public static IEnumerable<string> Of(Agreement agreement, DatumLine line)
    {
        yield return LengthKm(line) is { } length
            ? $"{Km(length)} km long, {line.Vertices.Length} points, from `{line.File}`."
            : "Nothing is drawn of it: every distance from it is undetermined.";
        if (line.Moving)
        {
            yield return "It moves with the facts, so every distance from it is undetermined.";
        }
        else if (line.AsOf is { } date)
        {
            yield return $"As it was on {date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}.";
        }
        if (line.AccuracyKm is { } accuracy)
        {
            yield return $"Drawn to within {Km(accuracy)} km of the true line.";
        }
        if (line is { Left: { } left, Right: { } right })
        {
            yield return $"Left of its direction: {left}; right of it: {right}.";
        }
        if (agreement.Sectors is { } sectors && agreement.Lines[sectors.Line] == line)
        {
            yield return Sectors(sectors);
        }
    }

    public static string Of(Agreement agreement, Area area) =>
        area switch
        {
            Area.WithinOfLine within =>
                $"{Km(within.Metres / 1000d)} km to each side of {Along(agreement.Lines[within.Line])}.",
            Area.BeyondLine beyond =>
                $"Everything at least {Km(beyond.Metres / 1000d)} km from {Along(agreement.Lines[beyond.Line])}.",
            Area.SideOfLine side =>
                $"Everything {(side.Left ? "left" : "right")} of {Along(agreement.Lines[side.Line])}.",
            Area.Polygons polygons => Polygons(polygons),
            Area.Named named => $"`{named.Name}` has no geometry here: places in it are undetermined.",
            Area.Union union => string.Join(" And: ", union.Of.Select(part => Of(agreement, part))),
            Area.Difference difference => $"{Of(agreement, difference.Of)} Without: {Of(agreement, difference.Except)}",
            _ => "",
        };

    public static string Sectors(SectorScheme sectors) =>
        $"{sectors.Count} {(sectors.Count == 1 ? "sector" : "sectors")} of {Km(sectors.Metres / 1000d)} km; the last is what remains.";

    /// <summary>A number of km with at most one decimal, such as 427.3.</summary>
    public static string Km(double km) => km.ToString("#,0.#", CultureInfo.InvariantCulture);

    private static string Along(DatumLine line) =>
        LengthKm(line) is { } length ? $"{line.Name}, which is {Km(length)} km long" : line.Name;

    private static string Polygons(Area.Polygons polygons)
    {
        var points = polygons.Rings.SelectMany(polygon => polygon).SelectMany(ring => ring).ToList();
        var count = $"{polygons.Rings.Length} {(polygons.Rings.Length == 1 ? "polygon" : "polygons")}";
        if (points.Count == 0)
        {
            return $"{count} without a point.";
        }
        static string Degrees(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
        return $"{count}, latitude {Degrees(points.Min(point => point.Latitude))} to {Degrees(points.Max(point => point.Latitude))}, "
            + $"longitude {Degrees(points.Min(point => point.Longitude))} to {Degrees(points.Max(point => point.Longitude))}.";
    }
}
