using Casus.Core.Facts;
using Casus.Core.Stepping;
using Casus.Tests.Stepping;
using Xunit;

namespace Casus.Tests.Norms;

/// <summary>S12 and S18: where clocks start and when they run out.</summary>
public class ClockTests
{
    [Fact]
    public void After_the_act_runs_from_the_act_whenever_it_became_known() =>
        Trial
            .Of("Article 1. On an attack by Russia: Poland shall assist Ukraine within 72 hours after the attack.")
            .Attack("a", "10T08", known: "12T09")
            .Done("Poland", "09T08")
            .Done("Poland", "11T00", known: "13T00")
            .Says("dutyArose 1.1 Poland 10T08 known 12T09 due 13T08", "dutyDischarged 1.1 Poland 11T00 known 13T00");

    [Fact]
    public void An_unanchored_clock_runs_from_the_knowledge() =>
        Trial
            .Of("Article 1. On an attack by Russia: Poland shall assist Ukraine within 72 hours.")
            .Attack("a", "10T08", known: "12T09")
            .Until("13T00")
            .Says("dutyArose 1.1 Poland 10T08 known 12T09 due 15T09");

    [Fact]
    public void After_it_is_established_runs_from_the_findings_own_instant() =>
        Trial
            .Of(
                """
                Article 1.
                  An incident is established when Commission has verified it.
                  On an attack by Russia that is established:
                    Poland shall assist Ukraine within 48 hours after the attack is established.
                """
            )
            .Attack("a", "10T08", known: "12T09", findings: Trial.Verified("11T08"))
            .Says("dutyArose 1.2 Poland 10T08 known 12T09 due 13T08", "dutyOverdue 1.2 Poland 13T08");

    [Fact]
    public void An_attribution_that_comes_later_starts_the_clock_then() =>
        Trial
            .Of(
                """
                Article 1.
                  An incident is attributed when Commission has attributed it.
                  On an attack on Ukraine:
                    Commission shall report the attack within 24 hours after the attack is attributed.
                """
            )
            .Attack("a", "10T08", findings: Trial.Attributed("12T10"))
            .Says("dutyArose 1.2 Commission 10T08", "dutyOverdue 1.2 Commission 13T10");

