using Casus.Reports.Html.Words;

namespace Casus.Reports.Html.Svg;

/// <summary>Instants on a horizontal axis, linear.</summary>
internal sealed class TimeScale(long from, long to, double left, double right)
{
    private const long Day = 86_400;

    public long From { get; } = from;
    public long To { get; } = Math.Max(to, from + 1);
    public double Left { get; } = left;
    public double Right { get; } = right;

    /// <summary>Instants outside are drawn at the edge.</summary>
    public double X(long instant) =>
        Left + (Right - Left) * ((double)(Math.Clamp(instant, From, To) - From) / (To - From));

    /// <summary>Where a tick stands and what is written at it; empty: a tick alone.</summary>
    public IEnumerable<(long At, string Label)> Ticks(ReportClock clock)
    {
        var days = (To - From) / Day;
        var ticks =
            days > 1_200 ? Years(clock, days)
            : days > 100 ? Months(clock, days)
            : Days(clock, days);
        return ticks.Where(tick => tick.At >= From && tick.At <= To);
    }

    private IEnumerable<(long At, string Label)> Years(ReportClock clock, long days)
    {
        var step =
            days > 30_000 ? 10
            : days > 8_000 ? 5
            : 1;
        for (var year = clock.Year(From); year <= clock.Year(To); year++)
        {
            yield return (clock.Start(year, 1, 1), year % step == 0 ? $"{year}" : "");
        }
    }

    private IEnumerable<(long At, string Label)> Months(ReportClock clock, long days)
    {
        var step = days > 400 ? 3 : 1;
        for (var year = clock.Year(From); year <= clock.Year(To); year++)
        {
            for (var month = 1; month <= 12; month++)
            {
                var isLabelled = (month - 1) % step == 0;
                yield return (
                    clock.Start(year, month, 1),
                    isLabelled ? ReportClock.Month($"{year:0000}-{month:00}-01") : ""
                );
            }
        }
    }

    private IEnumerable<(long At, string Label)> Days(ReportClock clock, long days)
    {
        var step = Math.Max(1, days / 10);
        for (var day = 0L; day <= days; day++)
        {
            var at = clock.Start(clock.Day(From + day * Day));
            yield return (at, day % step == 0 ? clock.Day(at) : "");
        }
    }
}
