using Casus.Reports.Model;

namespace Casus.Reports.Html.Svg;

/// <summary>
/// A transverse Mercator of the sphere about the middle of the view: conformal, so that a disc on the ground is a disc
/// on the map. In units of the drawing; y grows downwards. Within 30 degrees of the middle lengths are true to some
/// 15%, within 10 degrees to 2%.
/// </summary>
internal sealed class MapProjection
{
    /// <summary>Mean radius of the Earth (IUGG).</summary>
    public const double EarthKm = 6371.0088;
    private const double Radian = Math.PI / 180;
    private const double Edge = 0.999999;

    public MapProjection(double longitude0, double latitude0)
    {
        Longitude0 = longitude0;
        Latitude0 = latitude0;
    }

    public double Longitude0 { get; }
    public double Latitude0 { get; }
    public double Scale { get; private set; } = 1;
    public double X0 { get; private set; }
    public double Y0 { get; private set; }

    /// <summary>Units to a kilometre at the middle.</summary>
    public double UnitsPerKm => Scale / EarthKm;

    /// <summary>Fits a box of degrees into the width; its height in units is given back.</summary>
    public static MapProjection Fit(MapModel map, double width, double padding, out double height)
    {
        var projection = new MapProjection((map.West + map.East) / 2, (map.South + map.North) / 2);
        var edge =
            from i in Enumerable.Range(0, 17)
            let longitude = map.West + (map.East - map.West) * i / 16
            let latitude = map.South + (map.North - map.South) * i / 16
            from at in new LonLat[]
            {
                new(longitude, map.South),
                new(longitude, map.North),
                new(map.West, latitude),
                new(map.East, latitude),
            }
            select projection.Project(at);
        var points = edge.ToArray();
        var (left, right) = (points.Min(point => point.X), points.Max(point => point.X));
        var (top, bottom) = (points.Min(point => point.Y), points.Max(point => point.Y));
        var scale = (width - 2 * padding) / Math.Max(right - left, 1e-6);
        height = Math.Clamp((bottom - top) * scale + 2 * padding, width * 0.45, width * 0.7);
        // A tall view is fitted by its height.
        scale = Math.Min(scale, (height - 2 * padding) / Math.Max(bottom - top, 1e-6));
        projection.Scale = scale;
        projection.X0 = width / 2 - (left + right) / 2 * scale;
        projection.Y0 = height / 2 - (top + bottom) / 2 * scale;
        return projection;
    }

    public (double X, double Y) Project(LonLat at)
    {
        var longitude = (at.Longitude - Longitude0) * Radian;
        var latitude = Math.Clamp(at.Latitude, -89.9, 89.9) * Radian;
        var across = Math.Clamp(Math.Cos(latitude) * Math.Sin(longitude), -Edge, Edge);
        var along = Math.Atan2(Math.Tan(latitude), Math.Cos(longitude));
        return (X0 + Scale * Math.Atanh(across), Y0 - Scale * (along - Latitude0 * Radian));
    }

    /// <summary>How much longer a short way is drawn here than at the middle.</summary>
    public double Stretch(LonLat at)
    {
        var across = Math.Cos(at.Latitude * Radian) * Math.Sin((at.Longitude - Longitude0) * Radian);
        return 1 / Math.Sqrt(1 - Math.Min(across * across, Edge));
    }

    /// <summary>The point so far from another in a bearing, degrees clockwise from north.</summary>
    public static LonLat Destination(LonLat from, double bearing, double km)
    {
        var (angle, course) = (km / EarthKm, bearing * Radian);
        var latitude = from.Latitude * Radian;
        var sine = Math.Sin(latitude) * Math.Cos(angle) + Math.Cos(latitude) * Math.Sin(angle) * Math.Cos(course);
        var east = Math.Sin(course) * Math.Sin(angle) * Math.Cos(latitude);
        var longitude = Math.Atan2(east, Math.Cos(angle) - Math.Sin(latitude) * sine);
        return new LonLat(from.Longitude + longitude / Radian, Math.Asin(sine) / Radian);
    }
}
