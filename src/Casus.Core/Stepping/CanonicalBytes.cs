using Casus.Core.Effects;
using Casus.Core.Facts;

namespace Casus.Core.Stepping;

/// <summary>
/// The canonical bytes of facts and effects: every field that can change what the machine says, in a fixed order.
/// </summary>
internal static class CanonicalBytes
{
    public static void Write(StateHash hash, Fact fact)
    {
        switch (fact)
        {
            case IncidentReported reported:
                hash.Tag(1);
                Write(hash, reported.Row);
                break;
            case ActRecorded recorded:
                hash.Tag(2);
                Write(hash, recorded.Act);
                break;
            case DeadlineReached reached:
                hash.Tag(3);
                hash.Instant(reached.At);
                break;
        }
    }

    public static void Write(StateHash hash, Effect effect)
    {
        hash.Tag(4);
        hash.Tag((byte)effect.Kind);
        hash.Number(effect.Seq);
        hash.Text(effect.Clause);
        hash.Text(effect.Grade);
        hash.Text(effect.Bearer);
        hash.Text(effect.Beneficiary);
        hash.Text(effect.Party);
        hash.Optional(effect.Sector);
        hash.Optional(effect.At);
        hash.Instant(effect.KnownAt);
        hash.Optional(effect.Deadline);
        hash.Optional(effect.Count);
        hash.Tag(effect.Supposed ? (byte)1 : (byte)0);
        hash.Tag((byte)effect.View);
        hash.Number(effect.Because.Facts.Length);
        foreach (var id in effect.Because.Facts)
        {
            hash.Text(id);
        }
        hash.Number(effect.Because.Effects.Length);
        foreach (var seq in effect.Because.Effects)
        {
            hash.Number(seq);
        }
    }

    private static void Write(StateHash hash, IncidentRow row)
    {
        hash.Text(row.Id);
        hash.Instant(row.Occurred.From);
        hash.Instant(row.Occurred.To);
        hash.Instant(row.KnownAt);
        hash.Text(row.Conduct);
        hash.Number(row.CountMin);
        hash.Number(row.Count);
        hash.Number(row.CountMax);
        hash.Text(row.Party);
        hash.Text(row.Against);
        hash.Text(row.OriginSide);
        hash.Text(row.Source);
        hash.Text(row.Organisation);
        hash.Text(row.File);
        hash.Text(row.Incident);
        hash.Text(row.Supersedes);
        hash.Text(row.Target);
        Write(hash, row.Deaths);
        Write(hash, row.Injured);
        hash.Optional(row.CalibreMm);
        Write(hash, row.Place);
        hash.Number(row.Findings.Length);
        foreach (var finding in row.Findings)
        {
            hash.Tag((byte)finding.Kind);
            hash.Text(finding.By);
            hash.Instant(finding.At);
            hash.Tag(finding.Confidence is { } confidence ? (byte)confidence : (byte)0);
        }
    }

    private static void Write(StateHash hash, People? people)
    {
        hash.Optional(people?.Min);
        hash.Optional(people?.Best);
        hash.Optional(people?.Max);
    }

    private static void Write(StateHash hash, Place? place)
    {
        hash.Tag(place is null ? (byte)0 : (byte)1);
        if (place is null)
        {
            return;
        }
        Write(hash, place.Point);
        hash.Metres(place.RadiusKm);
        hash.Text(place.District);
        hash.Text(place.LineSide);
        Write(hash, place.Observer?.Observer);
        if (place.Observer is not { } observer)
        {
            return;
        }
        hash.Metres(observer.DistanceMinKm);
        hash.Optional(observer.DistanceMaxKm is { } far ? (long)Math.Round(far * 1000) : null);
        hash.Number(observer.Arcs.Length);
        foreach (var arc in observer.Arcs)
        {
            hash.Angle(arc.CentreDeg);
            hash.Angle(arc.HalfWidthDeg);
        }
    }

    private static void Write(StateHash hash, GeoPoint? point)
    {
        hash.Tag(point is null ? (byte)0 : (byte)1);
        if (point is { } place)
        {
            hash.Angle(place.Latitude);
            hash.Angle(place.Longitude);
        }
    }

    private static void Write(StateHash hash, Act act)
    {
        hash.Text(act.Id);
        hash.Tag((byte)act.Kind);
        hash.Instant(act.At);
        hash.Instant(act.KnownAt);
        hash.Number(act.By.Length);
        foreach (var name in act.By)
        {
            hash.Text(name);
        }
        hash.Text(act.To);
        hash.Text(act.Clause);
        hash.Text(act.About);
        hash.Quantity(act.Quantity);
        hash.Text(act.Unit);
        hash.Text(act.Value);
        hash.Tag(act.Supposed ? (byte)1 : (byte)0);
    }
}
