using System.Collections.Immutable;
using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>One probe of a region: how far from its centre or observer, in which direction.</summary>
internal readonly record struct Probe(double BearingDeg, double Metres);

/// <summary>The points by which a region is judged (S4, S5).</summary>
internal static class ProbePoints
{
    public const int Rings = 4;
    public const int Bearings = 36;
    private const int Distances = 9;

    /// <summary>Sine and cosine of each bearing of a disc's rings.</summary>
    public static ImmutableArray<(double Sine, double Cosine)> Directions { get; } =
    [.. Enumerable.Range(0, Bearings).Select(i => Math.SinCos(i * 360.0 / Bearings * Ellipsoid.RadiansPerDegree))];

    /// <summary>The centre, and 36 bearings on rings at r/4, r/2, 3r/4 and r: the outermost first.</summary>
    public static ImmutableArray<Probe> OfDisc(double radiusMetres)
    {
        var probes = ImmutableArray.CreateBuilder<Probe>();
        probes.Add(new Probe(0, 0));
        for (int ring = Rings; ring >= 1 && radiusMetres > 0; ring--)
        {
            for (int bearing = 0; bearing < Bearings; bearing++)
            {
                probes.Add(new Probe(bearing * 360.0 / Bearings, radiusMetres * ring / Rings));
            }
        }
        return probes.ToImmutable();
    }

    /// <summary>
    /// 9 distances, ends included, on 9 bearings of each arc, edges included; on 36 bearings if all round. The
    /// distances of one bearing stand together.
    /// </summary>
    public static ImmutableArray<Probe> OfSector(ObserverSector sector, double leastMetres, double mostMetres)
    {
        var bearings = sector.Arcs.IsDefaultOrEmpty
            ? Enumerable.Range(0, Bearings).Select(i => i * 360.0 / Bearings)
            : sector.Arcs.SelectMany(BearingsOf);
        return
        [
            .. bearings
                .Distinct()
                .SelectMany(bearing =>
                    Enumerable
                        .Range(0, Distances)
                        .Select(i => new Probe(bearing, leastMetres + (mostMetres - leastMetres) * i / (Distances - 1)))
                )
                .Distinct(),
        ];
    }

    private static IEnumerable<double> BearingsOf(Arc arc) =>
        Enumerable
            .Range(0, Distances)
            .Select(i => arc.CentreDeg - arc.HalfWidthDeg + 2 * arc.HalfWidthDeg * i / (Distances - 1));
}
