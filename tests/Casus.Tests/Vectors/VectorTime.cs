using Casus.Core.Time;
using NodaTime;
using NodaTime.Text;

namespace Casus.Tests.Vectors;

/// <summary>Instants and dates as vectors write them.</summary>
internal static class VectorTime
{
    /// <summary>ISO 8601 with an offset; fractions are floored.</summary>
    public static Moment Read(string text)
    {
        var instant = OffsetDateTimePattern.ExtendedIso.Parse(text).GetValueOrThrow().ToInstant();
        return new Moment(instant.ToUnixTimeSeconds());
    }

    public static LocalDate ReadDate(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    public static AgreementCalendar Calendar(string zone) => new(DateTimeZoneProviders.Tzdb[zone]);
}
