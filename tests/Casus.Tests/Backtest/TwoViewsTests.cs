using System.Collections.Immutable;
using Casus.Analysis.Backtest;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Tests.Stepping;
using Xunit;

namespace Casus.Tests.Backtest;

/// <summary>What a run counts as known and in hindsight, and how they differ.</summary>
public sealed class TwoViewsTests
{
    private const string Flare = """
        Article 1.
          Established means verified by Commission.
          A flare means at least 2 attacks within any 24 hours.
          On a flare by Russia: each guarantor shall assist Ukraine within 72 hours.
        """;

    [Fact]
    public void A_withdrawn_arising_was_known_and_counts_as_known_alone()
    {
        var trial = Trial
            .Of(Flare)
            .Attack("a", "10T08", findings: [Trial.Verified("10T09"), Trial.Rejected("20T00")])
            .Attack("b", "10T10", findings: [Trial.Verified("10T11")]);
        var (result, _) = Run(trial);
        var known = Assert.Single(result.AsKnown.Grades);
        var hindsight = Assert.Single(result.Hindsight.Grades);
        Assert.Equal((1, 2, Trial.At("10T10")), (known.Arose, known.DaysMet, known.First));
        Assert.Equal((0, 0, null), (hindsight.Arose, hindsight.DaysMet, hindsight.First));
    }

    [Fact]
    public void An_arising_in_hindsight_names_the_rows_that_count_and_how_many_acts_they_are()
    {
        var trial = Trial
            .Of(Flare)
            .Attack("a", "10T08", known: "12T08", findings: [Trial.Verified("12T09")])
            .Attack("b", "10T10", findings: [Trial.Verified("10T11")])
            .Attack("c", "30T10", findings: [Trial.Verified("30T11")]);
        var (_, effects) = Run(trial);
        var arose = Assert.Single(
            effects,
            effect => effect is { View: View.Hindsight, Kind: EffectKind.Arose, Grade: "flare" }
        );
        Assert.Equal(["b", "a"], arose.Because.Facts);
        Assert.Equal(2, arose.Count);
        Assert.Empty(
            Assert
                .Single(effects, effect => effect is { View: View.Hindsight, Kind: EffectKind.Lapsed, Grade: "flare" })
                .Because.Facts
        );
    }

    [Fact]
    public void An_act_before_the_entry_or_after_the_end_raises_no_alarm()
    {
        var trial = Trial
            .Of(
                """
                Article 1.
                  On a request by Ukraine: each guarantor shall assist Ukraine within 72 hours.
                Article 2. This agreement lasts 1 month after entry into force.
                """
            )
            .InForce("02T00")
            .Act(ActKind.Request, "Ukraine", "01T08")
            .Act(ActKind.Request, "Ukraine", "10T08")
            .Act(ActKind.Request, "France", "11T08")
            .Act(ActKind.Request, "Ukraine", "02-10T08");
        var (result, _) = Run(trial, Episode("none", "03T00", "04T00"));
        Assert.Equal(1, result.Hindsight.FalseAlarms.Count);
        Assert.Equal(1, result.AsKnown.FalseAlarms.Count);
        Assert.Equal([1, 1, 1], result.Hindsight.Duties.Select(duty => duty.Arose));
    }

    private static Episode Episode(string name, string from, string to) =>
        new(name, from, to, new(Trial.At(from), Trial.At(to)), null);

    private static (BacktestResult Result, IReadOnlyList<Effect> Effects) Run(Trial trial, params Episode[] episodes)
    {
        ImmutableArray<Act> acts = [.. trial.Facts.OfType<ActRecorded>().Select(fact => fact.Act)];
        var input = new BacktestInput
        {
            Agreement = trial.Agreement,
            Incidents = [.. trial.Facts.OfType<IncidentReported>().Select(fact => fact.Row)],
            Acts = acts.IsEmpty ? null : acts,
            Episodes = [.. episodes],
            Alarm = Alarm.Of(trial.Agreement),
            InForceFrom = trial.Options.InForceFrom,
        };
        var effects = new List<Effect>();
        return (BacktestRun.Run(input, effects.Add, null), effects);
    }
}
