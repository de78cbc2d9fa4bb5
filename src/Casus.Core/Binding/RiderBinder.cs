using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Lifecycle;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>Reservations, understandings and caveats.</summary>
internal sealed class RiderBinder(BindingContext context, Binders binders)
{
    public List<Rider> Riders { get; } = [];

    public void Bind(RiderSyntax syntax, Numbered nowhere)
    {
        if (binders.Actors.Bind(syntax.Of, nowhere) is not { } of)
        {
            return;
        }
        string? target = null;
        if (syntax.To is { } to)
        {
            target = ReferenceBinder.IsReference(to.Items[0]) ? binders.References.Bind(to.Items[0]) : null;
        }
        var kind = syntax.Keyword.Text switch
        {
            "Reservation" => RiderKind.Reservation,
            "Understanding" => RiderKind.Understanding,
            _ => RiderKind.Caveat,
        };
        var exceptions = ImmutableArray.CreateBuilder<NormException>();
        foreach (var tail in syntax.Tails)
        {
            if (Exception(tail, nowhere) is { } exception)
            {
                exceptions.Add(exception);
            }
        }
        if (syntax.Clause is { } clause)
        {
            CheckClause(clause, nowhere);
        }
        if (kind != RiderKind.Understanding && exceptions.Count == 0)
        {
            context.Report(
                Codes.MeaningLater,
                syntax,
                "It is kept and shown beside the forces; it changes no duty of the replay."
            );
        }
        // One rider for each party: "its parliament" is then that party's.
        foreach (var party in of.Names)
        {
            var own = exceptions.Select(each =>
                each.Condition is { } condition ? each with { Condition = Organs.Of(condition, party) } : each
            );
            Riders.Add(new Rider(kind, [party], target, [.. own], syntax.WordsText()));
        }
    }

    private NormException? Exception(TailSyntax tail, Numbered nowhere)
    {
        switch (tail)
        {
            case ExceptTailSyntax except:
                return binders.Tails.Exception(except, nowhere);
            case ConditionTailSyntax { Keyword.Value: "unless" } unless:
                return binders.Facts.Bind(unless.Condition, nowhere) is { } condition
                    ? new NormException(null, null, condition, tail.WordsText())
                    : null;
            case SubjectToTailSyntax subject:
                foreach (var item in subject.To.Items)
                {
                    binders.Terms.Check(item.Head);
                }
                context.Report(Codes.MeaningLater, tail, $"`{tail.WordsText()}` is kept as a gate before performance.");
                return null;
            case ConditionTailSyntax only:
                return binders.Facts.Bind(only.Condition, nowhere) is { } needed
                    ? new NormException(null, null, new Condition.Not(needed), tail.WordsText())
                    : null;
            default:
                context.Report(
                    Codes.NotUnderstood,
                    tail,
                    "A reservation excepts, or makes subject to.",
                    "except that ..."
                );
                return null;
        }
    }

    private void CheckClause(ClauseSyntax clause, Numbered nowhere)
    {
        if (clause.Predicate is ModalPredicateSyntax modal)
        {
            binders.Facts.Verb(modal.Act.Verb);
            binders.Terms.Check(modal.Act.Object);
        }
        foreach (var item in clause.Subject.Items.Where(item => !binders.Actors.IsActor(item.Head, nowhere)))
        {
            binders.Terms.Check(item.Head);
        }
    }
}
