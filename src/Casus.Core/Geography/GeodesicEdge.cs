using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>The point of an edge that is nearest to a place, and what side the place is on there.</summary>
/// <param name="AlongMetres">From the edge's first vertex; exactly 0 or the edge's length at its ends.</param>
/// <param name="DistanceMetres">From the place.</param>
/// <param name="OffsetMetres">From the edge's geodesic, continued if need be; positive on the right.</param>
internal readonly record struct EdgeFoot(double AlongMetres, double DistanceMetres, double OffsetMetres);

/// <summary>An edge of a line: the geodesic between two vertices, and how far along the line it starts.</summary>
internal sealed class GeodesicEdge
{
    /// <summary>Feet nearer than this are the same; a tenth of a millimetre along moves the distance by less.</summary>
    private const double Settled = 1e-4;
    private const int Steps = 30;

    private readonly GeodesicPath path;
    private readonly EarthVector start;
    private readonly EarthVector span;

    public GeodesicEdge(GeoPoint from, GeoPoint to, double chainage)
    {
        var inverse = Geodesic.Inverse(from, to);
        From = from;
        Length = inverse.DistanceMetres;
        Chainage = chainage;
        path = new GeodesicPath(from, inverse.AzimuthFrom);
        start = EarthVector.Of(from);
        span = EarthVector.Of(to) - start;
    }

    public GeoPoint From { get; }
    public double Length { get; }
    public double Chainage { get; }

    public (GeoPoint Point, double AzimuthDeg) At(double along) => path.At(along);

    public EdgeFoot Foot(GeoPoint place) => Foot(place, 0, Length);

    /// <summary>
    /// The foot of the perpendicular from the place, by steps along the edge's geodesic: each step goes to where the
    /// foot would be on a sphere, seen from the last. Where it lies beyond a limit, the limit is the nearest.
    /// </summary>
    public EdgeFoot Foot(GeoPoint place, double least, double most)
    {
        double share = (EarthVector.Of(place) - start).Dot(span) / span.Dot(span);
        double along = Math.Clamp(share * Length, least, most);
        for (int step = 0; ; step++)
        {
            var (point, direction) = path.At(along);
            var sight = Geodesic.Inverse(point, place);
            var (sine, cosine) = Angles.SinCosOfDegrees(sight.AzimuthFrom - direction);
            var (sinArc, cosArc) = Math.SinCos(sight.DistanceMetres / Ellipsoid.MeanRadius);
            double ahead = Ellipsoid.MeanRadius * Math.Atan2(sinArc * cosine, cosArc);
            double next = Math.Clamp(along + ahead, least, most);
            if (Math.Abs(next - along) < Settled || step == Steps)
            {
                double offset = Ellipsoid.MeanRadius * Math.Asin(Math.Clamp(sinArc * sine, -1, 1));
                return new EdgeFoot(along, sight.DistanceMetres, offset);
            }
            along = next;
        }
    }
}
