using System.Collections.Immutable;
using Casus.Analysis.Backtest;
using Casus.Analysis.Diff;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;
using Casus.Tests.Reference;

namespace Casus.Tests.Diff;

/// <summary>One history under two drafts; what was claimed of them is held against what the engine said.</summary>
internal sealed class ReplayedPair
{
    private readonly Replay old;
    private readonly Replay now;
    private readonly DiffResult diff;
    private readonly List<string> broken = [];

    private sealed record Replay(Agreement Agreement, ImmutableArray<Effect> Effects, BacktestResult Result);

    private ReplayedPair(DiffResult diff, Replay old, Replay now)
    {
        this.diff = diff;
        this.old = old;
        this.now = now;
    }

    /// <summary>Claims that the history refutes, in words; none where all hold.</summary>
    public static IReadOnlyList<string> Refuted(
        DiffResult diff,
        Agreement old,
        Agreement now,
        ImmutableArray<IncidentRow> rows,
        ImmutableArray<Act> acts
    )
    {
        var pair = new ReplayedPair(diff, Run(old, rows, acts), Run(now, rows, acts));
        pair.Grades();
        foreach (var effect in diff.Norms)
        {
            pair.Norm(effect);
        }
        return pair.broken;
    }

    private static Replay Run(Agreement agreement, ImmutableArray<IncidentRow> rows, ImmutableArray<Act> acts)
    {
        var effects = ImmutableArray.CreateBuilder<Effect>();
        var input = new BacktestInput
        {
            Agreement = agreement,
            Incidents = rows,
            Acts = acts,
            InForceFrom = GeneratedHistory.Start.Plus(-10 * 86_400),
        };
        var result = BacktestRun.Run(input, effects.Add, null);
        return new Replay(agreement, effects.ToImmutable(), result);
    }

    private void Grades()
    {
        // A term that ends sooner or later cuts the counting too; there only what is owed is claimed.
        if (diff.Changes.Any(change => change.Details.Any(detail => detail.Aspect == Aspect.Life)))
        {
            return;
        }
        foreach (var grade in diff.Grades)
        {
            Instants(
                grade.Name,
                grade.OldCondition,
                grade.NewCondition,
                grade.Relation.Met,
                verdict => verdict == Verdict.Met
            );
            Instants(
                grade.Name,
                grade.OldCondition,
                grade.NewCondition,
                grade.Relation.Possible,
                verdict => verdict != Verdict.NotMet
            );
            Announced(grade);
        }
    }

    /// <summary>Each key by itself: at no instant more, where less is claimed.</summary>
    private void Instants(string name, int oldCondition, int newCondition, Order claim, Func<Verdict, bool> holds)
    {
        if (claim == Order.Unknown)
        {
            return;
        }
        var before = Lines(old, oldCondition);
        var after = Lines(now, newCondition);
        foreach (var key in before.Keys.Union(after.Keys))
        {
            var was = before.GetValueOrDefault(key);
            var becomes = after.GetValueOrDefault(key);
            foreach (var at in Starts(was).Union(Starts(becomes)).Order())
            {
                var (one, other) = (holds(At(was, at)), holds(At(becomes, at)));
                if ((claim != Order.More && other && !one) || (claim != Order.Less && one && !other))
                {
                    broken.Add(
                        $"{name} {key}: {claim} is claimed, at {new Moment(at)} it {(one ? "held" : "did not hold")}"
                    );
                    return;
                }
            }
        }
    }

    private static Dictionary<string, ConditionTimeline> Lines(Replay replay, int condition) =>
        replay
            .Result.Detail.Timelines.Where(line => line.Condition == condition)
            .ToDictionary(line => line.Key.ToString());

    private static IEnumerable<long> Starts(ConditionTimeline? line) =>
        line is null ? [] : line.Segments.Select(segment => segment.From.Second);

    private static Verdict At(ConditionTimeline? line, long at) =>
        line is null ? Verdict.NotMet : line.Segments.LastOrDefault(segment => segment.From.Second <= at).Verdict;

