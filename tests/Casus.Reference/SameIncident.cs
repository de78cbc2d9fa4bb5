using Casus.Core.Conditions;
using Casus.Core.Facts;

namespace Casus.Reference;

/// <summary>Whether two rows are about the same incident (S7).</summary>
internal sealed class SameIncident(RecordAt record)
{
    public Verdict Judge(IncidentRow x, IncidentRow y)
    {
        if (x.Incident is not null && y.Incident is not null)
        {
            return VerdictLogic.Of(x.Incident == y.Incident);
        }
        if (x.Group == y.Group || record.Agreement.SameIncident is not { } tolerance)
        {
            return Verdict.NotMet;
        }
        var parties = VerdictLogic.Of(x.Party is null || y.Party is null || x.Party == y.Party);
        return Kin(x, y).And(parties).And(Times(x, y, tolerance.Seconds)).And(Places(x, y, tolerance.Metres));
    }

    private Verdict Kin(IncidentRow x, IncidentRow y)
    {
        var conduct = record.Agreement.Conduct;
        return conduct.Match(x.Conduct, y.Conduct).Or(conduct.Match(y.Conduct, x.Conduct));
    }

    private static Verdict Times(IncidentRow x, IncidentRow y, long tolerance)
    {
        var farthest = Math.Max(
            x.Occurred.To.Second - y.Occurred.From.Second,
            y.Occurred.To.Second - x.Occurred.From.Second
        );
        var nearest = Math.Max(
            x.Occurred.From.Second - y.Occurred.To.Second,
            y.Occurred.From.Second - x.Occurred.To.Second
        );
        return farthest <= tolerance ? Verdict.Met
            : nearest > tolerance ? Verdict.NotMet
            : Verdict.Undetermined;
    }

    private Verdict Places(IncidentRow x, IncidentRow y, long tolerance)
    {
        if (Disc(x) is not { } a || Disc(y) is not { } b)
        {
            return Verdict.Undetermined;
        }
        var distance = record.Metres(a.Centre, b.Centre);
        if (distance - a.Metres - b.Metres > tolerance)
        {
            return Verdict.NotMet;
        }
        return a.IsPlace && b.IsPlace && distance + a.Metres + b.Metres <= tolerance
            ? Verdict.Met
            : Verdict.Undetermined;
    }

    /// <summary>
    /// The disc that surely holds the place. An observer's is far too wide to say that two places are near.
    /// </summary>
    private static (GeoPoint Centre, long Metres, bool IsPlace)? Disc(IncidentRow row) =>
        row.Place switch
        {
            { Point: { } point } place => (point, WholeMetres(place.RadiusKm), true),
            { Observer: { DistanceMaxKm: { } far } observer } => (observer.Observer, WholeMetres(far), false),
            _ => null,
        };

    private static long WholeMetres(double kilometres) =>
        (long)Math.Round(kilometres * 1000, MidpointRounding.AwayFromZero);
}
