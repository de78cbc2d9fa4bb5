using System.Globalization;
using Casus.Core.Time;

namespace Casus.Core.Checking.Timing;

/// <summary>
/// How long something takes, in seconds, at least and at most. A day has 24 hours here, a month 28 to 31 days, a year
/// 365 or 366: changes of clocks are left aside. Without a most, nothing limits it.
/// </summary>
internal readonly record struct Delay(long Least, long? Most)
{
    private const long Hour = 3600;
    private const long Day = 24 * Hour;

    public static Delay None { get; } = new(0, 0);

    /// <summary>It comes when somebody makes it come, and nothing says when that must be.</summary>
    public static Delay Unlimited { get; } = new(0, null);

    public bool IsLimited => Most is not null;

    public static Delay Of(Length length) =>
        length.Unit switch
        {
            LengthUnit.Month => new(length.Amount * 28L * Day, length.Amount * 31L * Day),
            LengthUnit.Year => new(length.Amount * 365L * Day, length.Amount * 366L * Day),
            _ => new(length.Seconds ?? 0, length.Seconds ?? 0),
        };

    /// <summary>One after the other.</summary>
    public Delay Then(Delay next) => new(Least + next.Least, Most + next.Most);

    /// <summary>Either of the two, and nobody knows which.</summary>
    public Delay Or(Delay other) =>
        new(Math.Min(Least, other.Least), Most is { } a && other.Most is { } b ? Math.Max(a, b) : null);

    /// <summary>Both, side by side.</summary>
    public Delay And(Delay other) =>
        new(Math.Max(Least, other.Least), Most is { } a && other.Most is { } b ? Math.Max(a, b) : null);

    /// <summary>Such as "72 hours", "24 to 72 hours", "24 hours or more", "12 to 13 days".</summary>
    public override string ToString()
    {
        var unit = IsDays(Least) && IsDays(Most ?? 0) ? Day : Hour;
        var name = unit == Day ? "days" : "hours";
        var least = Number(Least, unit);
        return Most is not { } most ? $"{least} {name} or more"
            : most == Least ? $"{least} {(Least == unit ? name[..^1] : name)}"
            : $"{least} to {Number(most, unit)} {name}";
    }

    /// <summary>A stretch of seconds in words: "36 hours", "30 minutes", "10 days".</summary>
    public static string Words(long seconds) =>
        seconds is > 0 and < Hour
            ? $"{(seconds / 60m).ToString("#,0.##", CultureInfo.InvariantCulture)} minutes"
            : new Delay(seconds, seconds).ToString();

    private static bool IsDays(long seconds) => seconds == 0 || (seconds >= 10 * Day && seconds % Day == 0);

    private static string Number(long seconds, long unit) =>
        (seconds / (decimal)unit).ToString("#,0.##", CultureInfo.InvariantCulture);
}
