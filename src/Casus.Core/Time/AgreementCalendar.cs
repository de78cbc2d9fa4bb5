using NodaTime;

namespace Casus.Core.Time;

/// <summary>
/// The calendar of an agreement: its time zone, its days [00:00, 24:00) and its arithmetic (S1). Days are numbered from
/// 1970-01-01 = 0, in local dates.
/// </summary>
public sealed class AgreementCalendar
{
    private readonly DateTimeZone zone;

    public AgreementCalendar(DateTimeZone zone) => this.zone = zone;

    public static AgreementCalendar Utc { get; } = new(DateTimeZone.Utc);

    /// <summary>The IANA name of the zone, such as Europe/Kyiv.</summary>
    public string ZoneId => zone.Id;

    /// <summary>The local day that holds the moment.</summary>
    public int DayOf(Moment moment)
    {
        var instant = Instant.FromUnixTimeSeconds(moment.Second);
        var local = moment.Second + zone.GetUtcOffset(instant).Seconds;
        return (int)Math.DivRem(local, 86_400, out var rest) - (rest < 0 ? 1 : 0);
    }

    /// <summary>The first second of a local day.</summary>
    public Moment StartOfDay(int day)
    {
        var date = LocalDateOf(day);
        return new Moment(zone.AtStartOfDay(date).ToInstant().ToUnixTimeSeconds());
    }

    /// <summary>The last second of a local day.</summary>
    public Moment EndOfDay(int day) => StartOfDay(day + 1).Plus(-1);

    /// <summary>The closed interval of a local day: 86,400 s, or 82,800 or 90,000 where clocks change.</summary>
    public TimeInterval Day(LocalDate date)
    {
        var day = NumberOf(date);
        return new TimeInterval(StartOfDay(day), EndOfDay(day));
    }

    public static int NumberOf(LocalDate date) => Period.DaysBetween(new LocalDate(1970, 1, 1), date);

    public static LocalDate LocalDateOf(int day) => new LocalDate(1970, 1, 1).PlusDays(day);

    /// <summary>
    /// An instant given in local time; a time that a clock change skips or repeats is read leniently, as the earlier.
    /// </summary>
    public Moment FromLocal(LocalDateTime local) => new(zone.AtLeniently(local).ToInstant().ToUnixTimeSeconds());

    public LocalDateTime ToLocal(Moment moment) =>
        Instant.FromUnixTimeSeconds(moment.Second).InZone(zone).LocalDateTime;

    /// <summary>
    /// Adds a length: hours and less are elapsed; days, months and years keep the local time of day, and a month or
    /// year clamps to the last day of the month (S1, S18).
    /// </summary>
    public Moment Add(Moment moment, Length length) => Shift(moment, length, +1);

    public Moment Subtract(Moment moment, Length length) => Shift(moment, length, -1);

    private Moment Shift(Moment moment, Length length, int sign)
    {
        var amount = sign * length.Amount;
        if (length.IsElapsed)
        {
            return moment.Plus(sign * length.Seconds!.Value);
        }
        var local = ToLocal(moment);
        var moved = length.Unit switch
        {
            LengthUnit.Day => local.PlusDays(amount),
            LengthUnit.Week => local.PlusWeeks(amount),
            LengthUnit.Month => local.PlusMonths(amount),
            _ => local.PlusYears(amount),
        };
        return FromLocal(moved);
    }
}
