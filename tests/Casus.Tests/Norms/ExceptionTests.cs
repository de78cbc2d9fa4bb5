using Casus.Core.Facts;
using Casus.Tests.Stepping;
using Xunit;

namespace Casus.Tests.Norms;

/// <summary>S17 Failing which, Until, Exceptions, Undetermined triggers, Without cause; S19 Riders, Deeming.</summary>
public class ExceptionTests
{
    private const string Failing =
        "Article 1. On an attack by Russia: Commission shall warn Russia within 24 hours, "
        + "failing which Poland shall warn Russia within 12 hours.";

    [Fact]
    public void Failing_which_arises_at_the_overdue_and_its_clock_starts_there() =>
        Trial
            .Of(Failing)
            .Attack("a", "10T08")
            .Says(
                "dutyArose 1.1 Commission 10T08 due 11T08",
                "dutyOverdue 1.1 Commission 11T08",
                "dutyArose 1.1 Poland 11T08 due 11T20",
                "dutyOverdue 1.1 Poland 11T20"
            );

    [Fact]
    public void A_performance_in_time_that_is_learnt_later_leaves_the_fallback_without_cause() =>
        Trial
            .Of(Failing)
            .Attack("a", "10T08")
            .Act(ActKind.Warning, "Commission", "10T20", known: "11T10", to: "Russia")
            .Says(
                "dutyArose 1.1 Commission 10T08 due 11T08",
                "dutyOverdue 1.1 Commission 11T08",
                "dutyArose 1.1 Poland 11T08 due 11T20",
                "dutyDischarged 1.1 Commission 10T20 known 11T10",
                "dutyWithoutCause 1.1 Poland 11T08 known 11T10"
            )
            .Ends("1.1 Commission discharged", "1.1 Poland withoutCause");

    [Fact]
    public void A_late_performance_leaves_the_fallback_standing() =>
        Trial
            .Of(Failing)
            .Attack("a", "10T08")
            .Act(ActKind.Warning, "Commission", "11T09", to: "Russia")
            .Until("11T10")
            .Ends("1.1 Commission breached", "1.1 Poland open");

    [Fact]
    public void The_fallback_of_a_born_overdue_duty_arises_with_it() =>
        Trial
            .Of(
                "Article 1. On an attack by Russia: Commission shall warn Russia within 24 hours after the attack, "
                    + "failing which Poland shall warn Russia within 12 hours."
            )
            .Attack("a", "10T08", known: "12T00")
            .Until("12T01")
            .Says(
                "dutyArose 1.1 Commission 10T08 known 12T00 due 11T08",
                "dutyBornOverdue 1.1 Commission 11T08 known 12T00",
                "dutyArose 1.1 Poland 11T08 known 12T00 due 12T12"
            );

    [Fact]
    public void A_fallback_that_permits_arises_as_nothing() =>
        Trial
            .Of(
                "Article 1. On an attack by Russia: Commission shall warn Russia within 24 hours, "
                    + "failing which any guarantor may warn Russia."
            )
            .Attack("a", "10T08")
            .Says("dutyArose 1.1 Commission 10T08 due 11T08", "dutyOverdue 1.1 Commission 11T08");