    /// <summary>As known: the first arising is announced no earlier where less is claimed.</summary>
    private void Announced(GradeEffect grade)
    {
        long First(Replay replay, int condition) =>
            replay
                .Effects.Where(effect =>
                    effect is { Kind: EffectKind.Arose, View: View.AsKnown }
                    && effect.Grade == replay.Agreement.Conditions[condition].Name
                )
                .Select(effect => effect.KnownAt.Second)
                .DefaultIfEmpty(long.MaxValue)
                .Min();
        Compare(grade.Name, grade.Relation.Met, First(old, grade.OldCondition), First(now, grade.NewCondition));
    }

    private void Norm(NormEffect effect)
    {
        foreach (var (bearer, own) in effect.Bearers)
        {
            var claim = effect.Ground.With(own);
            var (one, other) = (Arisings(old, effect.OldNorm, bearer), Arisings(now, effect.NewNorm, bearer));
            Compare($"{effect.NewClause ?? effect.OldClause} of {bearer}", claim, First(one), First(other));
            if (claim == Order.Same)
            {
                Deadlines($"{effect.NewClause} of {bearer}", effect.Demand, one, other);
            }
        }
        Standing(effect);
    }

    /// <summary>Where a grade or a condition is the ground, at no instant more.</summary>
    private void Standing(NormEffect effect)
    {
        if (effect is not { OldNorm: { } one, NewNorm: { } other } || effect.Ground == Order.Unknown)
        {
            return;
        }
        if (GroundOf(old.Agreement, one) is not { } before || GroundOf(now.Agreement, other) is not { } after)
        {
            return;
        }
        // What is narrowed beside the condition, by parties, exceptions or the term, is not seen in its line.
        var byCondition =
            before.Parties.SequenceEqual(after.Parties) && !diff.Changes.Any(change => change.Details.Any(IsBeside));
        if (byCondition)
        {
            Instants(
                effect.NewClause!,
                before.Condition,
                after.Condition,
                effect.Ground,
                verdict => verdict == Verdict.Met
            );
        }
    }

    private static bool IsBeside(Detail detail) =>
        detail.Aspect is Aspect.Life or Aspect.Force or Aspect.Removed or Aspect.Added or Aspect.Exception;

    /// <summary>Of a norm that binds.</summary>
    private static Trigger.Arises? GroundOf(Agreement agreement, int norm) =>
        agreement.Norms[norm] is { Block: { } block, IsDuty: true, Stands: true }
        && agreement.Blocks[block].Triggers is [Trigger.Arises arises]
            ? arises
            : null;

    private static List<Effect> Arisings(Replay replay, int? norm, string bearer) =>
        norm is not { } index
            ? []
            :
            [
                .. replay.Effects.Where(effect =>
                    effect is { Kind: EffectKind.DutyArose, View: View.AsKnown }
                    && effect.Clause == replay.Agreement.Norms[index].Clause
                    && effect.Bearer == bearer
                ),
            ];

    private static long First(List<Effect> effects) =>
        effects.Select(effect => effect.KnownAt.Second).DefaultIfEmpty(long.MaxValue).Min();

    private void Compare(string what, Order claim, long before, long after)
    {
        var holds = claim switch
        {
            Order.Same => before == after,
            Order.Less => after >= before,
            Order.More => after <= before,
            _ => true,
        };
        if (!holds)
        {
            broken.Add($"{what}: {claim} is claimed, first known at {before} and now at {after}");
        }
    }

    /// <summary>Of the same arising: more demand falls due no later.</summary>
    private void Deadlines(string what, Order claim, List<Effect> before, List<Effect> after)
    {
        if (before.Count != after.Count)
        {
            broken.Add($"{what}: the same ground is claimed, {before.Count} arose and now {after.Count}");
            return;
        }
        foreach (var (one, other) in before.Zip(after))
        {
            Compare(
                $"{what}, due",
                claim,
                one.Deadline?.Second ?? long.MaxValue,
                other.Deadline?.Second ?? long.MaxValue
            );
        }
    }
}
