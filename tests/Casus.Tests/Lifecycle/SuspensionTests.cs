using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Tests.Stepping;
using Xunit;

namespace Casus.Tests.Lifecycle;

/// <summary>S19: what a suspension stops, and what it does to clocks.</summary>
public class SuspensionTests
{
    private const string Assist =
        "Article 1. On an attack by Russia: each guarantor shall assist Ukraine within 72 hours.\n";

    [Fact]
    public void In_a_suspension_nothing_arises_and_clocks_stop_and_go_on() =>
        Trial
            .Of(
                "Article 1. On an attack by Russia: Poland shall assist Ukraine within 72 hours.\n"
                    + "Article 2. Ukraine may suspend this agreement."
            )
            .Attack("a", "10T08")
            .Act(ActKind.Suspension, "Ukraine", "11T08", "2.1")
            .Attack("b", "12T08")
            .Act(ActKind.Resumption, "Ukraine", "15T08", "2.1")
            .Attack("c", "16T08")
            .Until("18T08")
            .Says(
                "dutyArose 1.1 Poland 10T08 due 13T08",
                "suspended 2.1 Ukraine 11T08",
                "resumed 2.1 Ukraine 15T08",
                "dutyArose 1.1 Poland 16T08 due 19T08",
                "dutyOverdue 1.1 Poland 17T08"
            );

    [Fact]
    public void A_performance_in_a_suspension_counts() =>
        Trial
            .Of(
                "Article 1. On an attack by Russia: Poland shall assist Ukraine within 72 hours.\n"
                    + "Article 2. Ukraine may suspend this agreement."
            )
            .Attack("a", "10T08")
            .Act(ActKind.Suspension, "Ukraine", "11T08", "2.1")
            .Done("Poland", "12T08")
            .Says(
                "dutyArose 1.1 Poland 10T08 due 13T08",
                "suspended 2.1 Ukraine 11T08",
                "dutyDischarged 1.1 Poland 12T08"
            );

    [Fact]
    public void One_without_the_power_cannot_suspend_nor_resume() =>
        Trial
            .Of(Assist + "Article 2. Ukraine may suspend this agreement.")
            .Act(ActKind.Suspension, "Russia", "10T08", "2.1")
            .Act(ActKind.Suspension, "Ukraine", "11T08", "2.1")
            .Act(ActKind.Resumption, "Russia", "12T08", "2.1")
            .Says("refused 2.1 Russia 10T08", "suspended 2.1 Ukraine 11T08", "refused 2.1 Russia 12T08");

    [Fact]
    public void A_suspended_article_leaves_the_others_running() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    Poland shall assist Ukraine within 24 hours.
                Article 2.
                  On an attack by Russia:
                    France shall assist Ukraine within 24 hours.
                Article 3.
                  Ukraine may suspend Article 1.
                """
            )
            .Act(ActKind.Suspension, "Ukraine", "09T08", "3.1")
            .Attack("a", "10T08")
            .Until("10T09")
            .Says("suspended 3.1 Ukraine 09T08", "dutyArose 2.1 France 10T08 due 11T08");

    [Fact]
    public void A_suspension_by_the_text_names_the_acts_that_brought_and_ended_it()
    {
        var effects = Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia: Poland shall assist Ukraine within 72 hours.
                Article 2.
                  Article 1 is suspended when Russia has notified Commission until Ukraine has notified Commission.
                """
            )
            .Act(ActKind.Notice, "Russia", "10T08", to: "Commission")
            .Act(ActKind.Notice, "Ukraine", "12T08", to: "Commission")
            .Run()
            .Effects;
        var suspended = Assert.Single(effects, effect => effect.Kind == EffectKind.Suspended);
        Assert.Equal(["1"], suspended.Because.Facts);
        var resumed = Assert.Single(effects, effect => effect.Kind == EffectKind.Resumed);
        Assert.Equal(["2"], resumed.Because.Facts);
    }

    [Fact]
    public void A_suspension_by_what_is_counted_names_the_rows_that_count()
    {
        var effects = Trial
            .Of(
                """
                Article 1.
                  A flare means at least 2 attacks within any 24 hours.
                Article 2.
                  Article 3 is suspended when a flare by Russia continues.
                Article 3.
                  On an attack by Russia: Poland shall assist Ukraine within 72 hours.
                """
            )
            .Attack("a", "10T08")
            .Attack("b", "10T10")
            .Run()
            .Effects;
        var suspended = Assert.Single(effects, effect => effect.Kind == EffectKind.Suspended);
        Assert.Equal(["a", "b"], suspended.Because.Facts);
    }

    [Theory]
    // Of the agreement and of the article, one after the other began: 72 hours together.
    [InlineData("11T08", "13T08", "12T08", "14T08", "16T08")]
    // The article's lies within the agreement's.
    [InlineData("11T08", "14T08", "12T08", "13T08", "16T08")]
    // The agreement's lies within the article's.
    [InlineData("12T08", "13T08", "11T08", "14T08", "16T08")]
    // Apart: both lengths.
    [InlineData("11T08", "12T08", "13T08", "14T08", "15T08")]
    public void Suspensions_that_overlap_stop_a_clock_once(
        string agreementFrom,
        string agreementTo,
        string articleFrom,
        string articleTo,
        string due
    )
    {
        var effects = Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    Poland shall assist Ukraine within 72 hours.
                Article 2.
                  Ukraine may suspend this agreement.
                  Ukraine may suspend Article 1.
                """
            )
            .Attack("a", "10T08")
            .Act(ActKind.Suspension, "Ukraine", agreementFrom, "2.1")
            .Act(ActKind.Resumption, "Ukraine", agreementTo, "2.1")
            .Act(ActKind.Suspension, "Ukraine", articleFrom, "2.2")
            .Act(ActKind.Resumption, "Ukraine", articleTo, "2.2")
            .Run()
            .Effects;
        Assert.Equal(Trial.At(due), Assert.Single(effects, effect => effect.Kind == EffectKind.DutyOverdue).At);
    }

    [Fact]
    public void A_clock_that_starts_before_overlapping_suspensions_and_is_learnt_after_them_stops_once() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    Poland shall assist Ukraine within 10 days after the attack.
                Article 2.
                  Ukraine may suspend this agreement.
                  Ukraine may suspend Article 1.
                """
            )
            .Attack("a", "10T08", known: "15T08")
            .Act(ActKind.Suspension, "Ukraine", "11T08", "2.1")
            .Act(ActKind.Suspension, "Ukraine", "12T08", "2.2")
            .Act(ActKind.Resumption, "Ukraine", "13T08", "2.1")
            .Act(ActKind.Resumption, "Ukraine", "14T08", "2.2")
            .Until("16T00")
            .Says(
                "suspended 2.1 Ukraine 11T08",
                "suspended 2.2 Ukraine 12T08",
                "resumed 2.1 Ukraine 13T08",
                "resumed 2.2 Ukraine 14T08",
                "dutyArose 1.1 Poland 10T08 known 15T08 due 23T08"
            );
}
