using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>`An attack on Ukraine counts as an attack on Poland.`</summary>
internal sealed class DeemingBinder(BindingContext context, Binders binders)
{
    private readonly List<(string Clause, IncidentPattern From, IncidentPattern To)> sentences = [];

    /// <summary>What each sentence that stands says, in the order of the text.</summary>
    public ImmutableArray<StatedDeeming> Stated =>
        [.. sentences.Select(sentence => new StatedDeeming(sentence.Clause, sentence.From, sentence.To))];

    public void Bind(Numbered place, ClauseSyntax clause)
    {
        var counts = (FixedPredicateSyntax)clause.Predicate;
        if (counts.Object is null || !counts.As)
        {
            context.Report(
                Codes.NotUnderstood,
                clause,
                "Something counts as something.",
                "counts as an attack on each party"
            );
            return;
        }
        var from = binders.Conditions.Bind(clause.Subject, place);
        var to = binders.Conditions.Bind(counts.Object, place);
        if (from is BoundEvent.Incident first && to is BoundEvent.Incident second)
        {
            if (place.Stands)
            {
                sentences.Add((place.Clause, first.Pattern, second.Pattern));
            }
        }
        else if (from is not null && to is not null)
        {
            context.Report(Codes.MeaningLater, clause, "Only acts are deemed to be acts; this is kept and shown.");
        }
    }

    /// <summary>
    /// Each pattern that the deemed act would meet, among those that the text asks for: the same conduct, struck one of
    /// those named, and no narrower place or standard than the sentence says.
    /// </summary>
    public ImmutableArray<Deeming> All()
    {
        var all = ImmutableArray.CreateBuilder<Deeming>();
        var asked = context.Patterns.ToList();
        foreach (var (clause, happened, deemed) in sentences)
        {
            var source = context.PatternOf(happened);
            for (var i = 0; i < asked.Count; i++)
            {
                if (i != source && Meets(deemed, asked[i]))
                {
                    // What the trigger asks beyond the deemed act (by whom, established) is asked of the act that
                    // happened.
                    var narrowed = happened with
                    {
                        By = asked[i].By ?? happened.By,
                        Established = happened.Established || asked[i].Established,
                        Attributed = happened.Attributed || asked[i].Attributed,
                    };
                    all.Add(new Deeming(clause, context.PatternOf(narrowed), i));
                }
            }
        }
        return all.ToImmutable();
    }

    private static bool Meets(IncidentPattern deemed, IncidentPattern asked) =>
        deemed.Conducts.All(conduct => asked.Conducts.Contains(conduct, StringComparer.Ordinal))
        && !deemed.Conducts.IsEmpty
        && (asked.Against.IsEmpty || asked.Against.Intersect(deemed.Against, StringComparer.Ordinal).Any())
        && asked.Places.All(place => deemed.Places.Any(own => Canonical.Of(own) == Canonical.Of(place)))
        && asked.OpenTextured.All(deemed.OpenTextured.Contains);
}
