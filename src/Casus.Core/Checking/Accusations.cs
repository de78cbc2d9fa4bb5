using Casus.Core.Conditions;
using Casus.Core.Norms;

namespace Casus.Core.Checking;

/// <summary>Whose acts can set a block going: those who may stand accused in what it provides for.</summary>
internal static class Accusations
{
    /// <summary>
    /// In the order declared. Where the text leaves open whose act it is, every party that is bound; where no act of
    /// anybody sets it going (a request, a date), nobody.
    /// </summary>
    public static IReadOnlyList<string> Accused(CheckedText text, Block block)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var trigger in block.Triggers)
        {
            switch (trigger)
            {
                case Trigger.Incident incident:
                    OfPattern(text, incident.Pattern, names);
                    break;
                case Trigger.Arises { Parties.IsEmpty: false } arises:
                    names.UnionWith(arises.Parties);
                    break;
                case Trigger.Arises arises:
                    OfCondition(text, arises.Condition, names);
                    break;
            }
        }
        if (block.While is { } held)
        {
            OfCondition(text, held, names);
        }
        return [.. text.Agreement.Parties.Select(party => party.Name).Where(names.Contains)];
    }

    private static void OfPattern(CheckedText text, int pattern, HashSet<string> names) =>
        names.UnionWith(text.Agreement.Patterns[pattern].By?.Names is { IsEmpty: false } by ? by : Bound(text));

    private static void OfCondition(CheckedText text, int index, HashSet<string> names)
    {
        switch (text.Agreement.Conditions[index].Condition)
        {
            case Condition.Count count:
                OfPattern(text, count.Pattern, names);
                break;
            case Condition.Series series:
                OfPattern(text, series.Pattern, names);
                break;
            case Condition.Of { Parties.IsEmpty: false } of:
                names.UnionWith(of.Parties);
                break;
            case Condition.Of of:
                OfCondition(text, of.Condition, names);
                break;
            case Condition.Spread spread:
                OfCondition(text, spread.Condition, names);
                break;
            case Condition.OnDays days:
                OfCondition(text, days.Condition, names);
                break;
            case Condition.Persists persists:
                OfCondition(text, persists.Condition, names);
                break;
            case Condition.And or Condition.Or or Condition.Not:
                names.UnionWith(Bound(text));
                break;
        }
    }

    private static IEnumerable<string> Bound(CheckedText text) =>
        text.Agreement.Parties.Where(party => party.Bound).Select(party => party.Name);
}
