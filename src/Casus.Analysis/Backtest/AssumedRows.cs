using System.Collections.Immutable;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Stepping;

namespace Casus.Analysis.Backtest;

/// <summary>
/// The rows of which an assumption filled a column, and how many of them each grade's arisings and each duty's name.
/// </summary>
internal sealed class AssumedRows(ImmutableArray<IncidentRow> rows)
{
    private readonly HashSet<string> filled = rows.Where(row => !row.Assumed.IsEmpty)
        .Select(row => row.Id)
        .ToHashSet(StringComparer.Ordinal);

    private readonly Dictionary<(string Clause, string Bearer), HashSet<string>> duties = [];

    public bool IsEmpty => filled.Count == 0;

    public bool Contains(string row) => filled.Contains(row);

    /// <summary>How many of the rows that were named are such.</summary>
    public int Among(IEnumerable<string> named) =>
        IsEmpty ? 0 : named.Where(filled.Contains).Distinct(StringComparer.Ordinal).Count();

    /// <summary>An effect as it is said, for the duties.</summary>
    public void Add(Effect effect)
    {
        var isArising = effect.Kind is EffectKind.DutyArose or EffectKind.DutyExcused or EffectKind.DutyUndetermined;
        if (IsEmpty || !isArising || effect.Clause is null || effect.Bearer is null)
        {
            return;
        }
        var key = (effect.Clause, effect.Bearer);
        foreach (var fact in effect.Because.Facts.Where(filled.Contains))
        {
            (duties.TryGetValue(key, out var named) ? named : duties[key] = new(StringComparer.Ordinal)).Add(fact);
        }
    }

    public int Of(string clause, string bearer) =>
        duties.TryGetValue((clause, bearer), out var named) ? named.Count : 0;

    /// <summary>By condition, what its announced arisings name.</summary>
    public Dictionary<int, int> AsKnown(IEnumerable<GradeChange> changes) =>
        IsEmpty
            ? []
            : changes
                .GroupBy(change => change.Condition)
                .ToDictionary(group => group.Key, group => Among(group.SelectMany(change => change.Rows)));

    /// <summary>By condition, what its arisings by the whole record name.</summary>
    public Dictionary<int, int> InHindsight(ListeningConditions conditions)
    {
        if (IsEmpty)
        {
            return [];
        }
        var named =
            from timeline in conditions.Hindsight
            from run in timeline.Runs
            where run.Arose is not null
            from row in conditions.Inner.GroundsOf(timeline.Condition, timeline.Key, run.Arose!.Value).Rows
            select (timeline.Condition, Row: row);
        return named
            .GroupBy(item => item.Condition)
            .ToDictionary(group => group.Key, group => Among(group.Select(item => item.Row)));
    }
}
