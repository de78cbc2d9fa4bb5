using Casus.Core.Conditions;
using Casus.Core.Norms;
using Casus.Core.Time;

namespace Casus.Reference;

/// <summary>
/// Every instant at which a verdict may change, on any record of the case: more than needed, never fewer.
/// </summary>
internal static class CandidateInstants
{
    public static IReadOnlyList<Moment> OnTheAxisOfActs(ReferenceCase given)
    {
        var conditions = given.Agreement.Conditions.SelectMany(tracked => Parts(tracked.Condition)).ToList();
        var lengths = conditions.Select(Length).OfType<long>().Append(0).Distinct().ToList();
        var times = given.Rows.Select(row => row.Occurred).Concat(given.Uncovered).ToList();
        var instants = new SortedSet<Moment>();
        foreach (var point in times.SelectMany(time => new[] { time.From, time.To }))
        {
            instants.UnionWith(lengths.Select(length => point.Plus(length)));
        }
        foreach (var persists in conditions.OfType<Condition.Persists>())
        {
            var anchors = given.Anchors.Select(anchor => anchor.Act.At).Concat(Stated(persists.After)).ToList();
            instants.UnionWith(anchors.Concat(anchors.Select(x => given.Agreement.Calendar.Add(x, persists.Length))));
        }
        instants.UnionWith(conditions.OfType<Condition.Reached>().SelectMany(reached => Stated(reached.Point)));
        if (given.LifeFrom is { } from)
        {
            instants.Add(from);
        }
        AddMidnights(given, instants, conditions.OfType<Condition.OnDays>().Sum(onDays => onDays.Days + 1));
        instants.UnionWith(given.AlsoAt);
        return [.. instants.Where(instant => instant <= given.Horizon)];
    }

    /// <summary>Every instant at which the record changes.</summary>
    public static IReadOnlyList<Moment> OfKnowledge(ReferenceCase given)
    {
        var instants = new SortedSet<Moment>(given.Rows.Select(row => row.KnownAt));
        instants.UnionWith(
            given.Rows.SelectMany(row => row.Findings.Select(finding => Moment.Max(finding.At, row.KnownAt)))
        );
        instants.UnionWith(given.Anchors.Select(anchor => anchor.Act.KnownAt));
        return [.. instants.Where(instant => instant <= given.Horizon)];
    }

    private static void AddMidnights(ReferenceCase given, SortedSet<Moment> instants, int days)
    {
        if (instants.Count == 0)
        {
            return;
        }
        var calendar = given.Agreement.Calendar;
        // A sliding count that stands from one day to the next is met anew at midnight, where days are judged by their
        // instants.
        var last = calendar.DayOf(instants.Max) + days + 1;
        for (var day = calendar.DayOf(instants.Min); day <= last; day++)
        {
            instants.Add(calendar.StartOfDay(day));
        }
    }

    private static IEnumerable<Moment> Stated(Point point) => point is Point.Stated stated ? [stated.First] : [];

    private static long? Length(Condition condition) =>
        condition switch
        {
            Condition.Count { Window: Window.Sliding sliding } => sliding.Seconds,
            Condition.Series series => series.GapSeconds + 1,
            _ => null,
        };

    private static IEnumerable<Condition> Parts(Condition condition) =>
        condition switch
        {
            Condition.And and => and.Parts.SelectMany(Parts).Append(condition),
            Condition.Or or => or.Parts.SelectMany(Parts).Append(condition),
            Condition.Not not => Parts(not.Part).Append(condition),
            _ => [condition],
        };
}
