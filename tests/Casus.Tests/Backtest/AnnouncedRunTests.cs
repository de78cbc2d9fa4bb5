using Casus.Analysis.Backtest;
using Casus.Core.Effects;
using Casus.Core.Stepping;
using Casus.Core.Time;
using Xunit;

namespace Casus.Tests.Backtest;

public sealed class AnnouncedRunTests
{
    [Fact]
    public void A_late_earlier_run_leaves_an_open_later_one_standing()
    {
        var runs = AnnouncedRun.Of([
            Change(EffectKind.Arose, 20, known: 20),
            Change(EffectKind.Arose, 5, known: 30),
            Change(EffectKind.Lapsed, 8, known: 30, arising: 5, ofEnd: true),
        ]);
        Assert.Equal([(20, Forever), (30, 31)], runs.SelectMany(run => run.Known).Select(Seconds));
        Assert.Equal([(20, Forever), (5, 8)], runs.Select(run => Seconds((run.From, run.To))));
    }

    [Fact]
    public void A_merged_run_ends_where_the_merger_is_known_and_the_other_goes_on()
    {
        var runs = AnnouncedRun.Of([
            Change(EffectKind.Arose, 10, known: 10),
            Change(EffectKind.Lapsed, 15, known: 15, arising: 10, ofEnd: true),
            Change(EffectKind.Arose, 20, known: 20),
            Change(EffectKind.Revised, null, known: 25, arising: 10, ofEnd: true),
            Change(EffectKind.Merged, 20, known: 25, arising: 20),
            Change(EffectKind.Lapsed, 40, known: 40, arising: 10, ofEnd: true),
        ]);
        Assert.Equal([false, true], runs.Select(run => run.Merged));
        Assert.Equal([(10, 15), (25, 40)], runs[0].Known.Select(Seconds));
        Assert.Equal([(20, 25)], runs[1].Known.Select(Seconds));
        Assert.Equal((10, 40), Seconds((runs[0].From, runs[0].To)));
    }

    [Fact]
    public void The_elder_run_is_merged_where_the_younger_has_taken_its_arising()
    {
        var runs = AnnouncedRun.Of([
            Change(EffectKind.Arose, 10, known: 10),
            Change(EffectKind.Lapsed, 15, known: 15, arising: 10, ofEnd: true),
            Change(EffectKind.Arose, 20, known: 20),
            Change(EffectKind.Revised, 20, known: 25, arising: 10),
            Change(EffectKind.Revised, null, known: 25, arising: 20, ofEnd: true),
            Change(EffectKind.Merged, 20, known: 25, arising: 20),
        ]);
        Assert.Equal([false, true], runs.Select(run => run.Merged));
        Assert.Equal([(10, 15), (25, Forever)], runs[0].Known.Select(Seconds));
    }

    [Fact]
    public void A_bound_that_moves_makes_a_run_wider_and_never_narrower()
    {
        var runs = AnnouncedRun.Of([
            Change(EffectKind.Arose, 10, known: 30),
            Change(EffectKind.Lapsed, 20, known: 30, arising: 10, ofEnd: true),
            Change(EffectKind.Revised, 8, known: 31, arising: 10),
            Change(EffectKind.Revised, 25, known: 31, arising: 8, ofEnd: true),
            Change(EffectKind.Revised, 12, known: 32, arising: 8),
            Change(EffectKind.Revised, 18, known: 32, arising: 12, ofEnd: true),
        ]);
        var run = Assert.Single(runs);
        Assert.Equal((8, 25), Seconds((run.From, run.To)));
        Assert.Equal(10, run.Arose.Second);
    }

    [Fact]
    public void A_withdrawn_run_stood_until_that_was_known()
    {
        var run = Assert.Single(
            AnnouncedRun.Of([
                Change(EffectKind.Arose, 10, known: 12),
                Change(EffectKind.Withdrawn, 10, known: 50, arising: 10),
            ])
        );
        Assert.Equal([(12, 50)], run.Known.Select(Seconds));
        Assert.Equal((10, 50), Seconds((run.From, run.To)));
        Assert.False(run.Merged);
    }

    private static long Forever => Moment.Forever.Second;

    private static (long, long) Seconds((Moment From, Moment To) stretch) => (stretch.From.Second, stretch.To.Second);

    private static GradeChange Change(
        EffectKind kind,
        long? at,
        long known,
        long? arising = null,
        bool ofEnd = false
    ) =>
        new(
            0,
            new ConditionKey("Russia", 1),
            kind,
            at is { } instant ? new Moment(instant) : null,
            new Moment(known),
            new Moment(arising ?? at!.Value),
            null,
            [],
            false
        )
        {
            OfEnd = ofEnd,
        };
}