    [Fact]
    public void After_the_decision_runs_from_its_outcome() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    France decides on assistance within 24 hours;
                    if the decision carries, then Poland shall assist Ukraine within 48 hours after the decision.
                """
            )
            .Attack("a", "10T08")
            .Vote("France", "10T12", "yes", "1.1(a)")
            .Until("12T00")
            .Says(
                "procedureOpened 1.1(a) 10T08",
                "procedureCarried 1.1(a) 10T12",
                "dutyArose 1.1(b) Poland 10T12 due 12T12"
            );

    [Fact]
    public void An_anchor_that_has_not_come_leaves_the_duty_without_a_deadline() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    France shall consult Ukraine within 24 hours;
                    Poland shall assist Ukraine within 48 hours after the consultation.
                """
            )
            .Attack("a", "10T08")
            .Act(ActKind.Consultation, "France", "10T20", "1.1(a)")
            .Attack("b", "20T08")
            .Says(
                "dutyArose 1.1(a) France 10T08 due 11T08",
                "dutyArose 1.1(b) Poland 10T08",
                "dutyDischarged 1.1(a) France 10T20",
                "dutyOverdue 1.1(b) Poland 12T20",
                "dutyArose 1.1(a) France 20T08 due 21T08",
                "dutyArose 1.1(b) Poland 20T08",
                "dutyOverdue 1.1(a) France 21T08"
            )
            .Ends(
                "1.1(a) France discharged",
                "1.1(b) Poland performanceUnknown",
                "1.1(a) France performanceUnknown",
                "1.1(b) Poland open"
            );

    [Fact]
    public void An_anchor_learnt_after_the_deadline_makes_the_duty_born_overdue_then() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    France shall consult Ukraine within 24 hours;
                    Poland shall assist Ukraine within 48 hours after the consultation.
                """
            )
            .Attack("a", "10T08")
            .Act(ActKind.Consultation, "France", "10T20", "1.1(a)", known: "15T00")
            .Says(
                "dutyArose 1.1(a) France 10T08 due 11T08",
                "dutyArose 1.1(b) Poland 10T08",
                "dutyOverdue 1.1(a) France 11T08",
                "dutyDischarged 1.1(a) France 10T20 known 15T00",
                "dutyBornOverdue 1.1(b) Poland 12T20 known 15T00"
            );

    [Fact]
    public void After_the_request_runs_from_the_request() =>
        Trial
            .Of("Article 1. On a request by Ukraine: Poland shall assist Ukraine within 48 hours after the request.")
            .Act(ActKind.Request, "Ukraine", "10T08", known: "10T20")
            .Until("11T00")
            .Says("dutyArose 1.1 Poland 10T08 known 10T20 due 12T08");

    [Fact]
    public void A_deadline_before_the_knowledge_is_born_overdue_and_never_breached() =>
        Trial
            .Of("Article 1. On an attack by Russia: Poland shall assist Ukraine within 24 hours after the attack.")
            .Attack("a", "10T08", known: "12T09")
            .Done("Poland", "14T00")
            .Says(
                "dutyArose 1.1 Poland 10T08 known 12T09 due 11T08",
                "dutyBornOverdue 1.1 Poland 11T08 known 12T09",
                "dutyDischarged 1.1 Poland 14T00"
            )
            .Ends("1.1 Poland discharged");

    [Fact]
    public void A_deadline_at_the_knowledge_is_not_born_overdue() =>
        Trial
            .Of("Article 1. On an attack by Russia: Poland shall assist Ukraine within 24 hours after the attack.")
            .Attack("a", "10T08", known: "11T08")
            .Says("dutyArose 1.1 Poland 10T08 known 11T08 due 11T08", "dutyOverdue 1.1 Poland 11T08");

    [Fact]
    public void An_uncertain_start_is_possibly_overdue_first_and_surely_later() =>
        Trial
            .Of("Article 1. On an attack by Russia: Poland shall assist Ukraine within 48 hours after the attack.")
            .Attack("a", "10T00..10T23:59:59")
            .Says(
                "dutyArose 1.1 Poland 10T23:59:59 due 12T23:59:59",
                "dutyPossiblyOverdue 1.1 Poland 12T00",
                "dutyOverdue 1.1 Poland 12T23:59:59"
            );

    [Fact]
    public void Nothing_is_possibly_overdue_once_it_is_done() =>
        Trial
            .Of("Article 1. On an attack by Russia: Poland shall assist Ukraine within 48 hours after the attack.")
            .Attack("a", "10T00..10T23:59:59")
            .Done("Poland", "11T12")
            .Says("dutyArose 1.1 Poland 10T23:59:59 due 12T23:59:59", "dutyDischarged 1.1 Poland 11T12");

    [Fact]
    public void Months_keep_the_time_of_day_and_clamp_to_the_last_day() =>
        Trial
            .Of("Article 1. On an attack by Russia: Poland shall assist Ukraine within 1 month.")
            .Attack("a", "31T08:30")
            .Until("02-01T00")
            .Says("dutyArose 1.1 Poland 31T08:30 due 02-28T08:30");

    [Fact]
    public void Days_keep_the_local_time_where_clocks_change()
    {
        var trial = Trial
            .Of(
                """
                Agreement "Test", draft 1 of 2025-01-01.
                Form: treaty.
                Times are in Europe/Kyiv.
                Party Ukraine.
                Party Russia.
                Party Poland.
                Article 1.
                  On an attack by Russia:
                    Poland shall assist Ukraine within 2 days;
                    Poland shall warn Russia within 48 hours.
                """
            )
            .Attack("a", "03-29T10")
            .Until("03-29T11");

        // Summer time begins on 30 March 2025: two days are 47 hours.
        trial.Says("dutyArose 1.1(a) Poland 03-29T10 due 03-31T09", "dutyArose 1.1(b) Poland 03-29T10 due 03-31T10");
    }

    [Theory]
    [InlineData("before 2025-01-20", "19T23:59:59")]
    [InlineData("by 2025-01-20", "20T23:59:59")]
    public void A_date_has_its_first_second_in_before_and_its_last_in_by(string tail, string due) =>
        Trial
            .Of($"Article 1. Poland shall deliver \"generators\" to Ukraine {tail}.")
            .Until("02T00")
            .Says($"dutyArose 1.1 Poland 01T00 due {due}");

    [Fact]
    public void Forthwith_has_no_clock_and_is_never_overdue() =>
        Trial
            .Of("Article 1. On an attack by Russia: France shall assist Ukraine, forthwith.")
            .Attack("a", "10T08")
            .Until("12-31T00")
            .Says("dutyArose 1.1 France 10T08")
            .Ends("1.1 France open");

    [Fact]
    public void A_norm_outside_a_block_arises_at_its_as_from() =>
        Trial
            .Of("Article 1. Poland shall deliver \"generators\" to Ukraine, as from 14 days after entry into force.")
            .Says("dutyArose 1.1 Poland 15T00");

    [Fact]
    public void Shall_after_an_event_arises_at_the_event() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    France shall consult Ukraine within 24 hours;
                    Poland shall assist Ukraine after the consultation.
                """
            )
            .Attack("a", "10T08")
            .Act(ActKind.Consultation, "France", "10T20", "1.1(a)")
            .Says(
                "dutyArose 1.1(a) France 10T08 due 11T08",
                "dutyDischarged 1.1(a) France 10T20",
                "dutyArose 1.1(b) Poland 10T20"
            );

    [Fact]
    public void A_procedural_duty_as_from_a_later_point_is_supposed_done_once() =>
        Trial
            .Of("Article 1. Poland shall report to Commission, as from 14 days after entry into force.")
            .Suppose(Supposition.Deadline)
            .Says("dutyArose 1.1 Poland 15T00", "dutyDischarged 1.1 Poland 15T00 supposed");
}
