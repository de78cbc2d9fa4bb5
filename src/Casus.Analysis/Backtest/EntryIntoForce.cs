using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>
/// From when the text is in force in a backtest (S13, S19): as stated; else by its own date or by the acts that it
/// needs; else from the first row's day, which is a supposition.
/// </summary>
/// <param name="Stated">What the machine is told; null: it follows the text.</param>
internal sealed record EntryIntoForce(Moment? Stated, string? Supposition)
{
    /// <summary>Null where there is nothing to begin from.</summary>
    public static EntryIntoForce? Of(BacktestInput input)
    {
        if (input.InForceFrom is { } stated)
        {
            return new EntryIntoForce(stated, $"in force from {Day(input, stated)}, as --in-force-from says");
        }
        if (FollowsText(input))
        {
            return new EntryIntoForce(null, null);
        }
        if (First(input) is not { } first)
        {
            return null;
        }
        var calendar = input.Agreement.Calendar;
        return new EntryIntoForce(
            calendar.StartOfDay(calendar.DayOf(first)),
            $"in force from {Day(input, first)}, the first row's day (--in-force-from changes it)"
        );
    }

    private static string Day(BacktestInput input, Moment moment)
    {
        var date = AgreementCalendar.LocalDateOf(input.Agreement.Calendar.DayOf(moment));
        return FormattableString.Invariant($"{date:uuuu-MM-dd}");
    }

    private static bool FollowsText(BacktestInput input)
    {
        var entry = input.Agreement.Life.Entry;
        var hasEntryActs =
            input.Acts is { } acts && acts.Any(act => entry?.Needs.Any(need => need.Kind == act.Kind) == true);
        return entry?.OnDate is not null || hasEntryActs;
    }

    private static Moment? First(BacktestInput input)
    {
        var rows = input.Incidents.Select(row => row.Occurred.From);
        var acts = (input.Acts ?? []).Select(act => act.At);
        var times = rows.Concat(acts).ToArray();
        return times.Length > 0 ? times.Min() : null;
    }
}
