using Casus.Core.Agreements;
using Casus.Core.Effects;
using Casus.Core.Stepping;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>
/// The hindsight view as effects: each grade's arisings and lapses by the whole record, in the order of their instants.
/// They are known when the whole record is. An arising names the rows that surely count at its instant.
/// </summary>
internal static class HindsightEffects
{
    private static readonly ConditionGrounds Nothing = new([], null, false);

    public static IEnumerable<Effect> Of(
        Agreement agreement,
        ListeningConditions conditions,
        long lastSeq,
        Moment known
    )
    {
        var changes =
            from timeline in conditions.Hindsight
            let grade = agreement.Conditions[timeline.Condition]
            where grade is { IsGrade: true, Stands: true }
            from run in timeline.Runs
            where run.Arose is not null
            from change in Changes(run)
            orderby change.At, timeline.Condition
            select (change.Kind, change.At, timeline.Condition, timeline.Key);
        foreach (var (kind, at, condition, key) in changes)
        {
            var grade = agreement.Conditions[condition];
            var grounds = kind == EffectKind.Arose ? conditions.Inner.GroundsOf(condition, key, at) : Nothing;
            yield return new Effect
            {
                Seq = ++lastSeq,
                Kind = kind,
                Clause = grade.Clause,
                Grade = grade.Name,
                Party = key.Party == ConditionKey.AnyParty ? null : key.Party,
                Sector = key.Sector == 0 ? null : key.Sector,
                At = at,
                KnownAt = known,
                Count = grounds.Count,
                Supposed = grounds.Supposed,
                Because = new Because(grounds.Rows, []),
                View = View.Hindsight,
            };
        }
    }

    private static IEnumerable<(EffectKind Kind, Moment At)> Changes(ConditionRun run)
    {
        yield return (EffectKind.Arose, run.Arose!.Value);
        if (run.End is { } end)
        {
            yield return (EffectKind.Lapsed, end);
        }
    }
}
