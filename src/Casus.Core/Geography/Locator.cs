using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>
/// Judges places against an agreement's lines, zones and sectors, fast, with the answers of <see cref="ExactLocator"/>.
/// Not for use by several threads at once.
/// </summary>
public sealed class Locator : PlaceJudge
{
    private readonly Dictionary<Area.Polygons, FastPolygon> polygons = new(ReferenceEqualityComparer.Instance);
    private readonly ImmutableArray<ImmutableArray<int>> single;
    private readonly List<int> near = [];
    private readonly List<(Probe Probe, int Low, int High)> between = [];

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
        var metres = new int?[FastLines.Length];
        var left = new Verdict[FastLines.Length];
        for (int line = 0; line < metres.Length; line++)
        {
            metres[line] = spot.MetresFrom(line);
            left[line] = spot.Left(line);
        }
        return new JudgedDisc(spot)
        {
            DistanceMetres = ImmutableCollectionsMarshal.AsImmutableArray(metres),
            Left = ImmutableCollectionsMarshal.AsImmutableArray(left),
            FindSectors = () => HasSectors(out var scheme) ? SectorsOf(spot, scheme, centre, radiusMetres) : default,
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
            FindSectors = () =>
                HasSectors(out var scheme)
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
        var frame = new ProbeFrame(centre);
        return spot.Gather(scheme, near)
            ? SectorsNear(spot, scheme, frame, first, last)
            :
            [
                .. ProbePoints
                    .OfDisc(radiusMetres)
                    .Select(probe => new Spot(this, frame, probe).Sector(scheme))
                    .Distinct()
                    .Order(),
            ];
    }

    /// <summary>
    /// The sectors of a disc's probes, from the outermost ring inward: no more of them are looked at than it takes to
    /// find every sector that those left could still find, and those between two sectors last, if one of the two is
    /// still to be found.
    /// </summary>
    private ImmutableArray<int> SectorsNear(Spot spot, SectorScheme scheme, ProbeFrame frame, int first, int last)
    {
        var drawn = FastLines[scheme.Line]!;
        var hit = new bool[last - first + 1];
        var possible = new bool[hit.Length];
        between.Clear();
        hit[spot.Sector(scheme) - first] = true;
        for (int ring = ProbePoints.Rings; ring >= 1; ring--)
        {
            double metres = (double)spot.RadiusMetres * ring / ProbePoints.Rings;
            possible.AsSpan().Clear();
            drawn.Thin(frame.Origin, metres, near);
            drawn.Mark(near, scheme, possible, first);
            for (int bearing = 0; bearing < ProbePoints.Bearings && IsMore(possible, hit); bearing++)
            {
                var (sine, cosine) = ProbePoints.Directions[bearing];
                var probe = new Probe(bearing * 360.0 / ProbePoints.Bearings, metres);
                var (place, error) = frame.At(probe.Metres, probe.BearingDeg, sine, cosine);
                var (low, high) = drawn.SectorsAmong(place, error, near, scheme) ?? (first, last);
                if (low == high)
                {
                    hit[low - first] = true;
                }
                else
                {
                    between.Add((probe, low, high));
                }
            }
        }
        foreach (var (probe, low, high) in between)
        {
            if (hit.AsSpan(low - first, high - low + 1).Contains(false))
            {
                hit[new Spot(this, frame, probe).Sector(scheme) - first] = true;
            }
        }
        return Hit(hit, first);
    }

    private static bool IsMore(bool[] possible, bool[] hit)
    {
        for (int i = 0; i < hit.Length; i++)
        {
            if (possible[i] && !hit[i])
            {
                return true;
            }
        }
        return false;
    }

    private ImmutableArray<int> Hit(bool[] hit, int first)
    {
        int only = Array.IndexOf(hit, true);
        return only == Array.LastIndexOf(hit, true)
            ? single[first + only]
            : [.. Enumerable.Range(first, hit.Length).Where(sector => hit[sector - first])];
    }
}
