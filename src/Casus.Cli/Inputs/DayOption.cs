using Casus.Core.Time;
using Casus.Data.Tables;

namespace Casus.Cli.Inputs;

/// <summary>
/// Days as --from and --to take them: a date is a whole day of the agreement's zone; an instant has its offset.
/// </summary>
internal static class DayOption
{
    /// <summary>Null without a reason where nothing was given; null with one where it is no time.</summary>
    public static TimeInterval? Read(string option, string? written, AgreementCalendar calendar, ref string? reason)
    {
        if (written is null)
        {
            return null;
        }
        if (TimeText.Read(written, calendar, out var time, out _) is { } wrong)
        {
            reason ??= $"{option} {written}: it is {wrong}";
            return null;
        }
        return time;
    }
}
