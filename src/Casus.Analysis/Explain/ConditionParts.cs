using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;

namespace Casus.Analysis.Explain;

/// <summary>What a condition is made of.</summary>
internal static class ConditionParts
{
    /// <summary>The tracked conditions directly beneath one; none for a count or a series.</summary>
    public static ImmutableArray<int> Beneath(Agreement agreement, Condition condition) =>
        condition switch
        {
            Condition.Of of => [of.Condition],
            Condition.Spread spread => [spread.Condition],
            Condition.OnDays days => [days.Condition],
            Condition.Persists persists => [persists.Condition],
            Condition.And and => [.. and.Parts.SelectMany(part => Beneath(agreement, part))],
            Condition.Or or => [.. or.Parts.SelectMany(part => Beneath(agreement, part))],
            Condition.Not not => Beneath(agreement, not.Part),
            _ => [],
        };

    /// <summary>The counts and series at the bottom, by index, each once.</summary>
    public static ImmutableArray<int> Counts(Agreement agreement, int condition)
    {
        var found = new List<int>();
        void Visit(int index)
        {
            if (agreement.Conditions[index].Condition is Condition.Count or Condition.Series)
            {
                found.Add(index);
            }
            foreach (var beneath in Beneath(agreement, agreement.Conditions[index].Condition))
            {
                Visit(beneath);
            }
        }
        Visit(condition);
        return [.. found.Distinct()];
    }

    /// <summary>The pattern that a condition counts; null where it counts several, or none.</summary>
    public static IncidentPattern? PatternOf(Agreement agreement, int condition)
    {
        var patterns = Counts(agreement, condition).Select(index => PatternIndex(agreement, index)).Distinct().ToList();
        return patterns is [var only] ? agreement.Patterns[only] : null;
    }

    public static int PatternIndex(Agreement agreement, int count) =>
        agreement.Conditions[count].Condition switch
        {
            Condition.Count counted => counted.Pattern,
            Condition.Series series => series.Pattern,
            _ => -1,
        };

    /// <summary>The threshold of a count; 1 of a series.</summary>
    public static long AtLeast(Agreement agreement, int count) =>
        agreement.Conditions[count].Condition is Condition.Count counted ? counted.AtLeast : 1;
}
