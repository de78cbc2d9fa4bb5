using Casus.Core.Checking.Timing;
using Casus.Core.Conditions;
using Casus.Core.Diagnostics;
using Casus.Core.Norms;
using Casus.Core.Time;
using NodaTime;

namespace Casus.Core.Checking.Rules.Clocks;

/// <summary>One block of hours and days, in a time zone whose clocks change.</summary>
internal sealed class HoursBesideDays : Rule
{
    public override string Code => "CAS3312";
    public override string Title => "Hours beside days where clocks change";
    public override RuleGroup Group => RuleGroup.Clocks;
    public override Severity Severity => Severity.Information;

    public override string Why =>
        "Hours are counted as they pass, days by the calendar. In the two nights of the year in which clocks change, "
        + "three days are 71 or 73 hours, and the steps can change their order.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var calendar = text.Agreement.Calendar;
        var year = text.Agreement.TextDate?.Year ?? 2026;
        // Text years are of four digits; the next day must exist too.
        if (year is < 1900 or > 9000 || !Changes(calendar, year))
        {
            yield break;
        }
        var lengths = text
            .Norms.Where(stated => stated.Norm is { Block: not null, Deadline: { IsPoint: false } })
            .ToLookup(stated => stated.Norm.Block!.Value);
        foreach (var group in lengths)
        {
            var block = text.Agreement.Blocks[group.Key];
            var hours = group.FirstOrDefault(stated => stated.Norm.Deadline!.Length.IsElapsed);
            if (hours.Norm is null)
            {
                continue;
            }
            var days = group.FirstOrDefault(stated =>
                stated.Norm.Deadline!.Length.Unit is LengthUnit.Day or LengthUnit.Week
            );
            var calendarDays =
                days.Norm is not null ? $"{days.Norm.Deadline!.Length} ({days.Norm.Clause})"
                : hours.Norm.Deadline!.From is Point.FirstAct ? OfTrigger(text, block)
                : null;
            if (calendarDays is not null)
            {
                yield return At(
                    StatedLengths.Within(hours.Syntax)?.Span ?? hours.Syntax.Span,
                    $"{hours.Norm.Deadline!.Length} stand beside {calendarDays}; clocks change in {calendar.ZoneId}.",
                    "Times are in UTC."
                );
            }
        }
    }

    private static string? OfTrigger(CheckedText text, Block block) =>
        block
            .Triggers.OfType<Trigger.Arises>()
            .Select(trigger => Days(text, trigger.Condition))
            .FirstOrDefault(found => found is not null);

    private static string? Days(CheckedText text, int index)
    {
        while (index >= 0 && index < text.Agreement.Conditions.Length)
        {
            switch (text.Agreement.Conditions[index].Condition)
            {
                case Condition.OnDays { Days: > 1 } days:
                    return $"the {days.Days} days of the trigger";
                case Condition.Of of when of.Condition < index:
                    index = of.Condition;
                    break;
                default:
                    return null;
            }
        }
        return null;
    }

    private static bool Changes(AgreementCalendar calendar, int year)
    {
        var winter = AgreementCalendar.NumberOf(new LocalDate(year, 1, 15));
        var summer = AgreementCalendar.NumberOf(new LocalDate(year, 7, 15));
        var seconds = calendar.StartOfDay(summer).Second - calendar.StartOfDay(winter).Second;
        return seconds != (summer - winter) * 86_400L;
    }
}
