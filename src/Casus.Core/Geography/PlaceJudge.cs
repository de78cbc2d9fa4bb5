using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>
/// What a place says of the zones, sectors and sides of an agreement (S4, S5, S14), given how single points lie to its
/// lines and areas. How that is found, plainly or fast, is for those who derive.
/// </summary>
public abstract class PlaceJudge
{
    private readonly SideNames sides;

    private protected PlaceJudge(Agreement agreement)
    {
        Agreement = agreement;
        Unknown = [.. agreement.Lines.Select(_ => Verdict.Undetermined)];
        sides = new SideNames(agreement);
        Lines =
        [
            .. agreement.Lines.Select(line =>
                line.Vertices.IsDefaultOrEmpty ? null : new GeodesicPolyline(line.Vertices)
            ),
        ];
    }

    private protected Agreement Agreement { get; }

    /// <summary>Null where the text names no file.</summary>
    private protected ImmutableArray<GeodesicPolyline?> Lines { get; }

    private protected ImmutableArray<Verdict> Unknown { get; }

    /// <summary>
    /// Where the acts of a row may lie. The side from which fire came is as the row states it, null if it does not.
    /// </summary>
    public Location Locate(Place? place, string? originSide)
    {
        var origin = sides.Stated(originSide);
        var disc = place?.Point is { } point ? OfDisc(point, Geodesic.MetresOf(place.RadiusKm)) : null;
        var sector = place?.Observer is { DistanceMaxKm: { } most } observer
            ? OfSector(observer, Geodesic.MetresOf(observer.DistanceMinKm), Geodesic.MetresOf(most))
            : null;
        var stated = sides.Stated(place?.LineSide);
        var left = Joined(disc?.Left ?? Unknown, sector?.Left ?? Unknown, out bool contradicts);
        var settled = Settled(left, stated);
        var given = new StatedPlace(place?.District, settled);
        var zones = JudgeZones(disc, sector, given, ref contradicts);
        bool both = disc != null && sector != null;
        bool outside = IsOutside(zones);
        var sectors = outside && !both ? [] : SharedSectors(disc, sector, ref contradicts);
        contradicts |= both && RegionPair.AreApart(place!);
        return new Location
        {
            Zones = zones,
            Sectors = outside ? [] : sectors,
            Left = settled,
            OriginLeft = origin,
            DistanceMetres =
                disc?.DistanceMetres ?? sector?.DistanceMetres ?? [.. Agreement.Lines.Select(_ => (int?)null)],
            Contradicts = contradicts,
        };
    }

    /// <summary>
    /// What is surely outside every zone has no sector (S5), where sectors divide a buffer along their line; without
    /// such a zone they go on.
    /// </summary>
    private bool IsOutside(ImmutableArray<Verdict> zones)
    {
        if (Agreement.Sectors is not { } scheme)
        {
            return false;
        }
        var divided = false;
        for (var i = 0; i < zones.Length; i++)
        {
            if (zones[i] != Verdict.NotMet)
            {
                return false;
            }
            divided |= Agreement.Zones[i].Area is Area.WithinOfLine buffer && buffer.Line == scheme.Line;
        }
        return divided;
    }

    /// <summary>A disc; of radius 0, a point.</summary>
    private protected abstract JudgedRegion OfDisc(GeoPoint centre, int radiusMetres);

    private protected abstract JudgedRegion OfSector(ObserverSector sector, int leastMetres, int mostMetres);

    private ImmutableArray<Verdict> JudgeZones(
        JudgedRegion? disc,
        JudgedRegion? sector,
        StatedPlace given,
        ref bool contradicts
    )
    {
        var zones = ImmutableArray.CreateBuilder<Verdict>(Agreement.Zones.Length);
        foreach (var zone in Agreement.Zones)
        {
            var byDisc = disc?.Judge(zone.Area, given) ?? AreaJudgement.OfNowhere(zone.Area, given);
            var bySector = sector?.Judge(zone.Area, given) ?? AreaJudgement.OfNowhere(zone.Area, given);
            contradicts |= Contradict(byDisc, bySector);
            var either = Either(byDisc, bySector);
            zones.Add(either == Verdict.Undetermined && given.IsIn(zone) ? Verdict.Met : either);
        }
        return zones.MoveToImmutable();
    }

    private static ImmutableArray<Verdict> Settled(ImmutableArray<Verdict> computed, ImmutableArray<Verdict> stated) =>
        stated.Contains(Verdict.Met) || stated.Contains(Verdict.NotMet)
            ? [.. computed.Select((verdict, i) => verdict == Verdict.Undetermined ? stated[i] : verdict)]
            : computed;

    private static ImmutableArray<Verdict> Joined(
        ImmutableArray<Verdict> a,
        ImmutableArray<Verdict> b,
        out bool contradicts
    )
    {
        contradicts = false;
        for (int i = 0; i < a.Length; i++)
        {
            contradicts |= Contradict(a[i], b[i]);
        }
        return b.All(verdict => verdict == Verdict.Undetermined)
            ? a
            : [.. a.Select((verdict, i) => Either(verdict, b[i]))];
    }

    private static ImmutableArray<int> SharedSectors(JudgedRegion? disc, JudgedRegion? sector, ref bool contradicts)
    {
        var ofDisc = disc?.FindSectors() ?? default;
        var ofSector = sector?.FindSectors() ?? default;
        if (ofDisc.IsDefault || ofSector.IsDefault)
        {
            return ofDisc.IsDefault ? ofSector : ofDisc;
        }
        ImmutableArray<int> shared = [.. ofDisc.Where(i => ofSector.Contains(i))];
        contradicts |= shared.IsEmpty;
        return shared.IsEmpty ? [.. ofDisc.Union(ofSector).Order()] : shared;
    }

    private static bool Contradict(Verdict a, Verdict b) =>
        a != b && a != Verdict.Undetermined && b != Verdict.Undetermined;

    private static Verdict Either(Verdict a, Verdict b) => a == Verdict.Undetermined ? b : a;
}
