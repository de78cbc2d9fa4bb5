using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Facts;
using Casus.Core.Geography;
using Casus.Core.Stepping.Counting;
using Casus.Reports.Json;

namespace Casus.Reports.Model.Building;

/// <summary>The agreement's own geography, and what a map should show of the world at first.</summary>
internal sealed class MapBuilder(Agreement agreement)
{
    /// <summary>What goes with the base map's data, which draws borders as their source does.</summary>
    private const string Viewpoint =
        "Borders as drawn by the source of the base map (Natural Earth in the version of visionscarto, which shows Crimea as Ukraine's); "
        + "borders in dispute are drawn broken. A drawing is no opinion on the status of any territory.";

    /// <summary>The part of the rows at each edge that the first view may leave outside.</summary>
    private const double Tail = 0.01;

    public MapModel Build(IReadOnlyList<RecordStanding> rows)
    {
        var (west, south, east, north) = Bounds(rows);
        return new MapModel(
            Viewpoint,
            west,
            south,
            east,
            north,
            [.. agreement.Lines.Select(Line)],
            [
                .. agreement
                    .Zones.Where(zone => zone.Declared)
                    .Select(zone => new MapZone(zone.Name, zone.Written, AreaOf(zone.Area))),
            ],
            Sectors()
        );
    }

    internal static LonLat Position(GeoPoint point) =>
        new(Math.Round(point.Longitude, 4), Math.Round(point.Latitude, 4));

    private static MapLine Line(DatumLine line) =>
        new(
            line.Name,
            line.AsOf is { } asOf ? IsoDate.Of(asOf) : null,
            line.Datum,
            line.AccuracyKm,
            line.Method,
            line.Left,
            line.Right,
            [.. line.Vertices.Select(Position)]
        );

    private static MapArea AreaOf(Area area) =>
        area switch
        {
            Area.WithinOfLine(var line, var metres) => new MapArea("within", line, metres, null),
            Area.BeyondLine(var line, var metres) => new MapArea("beyond", line, metres, null),
            Area.SideOfLine(var line, var left) => new MapArea("side", line, null, left),
            Area.Polygons(var rings) => new MapArea("polygons", null, null, null)
            {
                Rings =
                [
                    .. rings.Select(polygon =>
                        polygon.Select(ring => ring.Select(Position).ToImmutableArray()).ToImmutableArray()
                    ),
                ],
            },
            Area.Named => new MapArea("named", null, null, null),
            Area.Union(var of) => new MapArea("union", null, null, null) { Of = [.. of.Select(AreaOf)] },
            Area.Difference(var of, var except) => new MapArea("difference", null, null, null)
            {
                Of = [AreaOf(of), AreaOf(except)],
            },
            _ => throw new ArgumentException($"an area of a kind that no map draws: {area}", nameof(area)),
        };

    /// <summary>The stretch of the line that each sector has, cut where the lengths along it say (S5).</summary>
    private ImmutableArray<MapSector> Sectors()
    {
        if (agreement.Sectors is not { } scheme || agreement.Lines[scheme.Line].Vertices.Length < 2)
        {
            return [];
        }
        var sectors = ImmutableArray.CreateBuilder<MapSector>();
        var vertices = agreement.Lines[scheme.Line].Vertices;
        var stretch = ImmutableArray.CreateBuilder<LonLat>();
        stretch.Add(Position(vertices[0]));
        double passed = 0;
        for (var i = 1; i < vertices.Length; i++)
        {
            var (from, to) = (vertices[i - 1], vertices[i]);
            double length = Geodesic.Metres(from, to);
            while (sectors.Count + 1 < scheme.Count && (sectors.Count + 1) * (double)scheme.Metres < passed + length)
            {
                // Edges are some kilometres long: between their ends a straight share is right to a metre.
                var share = (((sectors.Count + 1) * (double)scheme.Metres) - passed) / length;
                var cut = new GeoPoint(
                    from.Latitude + ((to.Latitude - from.Latitude) * share),
                    from.Longitude + ((to.Longitude - from.Longitude) * share)
                );
                stretch.Add(Position(cut));
                sectors.Add(new MapSector(sectors.Count + 1, stretch.ToImmutable()));
                stretch.Clear();
                stretch.Add(Position(cut));
            }
            stretch.Add(Position(to));
            passed += length;
        }
        sectors.Add(new MapSector(sectors.Count + 1, stretch.ToImmutable()));
        return sectors.ToImmutable();
    }

    /// <summary>The line where there is one, with the zones about it; else the bulk of the rows.</summary>
    private (double West, double South, double East, double North) Bounds(IReadOnlyList<RecordStanding> rows)
    {
        var drawn = agreement.Lines.SelectMany(line => line.Vertices).ToList();
        drawn.AddRange(agreement.Zones.SelectMany(zone => Corners(zone.Area)));
        if (drawn.Count == 0)
        {
            drawn = [.. Bulk(rows)];
        }
        if (drawn.Count == 0)
        {
            return (-180, -60, 180, 80);
        }
        const double Margin = 0.6;
        return (
            Math.Max(-180, drawn.Min(point => point.Longitude) - Margin),
            Math.Max(-85, drawn.Min(point => point.Latitude) - (Margin * 0.7)),
            Math.Min(180, drawn.Max(point => point.Longitude) + Margin),
            Math.Min(85, drawn.Max(point => point.Latitude) + (Margin * 0.7))
        );
    }

    private static IEnumerable<GeoPoint> Corners(Area area) =>
        area switch
        {
            Area.Polygons(var rings) => rings.SelectMany(polygon => polygon).SelectMany(ring => ring),
            Area.Union(var of) => of.SelectMany(Corners),
            Area.Difference(var of, _) => Corners(of),
            _ => [],
        };

    private static IEnumerable<GeoPoint> Bulk(IReadOnlyList<RecordStanding> rows)
    {
        var points = rows.Select(row => row.Row.Place?.Point).OfType<GeoPoint>().ToList();
        if (points.Count == 0)
        {
            return [];
        }
        var skip = (int)(points.Count * Tail);
        var longitudes = points.Select(point => point.Longitude).Order().ToList();
        var latitudes = points.Select(point => point.Latitude).Order().ToList();
        return
        [
            new GeoPoint(latitudes[skip], longitudes[skip]),
            new GeoPoint(latitudes[^(skip + 1)], longitudes[^(skip + 1)]),
        ];
    }
}
