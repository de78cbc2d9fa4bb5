using System.Collections.Immutable;
using Casus.Core.Facts;
using Casus.Core.Geography;

namespace Casus.Core.Binding;

/// <summary>How many sectors a line has: the last is what remains (S5).</summary>
internal static class SectorCount
{
    public static int For(ImmutableArray<GeoPoint> vertices, long metres)
    {
        var length = 0L;
        for (var i = 1; i < vertices.Length; i++)
        {
            length += Geodesic.Metres(vertices[i - 1], vertices[i]);
        }
        return (int)Math.Max(1, (length + metres - 1) / metres);
    }
}
