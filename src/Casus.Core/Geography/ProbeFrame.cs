using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>
/// Where the probes round a point lie in space, without solving a geodesic for each: along the circle that bends like
/// the ellipsoid does there in that direction.
/// </summary>
internal sealed class ProbeFrame
{
    /// <summary>Farther probes are found by the exact direct problem.</summary>
    private const double LimitMetres = 60_000;

    private readonly GeoPoint centre;
    private readonly EarthVector origin;
    private readonly EarthVector up;
    private readonly EarthVector north;
    private readonly EarthVector east;
    private readonly double inverseMeridian;
    private readonly double inverseNormal;

    public ProbeFrame(GeoPoint centre)
    {
        this.centre = centre;
        var (sinLatitude, cosLatitude) = Math.SinCos(centre.Latitude * Ellipsoid.RadiansPerDegree);
        var (sinLongitude, cosLongitude) = Math.SinCos(centre.Longitude * Ellipsoid.RadiansPerDegree);
        origin = EarthVector.Of(centre);
        up = new EarthVector(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
        north = new EarthVector(-sinLatitude * cosLongitude, -sinLatitude * sinLongitude, cosLatitude);
        east = new EarthVector(-sinLongitude, cosLongitude, 0);
        double w = 1 - Ellipsoid.Eccentricity2 * sinLatitude * sinLatitude;
        inverseNormal = Math.Sqrt(w) / Ellipsoid.EquatorialRadius;
        inverseMeridian = inverseNormal * w / (1 - Ellipsoid.Eccentricity2);
    }

    public EarthVector Origin => origin;

    /// <summary>The probe in space, and how far that may be from the exact one, in metres.</summary>
    public (EarthVector Place, double ErrorMetres) At(Probe probe)
    {
        var (sine, cosine) = Math.SinCos(probe.BearingDeg * Ellipsoid.RadiansPerDegree);
        return At(probe.Metres, probe.BearingDeg, sine, cosine);
    }

    /// <summary>The same for a bearing whose sine and cosine are at hand.</summary>
    public (EarthVector Place, double ErrorMetres) At(double metres, double bearingDeg, double sine, double cosine)
    {
        if (metres > LimitMetres)
        {
            return (EarthVector.Of(Exact(new Probe(bearingDeg, metres))), 0);
        }
        double curvature = cosine * cosine * inverseMeridian + sine * sine * inverseNormal;
        double arc = metres * curvature;
        double ahead = metres * (1 - arc * arc / 6 * (1 - arc * arc / 20));
        double down = metres * arc / 2 * (1 - arc * arc / 12);
        double share = metres / LimitMetres;
        return (origin + ahead * sine * east + ahead * cosine * north - down * up, 0.05 * share * share * share);
    }

    public GeoPoint Exact(Probe probe) => Geodesic.Direct(centre, probe.BearingDeg, probe.Metres).Point;
}
