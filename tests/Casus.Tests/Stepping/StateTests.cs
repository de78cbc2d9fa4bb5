using System.Collections.Immutable;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Stepping;
using CsCheck;
using Xunit;

namespace Casus.Tests.Stepping;

/// <summary>The pure form, the scheduler and the hash (design 2; S1, S10).</summary>
public class StateTests
{
    private static Trial Attacked() =>
        Trial
            .Of("Article 1. On an attack by Russia: each guarantor shall assist Ukraine within 24 hours.")
            .Attack("a", "10T08")
            .Done("France", "10T20")
            .Attack("b", "10T21");

    private static (State State, ImmutableArray<Effect> Effects) Run(State state, IEnumerable<Fact> facts)
    {
        var effects = ImmutableArray.CreateBuilder<Effect>();
        foreach (var fact in facts)
        {
            var (next, said) = state.Step(fact);
            state = next;
            effects.AddRange(said);
        }
        return (state, effects.ToImmutable());
    }

    [Fact]
    public void Stepping_twice_from_one_state_gives_equal_effects_and_hashes()
    {
        var trial = Attacked();
        var entered = State
            .Begin(trial.Agreement, trial.Options, trial.Counting)
            .Step(new DeadlineReached(Trial.At("01T00")));
        var gathered = entered.State.Step(trial.Facts[0]).State;

        var once = gathered.Step(new DeadlineReached(Trial.At("10T08")));
        var twice = gathered.Step(new DeadlineReached(Trial.At("10T08")));

        Assert.Equal(once.Effects.Select(Trial.Line), twice.Effects.Select(Trial.Line));
        Assert.NotEmpty(once.Effects);
        Assert.Equal(once.State.Hash, twice.State.Hash);
        Assert.NotEqual(gathered.Hash, once.State.Hash);
    }

    [Fact]
    public void An_older_state_may_go_another_way_and_neither_disturbs_the_other()
    {
        var trial = Attacked();
        var begun = State.Begin(trial.Agreement, trial.Options, trial.Counting);
        Fact[] first = [new DeadlineReached(Trial.At("01T00")), trial.Facts[0], new DeadlineReached(Trial.At("10T08"))];
        var (attacked, _) = Run(begun, first);

        var (waited, overdue) = Run(attacked, [new DeadlineReached(Trial.At("11T08"))]);
        var (helped, discharged) = Run(attacked, [trial.Facts[1], new DeadlineReached(Trial.At("10T20"))]);

        Assert.Equal(3, overdue.Count(effect => effect.Kind == EffectKind.DutyOverdue));
        Assert.Single(discharged, effect => effect.Kind == EffectKind.DutyDischarged);
        Assert.NotEqual(waited.Hash, helped.Hash);
        Assert.Equal("Open", attacked.Duties.Value[0].Status.ToString());
    }

    [Fact]
    public void A_fact_is_only_gathered_and_asks_for_its_own_instant()
    {
        var trial = Attacked();
        using var machine = new Machine(trial.Agreement, trial.Options, trial.Counting);
        machine.Step(new DeadlineReached(Trial.At("01T00")));

        var effect = Assert.Single(machine.Step(trial.Facts[0]));

        Assert.Equal(EffectKind.WakeAt, effect.Kind);
        Assert.Equal(Trial.At("10T08"), machine.NextWakeUp);
    }

    [Fact]
    public void A_fact_out_of_order_is_a_bug_of_the_driver()
    {
        var trial = Attacked();
        using var machine = new Machine(trial.Agreement, trial.Options, trial.Counting);
        machine.Step(new DeadlineReached(Trial.At("20T00")));

        Assert.Throws<InvalidOperationException>(() => machine.Step(trial.Facts[0]));
    }

    [Fact]
    public void The_effects_of_a_prefix_are_a_prefix_of_the_effects() =>
        Gen.Select(Gen.Int[0, 200], Gen.Int[0, 300])
            .List[1, 12]
            .Sample(
                attacks =>
                {
                    Trial Build(string until)
                    {
                        var trial = Trial.Of(
                            "Article 1. On an attack by Russia: each guarantor shall assist Ukraine within 24 hours."
                        );
                        for (var i = 0; i < attacks.Count; i++)
                        {
                            var at = Trial.At("02T00").Plus(attacks[i].Item1 * 3600L);
                            var known = at.Plus(attacks[i].Item2 * 3600L);
                            trial.Attack(i.ToString(), at.ToString()[..19], known.ToString()[..19]);
                        }
                        return trial.Until(until);
                    }
                    var cut = Trial.At("08T00");
                    var whole = Build("28T00").Run().Effects.Where(effect => effect.KnownAt <= cut).Select(Trial.Line);
                    var prefix = Build("08T00").Run().Effects.Select(Trial.Line);
                    Assert.Equal(prefix, whole);
                },
                iter: 30
            );

    [Fact]
    public void One_run_has_one_hash_and_another_history_another()
    {
        var hash = Attacked().Run().Hash;

        Assert.Equal(hash, Attacked().Run().Hash);
        Assert.NotEqual(hash, Attacked().Done("Poland", "10T22").Run().Hash);
        Assert.Matches("^[0-9a-f]{64}$", hash);
    }

    [Fact]
    public void The_horizon_is_included() =>
        Attacked().Until("11T08").Says([.. Attacked().Until("11T09").Run().Effects.Select(Trial.Line)]);

    [Fact]
    public void At_one_instant_facts_come_first_then_triggers_then_deadlines_by_clause() =>
        Trial
            .Of(
                """
                Article 1.
                  On an attack by Russia:
                    Poland shall assist Ukraine within 24 hours;
                    France shall warn Russia within 24 hours.
                  On a request by Ukraine:
                    Germany shall assist Ukraine within 24 hours.
                """
            )
            .Attack("a", "10T08")
            .Act(ActKind.Request, "Ukraine", "11T08")
            .Attack("b", "11T08")
            .Done("Poland", "11T08", "1.1(a)")
            .Until("11T08")
            .Says(
                "dutyArose 1.1(a) Poland 10T08 due 11T08",
                "dutyArose 1.1(b) France 10T08 due 11T08",
                "dutyDischarged 1.1(a) Poland 11T08",
                "dutyArose 1.1(a) Poland 11T08 due 12T08",
                "dutyArose 1.1(b) France 11T08 due 12T08",
                "dutyArose 1.2 Germany 11T08 due 12T08",
                "dutyOverdue 1.1(b) France 11T08"
            );

    [Fact]
    public void Every_effect_of_a_duty_says_why()
    {
        var effects = Attacked().Until("11T08").Run().Effects;

        var arose = effects.First(effect => effect.Kind == EffectKind.DutyArose);
        var done = effects.First(effect => effect.Kind == EffectKind.DutyDischarged);
        Assert.Equal(["a"], arose.Because.Facts);
        Assert.Equal(["2"], done.Because.Facts);
        Assert.Equal([arose.Seq], done.Because.Effects);
        Assert.Equal(
            Enumerable.Range(1, effects.Length).Select(seq => (long)seq),
            effects.Select(effect => effect.Seq)
        );
    }
}
