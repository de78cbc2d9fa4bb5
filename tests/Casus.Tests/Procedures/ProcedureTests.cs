using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Stepping;
using Casus.Tests.Stepping;
using Xunit;

namespace Casus.Tests.Procedures;

/// <summary>S18: how decisions open, are voted on and come out.</summary>
public class ProcedureTests
{
    private static Trial Four(string items) =>
        Trial.Of(
            $"""
            Agreement "Test", draft 1 of 2025-01-01.
            Form: treaty.
            Times are in UTC.
            Party Ukraine, as beneficiary.
            Party Russia, as adversary.
            Parties France, Poland, Germany and Italy, as guarantors.
            Body Commission, as monitor.
            Article 1.
              On an attack by Russia:
                {items}.
            """
        );

    [Fact]
    public void Two_thirds_of_four_is_three_and_an_abstention_is_not_a_yes() =>
        Four(
                """
                the guarantors decide on assistance by two thirds of guarantors, within 48 hours;
                    if the decision carries, then each guarantor shall assist Ukraine within 24 hours
                """
            )
            .Attack("a", "10T08")
            .Vote("France", "10T10", "yes", "1.1(a)")
            .Vote("Poland", "10T11", "abstain", "1.1(a)")
            .Vote("Germany", "10T12", "yes", "1.1(a)")
            .Vote("Italy", "10T20", "yes", "1.1(a)")
            .Until("11T00")
            .Says(
                "procedureOpened 1.1(a) 10T08",
                "procedureCarried 1.1(a) 10T20",
                "dutyArose 1.1(b) France 10T20 due 11T20",
                "dutyArose 1.1(b) Poland 10T20 due 11T20",
                "dutyArose 1.1(b) Germany 10T20 due 11T20",
                "dutyArose 1.1(b) Italy 10T20 due 11T20"
            );

    [Fact]
    public void It_fails_as_soon_as_no_vote_can_carry_it() =>
        Four("the guarantors decide on assistance by two thirds of guarantors, within 48 hours")
            .Attack("a", "10T08")
            .Vote("France", "10T10", "no")
            .Vote("Poland", "10T11", "abstain")
            .Says("procedureOpened 1.1 10T08", "procedureFailed 1.1 10T11");

    [Fact]
    public void Silence_that_consents_counts_at_the_deadline_and_not_before() =>
        Four(
                "the guarantors decide on assistance by two thirds of guarantors, within 48 hours, "
                    + "silence counts as consent"
            )
            .Attack("a", "10T08")
            .Vote("Italy", "10T10", "no")
            .Says("procedureOpened 1.1 10T08", "procedureCarried 1.1 12T08");

    [Fact]
    public void No_votes_fail_at_the_deadline_and_the_branch_follows() =>
        Four(
                """
                the guarantors decide on assistance by majority of guarantors, within 48 hours;
                    if the decision fails, then Ukraine shall notify Commission within 24 hours
                """
            )
            .Attack("a", "10T08")
            .Until("12T12")
            .Says(
                "procedureOpened 1.1(a) 10T08",
                "procedureFailed 1.1(a) 12T08",
                "dutyArose 1.1(b) Ukraine 12T08 due 13T08"
            );

    [Fact]
    public void Absence_denies_a_quorum_though_silence_consents() =>
        Four(
                "the guarantors decide on assistance by majority of guarantors, with a quorum of 3, "
                    + "within 48 hours, silence counts as consent"
            )
            .Attack("a", "10T08")
            .Vote("France", "10T10", "yes")
            .Vote("Poland", "10T12", "yes")
            .Says("procedureOpened 1.1 10T08", "procedureFailed 1.1 12T08");

