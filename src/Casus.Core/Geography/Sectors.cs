using System.Collections.Immutable;
using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>Sectors along a line (S5), by chainage in whole metres.</summary>
public static class Sectors
{
    /// <summary>
    /// How many sectors of that many metres a line has; the last is what remains. 0 where the line has no length.
    /// </summary>
    public static int CountFor(ImmutableArray<GeoPoint> vertices, long metres)
    {
        if (metres <= 0 || vertices.IsDefaultOrEmpty || vertices.All(vertex => vertex == vertices[0]))
        {
            return 0;
        }
        long length = Geodesic.Whole(new GeodesicPolyline(vertices).LengthMetres);
        return (int)Math.Max(1, (length + metres - 1) / metres);
    }

    /// <summary>
    /// The sector, from 1, at a chainage in metres; what lies before the start or after the end is the end's.
    /// </summary>
    public static int At(this SectorScheme scheme, double chainageMetres)
    {
        long sector = Geodesic.Whole(chainageMetres) / scheme.Metres + 1;
        return (int)Math.Clamp(sector, 1, Math.Max(1, scheme.Count));
    }
}
