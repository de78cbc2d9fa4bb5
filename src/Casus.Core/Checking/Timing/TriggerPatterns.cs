using Casus.Core.Conditions;
using Casus.Core.Norms;

namespace Casus.Core.Checking.Timing;

/// <summary>The patterns of rows that conditions and triggers rest on.</summary>
internal static class TriggerPatterns
{
    public static IEnumerable<IncidentPattern> Of(CheckedText text, Block block)
    {
        var found = new SortedSet<int>();
        var seen = new HashSet<int>();
        foreach (var trigger in block.Triggers)
        {
            switch (trigger)
            {
                case Trigger.Incident incident:
                    found.Add(incident.Pattern);
                    break;
                case Trigger.Arises arises:
                    Collect(text, arises.Condition, found, seen);
                    break;
            }
        }
        if (block.While is { } held)
        {
            Collect(text, held, found, seen);
        }
        return found.Select(index => text.Agreement.Patterns[index]);
    }

    public static IEnumerable<IncidentPattern> Of(CheckedText text, Condition condition)
    {
        var found = new SortedSet<int>();
        Collect(text, condition, found, []);
        return found.Select(index => text.Agreement.Patterns[index]);
    }

    private static void Collect(CheckedText text, int condition, SortedSet<int> found, HashSet<int> seen)
    {
        if (seen.Add(condition))
        {
            Collect(text, text.Agreement.Conditions[condition].Condition, found, seen);
        }
    }

    private static void Collect(CheckedText text, Condition condition, SortedSet<int> found, HashSet<int> seen)
    {
        switch (condition)
        {
            case Condition.Count count:
                found.Add(count.Pattern);
                break;
            case Condition.Series series:
                found.Add(series.Pattern);
                break;
            case Condition.Of of:
                Collect(text, of.Condition, found, seen);
                break;
            case Condition.Spread spread:
                Collect(text, spread.Condition, found, seen);
                break;
            case Condition.OnDays days:
                Collect(text, days.Condition, found, seen);
                break;
            case Condition.Persists persists:
                Collect(text, persists.Condition, found, seen);
                break;
            case Condition.And and:
                CollectAll(text, and.Parts, found, seen);
                break;
            case Condition.Or or:
                CollectAll(text, or.Parts, found, seen);
                break;
            case Condition.Not not:
                Collect(text, not.Part, found, seen);
                break;
        }
    }

    private static void CollectAll(
        CheckedText text,
        IEnumerable<Condition> parts,
        SortedSet<int> found,
        HashSet<int> seen
    )
    {
        foreach (var part in parts)
        {
            Collect(text, part, found, seen);
        }
    }
}
