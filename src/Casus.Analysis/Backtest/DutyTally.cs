using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Effects;
using Casus.Core.Norms;

namespace Casus.Analysis.Backtest;

/// <summary>
/// Counts duties by clause and bearer, as known: how the instances stand at the horizon, and what their effects said on
/// the way there.
/// </summary>
internal sealed class DutyTally(AssumedRows assumed)
{
    private readonly Dictionary<(string Clause, string Bearer), int> undetermined = [];
    private readonly HashSet<long> supposed = [];
    private readonly HashSet<long> bornOverdue = [];
    private readonly Dictionary<long, (string Clause, string Bearer)> arisings = [];

    /// <summary>An effect as it is said. What rests on a supposition marks the instance that it is of.</summary>
    public void Add(Effect effect)
    {
        if (effect.Clause is null || effect.Bearer is null)
        {
            return;
        }
        assumed.Add(effect);
        var key = (effect.Clause, effect.Bearer);
        switch (effect.Kind)
        {
            case EffectKind.DutyUndetermined:
                undetermined[key] = undetermined.GetValueOrDefault(key) + 1;
                break;
            case EffectKind.DutyArose or EffectKind.DutyExcused:
                arisings.TryAdd(effect.Seq, key);
                MarkSupposed(effect, effect.Seq);
                break;
            case EffectKind.DutyDischarged or EffectKind.DutyOverdue or EffectKind.DutyBornOverdue:
                foreach (var earlier in effect.Because.Effects.Where(arisings.ContainsKey))
                {
                    MarkSupposed(effect, earlier);
                    if (effect.Kind == EffectKind.DutyBornOverdue)
                    {
                        bornOverdue.Add(earlier);
                    }
                }
                break;
            default:
                break;
        }
    }

    /// <summary>In text order, bearers in the order in which they first appear.</summary>
    public ImmutableArray<DutyCount> Count(Agreement agreement, IReadOnlyList<DutyStanding> standings)
    {
        var order = agreement
            .Norms.GroupBy(norm => norm.Clause)
            .ToDictionary(group => group.Key, group => group.Min(norm => norm.Order), StringComparer.Ordinal);
        var groups = standings.ToLookup(standing => (standing.Clause, standing.Bearer));
        var keys = groups.Select(group => group.Key).Concat(undetermined.Keys).Distinct();
        return
        [
            .. keys.OrderBy(key => order.GetValueOrDefault(key.Clause, int.MaxValue))
                .Select(key => CountOne(key, [.. groups[key]])),
        ];
    }

    private DutyCount CountOne((string Clause, string Bearer) key, IReadOnlyList<DutyStanding> standings)
    {
        int With(params ReadOnlySpan<DutyStatus> statuses)
        {
            var count = 0;
            foreach (var standing in standings)
            {
                count += statuses.Contains(standing.Status) ? 1 : 0;
            }
            return count;
        }
        return new DutyCount(
            key.Clause,
            key.Bearer,
            standings.Count - With(DutyStatus.Excused),
            standings.Select(standing => standing.Deadline).Min(),
            undetermined.GetValueOrDefault(key),
            With(DutyStatus.Discharged),
            With(DutyStatus.Open),
            With(DutyStatus.Overdue, DutyStatus.PerformanceUnknown),
            standings.Count(standing => standing.Supposed || supposed.Contains(standing.Effect))
        )
        {
            Breached = With(DutyStatus.Breached),
            Excused = With(DutyStatus.Excused),
            Ended = With(DutyStatus.Ended),
            WithoutCause = With(DutyStatus.WithoutCause),
            BornOverdue = standings.Count(standing =>
                standing.Status == DutyStatus.Overdue && bornOverdue.Contains(standing.Effect)
            ),
            Assumed = assumed.Of(key.Clause, key.Bearer),
        };
    }

    private void MarkSupposed(Effect effect, long instance)
    {
        if (effect.Supposed)
        {
            supposed.Add(instance);
        }
    }
}
