using System.Collections.Immutable;
using System.Globalization;
using Casus.Core.Agreements;
using Casus.Core.Geography;
using Casus.Core.Time;
using NodaTime;
using NodaTime.Text;

namespace Casus.Analysis.Backtest;

/// <summary>Warns where a line is used outside the days for which it was true (S4).</summary>
internal static class DatumWarnings
{
    public static ImmutableArray<string> Of(Agreement agreement, TimeInterval span) =>
        [.. agreement.Lines.Select(line => Of(line, agreement.Calendar, span)).OfType<string>()];

    private static string? Of(DatumLine line, AgreementCalendar calendar, TimeInterval span)
    {
        if (line.Vertices.IsEmpty || span.From > span.To)
        {
            return null;
        }
        if (line.Datum is { } datum && Days(datum) is var (from, to))
        {
            var isWithin =
                calendar.DayOf(span.From) >= AgreementCalendar.NumberOf(from)
                && calendar.DayOf(span.To) <= AgreementCalendar.NumberOf(to);
            return isWithin ? null : $"{line.Name} was true {datum}; the run goes further";
        }
        if (line.AsOf is { } drawn && calendar.DayOf(span.From) < AgreementCalendar.NumberOf(drawn))
        {
            var date = drawn.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
            return $"{line.Name} was drawn as of {date}; the run starts before it";
        }
        return null;
    }

    private static (LocalDate From, LocalDate To)? Days(string datum)
    {
        var parts = datum.Split('/');
        if (parts.Length != 2)
        {
            return null;
        }
        var from = LocalDatePattern.Iso.Parse(parts[0].Trim());
        var to = LocalDatePattern.Iso.Parse(parts[1].Trim());
        return from.Success && to.Success ? (from.Value, to.Value) : null;
    }
}
