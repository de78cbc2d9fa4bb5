using Casus.Core.Effects;
using Casus.Core.Stepping;
using Casus.Core.Time;
using Casus.Tests.Stepping;
using Xunit;

namespace Casus.Tests.Norms;

/// <summary>Triggers that are grades: what the court makes of what the counting side tells it.</summary>
public class GradeTriggerTests
{
    private const string Text = """
        Article 1.
          A significant attack means at least 3 attacks by one party within any 24 hours.
          On a significant attack by Russia:
            Poland shall assist Ukraine within 48 hours after the first attack of the significant attack.
        """;

    private static int Grade(Trial trial) =>
        trial.Agreement.Conditions.ToList().FindIndex(condition => condition.IsGrade);

    private static GradeChange Change(int grade, EffectKind kind, string at, string known, string arising) =>
        new(
            grade,
            new ConditionKey("Russia", 0),
            kind,
            Trial.At(at),
            Trial.At(known),
            Trial.At(arising),
            3,
            ["a", "b"],
            Supposed: false
        )
        {
            FirstAct = new TimeInterval(Trial.At("10T06"), Trial.At("10T06")),
        };

    [Fact]
    public void A_duty_rests_on_the_grades_effect_and_its_clock_on_the_first_act()
    {
        var trial = Trial.Of(Text);
        var grade = Grade(trial);
        trial
            .Script(side => side.Script.Add(Change(grade, EffectKind.Arose, "10T08", "10T08", "10T08")))
            .Until("10T09");

        trial.Says("dutyArose 1.2 Poland 10T08 due 12T06");
        var effects = trial.Run().Effects;
        Assert.Equal(EffectKind.Arose, effects[0].Kind);
        Assert.Equal(("1.1", "significant attack", "Russia"), (effects[0].Clause, effects[0].Grade, effects[0].Party));
        Assert.Equal([effects[0].Seq], effects[1].Because.Effects);
    }

    [Fact]
    public void A_withdrawn_arising_leaves_its_duties_without_cause()
    {
        var trial = Trial.Of(Text);
        var grade = Grade(trial);
        trial
            .Script(side => side.Script.Add(Change(grade, EffectKind.Arose, "10T08", "10T08", "10T08")))
            .Script(side => side.Script.Add(Change(grade, EffectKind.Withdrawn, "10T08", "11T08", "10T08")))
            .Says("dutyArose 1.2 Poland 10T08 due 12T06", "dutyWithoutCause 1.2 Poland 10T08 known 11T08");
    }

    [Fact]
    public void An_undetermined_run_obliges_no_one_and_is_told_for_each_bearer()
    {
        var trial = Trial.Of(Text);
        var run = new GradeUndetermined(
            Grade(trial),
            new ConditionKey("Russia", 0),
            Trial.At("10T08"),
            Trial.At("10T09"),
            ["a"]
        );
        trial.Script(side => side.Undetermined.Add(run)).Says("dutyUndetermined 1.2 Poland 10T08 known 10T09").Ends();
    }

    [Fact]
    public void The_grade_of_another_party_does_not_trigger()
    {
        var trial = Trial.Of(Text);
        var change = Change(Grade(trial), EffectKind.Arose, "10T08", "10T08", "10T08") with
        {
            Key = new ConditionKey("Ukraine", 0),
        };
        trial.Script(side => side.Script.Add(change)).Says();
    }

    [Fact]
    public void Acts_and_supposed_warnings_are_told_to_the_counting_side_as_anchors()
    {
        PlainCounting? seen = null;
        var trial = Trial
            .Of("Article 1. On an attack by Russia: Commission shall warn Russia within 24 hours.")
            .Suppose(Supposition.Deadline)
            .Script(side => seen = side)
            .Attack("a", "10T08")
            .Act(Core.Facts.ActKind.Warning, "Poland", "10T10", to: "Russia");

        trial.Run();

        var anchors = seen!.Anchors.Select(anchor => (anchor.Verb, anchor.Act.By[0], anchor.Act.Supposed));
        Assert.Equal([("warn", "Poland", false), ("warn", "Commission", true)], anchors);
    }
}
