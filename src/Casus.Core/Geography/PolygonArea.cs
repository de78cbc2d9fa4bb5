using System.Collections.Immutable;
using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>
/// Polygons whose borders are geodesics: how far the nearest border is, and whether a place is inside. Borders are cut
/// into pieces of at most 2 km, which differ from straight lines in degrees by decimetres; nearer to the border than
/// half a metre counts as inside anyway. None may cross the antimeridian.
/// </summary>
internal sealed class PolygonArea
{
    private const double PieceMetres = 2_000;

    private readonly ImmutableArray<ImmutableArray<(GeodesicPolyline Border, DegreeRing Ring)>> polygons;

    public PolygonArea(Area.Polygons area) =>
        polygons = [.. area.Rings.Select(rings => rings.Select(Build).ToImmutableArray())];

    public IEnumerable<GeodesicPolyline> Borders => polygons.SelectMany(rings => rings.Select(ring => ring.Border));

    /// <summary>In an outer ring and in none of its holes.</summary>
    public bool Contains(GeoPoint place)
    {
        foreach (var rings in polygons)
        {
            bool inside = rings[0].Ring.Contains(place);
            for (int hole = 1; hole < rings.Length && inside; hole++)
            {
                inside = !rings[hole].Ring.Contains(place);
            }
            if (inside)
            {
                return true;
            }
        }
        return false;
    }

    private static (GeodesicPolyline, DegreeRing) Build(ImmutableArray<GeoPoint> ring)
    {
        var border = new GeodesicPolyline(ring.Add(ring[0]));
        var pieces = new List<GeoPoint>();
        foreach (var edge in border.Edges)
        {
            int count = (int)Math.Ceiling(edge.Length / PieceMetres);
            for (int i = 0; i < count; i++)
            {
                pieces.Add(i == 0 ? edge.From : edge.At(edge.Length * i / count).Point);
            }
        }
        return (border, new DegreeRing([.. pieces]));
    }
}
