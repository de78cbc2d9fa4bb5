using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Norms;

namespace Casus.Analysis.Backtest;

/// <summary>
/// The duties of the hindsight view (S10): no vote is held again and nothing is performed, so they are those that the
/// grades and rows would trigger, and are marked hypothetical. What hangs on a decision is left out.
/// </summary>
/// <param name="filled">By condition, rows named by its arisings of which a column was assumed.</param>
internal sealed class HypotheticalDuties(
    Agreement agreement,
    ListeningConditions conditions,
    ImmutableArray<Act> acts,
    IReadOnlyDictionary<int, int> filled,
    AssumedRows assumed
)
{
    public ImmutableArray<DutyCount> Count()
    {
        var counts = ImmutableArray.CreateBuilder<DutyCount>();
        foreach (var norm in agreement.Norms.OrderBy(norm => norm.Order))
        {
            var isCounted = norm is { Stands: true, IsDuty: true, IsFallback: false, Branch: null };
            if (!isCounted || norm.Kind == NormKind.Refrain || Occasions(norm) is not { } occasions)
            {
                continue;
            }
            if (norm.OnlyIf is not null)
            {
                occasions = new Occasions(0, occasions.Met + occasions.Undetermined, occasions.Assumed);
            }
            if (occasions.Met + occasions.Undetermined > 0)
            {
                counts.AddRange(Bearers(norm).Select(bearer => Hypothetical(norm, bearer, occasions)));
            }
        }
        return counts.ToImmutable();
    }

    /// <summary>
    /// Null: an occasion that hindsight cannot count, such as a condition that must hold for a while.
    /// </summary>
    private Occasions? Occasions(Norm norm)
    {
        if (norm.ForEach is { } pattern)
        {
            return RowsMeeting(pattern);
        }
        if (norm.Block is not { } index)
        {
            return new Occasions(1, 0, 0);
        }
        var block = agreement.Blocks[index];
        if (!block.Stands || block.While is not null)
        {
            return null;
        }
        var counts = block.Triggers.Select(CountOf).ToArray();
        return new Occasions(
            counts.Sum(count => count.Met),
            counts.Sum(count => count.Undetermined),
            counts.Sum(count => count.Assumed)
        );
    }

    private Occasions CountOf(Trigger trigger) =>
        trigger switch
        {
            Trigger.Incident(var pattern) => RowsMeeting(pattern),
            Trigger.Arises(var condition, var parties) => Arisings(condition, parties),
            Trigger.Acted(var act) => new Occasions(acts.Count(done => ActRecord.Triggers(done, act)), 0, 0),
            _ => new Occasions(0, 0, 0),
        };

    private Occasions RowsMeeting(int pattern)
    {
        var rows = conditions.Rows.Where(row => row.Pattern == pattern).ToArray();
        var met = rows.Count(row => row.Now == Verdict.Met);
        return new Occasions(met, rows.Length - met, rows.Count(row => assumed.Contains(row.Row.Id)));
    }

    private Occasions Arisings(int condition, ImmutableArray<string> parties)
    {
        var runs = AlarmTimeline
            .Timelines(conditions, condition, parties)
            .SelectMany(timeline => timeline.Runs)
            .ToArray();
        var met = runs.Count(run => run.Arose is not null);
        return new Occasions(met, runs.Length - met, filled.GetValueOrDefault(condition));
    }

    private static IEnumerable<string> Bearers(Norm norm) =>
        norm.Bearers.Mode == BearerMode.Jointly || norm.Bearers.Actors.Role != ActorRole.Named
            ? [norm.Bearers.Actors.Written]
            : norm.Bearers.Actors.Names;

    private static DutyCount Hypothetical(Norm norm, string bearer, Occasions occasions) =>
        new(norm.Clause, bearer, occasions.Met, null, occasions.Undetermined, 0, occasions.Met, 0, 0)
        {
            Hypothetical = true,
            Assumed = occasions.Assumed,
        };
}

/// <summary>
/// How often a trigger was met, and how often only undetermined, in hindsight; and how many rows of it were partly
/// assumed.
/// </summary>
internal readonly record struct Occasions(int Met, int Undetermined, int Assumed);
