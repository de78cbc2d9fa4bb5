using Casus.Core.Conditions;
using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>
/// A disc, or (of radius 0) a point or a probe, judged fast against everything declared. What an estimate cannot settle
/// is asked exactly, so the answers are those of <see cref="ExactLocator"/>.
/// </summary>
internal sealed class Spot : IPlacedDisc
{
    // Within this, a probe's own tie radius adds less than the slack to what its centre reaches.
    private const double NearMetres = 100_000;
    private const double SlackMetres = 5;

    private readonly Locator locator;
    private readonly GeoPoint given;
    private readonly ProbeFrame? frame;
    private readonly Probe probe;
    private readonly EarthVector place;
    private readonly double placeError;
    private readonly OnLine[]? onLines;
    private OnLine onOnlyLine;

    /// <summary>What is known of the spot and one line so far.</summary>
    private struct OnLine
    {
        public bool Estimated;
        public bool Stretched;
        public LineEstimate Estimate;
        public Stretch Stretch;
        public Nearest? Exact;
    }

    public Spot(Locator locator, GeoPoint centre, int radiusMetres)
        : this(locator)
    {
        given = centre;
        place = EarthVector.Of(centre);
        RadiusMetres = radiusMetres;
    }

    public Spot(Locator locator, ProbeFrame frame, Probe probe)
        : this(locator)
    {
        this.frame = frame;
        this.probe = probe;
        (place, placeError) = frame.At(probe);
    }

    private Spot(Locator locator)
    {
        this.locator = locator;
        onLines = locator.FastLines.Length == 1 ? null : new OnLine[locator.FastLines.Length];
    }

    public int RadiusMetres { get; }

    private GeoPoint Point => frame?.Exact(probe) ?? given;

    public int? MetresFrom(int line) =>
        locator.FastLines[line] is { } drawn
            ? Estimated(drawn, line).Whole ?? Geodesic.Whole(Exact(drawn, line).DistanceMetres)
            : null;

    public Verdict Left(int line)
    {
        if (locator.FastLines[line] is not { } drawn || (RadiusMetres > 0 && MetresFrom(line) <= RadiusMetres))
        {
            return Verdict.Undetermined;
        }
        var side = FastLine.Side(Stretched(drawn, line), Estimated(drawn, line)) ?? ExactSide(drawn, line);
        return side == LineSide.On || !KeepsToItsSide(drawn)
            ? Verdict.Undetermined
            : VerdictLogic.Of(side == LineSide.Left);
    }

    public (int BorderMetres, bool Inside) To(Area.Polygons area)
    {
        var polygon = locator.Polygons(area);
        return (polygon.BorderMetres(place, placeError, () => Point), polygon.Area.Contains(Point));
    }

    public int Sector(SectorScheme scheme)
    {
        var drawn = locator.FastLines[scheme.Line]!;
        var estimate = Estimated(drawn, scheme.Line);
        var (first, last) = FastLine.Sectors(Stretched(drawn, scheme.Line), estimate, scheme);
        return first == last && estimate.IsUsable ? first : scheme.At(Exact(drawn, scheme.Line).ChainageMetres);
    }

    /// <summary>
    /// The sectors that may hold the nearest point of any place of the disc: none of the disc is farther from the line
    /// than its centre and the radius, so no such point is farther from the centre than the distance and twice the
    /// radius.
    /// </summary>
    public (int First, int Last) PossibleSectors(SectorScheme scheme)
    {
        var drawn = locator.FastLines[scheme.Line]!;
        var estimate = Estimated(drawn, scheme.Line);
        if (!estimate.IsUsable || estimate.Metres + 2.0 * RadiusMetres > LineEstimate.LimitMetres)
        {
            return (1, Math.Max(1, scheme.Count));
        }
        return FastLine.Sectors(drawn.Within(place, Reach(estimate), estimate), scheme);
    }

    /// <summary>
    /// The chords on which the nearest points of all places of the disc lie; false where that cannot be told fast.
    /// </summary>
    public bool Gather(SectorScheme scheme, List<int> near)
    {
        var drawn = locator.FastLines[scheme.Line]!;
        var estimate = Estimated(drawn, scheme.Line);
        if (!estimate.IsUsable || estimate.Metres + 2.0 * RadiusMetres > NearMetres)
        {
            return false;
        }
        drawn.Gather(place, RadiusMetres, Reach(estimate) + SlackMetres, near);
        return true;
    }

    private double Reach(in LineEstimate estimate) =>
        Math.Max(estimate.Metres, estimate.TieRadius) + estimate.ErrorMetres + 2.0 * RadiusMetres + 2;

    private bool KeepsToItsSide(FastLine drawn) =>
        RadiusMetres == 0 || drawn.ExtensionIsBeyond(place, RadiusMetres, Point);

    private LineSide ExactSide(FastLine drawn, int line) => Exact(drawn, line).Side;

    private ref OnLine On(int line) => ref onLines is null ? ref onOnlyLine : ref onLines[line];

    private LineEstimate Estimated(FastLine drawn, int line)
    {
        ref var known = ref On(line);
        if (!known.Estimated)
        {
            known.Estimate = drawn.Estimate(place, placeError);
            known.Estimated = true;
        }
        return known.Estimate;
    }

    private Stretch Stretched(FastLine drawn, int line)
    {
        ref var known = ref On(line);
        if (!known.Stretched)
        {
            var estimate = Estimated(drawn, line);
            known.Stretch = drawn.Within(place, estimate.TieRadius, estimate);
            known.Stretched = true;
        }
        return known.Stretch;
    }

    private Nearest Exact(FastLine drawn, int line)
    {
        var stretch = Stretched(drawn, line);
        return On(line).Exact ??= drawn.Exact(Point, stretch, Estimated(drawn, line));
    }
}