    [Fact]
    public void An_abstention_is_presence_for_the_quorum() =>
        Four("the guarantors decide on assistance by 2 votes, with a quorum of 3, within 48 hours")
            .Attack("a", "10T08")
            .Vote("France", "10T10", "yes")
            .Vote("Poland", "10T12", "yes")
            .Vote("Germany", "10T13", "abstain")
            .Says("procedureOpened 1.1 10T08", "procedureCarried 1.1 10T13");

    [Fact]
    public void Nothing_is_settled_while_a_veto_may_come() =>
        Four("the guarantors decide on assistance by majority of guarantors, with a veto of France, within 48 hours")
            .Attack("a", "10T08")
            .Vote("Poland", "10T10", "yes")
            .Vote("Germany", "10T11", "yes")
            .Vote("Italy", "10T12", "yes")
            .Vote("France", "10T18", "no")
            .Attack("b", "20T08")
            .Vote("Poland", "20T10", "yes")
            .Vote("Germany", "20T11", "yes")
            .Vote("Italy", "20T12", "yes")
            .Vote("France", "20T18", "abstain")
            .Says(
                "procedureOpened 1.1 10T08",
                "procedureFailed 1.1 10T18",
                "procedureOpened 1.1 20T08",
                "procedureCarried 1.1 20T18"
            );

    [Fact]
    public void An_absent_holder_of_a_veto_vetoes_nothing() =>
        Four("the guarantors decide on assistance by majority of guarantors, with a veto of France, within 48 hours")
            .Attack("a", "10T08")
            .Vote("Poland", "10T10", "yes")
            .Vote("Germany", "10T11", "yes")
            .Vote("Italy", "10T12", "yes")
            .Says("procedureOpened 1.1 10T08", "procedureCarried 1.1 12T08");

