using System.Collections.Immutable;
using Casus.Core.Facts;
using Casus.Core.Geography;

namespace Casus.Reports.Export;

/// <summary>
/// The area in which an observer's sector says that an act lies (S4): a piece of a ring for each arc, a ring or a disc
/// where it is all round; a bearing without width is a line. Its edges are geodesics, round ones with a corner every 5
/// degrees.
/// </summary>
internal static class ObserverShape
{
    private const double StepDeg = 5;
    private const double AllRoundDeg = 180;

    /// <summary>Null where no farthest distance is told: then it is no place at all.</summary>
    public static Shape? Of(ObserverSector sector)
    {
        if (sector.DistanceMaxKm is not { } farthestKm)
        {
            return null;
        }
        var nearest = sector.DistanceMinKm * 1000;
        var farthest = farthestKm * 1000;
        var isAllRound = sector.Arcs.IsDefaultOrEmpty || sector.Arcs.Any(arc => arc.HalfWidthDeg >= AllRoundDeg);
        ImmutableArray<Shape> shapes = isAllRound
            ? [AllRound(sector.Observer, nearest, farthest)]
            : [.. sector.Arcs.Distinct().Select(arc => OfArc(sector.Observer, arc, nearest, farthest))];
        return shapes.Length == 1 ? shapes[0]
            : shapes.All(shape => shape is Shape.Polygon) ? new Shape.Polygons([.. shapes.Cast<Shape.Polygon>()])
            : new Shape.Collection(shapes);
    }

    private static Shape AllRound(GeoPoint observer, double nearest, double farthest)
    {
        if (farthest <= 0)
        {
            return new Shape.Point(observer);
        }
        var outer = Circle(observer, farthest);
        return nearest >= farthest ? new Shape.Line(outer)
            : nearest > 0 ? new Shape.Polygon([outer, [.. Circle(observer, nearest).Reverse()]])
            : new Shape.Polygon([outer]);
    }

    private static Shape OfArc(GeoPoint observer, Arc arc, double nearest, double farthest)
    {
        if (arc.HalfWidthDeg <= 0 || farthest <= 0)
        {
            var far = At(observer, arc.CentreDeg, farthest);
            return nearest >= farthest
                ? new Shape.Point(far)
                : new Shape.Line([At(observer, arc.CentreDeg, nearest), far]);
        }
        var outer = Curve(observer, arc, farthest);
        if (nearest >= farthest)
        {
            return new Shape.Line(outer);
        }
        ImmutableArray<GeoPoint> inner = nearest > 0 ? [.. Curve(observer, arc, nearest).Reverse()] : [observer];
        return new Shape.Polygon([
            [.. outer, .. inner, outer[0]],
        ]);
    }

    private static ImmutableArray<GeoPoint> Circle(GeoPoint centre, double metres)
    {
        var points = Curve(centre, new Arc(AllRoundDeg, AllRoundDeg), metres);
        return points.SetItem(points.Length - 1, points[0]);
    }

    private static ImmutableArray<GeoPoint> Curve(GeoPoint centre, Arc arc, double metres)
    {
        var steps = (int)Math.Max(1, Math.Ceiling(2 * arc.HalfWidthDeg / StepDeg));
        return
        [
            .. Enumerable
                .Range(0, steps + 1)
                .Select(i => At(centre, arc.CentreDeg - arc.HalfWidthDeg + (2 * arc.HalfWidthDeg * i / steps), metres)),
        ];
    }

    private static GeoPoint At(GeoPoint from, double bearingDeg, double metres) =>
        metres <= 0 ? from : Geodesic.Direct(from, bearingDeg, metres).Point;
}
