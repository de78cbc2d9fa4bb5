using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Facts;
using Casus.Core.Geography;
using CsCheck;

namespace Casus.Tests.Geography;

/// <summary>
/// Random lines, places and agreements: lines of long and of short edges, with sharp corners; places near, far and on
/// the line.
/// </summary>
internal static class GeneratedPlaces
{
    private static readonly Gen<GeoPoint> Start = Gen.Select(
        Gen.Double[-70, 75],
        Gen.Double[-150, 150],
        (a, b) => new GeoPoint(a, b)
    );

    /// <summary>A walk: each edge turns by up to 170 degrees and is up to 3, 30 or 150 km long.</summary>
    private static readonly Gen<ImmutableArray<GeoPoint>> Walk = Gen.Select(
        Start,
        OneOf(3_000, 30_000, 150_000),
        OneOf(20, 80, 170),
        Gen.Select(Gen.Double[-1, 1], Gen.Double[0.01, 1]).Array[1, 12],
        (start, longest, sharpest, steps) =>
            Follow(start, steps.Select(step => (step.Item1 * sharpest, step.Item2 * longest)))
    );

    /// <summary>
    /// Many short edges on an arc, of whose middle all of them are equally far but for what their being straight takes.
    /// </summary>
    private static readonly Gen<ImmutableArray<GeoPoint>> Bow = Gen.Select(
        Start,
        Gen.Double[100, 3_000],
        Gen.Double[-6, 6],
        Gen.Int[3, 60],
        (start, length, turn, count) => Follow(start, Enumerable.Repeat((turn, length), count))
    );

    public static Gen<ImmutableArray<GeoPoint>> Line { get; } = Gen.Frequency((3, Walk), (1, Bow));

    private static ImmutableArray<GeoPoint> Follow(GeoPoint start, IEnumerable<(double TurnDeg, double Metres)> steps)
    {
        var vertices = ImmutableArray.Create(start);
        double heading = start.Latitude * 7;
        foreach (var (turn, metres) in steps)
        {
            heading += turn;
            vertices = vertices.Add(Geodesic.Direct(vertices[^1], heading, metres).Point);
        }
        return vertices;
    }

    /// <summary>
    /// A point seen from somewhere along the line: mostly within 150 km, sometimes on it, sometimes far away.
    /// </summary>
    public static Gen<GeoPoint> Near(ImmutableArray<GeoPoint> line) =>
        Gen.Select(
            Gen.Int[0, line.Length - 1],
            Gen.Double[0, 1],
            Gen.Double[-180, 180],
            Gen.Frequency(
                (2, Gen.Double[0, 3]),
                (6, Gen.Double[0, 30_000]),
                (4, Gen.Double[0, 150_000]),
                (1, Gen.Double[0, 3_000_000]),
                (1, Gen.Const(0.0))
            ),
            (vertex, share, bearing, metres) =>
            {
                var from = line[vertex];
                if (vertex + 1 < line.Length && share < 0.8)
                {
                    var edge = Geodesic.Inverse(from, line[vertex + 1]);
                    from = Geodesic.Direct(from, edge.AzimuthFrom, edge.DistanceMetres * share).Point;
                }
                return Geodesic.Direct(from, bearing, metres).Point;
            }
        );

    public static Gen<Place> Place(ImmutableArray<GeoPoint> line)
    {
        var radius = Gen.Frequency((3, Gen.Const(0.0)), (3, Gen.Double[0, 10]), (1, Gen.Double[0, 100]));
        var arcs = Gen.Select(Gen.Double[-360, 360], OneOf(0, 11.25, 45, 180), (a, b) => new Arc(a, b)).Array[0, 2];
        var disc = Gen.Select(Near(line), radius, (point, km) => new Place { Point = point, RadiusKm = km });
        var heard = Gen.Select(
            Near(line),
            arcs,
            Gen.Double[0, 10],
            Gen.Double[0, 20],
            (point, list, least, more) =>
                new Place { Observer = new ObserverSector(point, [.. list], least, least + more) }
        );
        var both = Gen.Select(disc, heard, (a, b) => a with { Observer = b.Observer });
        return Gen.Frequency((6, disc), (3, heard), (1, both));
    }

    /// <summary>Zones of every kind round a line, with sectors of 1 to 50 km.</summary>
    public static Agreement Agreement(ImmutableArray<GeoPoint> line, long sectorMetres, int depthMetres) =>
        TestAgreement.With(
            line,
            sectorMetres,
            ("Buffer", new Area.WithinOfLine(0, depthMetres)),
            ("Far", new Area.BeyondLine(0, 3L * depthMetres)),
            ("Left", new Area.SideOfLine(0, true)),
            ("Strip", new Area.Difference(new Area.WithinOfLine(0, 2L * depthMetres), new Area.SideOfLine(0, false))),
            (
                "Square",
                new Area.Polygons([
                    [Square(line[0], 20_000), Square(line[0], 5_000)],
                    [Square(line[^1], 15_000)],
                ])
            ),
            ("Either", new Area.Union([new Area.WithinOfLine(0, 3_000), new Area.Named("Elsewhere")]))
        );

    private static Gen<double> OneOf(params double[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static ImmutableArray<GeoPoint> Square(GeoPoint centre, double metres) =>
        [.. new[] { 10.0, 100, 190, 280 }.Select(bearing => Geodesic.Direct(centre, bearing, metres).Point)];
}
