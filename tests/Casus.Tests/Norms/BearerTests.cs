using Casus.Core.Facts;
using Casus.Tests.Stepping;
using Xunit;

namespace Casus.Tests.Norms;

/// <summary>S17 Instances: who owes.</summary>
public class BearerTests
{
    [Fact]
    public void Each_gives_an_instance_to_each_in_the_order_declared() =>
        Trial
            .Of("Article 1. On an attack by Russia: each guarantor shall assist Ukraine within 24 hours.")
            .Attack("a", "10T08")
            .Done("France", "10T20")
            .Says(
                "dutyArose 1.1 France 10T08 due 11T08",
                "dutyArose 1.1 Poland 10T08 due 11T08",
                "dutyArose 1.1 Germany 10T08 due 11T08",
                "dutyDischarged 1.1 France 10T20",
                "dutyOverdue 1.1 Poland 11T08",
                "dutyOverdue 1.1 Germany 11T08"
            )
            .Ends("1.1 France discharged", "1.1 Poland performanceUnknown", "1.1 Germany performanceUnknown");

    [Fact]
    public void Jointly_is_one_duty_that_each_member_in_turn_performs() =>
        Trial
            .Of("Article 1. On an attack by Russia: the guarantors shall jointly consult within 24 hours.")
            .Attack("a", "10T08")
            .Act(ActKind.Consultation, "France", "10T12", "1.1")
            .Act(ActKind.Consultation, "Poland", "10T13", "1.1")
            .Act(ActKind.Consultation, "Germany", "10T14", "1.1")
            .Attack("b", "20T08")
            .Act(ActKind.Consultation, "France", "20T12", "1.1")
            .Act(ActKind.Consultation, "Germany", "20T13", "1.1")
            .Says(
                "dutyArose 1.1 guarantors 10T08 due 11T08",
                "dutyDischarged 1.1 guarantors 10T14",
                "dutyArose 1.1 guarantors 20T08 due 21T08",
                "dutyOverdue 1.1 guarantors 21T08"
            )
            .Ends("1.1 guarantors discharged", "1.1 guarantors overdue");

    [Fact]
    public void The_name_of_the_group_performs_a_joint_duty_at_once() =>
        Trial
            .Of("Article 1. On an attack by Russia: the guarantors shall jointly consult within 24 hours.")
            .Attack("a", "10T08")
            .Act(ActKind.Consultation, "guarantors", "10T12")
            .Says("dutyArose 1.1 guarantors 10T08 due 11T08", "dutyDischarged 1.1 guarantors 10T12");

    [Fact]
    public void One_act_by_all_members_performs_a_joint_duty() =>
        Trial
            .Of("Article 1. On an attack by Russia: the guarantors shall jointly consult within 24 hours.")
            .Attack("a", "10T08")
            .Act(ActKind.Consultation, "France|Poland|Germany", "10T12")
            .Says("dutyArose 1.1 guarantors 10T08 due 11T08", "dutyDischarged 1.1 guarantors 10T12");

    [Fact]
    public void A_body_bears_one_duty_and_performs_it_by_its_verb_and_a_stranger_does_not() =>
        Trial
            .Of("Article 1. On an attack by Russia: Commission shall warn Russia within 24 hours after the attack.")
            .Attack("a", "10T08")
            .Act(ActKind.Warning, "Poland", "10T09", to: "Russia")
            .Act(ActKind.Warning, "Commission", "10T10", to: "Russia")
            .Says("dutyArose 1.1 Commission 10T08 due 11T08", "dutyDischarged 1.1 Commission 10T10");

    [Fact]
    public void The_victim_and_the_accused_are_those_of_the_act() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by any party:
                    the victim shall notify Commission within 24 hours;
                    the accused shall notify Commission within 24 hours.
                """
            )
            .Attack("a", "10T08")
            .Until("10T09")
            .Says("dutyArose 1.1(a) Ukraine 10T08 due 11T08", "dutyArose 1.1(b) Russia 10T08 due 11T08");

    [Fact]
    public void Each_other_party_leaves_out_the_victim()
    {
        var trial = Trial
            .Of("Article 1. On an attack on any party: each other party shall assist the victim within 24 hours.")
            .Attack("a", "10T08", against: "France")
            .Until("10T09");

        var bearers = trial.Run().Effects.Select(effect => (effect.Bearer, effect.Beneficiary));

        Assert.Equal(
            [("Ukraine", "France"), ("Russia", "France"), ("Poland", "France"), ("Germany", "France")],
            bearers
        );
    }

    [Fact]
    public void A_permission_arises_as_nothing_and_its_use_is_recorded()
    {
        var trial = Trial
            .Of("Article 1. On an attack by Russia: Ukraine may act to halt the attack.")
            .Attack("a", "10T08")
            .Done("Ukraine", "10T09");

        trial.Says();
        var noted = Assert.Single(trial.Run().Effects);
        Assert.Equal(("1.1", "Ukraine"), (noted.Clause, noted.Bearer));
    }

    [Fact]
    public void A_power_used_by_one_without_it_is_refused() =>
        Trial
            .Of("Article 1. On an attack by Russia: Ukraine may request assistance.")
            .Attack("a", "10T08")
            .Act(ActKind.Request, "Poland", "10T09", "1.1")
            .Says("refused 1.1 Poland 10T09");

    [Theory]
    [InlineData("would")]
    [InlineData("intends to")]
    [InlineData("will seek to")]
    public void Weaker_wording_makes_no_duty(string modal) =>
        Trial
            .Of($"Article 1. On an attack by Russia: Poland {modal} assist Ukraine within 24 hours.")
            .Attack("a", "10T08")
            .Says()
            .Ends();

    [Theory]
    [InlineData("will")]
    [InlineData("undertakes to")]
    public void Will_and_undertakes_make_a_duty(string modal) =>
        Trial
            .Of($"Article 1. On an attack by Russia: Poland {modal} assist Ukraine within 24 hours.")
            .Attack("a", "10T08")
            .Until("10T09")
            .Says("dutyArose 1.1 Poland 10T08 due 11T08");
}
