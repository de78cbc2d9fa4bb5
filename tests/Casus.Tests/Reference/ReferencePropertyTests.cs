using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Time;
using Casus.Reference;
using CsCheck;
using Xunit;

namespace Casus.Tests.Reference;

/// <summary>What must hold of the reference itself, before anything is tested against it.</summary>
public sealed class ReferencePropertyTests
{
    private const int Iterations = 60;

    [Fact]
    public void A_verdict_changes_only_at_the_instants_that_are_judged() =>
        Holds(
            GeneratedCase.Any().Select(Gen.Int[-40, 300].Array[12]),
            pair =>
            {
                var (generated, steps) = pair;
                var given = generated.Reference();
                var also = steps.Select(step => GeneratedHistory.Start.Plus((step * 1800L) - 1)).ToImmutableArray();
                var more = new ReferenceJudge(given with { AlsoAt = also });
                Assert.Equal(Lines(new ReferenceJudge(given).Hindsight()), Lines(more.Hindsight()));
                Assert.Equal(new ReferenceJudge(given).AsKnown().Effects, more.AsKnown().Effects);
            },
            pair => pair.Item1
        );

    [Fact]
    public void Hindsight_does_not_depend_on_the_order_of_rows() =>
        Holds(
            GeneratedCase.Any(),
            generated =>
            {
                var turned = generated with { Rows = [.. generated.Rows.Reverse()] };
                Assert.Equal(Lines(generated.Judge().Hindsight()), Lines(turned.Judge().Hindsight()));
            },
            generated => generated
        );

    [Fact]
    public void What_was_known_by_an_instant_does_not_depend_on_what_came_later() =>
        Holds(
            GeneratedCase.Any().Select(Gen.Int[0, 60]),
            pair =>
            {
                var (generated, step) = pair;
                var until = GeneratedHistory.Start.Plus(step * 6 * 3600L);
                var prefix = new ReferenceJudge(generated.Reference() with { Horizon = until });
                var whole = generated.Judge().AsKnown().Effects.Where(effect => effect.KnownAt <= until);
                Assert.Equal(prefix.AsKnown().Effects, whole);
            },
            pair => pair.Item1
        );

    [Fact]
    public void A_tighter_threshold_adds_no_instant_met_and_no_earlier_arising() =>
        Holds(
            GeneratedCase.Any(),
            generated =>
            {
                var loose = new ReferenceJudge(generated.Reference()).Hindsight();
                var tight = new ReferenceJudge(generated.Tightened().Reference()).Hindsight();
                foreach (var (wide, narrow) in loose.Zip(tight))
                {
                    Assert.Equal(wide.Key, narrow.Key);
                    if (Negates(generated.Agreement, generated.Agreement.Conditions[wide.Condition].Condition))
                    {
                        // What is denied a tighter threshold is granted more.
                        continue;
                    }
                    foreach (var (from, verdict) in narrow.Segments)
                    {
                        Assert.True(verdict <= At(wide, from), $"{wide.Condition} {wide.Key} at {from}");
                    }
                    foreach (var (from, verdict) in wide.Segments)
                    {
                        Assert.True(At(narrow, from) <= verdict, $"{wide.Condition} {wide.Key} at {from}");
                    }
                }
            },
            generated => generated
        );

    private static bool Negates(Agreement agreement, Condition condition) =>
        condition switch
        {
            Condition.Not => true,
            Condition.And and => and.Parts.Any(part => Negates(agreement, part)),
            Condition.Or or => or.Parts.Any(part => Negates(agreement, part)),
            Condition.Of of => Negates(agreement, agreement.Conditions[of.Condition].Condition),
            Condition.Spread spread => Negates(agreement, agreement.Conditions[spread.Condition].Condition),
            Condition.OnDays days => Negates(agreement, agreement.Conditions[days.Condition].Condition),
            Condition.Persists persists => Negates(agreement, agreement.Conditions[persists.Condition].Condition),
            _ => false,
        };

    internal static Verdict At(ReferenceTimeline timeline, Moment instant)
    {
        var verdict = Verdict.NotMet;
        foreach (var segment in timeline.Segments.TakeWhile(segment => segment.From <= instant))
        {
            verdict = segment.Verdict;
        }
        return verdict;
    }

    internal static IEnumerable<string> Lines(IEnumerable<ReferenceTimeline> timelines) =>
        timelines.Select(timeline =>
            $"{timeline.Condition} {timeline.Key}: {string.Join(' ', timeline.Segments.Select(s => $"{s.From}={s.Verdict}"))}"
        );

    internal static void Holds<T>(
        Gen<T> gen,
        Action<T> property,
        Func<T, GeneratedCase> of,
        int iterations = Iterations
    ) => gen.Sample(property, print: sample => of(sample).Describe(), iter: iterations, threads: 1);
}