    [Fact]
    public void Until_ends_what_is_open_and_a_deadline_before_it_stands() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    Poland shall admit "displaced persons" until Commission has found "calm";
                    France shall deliver "generators" to Ukraine within 24 hours, until Commission has found "calm".
                """
            )
            .Attack("a", "10T08")
            .Found("12T08", "1.1(a)", by: "Russia")
            .Found("15T08", "1.1(a)")
            .Found("15T08", "1.1(b)")
            .Says(
                "dutyArose 1.1(a) Poland 10T08",
                "dutyArose 1.1(b) France 10T08 due 11T08",
                "dutyOverdue 1.1(b) France 11T08",
                "dutyEnded 1.1(a) Poland 15T08"
            )
            .Ends("1.1(a) Poland ended", "1.1(b) France performanceUnknown");

    [Fact]
    public void Until_before_the_deadline_ends_the_duty_and_nothing_falls_due() =>
        Trial
            .Of(
                "Article 1. On an attack by Russia: "
                    + "France shall deliver \"generators\" to Ukraine within 72 hours, until Commission has found \"calm\"."
            )
            .Attack("a", "10T08")
            .Found("11T08", "1.1")
            .Says("dutyArose 1.1 France 10T08 due 13T08", "dutyEnded 1.1 France 11T08");

    [Fact]
    public void A_stronger_prohibition_excuses_at_the_deadline_and_at_the_arising() =>
        Trial
            .Of(
                """
                Article 1.
                  On a request by Ukraine:
                    each guarantor shall deliver "artillery shells" to Ukraine within 48 hours, subject to Article 2.
                Article 2.
                  On a notice by Commission:
                    Poland shall not deliver "artillery shells" to Ukraine.
                """
            )
            .Act(ActKind.Request, "Ukraine", "10T08")
            .Act(ActKind.Notice, "Commission", "11T08")
            .Act(ActKind.Request, "Ukraine", "20T08")
            .Until("21T00")
            .Says(
                "dutyArose 1.1 France 10T08 due 12T08",
                "dutyArose 1.1 Poland 10T08 due 12T08",
                "dutyArose 1.1 Germany 10T08 due 12T08",
                "dutyOverdue 1.1 France 12T08",
                "dutyExcused 1.1 Poland 12T08",
                "dutyOverdue 1.1 Germany 12T08",
                "dutyArose 1.1 France 20T08 due 22T08",
                "dutyExcused 1.1 Poland 20T08",
                "dutyArose 1.1 Germany 20T08 due 22T08"
            );

    [Fact]
    public void A_prohibition_of_something_else_excuses_nothing() =>
        Trial
            .Of(
                """
                Article 1.
                  On a request by Ukraine:
                    Poland shall deliver "generators" to Ukraine within 48 hours, subject to Article 2.
                Article 2.
                  Poland shall not deliver "artillery shells" to Ukraine.
                """
            )
            .Act(ActKind.Request, "Ukraine", "10T08")
            .Says("dutyArose 1.1 Poland 10T08 due 12T08", "dutyOverdue 1.1 Poland 12T08");

    [Fact]
    public void Notwithstanding_makes_the_other_the_weaker() =>
        Trial
            .Of(
                """
                Article 1.
                  On a request by Ukraine:
                    Poland shall deliver "artillery shells" to Ukraine within 48 hours.
                Article 2.
                  Poland shall not deliver "artillery shells" to Ukraine, notwithstanding Article 1.
                """
            )
            .Act(ActKind.Request, "Ukraine", "10T08")
            .Says("dutyExcused 1.1 Poland 10T08")
            .Ends("1.1 Poland excused");

    [Fact]
    public void Unless_met_at_the_deadline_excuses_in_place_of_overdue() =>
        Trial
            .Of(
                "Article 1. On an attack by Russia: "
                    + "Poland shall assist Ukraine within 48 hours, unless Ukraine has consented."
            )
            .Attack("a", "10T08")
            .Act(ActKind.Consent, "Ukraine", "11T08")
            .Says("dutyArose 1.1 Poland 10T08 due 12T08", "dutyExcused 1.1 Poland 12T08");

    [Fact]
    public void An_exception_that_nobody_has_found_is_undetermined_at_the_arising() =>
        Trial
            .Of(
                "Article 1. On an attack by Russia: "
                    + "Poland shall assist Ukraine within 48 hours, unless Commission has found \"calm\"."
            )
            .Attack("a", "10T08")
            .Says("dutyUndetermined 1.1 Poland 10T08")
            .Ends();

    [Fact]
    public void A_reservation_alters_the_norm_for_its_party_alone() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    each guarantor shall assist Ukraine within 72 hours.
                Reservation of Germany to Article 1: except that its parliament has not consented.
                """
            )
            .Attack("a", "10T08")
            .Act(ActKind.Acceptance, "parliament of Germany", "12T08", "1.1")
            .Attack("b", "13T08")
            .Until("13T08")
            .Says(
                "dutyArose 1.1 France 10T08 due 13T08",
                "dutyArose 1.1 Poland 10T08 due 13T08",
                "dutyExcused 1.1 Germany 10T08",
                "dutyArose 1.1 France 13T08 due 16T08",
                "dutyArose 1.1 Poland 13T08 due 16T08",
                "dutyArose 1.1 Germany 13T08 due 16T08",
                "dutyOverdue 1.1 France 13T08",
                "dutyOverdue 1.1 Poland 13T08"
            );

    [Fact]
    public void An_understanding_alters_nothing() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    each guarantor shall assist Ukraine within 72 hours.
                Understanding of Germany to Article 1: except that its parliament has not consented.
                """
            )
            .Attack("a", "10T08")
            .Until("11T00")
            .Ends("1.1 France open", "1.1 Poland open", "1.1 Germany open");

    [Fact]
    public void Undetermined_obliges_no_one_and_a_correction_that_meets_does() =>
        Trial
            .Of("Article 1. On an attack by Russia: Poland shall assist Ukraine within 24 hours.")
            .Attack("a", "10T08", source: "vague")
            .Attack("b", "10T12", source: "vague")
            .Attack("c", "10T08", known: "11T09", supersedes: "a")
            .Says(
                "dutyUndetermined 1.1 Poland 10T08",
                "dutyUndetermined 1.1 Poland 10T12",
                "dutyArose 1.1 Poland 10T08 known 11T09 due 12T09",
                "dutyOverdue 1.1 Poland 12T09"
            )
            .Ends("1.1 Poland performanceUnknown");

    [Fact]
    public void A_rejected_row_leaves_its_duties_without_cause_and_their_deadlines_do_not_fall() =>
        Trial
            .Of("Article 1. On an attack by Russia: Poland shall assist Ukraine within 24 hours.")
            .Attack("a", "10T08", findings: Trial.Rejected("10T20"))
            .Says("dutyArose 1.1 Poland 10T08 due 11T08", "dutyWithoutCause 1.1 Poland 10T08 known 10T20")
            .Ends("1.1 Poland withoutCause");

    [Fact]
    public void What_was_discharged_is_without_cause_too() =>
        Trial
            .Of("Article 1. On an attack by Russia: Poland shall assist Ukraine within 24 hours.")
            .Attack("a", "10T08", findings: Trial.Rejected("10T20"))
            .Done("Poland", "10T12")
            .Ends("1.1 Poland withoutCause");

    [Fact]
    public void A_correction_that_does_not_meet_the_trigger_takes_the_cause_away() =>
        Trial
            .Of("Article 1. On an attack by Russia: Poland shall assist Ukraine within 24 hours.")
            .Attack("a", "10T08")
            .Attack("b", "10T08", known: "10T12", party: "Ukraine", supersedes: "a")
            .Says("dutyArose 1.1 Poland 10T08 due 11T08", "dutyWithoutCause 1.1 Poland 10T08 known 10T12");

    [Fact]
    public void A_correction_that_meets_the_trigger_is_the_same_act() =>
        Trial
            .Of("Article 1. On an attack by Russia: Poland shall assist Ukraine within 24 hours.")
            .Attack("a", "10T08")
            .Attack("b", "10T09", known: "10T12", supersedes: "a")
            .Says("dutyArose 1.1 Poland 10T08 due 11T08", "dutyOverdue 1.1 Poland 11T08");

    [Fact]
    public void Later_items_of_a_withdrawn_trigger_do_not_arise() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    France decides on assistance within 48 hours;
                    if the decision carries, then Poland shall assist Ukraine within 24 hours.
                """
            )
            .Attack("a", "10T08", findings: Trial.Rejected("10T20"))
            .Vote("France", "11T08", "yes", "1.1(a)")
            .Says("procedureOpened 1.1(a) 10T08", "procedureCarried 1.1(a) 11T08");

    [Fact]
    public void Deeming_meets_the_trigger_once_and_the_victim_stays()
    {
        var trial = Trial
            .Of(
                """
                Article 1.
                  An attack on Ukraine counts as an attack on Poland.
                  On an attack on Poland:
                    Germany shall assist the victim within 24 hours.
                  On an attack on Ukraine or on an attack on Poland:
                    France shall assist the victim within 24 hours.
                """
            )
            .Attack("a", "10T08")
            .Until("10T12");

        trial.Says("dutyArose 1.2 Germany 10T08 due 11T08", "dutyArose 1.3 France 10T08 due 11T08");
        Assert.All(trial.Run().Effects, effect => Assert.Equal("Ukraine", effect.Beneficiary));
    }

    [Fact]
    public void If_C_then_is_judged_at_the_arising() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    if Ukraine has consented, then Poland shall assist Ukraine within 24 hours.
                """
            )
            .Attack("a", "10T08")
            .Act(ActKind.Consent, "Ukraine", "11T08")
            .Attack("b", "12T08")
            .Until("12T09")
            .Says("dutyArose 1.1 Poland 12T08 due 13T08");

    [Fact]
    public void For_each_arises_once_a_row_outside_a_block() =>
        Trial
            .Of("Article 1. Commission shall report each attack within 24 hours.")
            .Attack("a", "10T08")
            .Attack("b", "10T10")
            .Act(ActKind.Notice, "Commission", "10T11")
            .Until("10T12")
            .Ends("1.1 Commission discharged", "1.1 Commission open");
}
