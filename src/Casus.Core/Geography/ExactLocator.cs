using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>
/// The plain judgement of places, without any fast path: every probe, and for each the nearest point on every edge. It
/// defines what
/// <see cref="Locator"/> must answer.
/// </summary>
public sealed class ExactLocator(Agreement agreement) : PlaceJudge(agreement)
{
    private readonly Dictionary<Area.Polygons, PolygonArea> polygons = new(ReferenceEqualityComparer.Instance);

    private protected override JudgedRegion OfDisc(GeoPoint centre, int radiusMetres)
    {
        var disc = new Disc(this, centre, radiusMetres);
        return new JudgedDisc(disc)
        {
            DistanceMetres = [.. Agreement.Lines.Select((_, line) => disc.MetresFrom(line))],
            Left = [.. Agreement.Lines.Select((_, line) => disc.Left(line))],
            FindSectors = () => SectorsOf(ProbesAt(centre, ProbePoints.OfDisc(radiusMetres))),
        };
    }

    private protected override JudgedRegion OfSector(ObserverSector sector, int leastMetres, int mostMetres)
    {
        var points = ProbesAt(sector.Observer, ProbePoints.OfSector(sector, leastMetres, mostMetres));
        ImmutableArray<IPlacedDisc> probes = [.. points.Select(point => new Disc(this, point, 0))];
        return new JudgedSector(probes)
        {
            DistanceMetres = [.. Agreement.Lines.Select((_, line) => probes.Min(probe => probe.MetresFrom(line)))],
            Left = [.. Agreement.Lines.Select((_, line) => AllOrNone(probes, line))],
            FindSectors = () => SectorsOf(points),
        };
    }

    private static Verdict AllOrNone(ImmutableArray<IPlacedDisc> probes, int line)
    {
        var first = probes[0].Left(line);
        return probes.All(probe => probe.Left(line) == first) ? first : Verdict.Undetermined;
    }

    private static List<GeoPoint> ProbesAt(GeoPoint from, ImmutableArray<Probe> probes) =>
        [.. probes.Select(probe => Geodesic.Direct(from, probe.BearingDeg, probe.Metres).Point)];

    private ImmutableArray<int> SectorsOf(List<GeoPoint> points) =>
        Agreement.Sectors is { Count: > 0 } scheme && Lines[scheme.Line] is { } line
            ? [.. points.Select(point => scheme.At(line.NearestExact(point).ChainageMetres)).Distinct().Order()]
            : default;

    private PolygonArea Polygons(Area.Polygons area)
    {
        if (!polygons.TryGetValue(area, out var built))
        {
            built = new PolygonArea(area);
            polygons.Add(area, built);
        }
        return built;
    }

    private sealed class Disc(ExactLocator locator, GeoPoint centre, int radiusMetres) : IPlacedDisc
    {
        private readonly Dictionary<int, Nearest> nearest = [];

        public int RadiusMetres => radiusMetres;

        public int? MetresFrom(int line) =>
            locator.Lines[line] is null ? null : Geodesic.Whole(To(line).DistanceMetres);

        public Verdict Left(int line)
        {
            if (
                locator.Lines[line] is not { } drawn
                || To(line).Side == LineSide.On
                || MetresFrom(line) <= radiusMetres
            )
            {
                return Verdict.Undetermined;
            }
            // Beyond an end the sides go on: a disc that reaches over the end edge's extension is on both.
            bool whole = radiusMetres == 0 || drawn.ExtensionIsBeyond(centre, radiusMetres);
            return whole ? VerdictLogic.Of(To(line).Side == LineSide.Left) : Verdict.Undetermined;
        }

        public (int BorderMetres, bool Inside) To(Area.Polygons area)
        {
            var polygon = locator.Polygons(area);
            double border = polygon.Borders.Min(ring => ring.NearestExact(centre).DistanceMetres);
            return (Geodesic.Whole(border), polygon.Contains(centre));
        }

        private Nearest To(int line)
        {
            if (!nearest.TryGetValue(line, out var found))
            {
                found = locator.Lines[line]!.NearestExact(centre);
                nearest.Add(line, found);
            }
            return found;
        }
    }
}
