using System.Collections.Immutable;
using Casus.Analysis.Backtest;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Time;
using Xunit;

namespace Casus.Tests.Backtest;

public sealed class AlarmTests
{
    [Fact]
    public void The_last_On_that_binds_a_guarantor_is_the_alarm_whatever_raises_it()
    {
        var alarm = Alarm.Of(TwoBlocks(Bearing("Poland", 0), Bearing("Poland", 1)))!;
        Assert.Equal("2.1", alarm.Clause);
        Assert.True(alarm.NeedsActs);
    }

    [Fact]
    public void The_grade_proposed_is_that_of_the_last_On_which_incidents_can_raise()
    {
        Assert.Equal("flare", Alarm.GradeOf(TwoBlocks(Bearing("Poland", 0), Bearing("Poland", 1))));
    }

    [Fact]
    public void An_On_that_binds_only_a_body_or_the_beneficiary_is_no_alarm()
    {
        Assert.Equal("1.1", Alarm.Of(TwoBlocks(Bearing("Poland", 0), Bearing("Ukraine", 1)))!.Clause);
        Assert.Null(Alarm.Of(TwoBlocks(Bearing("Commission", 0), Bearing("Ukraine", 1))));
    }

    [Fact]
    public void What_a_guarantor_may_do_binds_it_to_nothing()
    {
        var may = Bearing("Poland", 1) with { Kind = NormKind.Permission, Modal = Modal.May };
        Assert.Equal("1.1", Alarm.Of(TwoBlocks(Bearing("Poland", 0), may))!.Clause);
    }

    [Fact]
    public void A_sentence_that_does_not_stand_under_the_choices_is_no_alarm()
    {
        var agreement = TwoBlocks(Bearing("Poland", 0), Bearing("Poland", 1));
        var without = agreement with { Blocks = [agreement.Blocks[0], agreement.Blocks[1] with { Stands = false }] };
        Assert.Equal("1.1", Alarm.Of(without)!.Clause);
    }

    [Fact]
    public void A_grade_is_chosen_by_name_whatever_its_case()
    {
        var agreement = TwoBlocks(Bearing("Poland", 0), Bearing("Poland", 1));
        Assert.Equal("flare", Alarm.Named(agreement, "Flare")!.Name);
        Assert.Null(Alarm.Named(agreement, "flair"));
        Assert.Equal(["flare"], Alarm.NamesOf(agreement));
    }

    private static Agreement TwoBlocks(params ImmutableArray<Norm> norms) =>
        new()
        {
            Title = "Test",
            File = "test.casus",
            Calendar = AgreementCalendar.Utc,
            Parties =
            [
                new Party("Ukraine", ["beneficiary"], Bound: true, null),
                new Party("Poland", ["guarantor"], Bound: true, null),
            ],
            Conditions = [new TrackedCondition("flare", "0.1", new Condition.OpenTextured("flare"), Stands: true)],
            Blocks =
            [
                Block("1.1", 0, new Trigger.Arises(0, [])),
                Block("2.1", 1, new Trigger.Acted(new ActPattern { Kind = ActKind.Request, Verb = "request" })),
            ],
            Norms = norms,
        };

    private static Block Block(string clause, int order, Trigger trigger) =>
        new()
        {
            Clause = clause,
            Article = clause[..1],
            Order = order,
            Triggers = [trigger],
            Written = "a flare",
        };

    private static Norm Bearing(string bearer, int block) =>
        new()
        {
            Clause = block == 0 ? "1.1" : "2.1",
            Article = block == 0 ? "1" : "2",
            Order = block,
            Block = block,
            Bearers = new Bearers(BearerMode.Each, new ActorSet(ActorRole.Named, [bearer], bearer)),
            Modal = Modal.Shall,
            Kind = NormKind.Do,
            Verb = "assist",
        };
}
