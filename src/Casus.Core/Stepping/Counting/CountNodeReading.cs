using System.Collections.Immutable;
using Casus.Core.Facts;
using Casus.Core.Time;

namespace Casus.Core.Stepping.Counting;

/// <summary>What a count rests on, for people; nothing here changes it.</summary>
internal sealed partial class CountNode
{
    /// <summary>How near to being met: possible at all; then what is sure; then what is possible.</summary>
    public static (bool, long, long) Rank(CountPeak peak) => Rank(peak.Lower, peak.Upper, peak.AtLeast);

    /// <summary>
    /// Every row that may lie in the window at an instant, by what it lacks, and the bounds that come of them.
    /// </summary>
    public CountReading Read(int key, long time, IEnumerable<RecordedRow> record, PatternJudge patterns)
    {
        var rows = ImmutableArray.CreateBuilder<RowReason>();
        foreach (var row in record.Where(row => row.Present && row.From <= time))
        {
            var presence = function.PresenceOf(row.From, row.To);
            if (presence.From <= time && time < presence.To)
            {
                var (doubtful, failing) = function.Facets(row, key, patterns);
                var isSure = presence.SureFrom <= time && time < presence.SureTo;
                var least = function.Least(row);
                var reason = ConditionMachine.Reason(row, (isSure ? doubtful : doubtful | Shortfall.Time, failing));
                // Deaths that are sure are counted, however many acts they may have come of.
                var settled = least > 0 ? Shortfall.Count : Shortfall.None;
                rows.Add(
                    reason with
                    {
                        Doubtful = reason.Doubtful & ~settled,
                        Least = least,
                        Most = function.Most(row),
                    }
                );
            }
        }
        var (sure, possible, unbounded) = InWindow(key, time, Beginning);
        return new CountReading(
            function.Acts.Pattern,
            Keys[key],
            atLeast,
            Math.Min(function.Joint.Lower(sure), IncidentRow.Unbounded),
            Math.Min(function.Joint.Upper(possible), IncidentRow.Unbounded),
            unbounded,
            rows.ToImmutable()
        );
    }

    /// <summary>
    /// The instant of [from, to] at which the key came nearest to being met; null where nothing was ever
    /// possible.
    /// </summary>
    public CountPeak? Peak(int key, long from, long to, long now)
    {
        if (from > to)
        {
            return null;
        }
        var joint = function.JointOf(key);
        joint?.MoveTo(from);
        var sweep = new Sweep(function.Own(key) ?? Nothing, function.Shared(key) ?? Nothing, from, joint);
        CountPeak? nearest = null;
        for (var time = from; time <= to; time = sweep.Next)
        {
            sweep.Advance(time);
            var isPossible = sweep.Upper > 0;
            if (isPossible && (nearest is null || Rank(sweep.Lower, sweep.Upper, atLeast).CompareTo(Rank(nearest)) > 0))
            {
                nearest = new CountPeak(Keys[key], new Moment(time), sweep.Lower, sweep.Upper, atLeast);
            }
        }
        joint?.MoveTo(now + 1);
        return nearest;
    }

    private static (bool, long, long) Rank(long lower, long upper, long atLeast) =>
        upper >= atLeast ? (true, lower, upper) : (false, upper, lower);
}
