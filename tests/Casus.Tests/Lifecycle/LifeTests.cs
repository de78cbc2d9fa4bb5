using Casus.Core.Facts;
using Casus.Tests.Stepping;
using Xunit;

namespace Casus.Tests.Lifecycle;

/// <summary>S13 and S19: the life of the instrument.</summary>
public class LifeTests
{
    private const string Assist =
        "Article 1. On an attack by Russia: each guarantor shall assist Ukraine within 72 hours.\n";

    [Fact]
    public void Entry_is_at_the_last_ratification_and_a_signature_is_none() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    Poland shall assist Ukraine within 24 hours.
                  Poland shall deliver "generators" to Ukraine within 30 days after entry into force.
                Article 2.
                  This agreement enters into force when Ukraine and Poland have ratified it.
                """
            )
            .Entering()
            .Act(ActKind.Ratification, "Ukraine", "05T10")
            .Act(ActKind.Signature, "Poland", "06T10")
            .Attack("a", "07T08")
            .Act(ActKind.Ratification, "Poland", "08T10")
            .Attack("b", "09T08")
            .Until("11T00")
            .Says(
                "enteredIntoForce 2.1 08T10",
                "dutyArose 1.2 Poland 08T10 due 02-07T10",
                "dutyArose 1.1 Poland 09T08 due 10T08",
                "dutyOverdue 1.1 Poland 10T08"
            );

    [Fact]
    public void A_later_party_enters_at_its_own_ratification_and_entry_is_told_once() =>
        Trial
            .Of(
                """
                Article 1.
                  Each guarantor shall deliver "generators" to Ukraine within 30 days after entry into force.
                Article 2.
                  This agreement enters into force when Ukraine and Poland have ratified it.
                """
            )
            .Entering()
            .Act(ActKind.Ratification, "Ukraine", "05T10")
            .Act(ActKind.Ratification, "Poland", "08T10")
            .Act(ActKind.Acceptance, "France", "10T10")
            .Says(
                "enteredIntoForce 2.1 08T10",
                "dutyArose 1.1 Poland 08T10 due 02-07T10",
                "dutyArose 1.1 France 10T10 due 02-09T10"
            );

    [Fact]
    public void A_party_whose_ratification_is_known_with_the_entry_is_bound_without_a_later_fact() =>
        Trial
            .Of(
                """
                Article 1.
                  Each guarantor shall deliver "generators" to Ukraine within 30 days after entry into force.
                Article 2.
                  This agreement enters into force when Ukraine and Poland have ratified it.
                """
            )
            .Entering()
            .Act(ActKind.Ratification, "Ukraine", "05T10")
            .Act(ActKind.Ratification, "Poland", "08T10", known: "12T08")
            .Act(ActKind.Ratification, "France", "10T10", known: "12T08")
            .Until("13T00")
            .Says(
                "enteredIntoForce 2.1 08T10 known 12T08",
                "dutyArose 1.1 Poland 08T10 known 12T08 due 02-07T10",
                "dutyArose 1.1 France 10T10 known 12T08 due 02-09T10"
            );

    [Fact]
    public void A_stated_date_of_entry_needs_no_fact() =>
        Trial
            .Of(
                """
                Article 1.
                  Poland shall deliver "generators" to Ukraine.
                Article 2.
                  This agreement enters into force on 2025-01-09.
                """
            )
            .Entering()
            .Says("enteredIntoForce 2.1 09T00", "dutyArose 1.1 Poland 09T00");

    [Fact]
    public void A_withdrawal_takes_effect_after_its_notice_and_accrued_duties_stay() =>
        Trial
            .Of(Assist + "Article 2. Any guarantor may withdraw with 3 months' notice to the depositary.")
            .Act(ActKind.Withdrawal, "Poland", "10T08", "2.1")
            .Attack("a", "04-09T08")
            .Attack("b", "04-11T08")
            .Until("04-11T09")
            .Says(
                "dutyArose 1.1 France 04-09T08 due 04-12T08",
                "dutyArose 1.1 Poland 04-09T08 due 04-12T08",
                "dutyArose 1.1 Germany 04-09T08 due 04-12T08",
                "withdrew 2.1 Poland 04-10T08",
                "dutyArose 1.1 France 04-11T08 due 04-14T08",
                "dutyArose 1.1 Germany 04-11T08 due 04-14T08"
            );

    [Fact]
    public void From_the_very_instant_of_withdrawal_nothing_new_arises() =>
        Trial
            .Of(
                "Article 1. On an attack by Russia: Poland shall assist Ukraine within 72 hours.\n"
                    + "Article 2. Any guarantor may withdraw with 1 day's notice."
            )
            .Act(ActKind.Withdrawal, "Poland", "10T08", "2.1")
            .Attack("a", "11T08")
            .Says("withdrew 2.1 Poland 11T08");

    [Fact]
    public void A_duty_to_keep_ends_with_the_withdrawal() =>
        Trial
            .Of(
                "Article 1. Each guarantor shall admit \"displaced persons\".\n"
                    + "Article 2. Any guarantor may withdraw with 1 day's notice."
            )
            .Act(ActKind.Withdrawal, "Poland", "10T08", "2.1")
            .Says(
                "dutyArose 1.1 France 01T00",
                "dutyArose 1.1 Poland 01T00",
                "dutyArose 1.1 Germany 01T00",
                "withdrew 2.1 Poland 11T08",
                "dutyEnded 1.1 Poland 11T08"
            );

    [Fact]
    public void One_without_the_right_cannot_withdraw() =>
        Trial
            .Of(Assist + "Article 2. Any guarantor may withdraw with 3 months' notice to the depositary.")
            .Act(ActKind.Withdrawal, "Ukraine", "10T08", "2.1")
            .Says("refused 2.1 Ukraine 10T08");

    [Fact]
    public void The_withdrawn_leave_later_bases_and_not_an_open_one() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    the guarantors decide on assistance by unanimity, within 72 hours.
                Article 2.
                  Any guarantor may withdraw with 1 day's notice.
                """
            )
            .Act(ActKind.Withdrawal, "Poland", "10T08", "2.1")
            .Attack("a", "11T07")
            .Vote("France", "11T10", "yes")
            .Vote("Germany", "11T11", "yes")
            .Vote("Poland", "11T12", "yes")
            .Attack("b", "12T08")
            .Vote("France", "12T10", "yes")
            .Vote("Germany", "12T11", "yes")
            .Says(
                "procedureOpened 1.1 11T07",
                "withdrew 2.1 Poland 11T08",
                "procedureCarried 1.1 11T12",
                "procedureOpened 1.1 12T08",
                "procedureCarried 1.1 12T11"
            );

    [Fact]
    public void An_article_ends_by_the_finding_of_its_body_and_by_no_allegation() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    Poland shall assist Ukraine within 72 hours.
                Article 2.
                  Article 1 ends when Commission has found "an unprovoked attack" by Ukraine.
                """
            )
            .Act(ActKind.Notice, "Russia", "10T08", "2.1")
            .Found("10T12", "2.1", by: "Russia")
            .Attack("a", "11T08")
            .Found("12T08", "2.1")
            .Attack("b", "13T08")
            .Says("dutyArose 1.1 Poland 11T08 due 14T08", "ended 2.1 12T08", "dutyOverdue 1.1 Poland 14T08")
            .Ends("1.1 Poland performanceUnknown");

    [Fact]
    public void At_the_end_of_the_term_duties_to_keep_and_the_last_year_end_and_others_stay() =>
        Trial
            .Of(
                """
                Article 1.
                  Poland shall admit "displaced persons".
                  Poland shall hold at least 2 exercises in each year.
                  On an attack by Russia:
                    Poland shall assist Ukraine within 72 hours.
                Article 2.
                  This agreement lasts 3 months after entry into force.
                """
            )
            .Attack("a", "03-31T08")
            .Attack("b", "04-02T08")
            .Until("04-05T00")
            .Says(
                "dutyArose 1.1 Poland 01T00",
                "dutyArose 1.2 Poland 01T00 due 12-31T23:59:59",
                "dutyArose 1.3 Poland 03-31T08 due 04-03T08",
                "ended 2.1 04-01T00",
                "dutyEnded 1.1 Poland 04-01T00",
                "dutyEnded 1.2 Poland 04-01T00",
                "dutyOverdue 1.3 Poland 04-03T08"
            );

    [Fact]
    public void An_open_procedure_ends_with_the_agreement_and_its_votes_are_refused() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    the guarantors decide on assistance by unanimity, within 72 hours.
                Article 2.
                  This agreement ends when Commission has found "peace".
                """
            )
            .Attack("a", "10T08")
            .Found("11T08", "2.1")
            .Vote("France", "11T10", "yes")
            .Says("procedureOpened 1.1 10T08", "ended 2.1 11T08", "refused 1.1 France 11T10");

    [Fact]
    public void A_guarded_item_stands_under_its_value_alone() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    [helper: Poland] Poland shall assist Ukraine within 24 hours;
                    [helper: France] France shall assist Ukraine within 24 hours.
                """
            )
            .Attack("a", "10T08")
            .Until("10T09")
            .Says("dutyArose 1.1(a) Poland 10T08 due 11T08");
}
