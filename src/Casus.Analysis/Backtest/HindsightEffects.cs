using Casus.Core.Agreements;
using Casus.Core.Effects;
using Casus.Core.Stepping;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>
/// The hindsight view as effects: each grade's arisings and lapses by the whole record, in the order of their instants. They are known
/// when the whole record is.
/// </summary>
internal static class HindsightEffects
{
    public static IEnumerable<Effect> Of(Agreement agreement, ConditionMachine conditions, long lastSeq, Moment known)
    {
        var changes =
            from timeline in conditions.Hindsight()
            let grade = agreement.Conditions[timeline.Condition]
            where grade is { IsGrade: true, Stands: true }
            from run in timeline.Runs
            where run.Arose is not null
            from change in Changes(run)
            orderby change.At, timeline.Condition
            select (change.Kind, change.At, grade, timeline.Key);
        foreach (var (kind, at, grade, key) in changes)
        {
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
