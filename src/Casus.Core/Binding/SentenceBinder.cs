using Casus.Core.Agreements;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>Numbered sentences: which binder reads which, and what kind of clause each is.</summary>
internal sealed class SentenceBinder(BindingContext context, Binders binders, LifeBinder life, DeemingBinder deemings)
{
    private readonly BlockBinder blocks = new(context, binders);

    public void Bind(NumberedSentence numbered)
    {
        var (place, sentence) = numbered;
        switch (sentence.Body)
        {
            case BlockSyntax block:
                Note(place, sentence, ClauseKind.Block);
                for (var i = 0; i < block.Items.Length && block.Items.Length > 1; i++)
                {
                    var item = block.Items[i];
                    Note(binders.Slots.ItemPlace(place, block, i), item, KindOf(item.Clause));
                }
                blocks.Bind(place, block);
                break;
            case ClauseSentenceSyntax alone:
                Note(place, sentence, KindOf(alone.Clause));
                Clause(place, alone.Clause);
                break;
            default:
                break;
        }
    }

    private void Clause(Numbered place, ClauseSyntax clause)
    {
        if (binders.Slots.Of(clause) is { } slot)
        {
            binders.Norms.Bind(slot, place);
            life.Rights(place, clause, slot);
            return;
        }
        if (life.Bind(place, clause) || binders.Definitions.Standard(place, clause))
        {
            return;
        }
        switch (clause.Predicate)
        {
            case FixedPredicateSyntax { Verb.Value: "means" }:
                Meaning(clause);
                break;
            case FixedPredicateSyntax { Verb.Value: "counts" }:
                deemings.Bind(place, clause);
                break;
            case FixedPredicateSyntax { Verb.Value: "decides" or "decide" }:
                binders.Procedures.Bind(place, clause, null);
                break;
            case FixedPredicateSyntax { Verb.Value: "prevails" or "prevail" } prevails:
                Prevails(place, clause, prevails);
                break;
            case FixedPredicateSyntax { Verb.Value: "applies" or "apply" }:
                binders.Terms.Check(clause.Subject);
                context.Report(Codes.MeaningLater, clause, "Scope is kept and shown; norms name their own places.");
                break;
            default:
                context.Report(Codes.NotUnderstood, clause, "This sentence binds, defines, decides and ends nothing.");
                break;
        }
    }

    private void Meaning(ClauseSyntax clause)
    {
        if (context.DefinitionOf.TryGetValue(clause, out var definition))
        {
            binders.Definitions.Bound(definition, clause);
        }
    }

    private void Prevails(Numbered place, ClauseSyntax clause, FixedPredicateSyntax prevails)
    {
        var stronger = binders.References.Bind(clause.Subject.Items[0].Head);
        var over = prevails.Object?.Items ?? [];
        if (over.IsEmpty)
        {
            context.Report(
                Codes.NotUnderstood,
                clause,
                "This does not say over what.",
                "Article 2 prevails over Article 1"
            );
            return;
        }
        foreach (var item in over)
        {
            if (stronger is not null && place.Stands && binders.References.Bind(item.Head) is { } weaker)
            {
                context.Priorities.Add(new Priority(place.Clause, stronger, weaker));
            }
        }
    }

    private void Note(Numbered place, SyntaxNode node, ClauseKind kind) =>
        context.Clauses.Add(
            new Clause(
                place.Clause,
                place.Article,
                kind,
                node.Span,
                context.Source.Of(node.Span),
                place.Guards,
                place.Stands
            )
        );

    private static ClauseKind KindOf(ClauseSyntax clause) =>
        clause.Predicate switch
        {
            ModalPredicateSyntax => ClauseKind.Norm,
            FixedPredicateSyntax { Verb.Value: "means" } => ClauseKind.Definition,
            FixedPredicateSyntax { Verb.Value: "counts" } => ClauseKind.Deeming,
            FixedPredicateSyntax { Verb.Value: "decides" or "decide" } => ClauseKind.Procedure,
            FixedPredicateSyntax { Verb.Value: "prevails" or "prevail" } => ClauseKind.Priority,
            FixedPredicateSyntax => ClauseKind.Life,
            StatePredicateSyntax { State.Words: [{ Value: "suspended" or "void" or "renewed" or "terminated" }] } =>
                ClauseKind.Life,
            _ => ClauseKind.Definition,
        };
}
