using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Evidence;
using Casus.Core.Facts;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>
/// `X means Y`, and the sentences that say when an incident is established, attributed, or of another quality.
/// </summary>
internal sealed class DefinitionBinder(BindingContext context, Binders binders)
{
    private readonly HashSet<ClauseSyntax> standards = new(ReferenceEqualityComparer.Instance);

    /// <summary>Registers a `means` sentence, so that others may use the term before it stands.</summary>
    public void Declare(Numbered place, ClauseSyntax clause)
    {
        var head = clause.Subject.Items[0].Head;
        var name = Inflection.Singular(ActorBinder.Written(head).Trim('"').ToLowerInvariant());
        if (clause.Subject.Items.Length != 1 || name.Length == 0)
        {
            context.Report(
                Codes.NotUnderstood,
                clause.Subject,
                "A definition defines one term.",
                "A violation means ..."
            );
            return;
        }
        if (!place.Stands)
        {
            return;
        }
        var definition = new Definition(name, place, clause);
        if (!context.Definitions.TryAdd(name, definition))
        {
            context.Report(Codes.DeclaredTwice, clause.Subject, $"`{name}` is defined twice.");
            return;
        }
        context.DefinitionOf[clause] = definition;
    }

    /// <summary>The meaning of a defined term; null, and an error, where it is part of its own.</summary>
    public BoundEvent? Bound(Definition definition, SyntaxNode at)
    {
        if (definition.Bound is not null)
        {
            return definition.Bound;
        }
        if (definition.InProgress)
        {
            context.Report(Codes.Circle, at, $"`{definition.Name}` is part of its own meaning.");
            return null;
        }
        definition.InProgress = true;
        definition.Bound = Bind(definition);
        definition.InProgress = false;
        return definition.Bound;
    }

    private BoundEvent? Bind(Definition definition)
    {
        var clause = definition.Clause;
        var meaning = ((FixedPredicateSyntax)clause.Predicate).Object;
        if (meaning is null)
        {
            context.Report(Codes.NotUnderstood, clause, $"`{definition.Name} means` says nothing.");
            return null;
        }
        var place = definition.Sentence;
        var bound = binders.Conditions.Bind(meaning, place);
        foreach (var tail in clause.Tails)
        {
            bound = bound is null ? null : Narrow(bound, tail, place);
        }
        return bound switch
        {
            BoundEvent.Incident incident => incident with
            {
                Noun = definition.Name,
                Pattern = incident.Pattern with { Name = definition.Name },
            },
            BoundEvent.Graded graded => Grade(definition, graded),
            null => null,
            _ => bound with { Noun = definition.Name },
        };
    }

    private BoundEvent.Graded Grade(Definition definition, BoundEvent.Graded graded)
    {
        var tracked = context.Conditions[graded.Condition];
        Condition condition =
            tracked.IsGrade || !graded.Parties.IsEmpty
                ? new Condition.Of(graded.Condition, graded.Parties)
                : tracked.Condition;
        var index = context.GradeOf(condition, definition.Name, definition.Sentence.Clause);
        return new BoundEvent.Graded(definition.Name, index, []);
    }

    private BoundEvent? Narrow(BoundEvent bound, TailSyntax tail, Numbered place)
    {
        if (tail is not ConditionTailSyntax condition)
        {
            context.Report(Codes.NotUnderstood, tail, $"A definition has no `{tail.WordsText()}`.", "unless ...");
            return null;
        }
        if (binders.Facts.Bind(condition.Condition, place) is not { } narrowing)
        {
            return null;
        }
        var part = condition.Keyword.Is("unless") ? new Condition.Not(narrowing) : narrowing;
        var both = new Condition.And([binders.Conditions.ConditionOf(bound), part]);
        return new BoundEvent.Graded(bound.Noun, context.ConditionOf(both), []);
    }

    /// <summary>`An incident is established when ...`; false where the sentence is not of this kind.</summary>
    public bool Standard(Numbered place, ClauseSyntax clause)
    {
        if (clause.Predicate is not StatePredicateSyntax { Negated: false, State.Words: [var word] })
        {
            return false;
        }
        if (clause.Tails.OfType<ConditionTailSyntax>().FirstOrDefault(tail => tail.Keyword.Is("when")) is not { } when)
        {
            return false;
        }
        if (word.Value is "suspended" or "void" or "renewed" or "amended" or "terminated")
        {
            return false;
        }
        if (!place.Stands || !standards.Add(clause))
        {
            return true;
        }
        switch (word.Value)
        {
            case "established":
                Established(place, when.Condition);
                break;
            case "attributed":
                Attributed(place, when.Condition);
                break;
            default:
                Predicate(place, word, when.Condition);
                break;
        }
        return true;
    }

