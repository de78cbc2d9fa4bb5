using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Time;
using Xunit;
using static Casus.Tests.Counting.SmallText;

namespace Casus.Tests.Counting;

/// <summary>Counts in a window, as S3 and S6 have them.</summary>
public sealed class CountTests
{
    [Fact]
    public void A_count_is_met_at_the_act_that_reaches_it_and_lapses_when_the_first_leaves_the_window() =>
        Assert.Equal(
            ["any/1 12..34 met 12"],
            Runs(Run(Text(Within24Hours(3)), Act("a", 10), Act("b", 11), Act("c", 12)))
        );

    [Fact]
    public void Acts_exactly_a_window_apart_are_not_within_it() =>
        Assert.Empty(Runs(Run(Text(Within24Hours(2)), Act("a", 10), Act("b", 34))));

    [Fact]
    public void Acts_in_different_sectors_do_not_add_up() =>
        Assert.Empty(Runs(Run(Text(Within24Hours(2)), Act("a", 10), Act("b", 11, sector: 2))));

    [Fact]
    public void Acts_in_different_sectors_add_up_where_the_text_asks_for_none() =>
        Assert.Equal(
            ["any/all 11..34 met 11"],
            Runs(Run(Text(Within24Hours(2, PlaceScope.Everywhere)), Act("a", 10), Act("b", 11, sector: 2)))
        );

    [Fact]
    public void A_row_of_many_acts_counts_them_all() =>
        Assert.Equal(["any/1 10..34 met 10"], Runs(Run(Text(Within24Hours(3)), Act("a", 10, count: 3))));

    [Fact]
    public void A_row_of_no_act_counts_nothing() =>
        Assert.Empty(Runs(Run(Text(Within24Hours(1)), Act("a", 10, count: 0))));

    [Fact]
    public void A_row_longer_than_the_window_is_possible_and_never_sure() =>
        Assert.Equal(["any/1 10..64 possible"], Runs(Run(Text(Within24Hours(3)), Between("a", 10, 40, count: 5))));

    [Fact]
    public void A_count_of_one_day_lapses_at_midnight() =>
        Assert.Equal(["any/1 11..24 met 11"], Runs(Run(Text(InOneDay(2)), Act("a", 10), Act("b", 11))));

    [Fact]
    public void An_act_that_may_lie_on_either_day_is_possible_on_both() =>
        Assert.Equal(
            ["any/1 22..24 possible", "any/1 25..48 possible"],
            Runs(Run(Text(InOneDay(2)), Act("a", 10), Act("b", 25), Between("c", 22, 26)))
        );

    [Fact]
    public void A_count_ever_since_does_not_lapse() =>
        Assert.Equal(
            ["any/all 11..- met 11"],
            Runs(
                Run(
                    Text(new Condition.Count(0, CountMeasure.Acts, 2, PlaceScope.Everywhere, new Window.Ever())),
                    Act("a", 10),
                    Act("b", 11)
                )
            )
        );

    [Fact]
    public void Undetermined_does_not_end_a_run() =>
        Assert.Equal(
            ["any/1 0..71.9997 met 23.9997"],
            Runs(
                Run(
                    Text(Within24Hours(3)),
                    Between("a", 0, 24 - 1 / 3600.0, count: 3),
                    Between("b", 24, 48 - 1 / 3600.0, count: 3)
                )
            )
        );

    [Fact]
    public void Where_no_table_is_complete_anything_is_possible() =>
        Assert.Equal(
            ["any/1 10..40 possible", "any/2 10..40 possible", "any/3 10..40 possible"],
            Runs((Case(Text(Within24Hours(5))) with { Uncovered = [new TimeInterval(At(10), At(16))] }).Run())
        );

    [Fact]
    public void A_suspension_takes_out_the_acts_that_lie_in_it() =>
        Assert.Equal(
            ["any/1 12..34 met 12"],
            Runs(
                (
                    Case(Text(Within24Hours(2)), Act("a", 10), Act("b", 11), Act("c", 12)) with
                    {
                        Suspensions = [new Casus.Reference.Suspension(At(10.5), At(11.5))],
                    }
                ).Run()
            )
        );

    [Fact]
    public void The_arising_tells_its_rows_its_count_and_its_first_act()
    {
        var change = Run(Text(Within24Hours(2)), Act("a", 10, count: 2), Act("b", 11)).Grades[0];
        Assert.Equal(["a"], change.Rows);
        Assert.Equal(2, change.Count);
        Assert.Equal(new TimeInterval(At(10), At(10)), change.FirstAct);
    }

    [Fact]
    public void Deaths_are_counted_by_their_bounds()
    {
        var deaths = new Condition.Count(0, CountMeasure.Deaths, 3, PlaceScope.OneSector, new Window.OneDay());
        var row = Act("a", 10);
        var unknown = Run(Text(deaths), row);
        Assert.Equal(["any/1 10..24 possible"], Runs(unknown));
    }
}
