using System.Text;
using Casus.Reports.Model;

namespace Casus.Reports.Html.Svg;

/// <summary>
/// Path data of lines and rings. Points closer than an eye can tell are left out, and so is what lies far outside the
/// frame.
/// </summary>
internal sealed class MapPaths(MapProjection projection, double width, double height)
{
    private const double Near = 0.5;

    /// <summary>Beyond the frame on each side, so that a map that is moved is not empty at once.</summary>
    private const double Margin = 0.4;
    private readonly double left = -width * Margin;
    private readonly double right = width * (1 + Margin);
    private readonly double top = -height * Margin;
    private readonly double bottom = height * (1 + Margin);

    public string Line(IEnumerable<LonLat> points)
    {
        var path = new StringBuilder();
        var isDown = false;
        (double X, double Y)? last = null;
        foreach (var at in points)
        {
            var point = projection.Project(at);
            if (last is { } before && (IsNear(before) || IsNear(point)))
            {
                if (!isDown)
                {
                    Append(path, 'M', before);
                    isDown = true;
                }
                Append(path, 'L', point);
            }
            else
            {
                isDown = false;
            }
            last = point;
        }
        return path.ToString();
    }

    /// <summary>Rings cut to the frame and its margin; empty where nothing of them is there.</summary>
    public string Rings(IEnumerable<IEnumerable<LonLat>> rings)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            var cut = Cut([.. ring.Select(projection.Project)]);
            var drawn = Thinned(cut);
            if (drawn.Count < 3)
            {
                continue;
            }
            Append(path, 'M', drawn[0]);
            foreach (var point in drawn.Skip(1))
            {
                Append(path, 'L', point);
            }
            path.Append('Z');
        }
        return path.ToString();
    }

    private bool IsNear((double X, double Y) point) =>
        point.X >= left && point.X <= right && point.Y >= top && point.Y <= bottom;

    private static List<(double X, double Y)> Thinned(List<(double X, double Y)> points)
    {
        var kept = new List<(double X, double Y)>();
        foreach (var point in points)
        {
            if (kept.Count == 0 || Math.Abs(point.X - kept[^1].X) + Math.Abs(point.Y - kept[^1].Y) >= Near)
            {
                kept.Add(point);
            }
        }
        return kept;
    }

    /// <summary>Sutherland and Hodgman's: against each side of the frame in turn.</summary>
    private List<(double X, double Y)> Cut(List<(double X, double Y)> ring)
    {
        ring = Cut(ring, point => point.X - left);
        ring = Cut(ring, point => right - point.X);
        ring = Cut(ring, point => point.Y - top);
        return Cut(ring, point => bottom - point.Y);
    }

    private static List<(double X, double Y)> Cut(
        List<(double X, double Y)> ring,
        Func<(double X, double Y), double> inside
    )
    {
        var kept = new List<(double X, double Y)>(ring.Count);
        for (var i = 0; i < ring.Count; i++)
        {
            var (here, before) = (ring[i], ring[(i + ring.Count - 1) % ring.Count]);
            var (a, b) = (inside(before), inside(here));
            if (a >= 0 != b >= 0)
            {
                var share = a / (a - b);
                kept.Add((before.X + (here.X - before.X) * share, before.Y + (here.Y - before.Y) * share));
            }
            if (b >= 0)
            {
                kept.Add(here);
            }
        }
        return kept;
    }

    private static void Append(StringBuilder path, char command, (double X, double Y) point)
    {
        path.Append(command).Append(MarkupWriter.Number(point.X)).Append(' ').Append(MarkupWriter.Number(point.Y));
    }
}
