using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>
/// Judges places against an agreement's lines, zones and sectors, fast, with the answers of <see cref="ExactLocator"/>. Not for use
/// by several threads at once.
/// </summary>
public sealed class Locator : PlaceJudge
{
    private readonly Dictionary<Area.Polygons, FastPolygon> polygons = new(ReferenceEqualityComparer.Instance);
    private readonly ImmutableArray<ImmutableArray<int>> single;
    private readonly List<int> near = [];

    public Locator(Agreement agreement)
        : base(agreement)
    {
        FastLines = [.. Lines.Select(line => line is null ? null : new FastLine(line))];
        single = [.. Enumerable.Range(0, (agreement.Sectors?.Count ?? 0) + 1).Select(i => ImmutableArray.Create(i))];
    }

    internal ImmutableArray<FastLine?> FastLines { get; }

    internal FastPolygon Polygons(Area.Polygons area)
    {
        if (!polygons.TryGetValue(area, out var built))
        {
            built = new FastPolygon(new PolygonArea(area));
            polygons.Add(area, built);
        }
        return built;
    }

    private protected override JudgedRegion OfDisc(GeoPoint centre, int radiusMetres)
    {
        var spot = new Spot(this, centre, radiusMetres);
        var metres = ImmutableArray.CreateBuilder<int?>(FastLines.Length);
        var left = ImmutableArray.CreateBuilder<Verdict>(FastLines.Length);
        for (int line = 0; line < FastLines.Length; line++)
        {
            metres.Add(spot.MetresFrom(line));
            left.Add(spot.Left(line));
        }
        return new JudgedDisc(spot)
        {
            DistanceMetres = metres.MoveToImmutable(),
            Left = left.MoveToImmutable(),
            Sectors = HasSectors(out var scheme) ? SectorsOf(spot, scheme, centre, radiusMetres) : default,
        };
    }

    private protected override JudgedRegion OfSector(ObserverSector sector, int leastMetres, int mostMetres)
    {
        var frame = new ProbeFrame(sector.Observer);
        var spots = ImmutableArray.CreateBuilder<Spot>();
        foreach (var probe in ProbePoints.OfSector(sector, leastMetres, mostMetres))
        {
            spots.Add(new Spot(this, frame, probe));
        }
        var left = ImmutableArray.CreateBuilder<Verdict>(FastLines.Length);
        var metres = ImmutableArray.CreateBuilder<int?>(FastLines.Length);
        for (int line = 0; line < FastLines.Length; line++)
        {
            var first = spots[0].Left(line);
            int? least = spots[0].MetresFrom(line);
            foreach (var spot in spots)
            {
                first = first != Verdict.Undetermined && spot.Left(line) != first ? Verdict.Undetermined : first;
                least = spot.MetresFrom(line) < least ? spot.MetresFrom(line) : least;
            }
            left.Add(first);
            metres.Add(least);
        }
        return new JudgedSector(ImmutableArray<IPlacedDisc>.CastUp(spots.ToImmutable()))
        {
            DistanceMetres = metres.MoveToImmutable(),
            Left = left.MoveToImmutable(),
            Sectors = HasSectors(out var scheme)
                ? [.. spots.Select(spot => spot.Sector(scheme)).Distinct().Order()]
                : default,
        };
    }

    private bool HasSectors(out SectorScheme scheme)
    {
        scheme = Agreement.Sectors!;
        return scheme is { Count: > 0 } && FastLines[scheme.Line] != null;
    }

    private ImmutableArray<int> SectorsOf(Spot spot, SectorScheme scheme, GeoPoint centre, int radiusMetres)
    {
        if (radiusMetres == 0)
        {
            return single[spot.Sector(scheme)];
        }
        var (first, last) = spot.PossibleSectors(scheme);
        if (first == last)
        {
            return single[first];
        }
        var hit = new bool[last - first + 1];
        var frame = new ProbeFrame(centre);
        if (!spot.Gather(scheme, near))
        {
            foreach (var probe in ProbePoints.OfDisc(radiusMetres))
            {
                hit[new Spot(this, frame, probe).Sector(scheme) - first] = true;
            }
            return Hit(hit, first);
        }
        hit[spot.Sector(scheme) - first] = true;
        var drawn = FastLines[scheme.Line]!;
        for (int ring = ProbePoints.Rings; ring >= 1 && Array.IndexOf(hit, false) >= 0; ring--)
        {
            double metres = (double)radiusMetres * ring / ProbePoints.Rings;
            for (int bearing = 0; bearing < ProbePoints.Bearings; bearing++)
            {
                var (sine, cosine) = ProbePoints.Directions[bearing];
                var (place, error) = frame.Near(metres, sine, cosine);
                int sector =
                    drawn.SectorAmong(place, error, near, scheme)
                    ?? new Spot(this, frame, new Probe(bearing * 360.0 / ProbePoints.Bearings, metres)).Sector(scheme);
                hit[sector - first] = true;
            }
        }
        return Hit(hit, first);
    }

    private ImmutableArray<int> Hit(bool[] hit, int first)
    {
        int only = Array.IndexOf(hit, true);
        return only == Array.LastIndexOf(hit, true)
            ? single[first + only]
            : [.. Enumerable.Range(first, hit.Length).Where(sector => hit[sector - first])];
    }
}
