using Casus.Reports.Model;

namespace Casus.Reports.Html.Svg;

/// <summary>What one text draws on the map: zones, lines with how near they are known, sectors by number.</summary>
internal sealed class TextDrawing(
    ReportView report,
    MapProjection projection,
    MapPaths paths,
    double width,
    double height
)
{
    private readonly MapModel map = report.Model.Map;

    public void Zones(MarkupWriter svg)
    {
        svg.Open("g", "zones").With("id", IdOf("map-zones"));
        for (var i = 0; i < map.Zones.Length; i++)
        {
            var zone = map.Zones[i];
            svg.Open("g", "zone").With("data-zone", i).Element("title", $"{zone.Name}: {zone.Written}");
            Mask(svg, $"{IdOf("map-zones")}-{i}", zone.Area);
            svg.Close();
        }
        svg.Close();
    }

    public void Lines(MarkupWriter svg)
    {
        svg.Open("g", "lines").With("id", IdOf("map-lines"));
        for (var i = 0; i < map.Lines.Length; i++)
        {
            var line = map.Lines[i];
            var path = paths.Line(line.Points);
            if (line.AccuracyKm is { } accuracy)
            {
                svg.Open("path", "accuracy")
                    .With("data-line", i)
                    .With("d", path)
                    .With("stroke-width", Math.Max(2, 2 * accuracy * projection.UnitsPerKm))
                    .Close();
            }
            svg.Open("path", "line-casing").With("d", path).Close();
            svg.Open("path", "line").With("data-line", i).With("d", path).Element("title", line.Name).Close();
            Sides(svg, line);
        }
        svg.Close();
    }

    public void Sectors(MarkupWriter svg)
    {
        svg.Open("g", "sectors").With("id", IdOf("map-sectors"));
        foreach (var sector in map.Sectors.Where(sector => sector.Stretch.Length > 1))
        {
            var points = sector.Stretch.Select(projection.Project).ToArray();
            svg.Open("g", "sector").With("data-sector", sector.Number);
            Tick(svg, points[0], points[1]);
            var (at, across) = Middle(points);
            // Beside the zone, where no row hides it.
            var (x, y) = (at.X + across.X * (Reach + 15), at.Y + across.Y * (Reach + 15));
            svg.Open("circle", "sector-disc").With("cx", x).With("cy", y).With("r", 9.0).Close();
            svg.Label(x, y + 3.8, $"{sector.Number}", "sector-number", "middle");
            svg.Close();
        }
        svg.Close();
    }

    /// <summary>How far the zones reach from the line, in units; 0 where none is drawn along it.</summary>
    private double Reach =>
        map
            .Zones.Select(zone => zone.Area)
            .Where(area => area.Kind == "within")
            .Select(area => (area.Metres ?? 0) / 1000.0 * projection.UnitsPerKm)
            .DefaultIfEmpty(0)
            .Max();

    private string IdOf(string name) => report.Index == 0 ? name : name + "-b";

    /// <summary>A zone is painted through a mask, so that whatever it is made of lies on the map once.</summary>
    private void Mask(MarkupWriter svg, string id, MapArea area)
    {
        svg.Open("mask").With("id", id).With("maskUnits", "userSpaceOnUse");
        Everywhere(svg);
        Shape(svg, area, isIn: true);
        svg.Close();
        svg.Box(-width, -height, width * 3, height * 3, "zone-fill").With("mask", $"url(#{id})").Close();
        if (area is { Kind: "within", Line: { } line, Metres: { } metres })
        {
            var reach = 2 * metres / 1000.0 * projection.UnitsPerKm;
            var path = paths.Line(map.Lines[line].Points);
            svg.Open("mask").With("id", id + "-edge").With("maskUnits", "userSpaceOnUse");
            Everywhere(svg);
            Stroke(svg, path, reach + 1.6, "white");
            Stroke(svg, path, reach - 1.6, "black");
            svg.Close();
            svg.Box(-width, -height, width * 3, height * 3, "zone-edge").With("mask", $"url(#{id}-edge)").Close();
        }
    }

    private void Everywhere(MarkupWriter mask) =>
        mask.With("x", -width).With("y", -height).With("width", width * 3).With("height", height * 3);

    /// <summary>Paints what an area covers, white in a mask; what is taken away, black.</summary>
    private void Shape(MarkupWriter mask, MapArea area, bool isIn)
    {
        var paint = isIn ? "white" : "black";
        switch (area)
        {
            case { Kind: "within", Line: { } line, Metres: { } metres }:
                Stroke(mask, paths.Line(map.Lines[line].Points), 2 * metres / 1000.0 * projection.UnitsPerKm, paint);
                break;
            case { Kind: "beyond", Line: { } line, Metres: { } metres }:
                mask.Open("rect").With("fill", paint);
                Everywhere(mask);
                mask.Close();
                Stroke(
                    mask,
                    paths.Line(map.Lines[line].Points),
                    2 * metres / 1000.0 * projection.UnitsPerKm,
                    isIn ? "black" : "white"
                );
                break;
            case { Kind: "side", Line: { } line }:
                Hatching(mask, map.Lines[line], area.Left ?? true, paint);
                break;
            case { Kind: "polygons" }:
                var rings = area.Rings.SelectMany(polygon => polygon);
                mask.Open("path")
                    .With("d", paths.Rings(rings.Select(ring => ring.AsEnumerable())))
                    .With("fill", paint)
                    .With("fill-rule", "evenodd")
                    .Close();
                break;
            case { Kind: "union" }:
                foreach (var part in area.Of)
                {
                    Shape(mask, part, isIn);
                }
                break;
            case { Kind: "difference" }:
                for (var i = 0; i < area.Of.Length; i++)
                {
                    Shape(mask, area.Of[i], i == 0 ? isIn : !isIn);
                }
                break;
            default:
                // A named area has no shape here: the caption says so.
                break;
        }
    }

    private static void Stroke(MarkupWriter mask, string path, double width, string paint) =>
        mask.Open("path")
            .With("d", path)
            .With("fill", "none")
            .With("stroke", paint)
            .With("stroke-width", Math.Max(0, width))
            .With("stroke-linecap", "round")
            .With("stroke-linejoin", "round")
            .Close();

    /// <summary>A side has no end: short strokes along the line say which it is.</summary>
    private void Hatching(MarkupWriter mask, MapLine line, bool isLeft, string paint)
    {
        var points = line.Points.Select(projection.Project).ToArray();
        for (var i = 1; i < points.Length; i++)
        {
            var (a, b) = (points[i - 1], points[i]);
            var length = Math.Max(1e-6, Distance(a, b));
            // The map's y grows downwards: left of the direction is (dy, -dx).
            var (x, y) = ((b.Y - a.Y) / length * (isLeft ? 1 : -1), -(b.X - a.X) / length * (isLeft ? 1 : -1));
            for (var way = 0.0; way < length; way += 14)
            {
                var (atX, atY) = (a.X + (b.X - a.X) * way / length, a.Y + (b.Y - a.Y) * way / length);
                mask.Open("line")
                    .With("x1", atX)
                    .With("y1", atY)
                    .With("x2", atX + x * 22)
                    .With("y2", atY + y * 22)
                    .With("stroke", paint)
                    .With("stroke-width", 2.0)
                    .Close();
            }
        }
    }

    private void Sides(MarkupWriter svg, MapLine line)
    {
        if (line.Points.Length < 2)
        {
            return;
        }
        var (at, across) = Middle([.. line.Points.Select(projection.Project)]);
        // Middle's normal points left of the direction.
        Side(svg, line.Left, at, across, Reach + 46);
        Side(svg, line.Right, at, across, -Reach - 46);
    }

    private static void Side(
        MarkupWriter svg,
        string? name,
        (double X, double Y) at,
        (double X, double Y) across,
        double distance
    )
    {
        if (name is not null)
        {
            var (x, y) = (across.X * distance, across.Y * distance);
            // Written away from the line.
            svg.Label(
                at.X + x,
                at.Y + y,
                $"side: {name}",
                "side-name",
                x < -20 ? "end"
                    : x > 20 ? "start"
                    : "middle"
            );
        }
    }

    private static void Tick(MarkupWriter svg, (double X, double Y) at, (double X, double Y) next)
    {
        var length = Math.Max(1e-6, Distance(at, next));
        var (x, y) = ((next.Y - at.Y) / length * 9, -(next.X - at.X) / length * 9);
        svg.Line(at.X - x, at.Y - y, at.X + x, at.Y + y, "sector-end");
    }

    /// <summary>The point half-way along, and the unit normal to the left of the direction there.</summary>
    private static ((double X, double Y) At, (double X, double Y) Across) Middle((double X, double Y)[] points)
    {
        var half = points.Zip(points.Skip(1), Distance).Sum() / 2;
        for (var i = 1; i < points.Length; i++)
        {
            var length = Distance(points[i - 1], points[i]);
            if (half > length && i < points.Length - 1)
            {
                half -= length;
                continue;
            }
            var (a, b) = (points[i - 1], points[i]);
            var share = length > 0 ? Math.Min(1, half / length) : 0;
            var at = (a.X + (b.X - a.X) * share, a.Y + (b.Y - a.Y) * share);
            return length > 0 ? (at, ((b.Y - a.Y) / length, -(b.X - a.X) / length)) : (at, (0, -1));
        }
        return (points[0], (0, -1));
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b) =>
        Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
}
