using Casus.Core.Facts;
using Casus.Data.Tables;

namespace Casus.Data.Incidents;

/// <summary>The place columns of a draft, read as a <see cref="Place"/> (S4).</summary>
internal static class PlaceDraft
{
    /// <summary>Half of the way round the earth: nothing on it is farther.</summary>
    private const double FarthestKm = 20_038;

    /// <returns>The column to blame and why; null where the place is well given or not given at all.</returns>
    public static (IncidentColumn Column, string Reason)? Read(
        IncidentDraft draft,
        TextPool pool,
        ISet<string> leftOut,
        out Place? place
    )
    {
        place = null;
        var fault = ReadPoint(draft, IncidentColumn.Latitude, out var point);
        double? radius = null;
        fault ??= ReadNumber(draft, IncidentColumn.RadiusKm, 0, FarthestKm, out radius);
        ObserverSector? observer = null;
        fault ??= ReadObserver(draft, leftOut, out observer);
        if (fault is not null)
        {
            return fault;
        }
        if (point is null && radius is not null)
        {
            leftOut.Add("radius_km without a point");
        }
        var district = pool.Of(draft.Text(IncidentColumn.District));
        var side = pool.Of(draft.Text(IncidentColumn.LineSide));
        if (point is null && observer is null && district is null && side is null)
        {
            return null;
        }
        place = new Place
        {
            Point = point,
            RadiusKm = point is null ? 0 : radius ?? 0,
            Observer = observer,
            District = district,
            LineSide = side,
        };
        return null;
    }

    private static (IncidentColumn Column, string Reason)? ReadObserver(
        IncidentDraft draft,
        ISet<string> leftOut,
        out ObserverSector? observer
    )
    {
        observer = null;
        var fault = ReadPoint(draft, IncidentColumn.ObserverLatitude, out var point);
        double? spread = null;
        fault ??= ReadNumber(draft, IncidentColumn.BearingSpreadDeg, 0, 180, out spread);
        double? least = null;
        double? most = null;
        fault ??= ReadNumber(draft, IncidentColumn.DistanceMinKm, 0, FarthestKm, out least);
        fault ??= ReadNumber(draft, IncidentColumn.DistanceMaxKm, 0, FarthestKm, out most);
        if (fault is not null)
        {
            return fault;
        }
        if (Bearings.Read(draft.Text(IncidentColumn.BearingDeg), spread, out var arcs) is { } reason)
        {
            return (IncidentColumn.BearingDeg, reason);
        }
        if (least > most)
        {
            return (IncidentColumn.DistanceMaxKm, "less than distance_min_km");
        }
        if (point is { } stand)
        {
            observer = new ObserverSector(stand, arcs, least ?? 0, most);
        }
        else if (!arcs.IsEmpty || spread is not null || least is not null || most is not null)
        {
            leftOut.Add("a bearing or a distance without an observer's place");
        }
        return null;
    }

    private static (IncidentColumn Column, string Reason)? ReadPoint(
        IncidentDraft draft,
        IncidentColumn latitude,
        out GeoPoint? point
    )
    {
        point = null;
        var longitude = latitude + 1;
        var fault = ReadNumber(draft, latitude, -90, 90, out var north);
        double? east = null;
        fault ??= ReadNumber(draft, longitude, -180, 180, out east);
        if (fault is not null || (north is null && east is null))
        {
            return fault is { } wrong && IsExchanged(draft, latitude)
                ? (wrong.Column, $"{wrong.Reason}; are latitude and longitude exchanged?")
                : fault;
        }
        if (north is null || east is null)
        {
            var (given, missing) = north is null ? (longitude, latitude) : (latitude, longitude);
            return (given, $"{IncidentColumns.NameOf(given)} without {IncidentColumns.NameOf(missing)}");
        }
        point = new GeoPoint(north.Value, east.Value);
        return null;
    }

    /// <summary>What stands for the latitude can only be a longitude, and the other way round it would fit.</summary>
    private static bool IsExchanged(IncidentDraft draft, IncidentColumn latitude) =>
        NumberText.Read(draft.Text(latitude), -180, 180, out var first) is null
        && NumberText.Read(draft.Text(latitude + 1), -90, 90, out _) is null
        && Math.Abs(first) > 90;

    private static (IncidentColumn Column, string Reason)? ReadNumber(
        IncidentDraft draft,
        IncidentColumn column,
        double least,
        double most,
        out double? number
    )
    {
        number = null;
        var text = draft.Text(column);
        if (text.IsEmpty)
        {
            return null;
        }
        if (NumberText.Read(text, least, most, out var read) is { } reason)
        {
            return (column, reason);
        }
        number = read;
        return null;
    }
}
