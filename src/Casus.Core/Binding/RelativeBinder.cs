using Casus.Core.Conditions;
using Casus.Core.Syntax;
using Casus.Core.Time;

namespace Casus.Core.Binding;

/// <summary>What `that is established`, `that continues 24 hours after X` and an adjective say of an event.</summary>
internal sealed class RelativeBinder(BindingContext context, Binders binders)
{
    public BoundEvent? Apply(BoundEvent bound, NounPhraseSyntax phrase, Numbered place)
    {
        var relative = phrase.Relative!;
        if (relative.Negated)
        {
            context.Report(Codes.NotUnderstood, relative, "An event is not picked out by what it is not.", "unless");
            return null;
        }
        if (relative.State is { } state)
        {
            return state.Words.Aggregate(bound, (current, word) => Qualify(current, word.Value, word));
        }
        if (relative.FixedVerb is { } verb)
        {
            return verb.Value is "continue" or "continues"
                ? Continuing(bound, relative, place)
                : Qualify(bound, relative.WordsText(), relative);
        }
        return Qualify(bound, relative.WordsText(), relative);
    }

    /// <summary>
    /// Adds an adjective: a standard of evidence, a finding that a body makes, or a word that nothing measures.
    /// </summary>
    public BoundEvent Qualify(BoundEvent bound, string word, SyntaxElement at)
    {
        if (word == "established")
        {
            return Change(bound, pattern => pattern with { Established = true });
        }
        if (word == "attributed")
        {
            return Change(bound, pattern => pattern with { Attributed = true });
        }
        if (context.Predicates.Exists(predicate => predicate.Adjective == word))
        {
            return Change(bound, pattern => pattern with { Predicates = pattern.Predicates.Add(word) });
        }
        if (word is "civilian" or "military" && bound is BoundEvent.Incident)
        {
            return Change(bound, pattern => pattern with { Target = word });
        }
        context.Observe(ObservationKind.OpenTextured, at, word, $"`{word}` has no measure here.");
        return Change(bound, pattern => pattern with { OpenTextured = pattern.OpenTextured.Add(word) });
    }

    private BoundEvent? Continuing(BoundEvent bound, RelativeSyntax relative, Numbered place)
    {
        var length = relative.FixedObject is { } stated
            ? binders.Quantities.Time(stated)
            : new Length(0, LengthUnit.Second);
        if (length is null || relative.Spans is not [{ Kind: SpanKind.After, Point: { } point }])
        {
            if (relative.Spans.IsEmpty && relative.FixedObject is null)
            {
                return bound;
            }
            context.Report(
                Codes.NotUnderstood,
                relative,
                "`continues` is tested once, a stated time after a stated event.",
                "that continues 24 hours after the first warning"
            );
            return null;
        }
        if (binders.Points.Bind(point, place) is not { } after || Followed(bound, length.Value) is not { } inner)
        {
            return null;
        }
        var parties = bound is BoundEvent.Graded graded ? graded.Parties : [];
        var persists = new Condition.Persists(inner, length.Value, after);
        return new BoundEvent.Graded(bound.Noun, context.ConditionOf(persists), parties);
    }

    /// <summary>
    /// The condition that goes on: a grade or series as it is; bare acts, at least one within the length (S6).
    /// </summary>
    private int? Followed(BoundEvent bound, Length length) =>
        bound switch
        {
            BoundEvent.Graded graded => graded.Condition,
            BoundEvent.Incident incident => context.ConditionOf(
                new Condition.Count(
                    context.PatternOf(incident.Pattern),
                    CountMeasure.Acts,
                    1,
                    PlaceScope.Everywhere,
                    new Window.Sliding(Math.Max(1, length.Seconds ?? 0))
                )
            ),
            _ => null,
        };

    private BoundEvent Change(BoundEvent bound, Func<IncidentPattern, IncidentPattern> change) =>
        bound switch
        {
            BoundEvent.Incident incident => incident with { Pattern = change(incident.Pattern) },
            BoundEvent.Graded graded => graded with
            {
                Condition = ConditionRewriting.With(context, graded.Condition, change),
            },
            _ => bound,
        };
}
