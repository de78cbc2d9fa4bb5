using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Evidence;
using Casus.Core.Facts;

namespace Casus.Core.Stepping.Counting;

/// <summary>
/// Which rows are, or may be, about the same incident (S7). Only rows near in time, or with the same key, are compared;
/// each keeps its links.
/// </summary>
internal sealed class SameIncidents
{
    // WGS 84. The straight line through the earth is never longer than the geodesic, and much quicker to measure.
    private const double EquatorMetres = 6_378_137;
    private const double EccentricitySquared = 0.006_694_379_990_141_317;

    private readonly Verdict[,] kin;
    private readonly SameIncidentTolerance? tolerance;
    private readonly Func<GeoPoint, GeoPoint, int> metres;
    private readonly RowsByTime byTime = new();
    private readonly Dictionary<int, List<RecordedRow>> byKey = [];
    private readonly List<Disc> discs = [];
    private readonly List<RecordedRow> found = [];

    public SameIncidents(Agreement agreement, Func<GeoPoint, GeoPoint, int> metres)
    {
        this.metres = metres;
        tolerance = agreement.SameIncident;
        var terms = agreement.Conduct.Names.Length;
        kin = new Verdict[terms, terms];
        for (var x = 0; x < terms; x++)
        {
            for (var y = 0; y < terms; y++)
            {
                kin[x, y] = agreement.Conduct.Match(x, y).Or(agreement.Conduct.Match(y, x));
            }
        }
    }

    private readonly record struct Disc(
        double X,
        double Y,
        double Z,
        GeoPoint Centre,
        long Metres,
        bool IsKnown,
        bool IsPlace
    );

    /// <summary>
    /// Links a row that has entered with those that it may repeat. Tells of each before its links change.
    /// </summary>
    public void Link(RecordedRow row, List<RecordedRow> rows, Action<RecordedRow> touch)
    {
        found.Clear();
        if (tolerance is { } near)
        {
            while (discs.Count <= row.Index)
            {
                discs.Add(DiscOf(rows[discs.Count].Row.Place));
            }
            byTime.Collect(row.From - near.Seconds, row.To + near.Seconds, rows, found);
            byTime.Add(row);
        }
        if (row.IncidentKey >= 0)
        {
            LinkByKey(row, touch);
        }
        foreach (var other in found)
        {
            if (other.Present && !(row.IncidentKey >= 0 && other.IncidentKey >= 0))
            {
                Join(row, other, Near(row, other), touch);
            }
        }
    }

    private void LinkByKey(RecordedRow row, Action<RecordedRow> touch)
    {
        if (!byKey.TryGetValue(row.IncidentKey, out var sharing))
        {
            byKey.Add(row.IncidentKey, sharing = []);
        }
        foreach (var other in sharing)
        {
            if (other.Present)
            {
                Join(row, other, Verdict.Met, touch);
            }
        }
        sharing.Add(row);
    }

    private static void Join(RecordedRow row, RecordedRow other, Verdict same, Action<RecordedRow> touch)
    {
        if (same == Verdict.NotMet)
        {
            return;
        }
        touch(other);
        touch(row);
        (row.Links ??= []).Add(new Link(other, same == Verdict.Met));
        (other.Links ??= []).Add(new Link(row, same == Verdict.Met));
    }

    private Verdict Near(RecordedRow x, RecordedRow y)
    {
        if (x.Group == y.Group)
        {
            return Verdict.NotMet;
        }
        var verdict = kin[x.Conduct, y.Conduct];
        if (verdict == Verdict.NotMet || x.Row.Party is { } one && y.Row.Party is { } two && one != two)
        {
            return Verdict.NotMet;
        }
        verdict = verdict.And(Times(x, y));
        return verdict == Verdict.NotMet ? verdict : verdict.And(Places(discs[x.Index], discs[y.Index]));
    }

    private Verdict Times(RecordedRow x, RecordedRow y)
    {
        // The farthest that an instant of the one can be from an instant of the other; one may lie within the other.
        if (Math.Max(x.To - y.From, y.To - x.From) <= tolerance!.Seconds)
        {
            return Verdict.Met;
        }
        return Math.Max(x.From, y.From) - Math.Min(x.To, y.To) > tolerance.Seconds
            ? Verdict.NotMet
            : Verdict.Undetermined;
    }

    private Verdict Places(in Disc x, in Disc y)
    {
        if (!x.IsKnown || !y.IsKnown)
        {
            return Verdict.Undetermined;
        }
        var allowed = tolerance!.Metres;
        double dx = x.X - y.X,
            dy = x.Y - y.Y,
            dz = x.Z - y.Z;
        double atMost = allowed + x.Metres + y.Metres + 1;
        if (dx * dx + dy * dy + dz * dz > atMost * atMost)
        {
            return Verdict.NotMet;
        }
        long distance = metres(x.Centre, y.Centre);
        if (distance - x.Metres - y.Metres > allowed)
        {
            return Verdict.NotMet;
        }
        return x.IsPlace && y.IsPlace && distance + x.Metres + y.Metres <= allowed ? Verdict.Met : Verdict.Undetermined;
    }

    /// <summary>
    /// The disc that surely holds the place. An observer's is too wide to say that two places are near.
    /// </summary>
    private static Disc DiscOf(Place? place) =>
        place switch
        {
            { Point: { } point } => DiscOf(point, place.RadiusKm, isPlace: true),
            { Observer: { DistanceMaxKm: { } far } observer } => DiscOf(observer.Observer, far, isPlace: false),
            _ => default,
        };

    private static Disc DiscOf(GeoPoint point, double radiusKm, bool isPlace)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(double.DegreesToRadians(point.Latitude));
        var (sinLongitude, cosLongitude) = Math.SinCos(double.DegreesToRadians(point.Longitude));
        var normal = EquatorMetres / Math.Sqrt(1 - EccentricitySquared * sinLatitude * sinLatitude);
        return new Disc(
            normal * cosLatitude * cosLongitude,
            normal * cosLatitude * sinLongitude,
            normal * (1 - EccentricitySquared) * sinLatitude,
            point,
            (long)Math.Round(radiusKm * 1000, MidpointRounding.AwayFromZero),
            IsKnown: true,
            isPlace
        );
    }
}
