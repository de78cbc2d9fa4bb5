using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Lifecycle;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>The life of the instrument: entry into force, term, withdrawal, suspension, end, renewal.</summary>
internal sealed class LifeBinder(BindingContext context, Binders binders)
{
    public Life Life { get; private set; } = new();

    /// <summary>
    /// A sentence whose predicate is a reserved verb or a state; false where it is none of the life's.
    /// </summary>
    public bool Bind(Numbered place, ClauseSyntax clause)
    {
        switch (clause.Predicate)
        {
            case FixedPredicateSyntax { Verb.Value: "enters" or "enter" } enters:
                Entry(place, clause, enters);
                return true;
            case FixedPredicateSyntax { Verb.Value: "lasts" } lasts:
                Lasts(place, clause, lasts);
                return true;
            case FixedPredicateSyntax { Verb.Value: "ends" }:
                End(place, clause, EndKind.Ends);
                return true;
            case FixedPredicateSyntax { Verb.Value: "continues" or "continue" }:
                Continues(place, clause);
                return true;
            case StatePredicateSyntax { State.Words: [{ Value: "suspended" }] }:
                End(place, clause, EndKind.Suspended);
                return true;
            case StatePredicateSyntax { State.Words: [{ Value: "void" or "terminated" } word] }:
                End(place, clause, word.Is("void") ? EndKind.Void : EndKind.Ends);
                return true;
            case StatePredicateSyntax { State.Words: [{ Value: "renewed" }] } renewed:
                Renewed(place, clause, renewed);
                return true;
            default:
                return false;
        }
    }

    /// <summary>`may withdraw with 12 months' notice`, `may suspend Article 5`: rights beside the permission.</summary>
    public void Rights(Numbered place, ClauseSyntax clause, NormSlot slot)
    {
        if (slot.Kind != NormKind.Permission || binders.Actors.Bind(clause.Subject, place) is not { } by)
        {
            return;
        }
        var act = ((ModalPredicateSyntax)clause.Predicate).Act;
        if (slot.Verb is "withdraw" or "denounce" && act.Object is null)
        {
            Life = Life with { Withdrawals = Life.Withdrawals.Add(Withdrawal(place, clause, by)) };
        }
        else if (slot.Verb == "suspend" && Target(act.Object) is { } target)
        {
            var right = new SuspensionRight(place.Clause, by.Names, target.Length == 0 ? null : target, place.Stands);
            Life = Life with { Suspensions = Life.Suspensions.Add(right) };
        }
    }

    private WithdrawalRight Withdrawal(Numbered place, ClauseSyntax clause, ActorSet by)
    {
        var roles = NormSlots.RolesOf(clause).ToList();
        var with = roles.Find(role => role.Prepositions[0].Is("with"))?.Objects.Items[0];
        var notice = with is null ? null : binders.Quantities.Time(with);
        var to = roles.Find(role => role.Prepositions[0].Is("to"))?.Objects.Items[0];
        var from = clause.Tails.OfType<AsTailSyntax>().FirstOrDefault(tail => tail.From is not null)?.From;
        return new WithdrawalRight(
            place.Clause,
            by.Names,
            notice,
            to is null ? null : binders.Actors.Try(to, place)?.Names.FirstOrDefault(),
            from is null ? null : binders.Points.Bind(from, place),
            place.Stands
        );
    }

    private void Entry(Numbered place, ClauseSyntax clause, FixedPredicateSyntax enters)
    {
        if (!place.Stands)
        {
            return;
        }
        var needs = ImmutableArray.CreateBuilder<EntryNeed>();
        var including = clause
            .Tails.OfType<IncludingTailSyntax>()
            .SelectMany(tail => binders.Actors.Bind(tail.List, place)?.Names ?? [])
            .ToImmutableArray();
        var named = new List<string>();
        foreach (var when in clause.Tails.OfType<ConditionTailSyntax>().SelectMany(tail => tail.Condition.Clauses))
        {
            including = including.AddRange(
                when.Tails.OfType<IncludingTailSyntax>()
                    .SelectMany(tail => binders.Actors.Bind(tail.List, place)?.Names ?? [])
            );
            if (Need(when, place, named, including) is { } need)
            {
                needs.Add(need);
                named.AddRange(need.By);
            }
        }
        var date = enters
            .Roles.Where(role => role.Prepositions[0].Is("on"))
            .Select(role => role.Objects.Items[0].Date)
            .FirstOrDefault(at => at is not null);
        var on = date is null ? null : binders.Points.Date(date);
        if (needs.Count == 0 && on is null)
        {
            context.Report(
                Codes.NotUnderstood,
                clause,
                "This does not say when it enters into force.",
                "when each party has ratified it"
            );
            return;
        }
        Life = Life with { Entry = new EntryRule(place.Clause, needs.ToImmutable(), on) };
    }

    private EntryNeed? Need(ClauseSyntax when, Numbered place, List<string> named, ImmutableArray<string> including)
    {
        if (
            when.Predicate is not FactPredicateSyntax { Negated: false } fact
            || Lexicon.Verb(fact.Act.Verb.Value) is not { } verb
        )
        {
            context.Report(
                Codes.NotUnderstood,
                when,
                "Entry needs something that parties do.",
                "when each party has ratified it"
            );
            return null;
        }
        var head = when.Subject.Items[0].Head;
        var kind = Lexicon.ActOf(verb) ?? ActKind.Performance;
        if (head.TermText == "majority" || head.Quantity is not null)
        {
            var of = head.Of is [var group] ? binders.Actors.Try(group, place) : binders.Actors.Try(head, place);
            if (of is null)
            {
                context.Report(Codes.NotAParty, head, $"`{head.WordsText()}` is no group of parties.");
                return null;
            }
            var number = head.Quantity is null
                ? of.Names.Length / 2 + 1
                : (int?)binders.Quantities.Number(head)?.AtLeast;
            return new EntryNeed(kind, of.Names, number, including);
        }
        if (binders.Actors.Bind(when.Subject, place) is not { } actors)
        {
            return null;
        }
        var other = head.Determiners.Any(word => word.Is("other"));
        var names = other ? [.. actors.Names.Where(name => !named.Contains(name))] : actors.Names;
        var any = head.Determiners.Any(word => word.Value is "any" or "one");
        return new EntryNeed(kind, names, any ? 1 : null, including);
    }

