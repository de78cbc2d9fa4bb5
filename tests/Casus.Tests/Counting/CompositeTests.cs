using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Time;
using Casus.Reference;
using Xunit;
using static Casus.Tests.Counting.SmallText;
using Condition = Casus.Core.Conditions.Condition;

namespace Casus.Tests.Counting;

/// <summary>Days, sectors, series and persistence (S6, S14).</summary>
public sealed class CompositeTests
{
    private static readonly Condition ThreeDaysInTwoSectors = new Condition.OnDays(0, 3, 2, SameSectors: false);

    private static readonly Point Warning = new Point.OfAct(
        new ActPattern { Kind = ActKind.Warning, Verb = "warn" },
        First: true
    );

    [Fact]
    public void Three_days_in_two_sectors_arise_once_and_lapse_after_a_day_without()
    {
        var rows = new[] { 0, 1, 2 }.SelectMany(day => Burst(day, 1, 10).Concat(Burst(day, 2, 10)));
        Assert.Equal(["any/all 59..96 met 59"], Runs(Run(Text(Within24Hours(2), ThreeDaysInTwoSectors), [.. rows]), 1));
    }

    [Fact]
    public void What_still_stands_from_yesterday_does_not_hold_today()
    {
        var rows = Burst(0, 1, 22.5).Concat(Burst(0, 2, 22.5)).Concat(Burst(2, 1, 0.5)).Concat(Burst(2, 2, 0.5));
        Assert.Empty(Runs(Run(Text(Within24Hours(2), ThreeDaysInTwoSectors), [.. rows]), 1));
    }

    [Fact]
    public void Sectors_may_differ_from_day_to_day_unless_the_text_says_the_same()
    {
        var rows = Burst(0, 1, 10).Concat(Burst(0, 2, 10)).Concat(Burst(1, 2, 10)).Concat(Burst(1, 3, 10)).ToArray();
        var story = Run(
            Text(
                Within24Hours(2),
                new Condition.OnDays(0, 2, 2, SameSectors: false),
                new Condition.OnDays(0, 2, 2, SameSectors: true)
            ),
            rows
        );
        Assert.Equal(["any/all 35..72 met 35"], Runs(story, 1));
        Assert.Empty(Runs(story, 2));
    }

    [Fact]
    public void In_at_least_two_sectors_counts_the_sectors_that_hold() =>
        Assert.Equal(
            ["any/all 12..34 met 12"],
            Runs(Run(Text(Within24Hours(1), new Condition.Spread(0, 2)), Act("a", 10), Act("b", 12, sector: 2)), 1)
        );

    [Fact]
    public void A_series_goes_on_with_an_act_exactly_a_gap_later() =>
        Assert.Equal(
            ["any/all 0..48.0003 met 0"],
            Runs(Run(Text(new Condition.Series(0, 24 * 3600, PlaceScope.Everywhere)), Act("a", 0), Act("b", 24)))
        );

    [Fact]
    public void What_persists_is_tested_at_its_instant_by_acts_after_the_warning_alone()
    {
        var persists = new Condition.Persists(0, new Length(24, LengthUnit.Hour), new Point.Stated(At(8), At(8)));
        Assert.Equal(["any/1 32..- met 32"], Runs(Run(Text(Within24Hours(1), persists), Act("a", 7), Act("b", 32)), 1));
        Assert.Empty(Runs(Run(Text(Within24Hours(1), persists), Act("a", 7), Act("b", 8)), 1));
    }

    [Fact]
    public void A_series_is_tested_once_for_the_first_warning_in_it()
    {
        var story = Warned(Act("a", 10), Act("b", 20), Act("c", 50));
        Assert.Equal(["any/all 36..- met 36"], Runs(story, 1));
        Assert.True(story.Grades.Single(change => change.Condition == 1).Supposed);
    }

    [Fact]
    public void A_series_that_is_only_possible_may_continue_and_is_not_denied()
    {
        var story = Warned(Maybe("a", 10), Maybe("b", 20));
        Assert.Equal(["any/all 36..- possible"], Runs(story, 1));
        Assert.Empty(Runs(Warned(Maybe("a", 10)), 1));
    }

    [Fact]
    public void Each_warning_in_a_series_that_is_only_possible_may_be_the_first_in_it()
    {
        // If a was none, the series began with b, and the warning at 30 is its first.
        var story = Warned(Maybe("a", 10), Maybe("b", 29), Maybe("c", 40));
        Assert.Equal(["any/all 36..- possible"], Runs(story, 1));
        Assert.Equal(["any/all 54..- possible"], Runs(Warned(Maybe("b", 29), Maybe("c", 40)), 1));
    }

    [Fact]
    public void A_warning_before_the_series_tests_nothing_and_one_in_it_needs_an_act_after_it() =>
        Assert.Empty(Runs(Warned(Act("a", 13), Act("b", 14)), 1));

    [Fact]
    public void Not_and_or_follow_their_parts()
    {
        var story = Run(
            Text(
                Within24Hours(1, PlaceScope.Everywhere),
                new Condition.Not(new Condition.Of(0, [])),
                new Condition.And([new Condition.Of(0, []), new Condition.OpenTextured("sustained")])
            ),
            Act("a", 10)
        );
        Assert.Equal(["any/all -216..10 met -216", "any/all 34..- met 34"], Runs(story, 1));
        Assert.Equal(["any/all 10..34 possible"], Runs(story, 2));
    }

    private static CountingStory Warned(params IncidentRow[] rows)
    {
        var text = Text(
            new Condition.Series(0, 24 * 3600, PlaceScope.Everywhere),
            new Condition.Persists(0, new Length(24, LengthUnit.Hour), Warning)
        );
        return (Case(text, rows) with { Anchors = [Warn(12), Warn(30)] }).Run();
    }

    private static Anchor Warn(double at) =>
        new(
            new Act
            {
                Id = $"w{at}",
                Kind = ActKind.Warning,
                At = At(at),
                KnownAt = At(at),
                Supposed = true,
            },
            "warn"
        );

    private static IEnumerable<IncidentRow> Burst(int day, int sector, double hour) =>
        [
            Act($"{day}-{sector}-0", 24 * day + hour, sector: sector),
            Act($"{day}-{sector}-1", 24 * day + hour + 1, sector: sector),
        ];
}
