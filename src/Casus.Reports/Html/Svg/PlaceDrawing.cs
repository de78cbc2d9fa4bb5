using System.Globalization;
using System.Text;
using Casus.Reports.Html.Words;
using Casus.Reports.Model;

namespace Casus.Reports.Html.Svg;

/// <summary>
/// Where rows lie: discs as wide as their uncertainty, sectors as an observer saw them, and counts where they overlap.
/// </summary>
internal sealed class PlaceDrawing(MapProjection projection, PlaceTable places)
{
    private const double Together = 26;
    private const double SmallestRadius = 2.2;

    public void Draw(MarkupWriter svg)
    {
        svg.Open("g").With("id", "map-places");
        foreach (
            var index in Enumerable.Range(0, places.Places.Length).OrderByDescending(i => places.Places[i].RadiusKm)
        )
        {
            var place = places.Places[index];
            if (place.Observer is { } seen)
            {
                Wedges(svg, index, place, seen);
            }
            else
            {
                var (x, y) = projection.Project(place.At);
                var radius = place.RadiusKm * projection.UnitsPerKm * projection.Stretch(place.At);
                svg.Open("circle", "place " + place.Zone)
                    .With("cx", x)
                    .With("cy", y)
                    .With("r", Math.Max(SmallestRadius, radius))
                    .With("data-place", index)
                    .With("data-rows", place.Rows)
                    .Close();
            }
        }
        svg.Close();
        Clusters(svg);
    }

    private void Wedges(MarkupWriter svg, int index, PlaceRow place, ObserverArea seen)
    {
        if (seen.MaxKm is not { } most)
        {
            return;
        }
        var path = new StringBuilder();
        var arcs = seen.Arcs.IsEmpty ? [new Bearings(0, 360)] : seen.Arcs;
        foreach (var arc in arcs)
        {
            var width = (arc.To - arc.From + 360) % 360 is > 0 and var part ? part : 360;
            var steps = (int)Math.Ceiling(width / 10);
            var bearings = Enumerable.Range(0, steps + 1).Select(i => arc.From + width * i / steps).ToArray();
            var far = bearings.Select(bearing => MapProjection.Destination(place.At, bearing, most));
            var near = bearings.Reverse().Select(bearing => MapProjection.Destination(place.At, bearing, seen.MinKm));
            var points = far.Concat(near).Select(projection.Project).ToArray();
            for (var i = 0; i < points.Length; i++)
            {
                path.Append(i == 0 ? 'M' : 'L')
                    .Append(MarkupWriter.Number(points[i].X))
                    .Append(' ')
                    .Append(MarkupWriter.Number(points[i].Y));
            }
            path.Append('Z');
        }
        svg.Open("path", "place wedge " + place.Zone)
            .With("d", path.ToString())
            .With("data-place", index)
            .With("data-rows", place.Rows)
            .Close();
    }

    private void Clusters(MarkupWriter svg)
    {
        svg.Open("g").With("id", "map-clusters");
        foreach (var cluster in Gathered())
        {
            var rows = cluster.Sum(index => (long)places.Places[index].Rows);
            var at = cluster.Select(index => (Point: Shown(places.Places[index]), places.Places[index].Rows)).ToArray();
            var weight = at.Sum(place => Math.Max(1.0, place.Rows));
            var x = at.Sum(place => place.Point.X * Math.Max(1, place.Rows)) / weight;
            var y = at.Sum(place => place.Point.Y * Math.Max(1, place.Rows)) / weight;
            var radius = rows < 2 ? 3 : Math.Min(26, 7 + 1.1 * Math.Sqrt(rows));
            svg.Open("g", "cluster")
                .With(
                    "data-places",
                    string.Join(' ', cluster.Select(index => index.ToString(CultureInfo.InvariantCulture)))
                )
                .With("data-rows", rows);
            svg.Element("title", $"{Amount.Of(rows, "row", "rows")} at {Amount.Of(cluster.Count, "place", "places")}");
            svg.Open("circle").With("cx", x).With("cy", y).With("r", radius).Close();
            if (rows > 1)
            {
                svg.Label(x, y + 3.6, Short(rows), "count", "middle");
            }
            svg.Close();
        }
        svg.Close();
    }

    /// <summary>Places whose marks would overlap, each with the nearest of those with more rows.</summary>
    private List<List<int>> Gathered()
    {
        var gathered = new List<List<int>>();
        var seeds = new Dictionary<(int, int), List<int>>();
        foreach (var index in Enumerable.Range(0, places.Places.Length).OrderByDescending(i => places.Places[i].Rows))
        {
            var place = places.Places[index];
            if (place.Rows == 0 || place.Observer is { MaxKm: null })
            {
                continue;
            }
            var point = Shown(place);
            var (column, row) = ((int)Math.Floor(point.X / Together), (int)Math.Floor(point.Y / Together));
            var nearest =
                from across in Enumerable.Range(column - 1, 3)
                from down in Enumerable.Range(row - 1, 3)
                from seed in seeds.GetValueOrDefault((across, down)) ?? []
                let other = Shown(places.Places[gathered[seed][0]])
                let distance = Math.Sqrt(Math.Pow(other.X - point.X, 2) + Math.Pow(other.Y - point.Y, 2))
                where distance <= Together
                orderby distance
                select seed;
            if (nearest.FirstOrDefault(-1) is >= 0 and var found)
            {
                gathered[found].Add(index);
                continue;
            }
            if (!seeds.TryGetValue((column, row), out var here))
            {
                seeds[(column, row)] = here = [];
            }
            here.Add(gathered.Count);
            gathered.Add([index]);
        }
        return gathered;
    }

    /// <summary>Where a mark stands for a place: in the middle of what an observer saw, else at it.</summary>
    private (double X, double Y) Shown(PlaceRow place)
    {
        if (place.Observer is not { MaxKm: { } most, Arcs: [var arc, ..] } seen)
        {
            return projection.Project(place.At);
        }
        var bearing = arc.From + (arc.To - arc.From + 360) % 360 / 2;
        return projection.Project(MapProjection.Destination(place.At, bearing, (most + seen.MinKm) / 2));
    }

    private static string Short(long rows) =>
        rows < 10_000 ? Amount.Of(rows) : (rows / 1000.0).ToString("0", CultureInfo.InvariantCulture) + "k";
}
