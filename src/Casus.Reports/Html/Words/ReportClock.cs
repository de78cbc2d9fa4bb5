using Casus.Reports.Model;
using NodaTime;
using NodaTime.Text;

namespace Casus.Reports.Html.Words;

/// <summary>Instants in the words of the agreement's time zone.</summary>
public sealed class ReportClock(string timeZone)
{
    private static readonly LocalDatePattern Iso = LocalDatePattern.Iso;
    private static readonly LocalDatePattern Prose = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalDatePattern MonthOnly = LocalDatePattern.CreateWithInvariantCulture("MMM uuuu");
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd HH:mm"
    );
    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) ?? DateTimeZone.Utc;

    /// <summary>2015-02-15.</summary>
    public string Day(long instant) => Iso.Format(Local(instant).Date);

    /// <summary>15 February 2015.</summary>
    public string ProseDay(long instant) => Prose.Format(Local(instant).Date);

    /// <summary>2015-02-15 13:05; the day alone at midnight.</summary>
    public string Minute(long instant)
    {
        var local = Local(instant);
        return local.TimeOfDay == LocalTime.Midnight ? Iso.Format(local.Date) : Minutes.Format(local);
    }

    public string ProseSpan(Span span) => $"{ProseDay(span.From)} to {ProseDay(span.To)}";

    public int Year(long instant) => Local(instant).Year;

    /// <summary>The instant at which a local day begins.</summary>
    public long Start(int year, int month, int day) =>
        zone.AtStartOfDay(new LocalDate(year, month, day)).ToInstant().ToUnixTimeSeconds();

    /// <summary>First day of a month as the model writes it, such as 2015-02-01; Feb 2015.</summary>
    public static string Month(string firstDay) => MonthOnly.Format(Iso.Parse(firstDay).Value);

    /// <summary>The instant at which a day written ISO begins.</summary>
    public long Start(string isoDay) => zone.AtStartOfDay(Iso.Parse(isoDay).Value).ToInstant().ToUnixTimeSeconds();

    private LocalDateTime Local(long instant) => Instant.FromUnixTimeSeconds(instant).InZone(zone).LocalDateTime;
}
