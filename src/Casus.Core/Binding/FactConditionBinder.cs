using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>
/// Conditions that are clauses: `Commission has found "calm"`, `its parliament has not consented`, `an attack is
/// established`, `the decision carries`.
/// </summary>
internal sealed class FactConditionBinder(BindingContext context, Binders binders)
{
    public Condition? Bind(ConditionSyntax condition, Numbered place)
    {
        var parts = condition.Clauses.Select(clause => Bind(clause, place)).ToList();
        if (parts.Contains(null))
        {
            return null;
        }
        // `and when` binds closer than `or when`, as `and` does everywhere.
        var any = new List<Condition>();
        var all = new List<Condition> { parts[0]! };
        for (var i = 1; i < parts.Count; i++)
        {
            if (condition.Joinings[i - 1] == Joining.Or)
            {
                any.Add(All(all));
                all = [];
            }
            all.Add(parts[i]!);
        }
        any.Add(All(all));
        return any is [var only] ? only : new Condition.Or([.. any]);
    }

    public Condition? Bind(ClauseSyntax clause, Numbered place)
    {
        var inner = clause.Predicate switch
        {
            FactPredicateSyntax fact => Fact(clause.Subject, fact, place),
            StatePredicateSyntax state => State(clause.Subject, state, place),
            FixedPredicateSyntax verb => Fixed(clause, verb, place),
            _ => Refuse(clause, "A condition says what is or has been done; it binds nobody."),
        };
        foreach (var tail in clause.Tails.Where(tail => !IsRead(tail)))
        {
            context.Report(
                Codes.NotUnderstood,
                tail,
                $"`{tail.WordsText()}` belongs to the nearest condition, and says nothing there: put it before the condition."
            );
        }
        var unless = clause.Tails.OfType<ConditionTailSyntax>().Where(tail => tail.Keyword.Is("unless")).ToList();
        foreach (var tail in unless)
        {
            var except = Bind(tail.Condition, place);
            inner = inner is null || except is null ? null : new Condition.And([inner, new Condition.Not(except)]);
        }
        return inner;
    }

    /// <summary>`P has done X`: the fact that would show it.</summary>
    public ActPattern? Act(ListSyntax subject, ActSyntax act, Numbered place)
    {
        var verb = Verb(act.Verb);
        if (verb is null || Actors(subject, place) is not { } actors)
        {
            return null;
        }
        var kind =
            verb == "withdraw" && IsAgreement(act.Object)
                ? ActKind.Withdrawal
                : Lexicon.ActOf(verb) ?? ActKind.Performance;
        var to = act
            .Object?.Items.Select(item => binders.Actors.Try(item.Head, place))
            .FirstOrDefault(set => set is not null);
        return new ActPattern
        {
            Kind = kind,
            Verb = verb,
            By = actors.Names,
            All = subject.Joining == Joining.And || subject.Items.Any(IsEach) || IsPlural(subject, actors),
            To = kind == ActKind.Finding ? [] : to?.Names ?? [],
            Clause = kind == ActKind.Finding ? place.Clause : null,
            Matter = act.Object?.WordsText(),
        };
    }

    public string? Verb(SyntaxToken token)
    {
        if (Lexicon.Verb(token.Value) is { } verb)
        {
            return verb;
        }
        context.Report(
            Codes.UnknownVerb,
            token,
            $"`{token.Text}` is no verb that the lexicon knows.",
            Diagnostics.Suggest.Nearest(token.Value, Lexicon.AllVerbs)
        );
        return null;
    }

    // `until` of a suspension is read where the suspension is bound.
    private static bool IsRead(TailSyntax tail) =>
        tail is ConditionTailSyntax { Keyword.Value: "unless" } or SpanTailSyntax { Span1.Kind: SpanKind.Until };

    private static Condition All(List<Condition> parts) => parts is [var only] ? only : new Condition.And([.. parts]);

    private static bool IsEach(NounPhraseSyntax item) =>
        item.Head.Determiners.Any(word => word.Value is "each" or "all" or "both" or "every");

    private static bool IsPlural(ListSyntax subject, ActorSet actors) =>
        actors.Names.Length > 1
        && !subject.Items.Any(item => item.Head.Determiners.Any(word => word.Value is "any" or "one"));

    private static bool IsAgreement(ListSyntax? list) =>
        list is null || list.Items.Any(item => item.Head.TermText is "it" or "agreement" or "treaty" or "memorandum");

    private ActorSet? Actors(ListSyntax subject, Numbered place)
    {
        // "a majority of signatories": the number is read where entry into force is bound.
        var head = subject.Items[0].Head;
        return subject.Items.Length == 1 && head.TermText == "majority" && head.Of is [var of]
            ? binders.Actors.Try(of, place)
            : binders.Actors.Bind(subject, place);
    }

    private Condition? Fact(ListSyntax subject, FactPredicateSyntax fact, Numbered place)
    {
        var verb = Lexicon.Verb(fact.Act.Verb.Value);
        if (
            verb is "commit" or "make"
            && fact.Act.Object is { Items: [var item] }
            && binders.Conditions.Bind(item, place) is BoundEvent.Incident incident
        )
        {
            if (binders.Actors.Bind(subject, place) is not { } by)
            {
                return null;
            }
            var pattern = incident.Pattern with { By = new PartyTest(false, by.Names) };
            return Negate(binders.Conditions.ConditionOf(incident with { Pattern = pattern }), fact.Negated);
        }
        if (Act(subject, fact.Act, place) is not { } act)
        {
            return null;
        }
        if (act.Kind == ActKind.Performance && !binders.Slots.OfVerb(act.Verb).Any())
        {
            context.Observe(
                ObservationKind.OpenTextured,
                fact,
                fact.WordsText(),
                $"No fact reports that `{subject.WordsText()} {fact.WordsText()}`."
            );
            return new Condition.OpenTextured($"{subject.WordsText()} {fact.WordsText()}");
        }
        return Negate(new Condition.Held(act), fact.Negated);
    }

    private Condition? State(ListSyntax subject, StatePredicateSyntax predicate, Numbered place)
    {
        if (binders.Conditions.Bind(subject, place) is not { } bound)
        {
            return null;
        }
        var qualified = predicate.State.Words.Aggregate(
            bound,
            (current, word) => binders.Relatives.Qualify(current, word.Value, word)
        );
        return Negate(binders.Conditions.ConditionOf(qualified), predicate.Negated);
    }

    private Condition? Fixed(ClauseSyntax clause, FixedPredicateSyntax predicate, Numbered place)
    {
        if (predicate.Verb.Value is "carries" or "fails")
        {
            return binders.Procedures.Nearest(place, clause) is { } procedure
                ? new Condition.Decided(procedure, predicate.Verb.Value == "carries")
                : null;
        }
        if (predicate.Verb.Value is "continues" or "continue" or "lasts" or "applies" or "apply")
        {
            return binders.Conditions.Bind(clause.Subject, place) is { } bound
                ? binders.Conditions.ConditionOf(bound)
                : null;
        }
        return Refuse(clause, $"`{predicate.Verb.Text}` states no condition.");
    }

    private static Condition Negate(Condition condition, bool negated) =>
        negated ? new Condition.Not(condition) : condition;

    private Condition? Refuse(ClauseSyntax clause, string why)
    {
        context.Report(Codes.NotUnderstood, clause, why);
        return null;
    }
}
