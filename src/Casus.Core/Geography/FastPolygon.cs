using System.Collections.Immutable;
using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>An area whose borders have their chords.</summary>
internal sealed class FastPolygon(PolygonArea area)
{
    private readonly ImmutableArray<FastLine> borders = [.. area.Borders.Select(border => new FastLine(border))];

    public PolygonArea Area => area;

    /// <summary>Whole metres to the nearest border.</summary>
    public int BorderMetres(in EarthVector place, double placeError, Func<GeoPoint> exactly)
    {
        int least = int.MaxValue;
        foreach (var border in borders)
        {
            var estimate = border.Estimate(place, placeError);
            if (estimate.IsUsable && estimate.Metres - estimate.ErrorMetres > (double)least + 1)
            {
                continue;
            }
            int metres =
                estimate.Whole
                ?? Geodesic.Whole(
                    border.Exact(exactly(), border.Within(place, estimate.TieRadius, estimate), estimate).DistanceMetres
                );
            least = Math.Min(least, metres);
        }
        return least;
    }
}
