using System.Collections.Immutable;
using Casus.Analysis.Backtest;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;
using Casus.Reports.Json;
using NodaTime;

namespace Casus.Reports.Model.Building;

/// <summary>Months by sector: what each had in it of each grade, by the whole record.</summary>
internal sealed class StripBuilder(BacktestResult result, ImmutableArray<Span> gaps)
{
    /// <summary>A century of months; a longer life is cut there.</summary>
    private const int MostMonths = 1_200;
    private readonly Agreement agreement = result.Agreement;
    private readonly AgreementCalendar calendar = result.Agreement.Calendar;
    private LocalDate firstMonth;
    private int months;

    public StripTable Build()
    {
        var end = Moment.Max(Moment.Min(result.Span.To, result.Horizon), LastStretch());
        if (end < result.Span.From)
        {
            return new StripTable(agreement.Sectors?.Count ?? 0, [], [], []);
        }
        firstMonth = MonthOf(result.Span.From);
        months = Math.Min(MostMonths, Period.Between(firstMonth, MonthOf(end), PeriodUnits.Months).Months + 1);
        var names = Enumerable.Range(0, months).Select(month => IsoDate.Of(firstMonth.PlusMonths(month)));
        return new StripTable(agreement.Sectors?.Count ?? 0, [.. names], UncoveredDays(), Cells());
    }

    /// <summary>A window may keep a grade up for some days after the span.</summary>
    private Moment LastStretch() =>
        result
            .Detail.Timelines.Where(timeline => agreement.Conditions[timeline.Condition].IsGrade)
            .SelectMany(timeline => timeline.Runs)
            .Select(run => Moment.Min(run.End?.Plus(-1) ?? result.Horizon, result.Horizon))
            .DefaultIfEmpty(Moment.Never)
            .Max();

    private LocalDate MonthOf(Moment moment)
    {
        var day = AgreementCalendar.LocalDateOf(calendar.DayOf(moment));
        return new LocalDate(day.Year, day.Month, 1);
    }

    private int Month(Moment moment) =>
        Math.Clamp(Period.Between(firstMonth, MonthOf(moment), PeriodUnits.Months).Months, 0, months - 1);

    private int MonthOfDay(int day)
    {
        var date = AgreementCalendar.LocalDateOf(day);
        return ((date.Year - firstMonth.Year) * 12) + date.Month - firstMonth.Month;
    }

    private ImmutableArray<int> UncoveredDays()
    {
        var days = new int[months];
        var last = int.MinValue;
        foreach (var gap in gaps)
        {
            var to = calendar.DayOf(new Moment(gap.To));
            for (var day = Math.Max(last + 1, calendar.DayOf(new Moment(gap.From))); day <= to; day++)
            {
                var month = MonthOfDay(day);
                if (month >= 0 && month < months)
                {
                    days[month]++;
                }
                last = day;
            }
        }
        return [.. days];
    }

    private ImmutableArray<StripCell> Cells()
    {
        var cells = new SortedDictionary<(int Grade, int Sector, int Month), StripCell>();
        var grades = new Dictionary<int, int>();
        for (var condition = 0; condition < agreement.Conditions.Length; condition++)
        {
            if (agreement.Conditions[condition] is { IsGrade: true, Stands: true })
            {
                grades.Add(condition, grades.Count);
            }
        }
        void Add(int grade, int sector, int month, Func<StripCell, StripCell> change)
        {
            var key = (grade, sector, month);
            var before = cells.TryGetValue(key, out var known)
                ? known
                : new StripCell(grade, sector, month, 0, 0, 0, 0);
            cells[key] = change(before);
        }
        foreach (var timeline in result.Detail.Timelines)
        {
            if (!grades.TryGetValue(timeline.Condition, out var grade))
            {
                continue;
            }
            var sector = timeline.Key.Sector;
            foreach (var run in timeline.Runs)
            {
                var begun = run.Arose ?? run.Start;
                var isMet = run.Arose is not null;
                Add(
                    grade,
                    sector,
                    Month(Moment.Max(begun, result.Span.From)),
                    cell =>
                        isMet
                            ? cell with
                            {
                                Arose = cell.Arose + 1,
                            }
                            : cell with
                            {
                                Undetermined = cell.Undetermined + 1,
                            }
                );
            }
            foreach (var (day, isMet) in Days(timeline))
            {
                var month = MonthOfDay(day);
                if (month >= 0 && month < months)
                {
                    Add(
                        grade,
                        sector,
                        month,
                        cell =>
                            isMet
                                ? cell with
                                {
                                    DaysMet = cell.DaysMet + 1,
                                }
                                : cell with
                                {
                                    DaysUndetermined = cell.DaysUndetermined + 1,
                                }
                    );
                }
            }
        }
        return [.. cells.Values];
    }

    /// <summary>Local days with an instant met, and those with an undetermined one and none met; each once.</summary>
    private Dictionary<int, bool> Days(ConditionTimeline timeline)
    {
        var days = new Dictionary<int, bool>();
        for (var i = 0; i < timeline.Segments.Length; i++)
        {
            var (from, verdict) = timeline.Segments[i];
            var to = i + 1 < timeline.Segments.Length ? timeline.Segments[i + 1].From.Plus(-1) : result.Horizon;
            if (verdict == Verdict.NotMet || to < from)
            {
                continue;
            }
            var last = calendar.DayOf(Moment.Min(to, result.Horizon));
            for (var day = calendar.DayOf(from); day <= last; day++)
            {
                days[day] = days.GetValueOrDefault(day) || verdict == Verdict.Met;
            }
        }
        return days;
    }
}