    private void Established(Numbered place, ConditionSyntax condition)
    {
        var standard = context.Established ?? new EstablishmentStandard(place.Clause, [], null, null);
        foreach (var clause in condition.Clauses)
        {
            if (clause.Predicate is not FactPredicateSyntax fact)
            {
                Refuse(clause, "when Commission has verified it");
                continue;
            }
            var head = clause.Subject.Items[0].Head;
            if (Inflection.Singular(head.TermText).EndsWith("source", StringComparison.Ordinal))
            {
                standard = Sources(standard, clause, head);
            }
            else if (
                Lexicon.Verb(fact.Act.Verb.Value) is "verify" or "find" or "establish"
                && binders.Actors.Bind(clause.Subject, place) is { } by
            )
            {
                standard = standard with { VerifiedBy = [.. standard.VerifiedBy, .. by.Names] };
            }
            else
            {
                Refuse(clause, "when Commission has verified it");
            }
        }
        context.Established = standard;
    }

    private EstablishmentStandard Sources(EstablishmentStandard standard, ClauseSyntax clause, SimpleSyntax head)
    {
        var within = clause
            .Tails.OfType<SpanTailSyntax>()
            .Select(tail => tail.Span1)
            .FirstOrDefault(span => span.Kind == SpanKind.Within);
        var number = binders.Quantities.Number(head);
        var length = within?.Length is { } stated ? binders.Quantities.Time(stated) : null;
        if (number is not { Value: >= 1 and <= 1000 } || (within is not null && length is null))
        {
            Refuse(clause, "when at least 2 independent sources have reported it within 48 hours of each other");
            return standard;
        }
        return standard with { Sources = number.Value.LeastMembers, Within = length };
    }

    private void Attributed(Numbered place, ConditionSyntax condition)
    {
        var by = ImmutableArray.CreateBuilder<string>();
        var confidence = Confidence.Low;
        var bySide = false;
        foreach (var clause in condition.Clauses)
        {
            if (
                clause.Predicate is FactPredicateSyntax fact
                && Lexicon.Verb(fact.Act.Verb.Value) is "attribute" or "find"
                && clause.Predicate is FactPredicateSyntax act
            )
            {
                by.AddRange(binders.Actors.Bind(clause.Subject, place)?.Names ?? []);
                confidence = ConfidenceOf(act.Act, clause) ?? confidence;
            }
            else if (clause.WordsText().Contains("side", StringComparison.OrdinalIgnoreCase))
            {
                bySide = true;
            }
            else
            {
                Refuse(clause, "when Commission has attributed it with at least moderate confidence");
            }
        }
        context.Attributed = new AttributionStandard(place.Clause, by.ToImmutable(), confidence, bySide);
    }

    private Confidence? ConfidenceOf(ActSyntax act, ClauseSyntax clause)
    {
        var with = NormSlots
            .ActRoles(act)
            .Concat(NormSlots.RolesOf(clause))
            .FirstOrDefault(role => role.Prepositions[0].Is("with"));
        if (with is null)
        {
            return null;
        }
        var words = with.Objects.Items[0].TermText.Split(' ');
        if (Enum.TryParse<Confidence>(words[0], ignoreCase: true, out var confidence))
        {
            return confidence;
        }
        context.Report(
            Codes.NotUnderstood,
            with,
            $"`{words[0]}` is no confidence.",
            "with at least moderate confidence"
        );
        return null;
    }

    private void Predicate(Numbered place, SyntaxToken word, ConditionSyntax condition)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var clause in condition.Clauses)
        {
            if (clause.Predicate is FactPredicateSyntax)
            {
                found.AddRange(binders.Actors.Bind(clause.Subject, place)?.Names ?? []);
            }
            else
            {
                Refuse(clause, "when Commission has found it");
            }
        }
        if (found.Count > 0 && context.Predicates.TrueForAll(known => known.Adjective != word.Value))
        {
            context.Predicates.Add(new FindingPredicate(word.Value, place.Clause, found.ToImmutable()));
        }
    }

    private void Refuse(ClauseSyntax clause, string instead) =>
        context.Report(Codes.NotUnderstood, clause, "This does not say who finds it, or how many sources.", instead);
}
