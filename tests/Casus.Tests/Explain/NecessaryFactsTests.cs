using Casus.Analysis.Backtest;
using Casus.Analysis.Explain;
using Casus.Core.Effects;
using Casus.Core.Text;
using Casus.Tests.Reference;
using Xunit;

namespace Casus.Tests.Explain;

/// <summary>
/// The facts without which an effect would not stand: on generated histories, replayed by the run that everybody uses.
/// </summary>
public sealed class NecessaryFactsTests
{
    private const int Iterations = 60;
    private const int MostEffects = 4;

    [Fact]
    public void Without_any_named_set_the_effect_is_lost_and_without_any_proper_part_it_is_not() =>
        ReferencePropertyTests.Holds(
            GeneratedCase.Any(),
            generated =>
            {
                var input = InputOf(generated);
                foreach (var effect in Explained(input))
                {
                    var explainer = new Explainer(input, new SourceText("t.casus", ""), 300);
                    foreach (var set in explainer.Why(effect.Seq)!.Without.Sets.Where(set => set.Replayed))
                    {
                        Check(input, effect, set);
                    }
                }
            },
            generated => generated,
            Iterations
        );

    [Fact]
    public void A_grade_that_rests_on_rows_has_a_set_or_says_that_it_would_stand_without_them() =>
        ReferencePropertyTests.Holds(
            GeneratedCase.Any(),
            generated =>
            {
                var input = InputOf(generated);
                foreach (var effect in Explained(input).Where(effect => effect.Because.Facts.Length > 0))
                {
                    var explainer = new Explainer(input, new SourceText("t.casus", ""), 300);
                    var without = explainer.Why(effect.Seq)!.Without;
                    var facts = effect.Because.Facts.Select(id => new FactRef(id)).ToList();
                    Assert.Equal(IsLost(input, effect, facts), !without.Sets.IsEmpty);
                }
            },
            generated => generated,
            Iterations
        );

    private static void Check(BacktestInput input, Effect effect, NecessarySet set)
    {
        foreach (var facts in Subsets.OfSize(set.Facts, set.Any).Take(40))
        {
            Assert.True(IsLost(input, effect, facts), $"#{effect.Seq} stands without {string.Join(", ", facts)}");
            foreach (var part in Subsets.Proper(facts))
            {
                Assert.False(IsLost(input, effect, part), $"#{effect.Seq} is lost without {string.Join(", ", part)}");
            }
        }
    }

    private static bool IsLost(BacktestInput input, Effect effect, IReadOnlyCollection<FactRef> facts)
    {
        var ids = facts.Where(fact => fact.Finding is null).Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal);
        var findings = facts.Where(fact => fact.Finding is not null).ToHashSet();
        var changed = input with
        {
            Incidents =
            [
                .. input.Incidents.Where(row => !ids.Contains(row.Id)).Select(row => RowCopies.Without(row, findings)),
            ],
            Acts = [.. input.Acts!.Value.Where(act => !ids.Contains(act.Id))],
        };
        return Count(changed, effect) < Count(input, effect);
    }

    private static int Count(BacktestInput input, Effect effect) =>
        EffectsOf(input).Count(one => Same(one).Equals(Same(effect)));

    private static object Same(Effect one) =>
        (one.Kind, one.Clause, one.Grade, one.Party, one.Sector, one.At, one.View);

    private static IEnumerable<Effect> Explained(BacktestInput input) =>
        EffectsOf(input).Where(effect => effect.Kind == EffectKind.Arose).Take(MostEffects);

    private static List<Effect> EffectsOf(BacktestInput input)
    {
        var effects = new List<Effect>();
        BacktestRun.Run(input, effects.Add, null);
        return effects;
    }

    private static BacktestInput InputOf(GeneratedCase generated) =>
        new()
        {
            Agreement = generated.Agreement,
            Incidents = [.. generated.Rows],
            Acts = generated.Warnings,
            InForceFrom = generated.LifeFrom,
            To = GeneratedCase.Horizon,
            Uncovered = generated.Uncovered,
        };
}
