using Casus.Core.Conditions;
using Casus.Core.Diagnostics;
using Casus.Core.Text;

namespace Casus.Core.Checking.Rules.Clocks;

/// <summary>Grades of the same acts, one counted by calendar days and another by a window that slides.</summary>
internal sealed class CalendarBesideSliding : Rule
{
    public override string Code => "CAS3307";
    public override string Title => "Calendar days beside a sliding window";
    public override RuleGroup Group => RuleGroup.Clocks;

    public override string Why =>
        "The two do not nest: the same acts can meet the higher grade and not the lower one, by the hour of the night "
        + "at which they come.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var sliding = new Dictionary<string, TrackedCondition>(StringComparer.Ordinal);
        var counted = new List<(TrackedCondition Grade, string Acts, Condition.Count Count)>();
        foreach (var tracked in text.Agreement.Conditions)
        {
            if (tracked is { IsGrade: true, Stands: true, Condition: Condition.Count count })
            {
                counted.Add((tracked, text.Agreement.Patterns[count.Pattern].Name, count));
                if (count.Window is Window.Sliding { Seconds: <= 172_800 })
                {
                    sliding.TryAdd(text.Agreement.Patterns[count.Pattern].Name, tracked);
                }
            }
        }
        foreach (var (grade, acts, count) in counted)
        {
            if (
                count.Window is Window.OneDay
                && sliding.TryGetValue(acts, out var other)
                && text.ProvisionOf(grade.Clause ?? "") is { } place
                && other.Condition is Condition.Count { Window: Window.Sliding window }
            )
            {
                var said = DayOf(place);
                var finding = At(
                        said ?? place.Span,
                        $"`{grade.Name}` counts by the calendar day, `{other.Name}` within any "
                            + $"{Timing.Delay.Words(window.Seconds)}: acts from 23:00 to 01:00 are apart for the one, and "
                            + "together for the other.",
                        "within any 24 hours"
                    )
                    .With(new RelatedPlace(text.SpanOf(other.Clause ?? ""), $"`{other.Name}` slides."));
                yield return said is { } span
                    ? finding.With(Fix.Choice("Let it slide too", span, "within any 24 hours"))
                    : finding;
            }
        }
    }

    /// <summary>The words `in one day`.</summary>
    private static TextSpan? DayOf(Provision place)
    {
        var tokens = place.Sentence.Tokens().ToList();
        for (var index = 0; index + 2 < tokens.Count; index++)
        {
            if (tokens[index].Is("in") && tokens[index + 1].Is("one") && tokens[index + 2].Is("day"))
            {
                return TextSpan.FromBounds(tokens[index].Span.Start, tokens[index + 2].Span.End);
            }
        }
        return null;
    }
}
