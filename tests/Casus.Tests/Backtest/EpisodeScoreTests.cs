using System.Collections.Immutable;
using Casus.Analysis.Backtest;
using Casus.Core.Conditions;
using Casus.Core.Time;
using Xunit;

namespace Casus.Tests.Backtest;

public sealed class EpisodeScoreTests
{
    private const long Day = 86_400;
    private const long Year = 31_556_952;
    private static readonly Episode Tenth = Of(10, 12);

    [Fact]
    public void An_alarm_that_arises_within_its_days_is_found_after_so_many_hours()
    {
        var outcome = Score(Met((10 * Day) + (3 * 3600), 20 * Day)).Of(Tenth);
        Assert.Equal((Detection.Yes, 3m), (outcome.Detected, outcome.LagHours));
    }

    [Fact]
    public void An_alarm_that_already_stands_is_found_at_once()
    {
        Assert.Equal(0m, Score(Met(1 * Day, 11 * Day)).Of(Tenth).LagHours);
    }

    [Fact]
    public void An_alarm_at_the_last_second_is_found_and_one_a_second_later_is_not()
    {
        const long End = (13 * Day) - 1;
        Assert.Equal(Detection.Yes, Score(Met(End, End + 1)).Of(Tenth).Detected);
        Assert.Equal(Detection.No, Score(Met(End + 1, End + 2)).Of(Tenth).Detected);
    }

    [Fact]
    public void An_alarm_that_lapsed_at_its_first_second_did_not_stand_in_it()
    {
        Assert.Equal(Detection.No, Score(Met(5 * Day, 10 * Day)).Of(Tenth).Detected);
    }

    [Fact]
    public void An_undetermined_alarm_is_undetermined_and_a_met_one_beside_it_is_found()
    {
        var doubt = new VerdictStretch(Verdict.Undetermined, new Moment(10 * Day), new Moment(11 * Day));
        Assert.Equal(Detection.Undetermined, Score(doubt).Of(Tenth).Detected);
        Assert.Equal(Detection.Yes, Score(doubt, Met(12 * Day, (12 * Day) + 1)).Of(Tenth).Detected);
    }

    [Fact]
    public void Outside_coverage_it_is_undetermined_and_not_missed()
    {
        var gap = new TimeInterval(new Moment(12 * Day), new Moment(14 * Day));
        Assert.Equal(Detection.Undetermined, WithGap(gap).Of(Tenth).Detected);
        Assert.Equal(Detection.No, WithGap(gap).Of(Of(5, 6)).Detected);
        Assert.Equal(Detection.Undetermined, Score().Of(Of(1000, 1001)).Detected);
    }

    [Fact]
    public void An_alarm_that_still_stands_finds_no_episode_after_the_last_instant_judged()
    {
        var standing = Score(Met(90 * Day, Moment.Forever.Second));
        var later = standing.Of(Of(200, 201));
        Assert.Equal((Detection.Undetermined, "it lies after the last instant judged"), (later.Detected, later.Reason));
        Assert.Equal(Detection.Yes, standing.Of(Of(99, 101)).Detected);
    }

    [Fact]
    public void An_episode_that_goes_on_after_the_last_instant_judged_is_not_missed()
    {
        var outcome = Score().Of(Of(99, 101));
        Assert.Equal(Detection.Undetermined, outcome.Detected);
        Assert.Equal("it goes on after the last instant judged", outcome.Reason);
    }

    [Fact]
    public void A_false_alarm_arises_outside_every_episode_and_years_are_those_covered()
    {
        var timeline = new AlarmTimeline([], [new Moment(10 * Day), new Moment(20 * Day), new Moment(30 * Day)]);
        var year = new TimeInterval(new Moment(0), new Moment(Year - 1));
        Assert.Equal(new FalseAlarms(2, 2m), new EpisodeScore(timeline, year, [], year.To).FalseAlarms([Tenth]));
        var half = new TimeInterval(new Moment(Year / 2), year.To);
        Assert.Equal(new FalseAlarms(2, 4m), new EpisodeScore(timeline, year, [half], year.To).FalseAlarms([Tenth]));
    }

    private static EpisodeScore Score(params ImmutableArray<VerdictStretch> stretches) =>
        new(new AlarmTimeline(stretches, []), Hundred, [], Hundred.To);

    private static EpisodeScore WithGap(TimeInterval gap) => new(new AlarmTimeline([], []), Hundred, [gap], Hundred.To);

    private static TimeInterval Hundred => new(new Moment(0), new Moment((100 * Day) - 1));

    private static VerdictStretch Met(long from, long to) => new(Verdict.Met, new Moment(from), new Moment(to));

    private static Episode Of(int first, int last) =>
        new(
            $"{first}",
            $"{first}",
            $"{last}",
            new TimeInterval(new Moment(first * Day), new Moment(((last + 1) * Day) - 1)),
            null
        );
}
