using Casus.Reports.Html.Words;
using Casus.Reports.Model;

namespace Casus.Reports.Html.Svg;

/// <summary>
/// The map: what is under it, what the texts draw on it, and where the rows lie, as areas of uncertainty.
/// </summary>
internal sealed class MapDrawing
{
    public const double Width = 1200;
    private const double Padding = 48;
    private readonly IReadOnlyList<ReportView> reports;
    private readonly MapModel map;
    private readonly MapProjection projection;
    private readonly MapPaths paths;
    private readonly double height;

    public MapDrawing(IReadOnlyList<ReportView> reports)
    {
        this.reports = reports;
        map = View(reports);
        projection = MapProjection.Fit(map, Width, Padding, out height);
        paths = new MapPaths(projection, Width, height);
    }

    /// <summary>Known once it is drawn; null where no base map is built in.</summary>
    public string? Attribution { get; private set; }

    public string Draw()
    {
        var svg = new MarkupWriter();
        svg.Open("svg", "chart map")
            .With("id", "map")
            .With("viewBox", $"0 0 {MarkupWriter.Number(Width)} {MarkupWriter.Number(height)}")
            .With("role", "img")
            .With("aria-labelledby", "map-title map-desc")
            .With("data-longitude0", Exact(projection.Longitude0))
            .With("data-latitude0", Exact(projection.Latitude0))
            .With("data-scale", Exact(projection.Scale))
            .With("data-x0", Exact(projection.X0))
            .With("data-y0", Exact(projection.Y0));
        svg.Open("title").With("id", "map-title").Text("Map of where the rows lie").Close();
        svg.Open("desc").With("id", "map-desc").Text(Description()).Close();
        svg.Open("defs")
            .Open("clipPath")
            .With("id", "map-clip")
            .Box(0, 0, Width, height, "clip")
            .Close()
            .Close()
            .Close();
        svg.Box(0, 0, Width, height, "sea").Close();
        svg.Open("g").With("clip-path", "url(#map-clip)").Open("g").With("id", "map-view");
        svg.Open("g").With("id", "map-base");
        Attribution = BaseMap.Draw(svg, map, paths);
        svg.Close();
        var furniture = new MapFurniture(map, projection, Width, height);
        furniture.Graticule(svg);
        foreach (var report in Drawn(reports))
        {
            Text(svg, report);
        }
        new PlaceDrawing(projection, reports[0].Model.Places).Draw(svg);
        svg.Close().Close();
        svg.Open("g").With("id", "map-furniture");
        furniture.Draw(svg);
        return svg.Close().Close().ToString();
    }

    /// <summary>
    /// The reports whose text draws something: the second only where it draws otherwise than the first.
    /// </summary>
    public static IEnumerable<ReportView> Drawn(IReadOnlyList<ReportView> reports) =>
        reports.Where(report => report.Index == 0 || !IsDrawnAlike(reports[0].Model.Map, report.Model.Map));

    /// <summary>What a text draws; lines and sectors that the first drew already are left out.</summary>
    private void Text(MarkupWriter svg, ReportView report)
    {
        var drawing = new TextDrawing(report, projection, paths, Width, height);
        svg.Open("g", report.Index > 0 ? "second-text" : "first-text").With("data-report", report.Index);
        drawing.Zones(svg);
        var other = report.Index > 0 ? reports[0].Model.Map : null;
        if (other is null || !HaveSameLines(other, report.Model.Map))
        {
            drawing.Lines(svg);
        }
        if (other is null || !HaveSameSectors(other, report.Model.Map))
        {
            drawing.Sectors(svg);
        }
        svg.Close();
    }

    private static bool IsDrawnAlike(MapModel one, MapModel other) =>
        HaveSameLines(one, other)
        && HaveSameSectors(one, other)
        && one.Zones.Select(zone => zone.Written)
            .SequenceEqual(other.Zones.Select(zone => zone.Written), StringComparer.Ordinal);

    /// <summary>Every line of the second is drawn by the first.</summary>
    private static bool HaveSameLines(MapModel one, MapModel other) =>
        other.Lines.All(line => one.Lines.Any(drawn => drawn.Points.SequenceEqual(line.Points)));

    private static bool HaveSameSectors(MapModel one, MapModel other) =>
        one.Sectors.Length == other.Sectors.Length
        && one.Sectors.Zip(other.Sectors).All(pair => pair.First.Stretch.SequenceEqual(pair.Second.Stretch));

    private static MapModel View(IReadOnlyList<ReportView> reports)
    {
        var first = reports[0].Model.Map;
        return first with
        {
            West = reports.Min(report => report.Model.Map.West),
            South = reports.Min(report => report.Model.Map.South),
            East = reports.Max(report => report.Model.Map.East),
            North = reports.Max(report => report.Model.Map.North),
        };
    }

    private string Description()
    {
        var places = reports[0].Model.Places;
        return $"{Amount.Of(places.Places.Length, "place", "places")} drawn as areas of uncertainty, with counts of rows where they overlap; "
            + $"{Amount.Of(places.WithoutPlace, "row", "rows")} without a place cannot be drawn. The same is in the table below.";
    }

    private static string Exact(double value) =>
        value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
