using System.Globalization;
using NodaTime;

namespace Casus.Reports.Json;

/// <summary>Dates as 2017-01-30.</summary>
public static class IsoDate
{
    public static string Of(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
