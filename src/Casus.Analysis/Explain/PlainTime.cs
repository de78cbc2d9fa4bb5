using Casus.Core.Time;

namespace Casus.Analysis.Explain;

/// <summary>Instants for people: in UTC as effects.jsonl has them, seconds left out where there are none.</summary>
internal static class PlainTime
{
    public static string Of(Moment moment)
    {
        var text = moment.ToString();
        return text.EndsWith(":00Z", StringComparison.Ordinal) ? $"{text[..^4]}Z" : text;
    }

    public static string Of(TimeInterval interval) =>
        interval.From == interval.To ? Of(interval.From) : $"{Of(interval.From)} to {Of(interval.To)}";

    /// <summary>A number of seconds as a text would name it.</summary>
    public static string Length(long seconds) =>
        seconds % 86_400 == 0 && seconds > 86_400 ? Count(seconds / 86_400, "day")
        : seconds % 3600 == 0 ? Count(seconds / 3600, "hour")
        : seconds % 60 == 0 ? Count(seconds / 60, "minute")
        : Count(seconds, "second");

    private static string Count(long number, string unit) =>
        FormattableString.Invariant($"{number:N0} {unit}{(number == 1 ? "" : "s")}");
}
