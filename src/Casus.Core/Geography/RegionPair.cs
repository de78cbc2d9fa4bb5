using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>Point and observer both given: the place lies in both regions (S4), so they must meet.</summary>
internal static class RegionPair
{
    /// <summary>Surely apart, by a metre at least: the row contradicts itself.</summary>
    public static bool AreApart(Place place)
    {
        if (place is not { Point: { } point, Observer: { DistanceMaxKm: { } most } observer })
        {
            return false;
        }
        int radius = Geodesic.MetresOf(place.RadiusKm);
        var sight = Geodesic.Inverse(observer.Observer, point);
        int distance = Geodesic.Whole(sight.DistanceMetres);
        if (
            distance - radius > Geodesic.MetresOf(most) + 1
            || distance + radius < Geodesic.MetresOf(observer.DistanceMinKm) - 1
        )
        {
            return true;
        }
        return distance > radius
            && !observer.Arcs.IsDefaultOrEmpty
            && observer.Arcs.All(arc => Misses(arc, sight, radius));
    }

    private static bool Misses(Arc arc, GeodesicInverse sight, int radius)
    {
        double turn = Math.Abs(Math.IEEERemainder(sight.AzimuthFrom - arc.CentreDeg, 360)) - arc.HalfWidthDeg;
        if (turn <= 0)
        {
            return false;
        }
        // From the arc's edge the disc is as far as the perpendicular on it, or as the observer where the edge points
        // away.
        double arcLength = sight.DistanceMetres / Ellipsoid.MeanRadius;
        double across =
            turn >= 90
                ? sight.DistanceMetres
                : Ellipsoid.MeanRadius * Math.Asin(Math.Sin(arcLength) * Math.Sin(turn * Ellipsoid.RadiansPerDegree));
        return across > radius + 1 + 0.003 * across;
    }
}