    private void Lasts(Numbered place, ClauseSyntax clause, FixedPredicateSyntax lasts)
    {
        var length = lasts.Object is null ? null : binders.Quantities.Time(lasts.Object.Items[0].Head);
        var span = clause.Tails.OfType<SpanTailSyntax>().Select(tail => tail.Span1).FirstOrDefault();
        var from = span?.Point is null ? new Point.EntryIntoForce() : binders.Points.Bind(span.Point, place);
        if (length is { } stated && from is not null && place.Stands)
        {
            Life = Life with { Duration = new LifeTerm(place.Clause, stated, from) };
        }
        else if (length is null)
        {
            context.Report(
                Codes.NotUnderstood,
                clause,
                "This does not say how long it lasts.",
                "lasts 15 years after entry into force"
            );
        }
    }

    private void End(Numbered place, ClauseSyntax clause, EndKind kind)
    {
        if (Target(clause.Subject) is not { } target)
        {
            context.Report(
                Codes.NotUnderstood,
                clause.Subject,
                "Only this agreement, or an article of it, ends.",
                "Article 5 ends when ..."
            );
            return;
        }
        var when = ImmutableArray.CreateBuilder<Condition>();
        Point? until = null;
        foreach (var tail in clause.Tails)
        {
            switch (tail)
            {
                case ConditionTailSyntax condition when binders.Facts.Bind(condition.Condition, place) is { } bound:
                    when.Add(bound);
                    until ??= InnerUntil(condition.Condition, place);
                    break;
                case SpanTailSyntax { Span1: { Kind: SpanKind.Until, Point: { } point } }:
                    until = binders.Points.Bind(point, place);
                    break;
                case SpanTailSyntax { Span1: { Point: { } at } } when binders.Points.Bind(at, place) is { } reached:
                    when.Add(new Condition.Reached(reached));
                    break;
                case ConditionTailSyntax or SpanTailSyntax:
                    break;
                default:
                    context.Report(
                        Codes.NotUnderstood,
                        tail,
                        "This says nothing of when it ends.",
                        "when Commission has found ..."
                    );
                    break;
            }
        }
        var article = target.Length == 0 ? null : target;
        Life = Life with
        {
            Ends = Life.Ends.Add(new EndRule(place.Clause, kind, article, when.ToImmutable(), until, place.Stands)),
        };
    }

    // The tail stands after the condition, so the grammar gives it to the condition's last clause.
    private Point? InnerUntil(ConditionSyntax condition, Numbered place) =>
        condition
            .Clauses[^1]
            .Tails.OfType<SpanTailSyntax>()
            .Where(tail => tail.Span1 is { Kind: SpanKind.Until, Point: not null })
            .Select(tail => binders.Points.Bind(tail.Span1.Point!, place))
            .FirstOrDefault();

    private void Renewed(Numbered place, ClauseSyntax clause, StatePredicateSyntax renewed)
    {
        var length = renewed
            .State.Roles.Where(role => role.Prepositions[0].Is("for"))
            .Select(role => binders.Quantities.Time(role.Objects.Items[0]))
            .FirstOrDefault();
        var when = clause
            .Tails.OfType<ConditionTailSyntax>()
            .Select(tail => binders.Facts.Bind(tail.Condition, place))
            .FirstOrDefault();
        if (length is { } stated)
        {
            Life = Life with { Renewals = Life.Renewals.Add(new Renewal(place.Clause, stated, when, place.Stands)) };
        }
        else
        {
            context.Report(
                Codes.NotUnderstood,
                clause,
                "This does not say for how long it is renewed.",
                "is renewed for 10 years when ..."
            );
        }
    }

    private void Continues(Numbered place, ClauseSyntax clause)
    {
        binders.Terms.Check(clause.Subject);
        foreach (var span in clause.Tails.OfType<SpanTailSyntax>().Where(tail => tail.Span1.Point is not null))
        {
            if (
                span.Span1.Kind != SpanKind.After
                || Inflection.Singular(span.Span1.Point!.Anchor.Head.TermText) != "withdrawal"
            )
            {
                binders.Points.Bind(span.Span1.Point!, place);
            }
        }
        context.Report(
            Codes.MeaningLater,
            clause,
            "It is kept and shown; duties that have arisen stay in any case (S19)."
        );
        Life = Life with { Continuations = Life.Continuations.Add(place.Clause) };
    }

    /// <summary>"" for the whole agreement, an article's number, or null for anything else.</summary>
    private string? Target(ListSyntax? list)
    {
        if (list is not { Items: [var item] })
        {
            return null;
        }
        if (ReferenceBinder.IsReference(item.Head))
        {
            return binders.References.Bind(item.Head);
        }
        return item.Head.TermText is "agreement" or "treaty" or "memorandum" or "it" or "protocol" or "instrument"
            ? ""
            : null;
    }
}
