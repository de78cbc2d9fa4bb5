using System.Globalization;
using Casus.Reports.Html.Words;
using Casus.Reports.Model;

namespace Casus.Reports.Html.Svg;

/// <summary>What helps to read the map: meridians and parallels with their degrees, a scale, a frame.</summary>
internal sealed class MapFurniture(MapModel map, MapProjection projection, double width, double height)
{
    private static readonly double[] Steps = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30];
    private static readonly double[] Lengths = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];
    private readonly List<(double X, double Y, string Label, string Anchor)> degrees = [];

    public void Graticule(MarkupWriter svg)
    {
        var step = Steps.FirstOrDefault(size => (map.East - map.West) / size <= 7, 30);
        var (wide, high) = (map.East - map.West, map.North - map.South);
        svg.Open("g", "graticule");
        for (
            var longitude = Math.Ceiling((map.West - wide) / step) * step;
            longitude <= map.East + wide;
            longitude += step
        )
        {
            var at = longitude;
            Draw(
                svg,
                i => new LonLat(at, map.South - high + i * high * 3 / 48),
                Degrees(at, "E", "W"),
                isMeridian: true
            );
        }
        for (
            var latitude = Math.Ceiling((map.South - high) / step) * step;
            latitude <= map.North + high;
            latitude += step
        )
        {
            var at = latitude;
            Draw(
                svg,
                i => new LonLat(map.West - wide + i * wide * 3 / 48, at),
                Degrees(at, "N", "S"),
                isMeridian: false
            );
        }
        svg.Close();
    }

    public void Draw(MarkupWriter svg)
    {
        foreach (var (x, y, label, anchor) in degrees)
        {
            svg.Label(x, y, label, "degree", anchor);
        }
        var km = Lengths.LastOrDefault(length => length * projection.UnitsPerKm <= width * 0.2, Lengths[0]);
        var bar = km * projection.UnitsPerKm;
        var (left, base_) = (24.0, height - 30);
        svg.Open("g").With("id", "map-scale").With("data-km", km);
        svg.Box(left - 10, base_ - 24, bar + 20, 36, "scale-back").Close();
        svg.Open("path", "scale-bar")
            .With("d", $"M{MarkupWriter.Number(left)} {MarkupWriter.Number(base_ - 6)}v6h{MarkupWriter.Number(bar)}v-6")
            .Close();
        svg.Label(left + bar / 2, base_ - 8, Amount.Kilometres(km), "scale-label", "middle");
        svg.Close();
        svg.Box(0.5, 0.5, width - 1, height - 1, "frame").Close();
    }

    private void Draw(MarkupWriter svg, Func<int, LonLat> at, string label, bool isMeridian)
    {
        var points = Enumerable.Range(0, 49).Select(i => projection.Project(at(i))).ToArray();
        var path = string.Join(
            'L',
            points.Select(point => $"{MarkupWriter.Number(point.X)} {MarkupWriter.Number(point.Y)}")
        );
        svg.Open("path").With("d", "M" + path).Close();
        foreach (var (a, b) in points.Zip(points.Skip(1)))
        {
            // Meridians are named at the top, parallels at the right, where they cross the frame.
            if (isMeridian && (a.Y - 14 > 0) != (b.Y - 14 > 0) && a.X is > 20 && a.X < width - 40)
            {
                degrees.Add((a.X + (b.X - a.X) * (14 - a.Y) / (b.Y - a.Y) + 3, 14, label, "start"));
            }
            else if (!isMeridian && (a.X - width > 0) != (b.X - width > 0) && a.Y > 24 && a.Y < height - 10)
            {
                degrees.Add((width - 5, a.Y + (b.Y - a.Y) * (width - a.X) / (b.X - a.X) - 3, label, "end"));
            }
        }
    }

    private static string Degrees(double value, string positive, string negative)
    {
        var rounded = Math.Round(value, 2);
        var side =
            rounded > 0 ? positive
            : rounded < 0 ? negative
            : "";
        return Math.Abs(rounded).ToString("0.##", CultureInfo.InvariantCulture) + "°" + side;
    }
}
