using Casus.Core.Conditions;
using Casus.Core.Norms;

namespace Casus.Core.Checking;

/// <summary>Which patterns and conditions anything hangs on: a duty, a decision, a prohibition, the life.</summary>
internal sealed class Uses
{
    private readonly CheckedText text;
    private readonly HashSet<int> conditions = [];

    public Uses(CheckedText text)
    {
        this.text = text;
        foreach (var block in text.Agreement.Blocks.Where(block => block.Stands))
        {
            foreach (var trigger in block.Triggers)
            {
                Add(trigger);
            }
            Add(block.While);
        }
        foreach (var (_, norm, _) in text.Norms)
        {
            AddPatterns(norm.Contrary, norm.ForEach);
            Add(norm.OnlyIf);
            foreach (var exception in norm.Exceptions)
            {
                Add(exception.Condition);
            }
        }
        foreach (var condition in text.Agreement.Riders.SelectMany(rider => rider.Exceptions))
        {
            Add(condition.Condition);
        }
        foreach (var condition in text.Agreement.Life.Ends.Where(end => end.Stands).SelectMany(end => end.When))
        {
            Add(condition);
        }
        foreach (var renewal in text.Agreement.Life.Renewals.Where(renewal => renewal.Stands))
        {
            Add(renewal.When);
        }
        foreach (var deeming in text.Agreement.Deemings.Where(deeming => Patterns.Contains(deeming.To)))
        {
            Patterns.Add(deeming.From);
        }
    }

    /// <summary>Indexes of patterns of rows.</summary>
    public HashSet<int> Patterns { get; } = [];

    /// <summary>Indexes of tracked conditions, with those that they are made of.</summary>
    public IReadOnlySet<int> Conditions => conditions;

    private void Add(Trigger trigger)
    {
        if (trigger is Trigger.Incident incident)
        {
            Patterns.Add(incident.Pattern);
        }
        else if (trigger is Trigger.Arises arises)
        {
            Add(arises.Condition);
        }
    }

    private void AddPatterns(params ReadOnlySpan<int?> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (pattern is { } index)
            {
                Patterns.Add(index);
            }
        }
    }

    private void Add(int? condition)
    {
        if (condition is { } index && conditions.Add(index))
        {
            Add(text.Agreement.Conditions[index].Condition);
        }
    }

    private void Add(Condition? condition)
    {
        switch (condition)
        {
            case Condition.Count count:
                Patterns.Add(count.Pattern);
                break;
            case Condition.Series series:
                Patterns.Add(series.Pattern);
                break;
            case Condition.Of of:
                Add((int?)of.Condition);
                break;
            case Condition.Spread spread:
                Add((int?)spread.Condition);
                break;
            case Condition.OnDays days:
                Add((int?)days.Condition);
                break;
            case Condition.Persists persists:
                Add((int?)persists.Condition);
                break;
            case Condition.And all:
                Add(all.Parts);
                break;
            case Condition.Or any:
                Add(any.Parts);
                break;
            case Condition.Not not:
                Add(not.Part);
                break;
        }
    }

    private void Add(IEnumerable<Condition> parts)
    {
        foreach (var part in parts)
        {
            Add(part);
        }
    }
}
