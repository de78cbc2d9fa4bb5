using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>
/// Scores episodes against the alarm's stretches (formats.md): detected where it arises, or already stands, within the
/// episode's days.
/// </summary>
/// <param name="horizon">The last instant that was judged: of what comes after it nothing is known, whatever still
/// stands then.</param>
internal sealed class EpisodeScore(
    AlarmTimeline alarm,
    TimeInterval covered,
    ImmutableArray<TimeInterval> gaps,
    Moment horizon
)
{
    private const decimal SecondsPerHour = 3600m;
    private const decimal SecondsPerYear = 365.2425m * 86_400m;

    public EpisodeOutcome Of(Episode episode)
    {
        if (episode.Span.From > horizon)
        {
            return new EpisodeOutcome(episode, Detection.Undetermined, null, "it lies after the last instant judged");
        }
        var judged = episode.Span with { To = Moment.Min(episode.Span.To, horizon) };
        var met = alarm
            .Stretches.Where(stretch => stretch.Verdict == Verdict.Met && Overlap(stretch, judged))
            .Select(stretch => (Moment?)Moment.Max(stretch.From, episode.Span.From))
            .Min();
        if (met is { } first)
        {
            var hours = (first.Second - episode.Span.From.Second) / SecondsPerHour;
            return new EpisodeOutcome(episode, Detection.Yes, Math.Round(hours, 2), null);
        }
        if (episode.Span.To > horizon)
        {
            return new EpisodeOutcome(
                episode,
                Detection.Undetermined,
                null,
                "it goes on after the last instant judged"
            );
        }
        if (!IsCovered(episode.Span))
        {
            return new EpisodeOutcome(episode, Detection.Undetermined, null, "no complete table covers all of it");
        }
        var undetermined = alarm.Stretches.Any(stretch => Overlap(stretch, episode.Span));
        return undetermined
            ? new EpisodeOutcome(episode, Detection.Undetermined, null, "the alarm was undetermined within it")
            : new EpisodeOutcome(episode, Detection.No, null, null);
    }

    /// <summary>Arisings outside every episode, by the years covered.</summary>
    public FalseAlarms FalseAlarms(ImmutableArray<Episode> episodes)
    {
        var count = alarm.Arisings.Count(arose => !episodes.Any(episode => episode.Span.Contains(arose)));
        var years = CoveredSeconds() / SecondsPerYear;
        return new FalseAlarms(count, years > 0 ? Math.Round(count / years, 2) : null);
    }

    private bool IsCovered(TimeInterval span) =>
        covered.From <= span.From && span.To <= covered.To && !gaps.Any(gap => gap.Overlaps(span));

    private decimal CoveredSeconds()
    {
        decimal seconds = Seconds(covered);
        foreach (var gap in gaps.Where(gap => gap.Overlaps(covered)))
        {
            seconds -= Seconds(new TimeInterval(Moment.Max(gap.From, covered.From), Moment.Min(gap.To, covered.To)));
        }
        return seconds;
    }

    private static decimal Seconds(TimeInterval span) => Math.Max(0, span.To.Second - span.From.Second + 1);

    private static bool Overlap(VerdictStretch stretch, TimeInterval span) =>
        stretch.From <= span.To && stretch.To > span.From;
}
