using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Norms;
using Casus.Data.Incidents;

namespace Casus.Cli.DataTables;

/// <summary>A column that sentences of an agreement ask for.</summary>
/// <param name="Why">What of the text asks for it.</param>
/// <param name="Clauses">The sentences and items that rest on it, in text order.</param>
/// <param name="Suppose">What `--assume` would supply; null where nothing sensible can be supposed.</param>
internal sealed record NeededColumn(IncidentColumn Column, string Why, ImmutableArray<string> Clauses, string? Suppose);

/// <summary>Which columns of an incident table the sentences of an agreement need to be decided.</summary>
internal sealed class AgreementNeeds(Agreement agreement)
{
    private readonly Dictionary<IncidentColumn, (string Why, string? Suppose, SortedSet<int> Norms)> needs = [];

    public static ImmutableArray<NeededColumn> Of(Agreement agreement)
    {
        var needs = new AgreementNeeds(agreement);
        for (var i = 0; i < agreement.Norms.Length; i++)
        {
            if (agreement.Norms[i].Stands)
            {
                needs.AddNorm(i);
            }
        }
        return
        [
            .. needs
                .needs.OrderBy(need => need.Key)
                .Select(need => new NeededColumn(
                    need.Key,
                    need.Value.Why,
                    [.. need.Value.Norms.Select(norm => agreement.Norms[norm].Clause).Distinct(StringComparer.Ordinal)],
                    need.Value.Suppose
                )),
        ];
    }

    private void AddNorm(int index)
    {
        var norm = agreement.Norms[index];
        var patterns = new HashSet<int>();
        if (norm.Contrary is { } contrary)
        {
            patterns.Add(contrary);
        }
        if (norm.Block is { } number)
        {
            foreach (var trigger in agreement.Blocks[number].Triggers)
            {
                Collect(trigger, patterns);
            }
            if (agreement.Blocks[number].While is { } condition)
            {
                Collect(new Condition.Of(condition, []), patterns, 0);
            }
        }
        foreach (var pattern in patterns)
        {
            AddPattern(agreement.Patterns[pattern], index);
        }
    }

    private void Collect(Trigger trigger, HashSet<int> into)
    {
        if (trigger is Trigger.Incident incident)
        {
            into.Add(incident.Pattern);
        }
        else if (trigger is Trigger.Arises arises)
        {
            Collect(new Condition.Of(arises.Condition, []), into, 0);
        }
    }

    private void Collect(Condition condition, HashSet<int> into, int depth)
    {
        const int Deepest = 64;
        if (depth > Deepest)
        {
            return;
        }
        int? inner = null;
        switch (condition)
        {
            case Condition.Count count:
                into.Add(count.Pattern);
                break;
            case Condition.Series series:
                into.Add(series.Pattern);
                break;
            case Condition.Of of:
                inner = of.Condition;
                break;
            case Condition.Spread spread:
                inner = spread.Condition;
                break;
            case Condition.OnDays days:
                inner = days.Condition;
                break;
            case Condition.Persists persists:
                inner = persists.Condition;
                break;
            case Condition.Not not:
                Collect(not.Part, into, depth + 1);
                break;
            case Condition.And and:
                Array.ForEach([.. and.Parts], part => Collect(part, into, depth + 1));
                break;
            case Condition.Or or:
                Array.ForEach([.. or.Parts], part => Collect(part, into, depth + 1));
                break;
        }
        if (inner is { } index)
        {
            Collect(agreement.Conditions[index].Condition, into, depth + 1);
        }
    }

    private void AddPattern(IncidentPattern pattern, int norm)
    {
        if (pattern.Established && agreement.Established is { } established)
        {
            var body = established.VerifiedBy.FirstOrDefault();
            if (body is not null)
            {
                var why = $"{established.Clause} counts an incident that {body} has verified";
                Add(IncidentColumn.VerifiedBy, why, $"verified_by={body}", norm);
            }
            if (established.Sources is { } sources)
            {
                var why = $"{established.Clause} counts an incident that {sources} sources report: who they are";
                Add(IncidentColumn.Source, why, null, norm);
            }
        }
        if (pattern.Attributed && agreement.Attributed is { } attributed)
        {
            AddAttribution(attributed.Clause, attributed.By.FirstOrDefault(), attributed.BySideOfOrigin, norm);
        }
        if (pattern.By is not null || pattern.Attributed)
        {
            Add(IncidentColumn.Party, $"whose act it was ('{pattern.Name}')", "party=NAME:side=left", norm);
        }
        if (!pattern.Places.IsEmpty)
        {
            AddPlaces(pattern, norm);
        }
        if (!pattern.Against.IsEmpty)
        {
            Add(IncidentColumn.Against, $"whom it struck ('{pattern.Name}')", $"against={pattern.Against[0]}", norm);
        }
        if (pattern.CalibreAtLeastMm is not null || pattern.CalibreMoreThanMm is not null)
        {
            Add(IncidentColumn.CalibreMm, $"the calibre ('{pattern.Name}')", null, norm);
        }
        if (pattern.Target is { } target)
        {
            Add(IncidentColumn.Target, $"what was struck ('{pattern.Name}')", $"target={target}", norm);
        }
        foreach (var breached in pattern.BreachOf)
        {
            if (agreement.Norms[breached].Contrary is { } contrary)
            {
                AddPattern(
                    agreement.Patterns[contrary] with
                    {
                        Attributed = false,
                        Established = false,
                        BreachOf = [],
                    },
                    norm
                );
            }
        }
    }

    private void AddAttribution(string clause, string? body, bool bySide, int norm)
    {
        if (body is not null)
        {
            Add(
                IncidentColumn.AttributedBy,
                $"{clause} counts an act that {body} has attributed",
                $"attributed_by={body}",
                norm
            );
            Add(IncidentColumn.Confidence, $"{clause} asks how sure {body} was", "confidence=high", norm);
        }
        if (bySide)
        {
            Add(IncidentColumn.OriginSide, $"{clause} attributes by the side from which fire came", null, norm);
        }
    }

    private void AddPlaces(IncidentPattern pattern, int norm)
    {
        if (pattern.Places.Any(place => place.Relations.Contains(PlaceRelation.In)))
        {
            Add(IncidentColumn.Latitude, $"where it took effect ('{pattern.Name}')", null, norm);
        }
        if (pattern.Places.Any(place => place.Relations.Any(relation => relation != PlaceRelation.In)))
        {
            Add(IncidentColumn.OriginSide, $"where fire came from ('{pattern.Name}')", null, norm);
        }
    }

    private void Add(IncidentColumn column, string why, string? suppose, int norm)
    {
        if (!needs.TryGetValue(column, out var need))
        {
            needs[column] = need = (why, suppose, []);
        }
        need.Norms.Add(norm);
    }
}