    [Fact]
    public void The_accused_is_left_out_of_the_base_and_its_vote_is_refused() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by any guarantor:
                    the guarantors decide on sanctions by unanimity, without the accused, within 48 hours.
                """
            )
            .Attack("a", "10T08", party: "Poland")
            .Vote("Poland", "10T09", "no")
            .Vote("France", "10T10", "yes")
            .Vote("Germany", "10T11", "yes")
            .Says("procedureOpened 1.1 10T08", "refused 1.1 Poland 10T09", "procedureCarried 1.1 10T11");

    [Fact]
    public void If_the_accused_is_no_member_nobody_is_left_out() =>
        Four("the guarantors decide on assistance by unanimity, without the accused, within 48 hours")
            .Attack("a", "10T08")
            .Vote("France", "10T10", "yes")
            .Vote("Poland", "10T11", "yes")
            .Vote("Germany", "10T12", "yes")
            .Vote("Italy", "10T13", "yes")
            .Says("procedureOpened 1.1 10T08", "procedureCarried 1.1 10T13");

    [Fact]
    public void A_stranger_and_a_second_vote_are_refused() =>
        Four("the guarantors decide on assistance by majority of guarantors, within 48 hours")
            .Attack("a", "10T08")
            .Vote("Ukraine", "10T09", "yes")
            .Vote("France", "10T10", "yes")
            .Vote("France", "10T11", "no")
            .Until("10T12")
            .Says("procedureOpened 1.1 10T08", "refused 1.1 Ukraine 10T09", "refused 1.1 France 10T11");

    [Fact]
    public void A_vote_before_the_opening_is_refused() =>
        Four("the guarantors decide on assistance by majority of guarantors, within 48 hours")
            .Vote("France", "10T07", "yes")
            .Attack("a", "10T08")
            .Until("10T12")
            .Says("refused 1.1 France 10T07", "procedureOpened 1.1 10T08");

    [Fact]
    public void A_vote_known_after_the_close_is_refused_whatever_its_date_and_one_at_the_deadline_counts() =>
        Four(
                """
                France decides on assistance within 48 hours;
                    if the decision carries, then Poland shall assist Ukraine within 24 hours
                """
            )
            .Attack("a", "10T08")
            .Vote("France", "12T07", "yes", "1.1(a)", known: "12T09")
            .Attack("b", "20T08")
            .Vote("France", "22T08", "yes", "1.1(a)")
            .Until("23T00")
            .Says(
                "procedureOpened 1.1(a) 10T08",
                "procedureFailed 1.1(a) 12T08",
                "refused 1.1(a) France 12T07 known 12T09",
                "procedureOpened 1.1(a) 20T08",
                "procedureCarried 1.1(a) 22T08",
                "dutyArose 1.1(b) Poland 22T08 due 23T08"
            );

    [Fact]
    public void A_vote_counts_in_the_oldest_open_procedure_or_in_the_one_it_is_about() =>
        Four("France decides on assistance within 48 hours")
            .Attack("a", "10T08")
            .Attack("b", "10T09")
            .Vote("France", "10T10", "yes", about: "b")
            .Vote("France", "10T11", "no")
            .Says(
                "procedureOpened 1.1 10T08",
                "procedureOpened 1.1 10T09",
                "procedureCarried 1.1 10T10",
                "procedureFailed 1.1 10T11"
            );

    [Theory]
    [InlineData(Supposition.Deadline)]
    [InlineData(Supposition.Prompt)]
    public void A_single_decider_that_is_known_to_abstain_is_not_supposed_to_say_yes(Supposition suppose) =>
        Four("France decides on assistance within 48 hours")
            .Suppose(suppose)
            .Attack("a", "10T08")
            .Vote("France", "10T08", "abstain")
            .Says("procedureOpened 1.1 10T08", "procedureFailed 1.1 12T08");

    [Fact]
    public void A_vote_that_names_no_clause_is_refused_where_two_decisions_are_open()
    {
        var trial = Four(
                """
                the guarantors decide on assistance by two thirds of guarantors, within 48 hours;
                    the guarantors decide on sanctions by two thirds of guarantors, within 48 hours
                """
            )
            .Suppose(Supposition.None)
            .Attack("a", "10T08")
            .Vote("France", "10T10", "yes", clause: null!)
            .Until("11T00");
        trial.Says("procedureOpened 1.1(a) 10T08", "procedureOpened 1.1(b) 10T08", "refused France 10T10");
        var refused = Assert.Single(trial.Run().Effects, effect => effect.Kind == EffectKind.Refused);
        Assert.Contains("names no clause", refused.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vote_that_names_no_clause_counts_in_the_one_decision_in_which_it_may() =>
        Four(
                """
                France decides on assistance within 48 hours;
                    Poland decides on sanctions within 48 hours
                """
            )
            .Suppose(Supposition.None)
            .Attack("a", "10T08")
            .Vote("Poland", "10T10", "yes", clause: null!)
            .Until("11T00")
            .Says("procedureOpened 1.1(a) 10T08", "procedureOpened 1.1(b) 10T08", "procedureCarried 1.1(b) 10T10");

    [Fact]
    public void A_single_decider_that_abstains_is_silent() =>
        Four("France decides on assistance within 48 hours")
            .Attack("a", "10T08")
            .Vote("France", "10T10", "abstain")
            .Says("procedureOpened 1.1 10T08", "procedureFailed 1.1 12T08");

    [Fact]
    public void Consensus_is_that_none_says_no() =>
        Four("the guarantors decide on assistance by consensus, within 48 hours")
            .Attack("a", "10T08")
            .Vote("France", "10T10", "yes")
            .Vote("Poland", "10T11", "abstain")
            .Attack("b", "20T08")
            .Vote("France", "20T10", "no")
            .Says(
                "procedureOpened 1.1 10T08",
                "procedureCarried 1.1 12T08",
                "procedureOpened 1.1 20T08",
                "procedureFailed 1.1 20T10"
            );

    [Fact]
    public void An_anchor_that_never_comes_opens_nothing() =>
        Four(
                """
                the guarantors shall jointly consult within 24 hours;
                    the guarantors decide on assistance by majority of guarantors, within 48 hours after the consultation;
                    if the decision fails, then Ukraine shall notify Commission within 24 hours
                """
            )
            .Attack("a", "10T08")
            .Vote("France", "10T10", "yes", "1.1(b)")
            .Says(
                "dutyArose 1.1(a) guarantors 10T08 due 11T08",
                "refused 1.1(b) France 10T10",
                "dutyOverdue 1.1(a) guarantors 11T08"
            );

    [Fact]
    public void It_opens_at_its_anchor_and_its_clock_runs_from_there() =>
        Four(
                """
                the guarantors shall jointly consult within 24 hours;
                    the guarantors decide on assistance by majority of guarantors, within 48 hours after the consultation
                """
            )
            .Attack("a", "10T08")
            .Act(ActKind.Consultation, "guarantors", "10T20")
            .Says(
                "dutyArose 1.1(a) guarantors 10T08 due 11T08",
                "dutyDischarged 1.1(a) guarantors 10T20",
                "procedureOpened 1.1(b) 10T20",
                "procedureFailed 1.1(b) 12T20"
            );

    [Fact]
    public void Supposing_deadlines_performs_procedure_and_carries_decisions_at_theirs() =>
        Four(
                """
                the guarantors shall jointly consult within 24 hours;
                    the guarantors decide on assistance by majority of guarantors, within 48 hours after the consultation;
                    if the decision carries, then Poland shall assist Ukraine within 24 hours
                """
            )
            .Suppose(Supposition.Deadline)
            .Attack("a", "10T08")
            .Says(
                "dutyArose 1.1(a) guarantors 10T08 due 11T08",
                "dutyDischarged 1.1(a) guarantors 11T08 supposed",
                "procedureOpened 1.1(b) 11T08 supposed",
                "procedureCarried 1.1(b) 13T08 supposed",
                "dutyArose 1.1(c) Poland 13T08 due 14T08 supposed",
                "dutyOverdue 1.1(c) Poland 14T08 supposed"
            );

    [Fact]
    public void Supposing_promptness_does_it_all_at_once() =>
        Four(
                """
                the guarantors shall jointly consult within 24 hours;
                    the guarantors decide on assistance by majority of guarantors, within 48 hours after the consultation;
                    if the decision carries, then Poland shall assist Ukraine within 24 hours
                """
            )
            .Suppose(Supposition.Prompt)
            .Attack("a", "10T08")
            .Until("10T09")
            .Says(
                "dutyArose 1.1(a) guarantors 10T08 due 11T08",
                "dutyDischarged 1.1(a) guarantors 10T08 supposed",
                "procedureOpened 1.1(b) 10T08 supposed",
                "procedureCarried 1.1(b) 10T08 supposed",
                "dutyArose 1.1(c) Poland 10T08 due 11T08 supposed"
            );

    [Fact]
    public void A_stated_fact_before_the_deadline_leaves_nothing_to_suppose() =>
        Trial
            .Of("Article 1. On an attack by Russia: Commission shall warn Russia within 24 hours.")
            .Suppose(Supposition.Deadline)
            .Attack("a", "10T08")
            .Act(ActKind.Warning, "Commission", "10T12", to: "Russia")
            .Attack("b", "20T08")
            .Says(
                "dutyArose 1.1 Commission 10T08 due 11T08",
                "dutyDischarged 1.1 Commission 10T12",
                "dutyArose 1.1 Commission 20T08 due 21T08",
                "dutyDischarged 1.1 Commission 21T08 supposed"
            );

    [Fact]
    public void A_stated_no_stands_against_the_supposed_yes() =>
        Four("the guarantors decide on assistance by unanimity, within 48 hours")
            .Suppose(Supposition.Deadline)
            .Attack("a", "10T08")
            .Vote("France", "10T10", "no")
            .Says("procedureOpened 1.1 10T08", "procedureFailed 1.1 10T10");
}
