using Casus.Core.Facts;
using Casus.Core.Stepping;
using Casus.Tests.Stepping;
using Xunit;

namespace Casus.Tests.Norms;

/// <summary>Cases in which several rules meet, from the text to the effects.</summary>
public class WholeTextTests
{
    private const string Ladder = """
        Article 1.
          A series means attacks by Russia with gaps of at most 7 days.
          On a series by Russia:
            Commission shall warn Russia within 24 hours.
          On a series by Russia that continues 24 hours after the first warning:
            Poland shall assist Ukraine within 48 hours.
        """;

    [Fact]
    public void A_supposed_warning_brings_the_next_tier_and_every_effect_of_it_says_so() =>
        Trial
            .Of(Ladder)
            .Suppose(Supposition.Deadline)
            .Attack("a", "10T08")
            .Attack("b", "11T20")
            .Until("20T00")
            .Says(
                "dutyArose 1.2 Commission 10T08 due 11T08",
                "dutyDischarged 1.2 Commission 11T08 supposed",
                "dutyArose 1.3 Poland 12T08 due 14T08 supposed",
                "dutyOverdue 1.3 Poland 14T08 supposed"
            );

    [Fact]
    public void A_prompt_warning_is_given_when_the_series_arises() =>
        Trial
            .Of(Ladder)
            .Suppose(Supposition.Prompt)
            .Attack("a", "10T08")
            .Attack("b", "10T20")
            .Until("12T00")
            .Says(
                "dutyArose 1.2 Commission 10T08 due 11T08",
                "dutyDischarged 1.2 Commission 10T08 supposed",
                "dutyArose 1.3 Poland 11T08 due 13T08 supposed"
            );

    [Fact]
    public void A_grade_arises_again_after_it_lapsed_and_each_arising_binds() =>
        Trial
            .Of(
                """
                Article 1.
                  A significant attack means at least 2 attacks by one party within any 24 hours.
                  On a significant attack by Russia:
                    Poland shall assist Ukraine within 48 hours after the first attack of the significant attack.
                """
            )
            .Attack("a", "10T08")
            .Attack("b", "10T12")
            .Attack("c", "15T08")
            .Attack("d", "15T12")
            .Until("15T13")
            .Says(
                "dutyArose 1.2 Poland 10T12 due 12T08",
                "dutyOverdue 1.2 Poland 12T08",
                "dutyArose 1.2 Poland 15T12 due 17T08"
            );

    [Fact]
    public void A_rejected_row_withdraws_the_grade_and_its_duty_is_without_cause() =>
        Trial
            .Of(
                """
                Article 1.
                  An incident is established when Commission has verified it.
                  A significant attack means at least 2 attacks by one party within any 24 hours.
                  On a significant attack by Russia:
                    Poland shall assist Ukraine within 48 hours.
                """
            )
            .Attack("a", "10T08")
            .Attack("b", "10T12", findings: Trial.Rejected("10T20"))
            .Until("15T13")
            .Says("dutyArose 1.3 Poland 10T12 due 12T12", "dutyWithoutCause 1.3 Poland 10T12 known 10T20");

    [Fact]
    public void If_binds_while_the_grade_stands_and_ends_what_is_open_when_it_lapses() =>
        Trial
            .Of(
                """
                Article 1.
                  A significant attack means at least 2 attacks by one party within any 24 hours.
                  If a significant attack by Russia continues:
                    Poland shall admit "displaced persons".
                """
            )
            .Attack("a", "10T08")
            .Attack("b", "10T12")
            .Says("dutyArose 1.2 Poland 10T12", "dutyEnded 1.2 Poland 11T08");

    [Fact]
    public void An_article_ends_by_an_attack_that_is_counted() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    Poland shall assist Ukraine within 72 hours.
                Article 2.
                  Article 1 ends when Ukraine has committed an attack.
                """
            )
            .Attack("a", "10T08", party: "Ukraine", against: "Russia")
            .Attack("b", "11T08")
            .Says("ended 2.1 10T08");

    [Fact]
    public void A_caveat_excuses_its_party_where_it_is_met() =>
        Trial
            .Of(
                """
                Article 1.
                  On a request by Ukraine:
                    each guarantor shall assist Ukraine within 48 hours.
                Caveat of Poland to Article 1: except that Russia has signed.
                """
            )
            .Act(ActKind.Signature, "Russia", "09T08")
            .Act(ActKind.Request, "Ukraine", "10T08")
            .Until("10T09")
            .Says(
                "dutyArose 1.1 France 10T08 due 12T08",
                "dutyExcused 1.1 Poland 10T08",
                "dutyArose 1.1 Germany 10T08 due 12T08"
            );

    [Fact]
    public void A_request_cites_the_article_under_which_it_is_made() =>
        Trial
            .Of(
                """
                Article 1.
                  Ukraine may request assistance.
                Article 2.
                  On a request by Ukraine under Article 1:
                    Poland shall assist Ukraine within 48 hours.
                """
            )
            .Act(ActKind.Request, "Ukraine", "10T08", "2.1")
            .Act(ActKind.Request, "Ukraine", "11T08", "1.1")
            .Act(ActKind.Request, "Poland", "12T08", "1.1")
            .Until("12T09")
            .Says("dutyArose 2.1 Poland 11T08 due 13T08", "refused 1.1 Poland 12T08");

    [Fact]
    public void What_is_learnt_after_the_withdrawal_of_an_attack_before_it_still_binds() =>
        Trial
            .Of(
                "Article 1. On an attack by Russia: Poland shall assist Ukraine within 72 hours.\n"
                    + "Article 2. Any guarantor may withdraw with 1 day's notice."
            )
            .Act(ActKind.Withdrawal, "Poland", "10T08", "2.1")
            .Attack("a", "11T07", known: "12T00")
            .Until("12T01")
            .Says("withdrew 2.1 Poland 11T08", "dutyArose 1.1 Poland 11T07 known 12T00 due 15T00");

    [Fact]
    public void An_open_textured_modifier_obliges_no_one() =>
        Trial
            .Of("Article 1. On a significant attack by Russia: Poland shall assist Ukraine within 24 hours.")
            .Attack("a", "10T08")
            .Says("dutyUndetermined 1.1 Poland 10T08")
            .Ends();

    [Fact]
    public void A_row_without_a_party_is_undetermined_and_a_later_attribution_is_met() =>
        Trial
            .Of(
                """
                Article 1.
                  An incident is attributed when Commission has attributed it with at least moderate confidence.
                  On an attack by Russia that is attributed:
                    Poland shall assist Ukraine within 24 hours after the attack is attributed.
                """
            )
            .Attack("a", "10T08", findings: Trial.Attributed("11T08"))
            .Until("11T09")
            .Says("dutyUndetermined 1.2 Poland 10T08", "dutyArose 1.2 Poland 10T08 known 11T08 due 12T08");

    [Fact]
    public void A_second_decision_opens_on_the_failure_of_the_first() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    the guarantors decide on assistance by unanimity, within 24 hours;
                    if the decision fails, then Poland shall assist Ukraine within 24 hours.
                """
            )
            .Attack("a", "10T08")
            .Vote("France", "10T10", "no", "1.1(a)")
            .Until("10T11")
            .Says(
                "procedureOpened 1.1(a) 10T08",
                "procedureFailed 1.1(a) 10T10",
                "dutyArose 1.1(b) Poland 10T10 due 11T10"
            );
}
