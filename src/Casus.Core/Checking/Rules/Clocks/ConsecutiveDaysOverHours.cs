using Casus.Core.Conditions;
using Casus.Core.Diagnostics;

namespace Casus.Core.Checking.Rules.Clocks;

/// <summary>A grade of acts within any so many hours that must hold on each of some consecutive days.</summary>
internal sealed class ConsecutiveDaysOverHours : Rule
{
    public override string Code => "CAS3308";
    public override string Title => "Consecutive days of a grade that is counted in hours";
    public override RuleGroup Group => RuleGroup.Clocks;

    public override string Why =>
        "On a day, only the acts of that day count. A burst across midnight is a grade by itself, and may make neither "
        + "of its two days: whoever fires round midnight, or pauses for one day, never meets it.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var tracked in text.Agreement.Conditions)
        {
            if (
                tracked is not { Stands: true, IsGrade: true, Condition: Condition.OnDays { Days: > 1 } days }
                || Counted(text, days.Condition) is not { } inner
                || text.ProvisionOf(tracked.Clause ?? "") is not { } place
            )
            {
                continue;
            }
            var (grade, count, window) = inner;
            var most = Math.Max(0, 2 * (count.AtLeast - 1));
            var finding = At(
                place.Span,
                $"`{tracked.Name}` asks for {days.Days} calendar days, and {count.AtLeast} acts within any "
                    + $"{Timing.Delay.Words(window.Seconds)} of one and the same day: up to {most} acts about one midnight, "
                    + $"{count.AtLeast - 1} before and {count.AtLeast - 1} after, make no day.",
                $"within any {days.Days * 24} hours"
            );
            yield return grade.Clause is { } clause && clause != tracked.Clause
                ? finding.With(new RelatedPlace(text.SpanOf(clause), $"`{grade.Name}` is counted in hours."))
                : finding;
        }
    }

    private static (TrackedCondition Grade, Condition.Count Count, Window.Sliding Window)? Counted(
        CheckedText text,
        int index
    )
    {
        // Inner conditions come before outer ones, so this ends.
        while (index >= 0 && index < text.Agreement.Conditions.Length)
        {
            var tracked = text.Agreement.Conditions[index];
            switch (tracked.Condition)
            {
                case Condition.Count { AtLeast: > 1, Window: Window.Sliding window } count:
                    return (tracked, count, window);
                case Condition.Of of when of.Condition < index:
                    index = of.Condition;
                    break;
                case Condition.Spread spread when spread.Condition < index:
                    index = spread.Condition;
                    break;
                default:
                    return null;
            }
        }
        return null;
    }
}
