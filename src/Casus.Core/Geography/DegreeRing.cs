using System.Collections.Immutable;
using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>
/// A ring of short pieces, straight in degrees, and whether a point is inside: an eastward ray crosses it an odd number
/// of times. Pieces are filed by bands of latitude, so that a ray meets only those of its own band.
/// </summary>
internal sealed class DegreeRing
{
    private readonly ImmutableArray<GeoPoint> points;
    private readonly double south;
    private readonly double north;
    private readonly int[][] bands;

    public DegreeRing(ImmutableArray<GeoPoint> points)
    {
        this.points = points;
        south = points.Min(point => point.Latitude);
        north = points.Max(point => point.Latitude);
        var filed = Enumerable.Range(0, Math.Clamp(points.Length / 2, 1, 4096)).Select(_ => new List<int>()).ToArray();
        bands = [];
        for (int i = 0; i < points.Length; i++)
        {
            double a = points[i].Latitude;
            double b = points[(i + 1) % points.Length].Latitude;
            for (int band = Band(Math.Min(a, b), filed.Length); band <= Band(Math.Max(a, b), filed.Length); band++)
            {
                filed[band].Add(i);
            }
        }
        bands = [.. filed.Select(list => list.ToArray())];
    }

    public bool Contains(GeoPoint place)
    {
        if (!(place.Latitude >= south && place.Latitude <= north))
        {
            return false;
        }
        bool inside = false;
        foreach (int i in bands[Band(place.Latitude, bands.Length)])
        {
            var a = points[i];
            var b = points[i + 1 == points.Length ? 0 : i + 1];
            if (a.Latitude > place.Latitude != b.Latitude > place.Latitude)
            {
                double share = (place.Latitude - a.Latitude) / (b.Latitude - a.Latitude);
                inside ^= place.Longitude < a.Longitude + share * (b.Longitude - a.Longitude);
            }
        }
        return inside;
    }

    private int Band(double latitude, int count) =>
        north > south ? Math.Clamp((int)((latitude - south) / (north - south) * count), 0, count - 1) : 0;
}
