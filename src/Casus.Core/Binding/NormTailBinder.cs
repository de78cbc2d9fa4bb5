using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Norms;
using Casus.Core.Syntax;
using Casus.Core.Time;

namespace Casus.Core.Binding;

/// <summary>What follows a norm: its clock, its end, its exceptions, its means, its conditions.</summary>
internal sealed class NormTailBinder(BindingContext context, Binders binders)
{
    public Norm Apply(Norm norm, NormSlot slot, Numbered place)
    {
        foreach (var tail in slot.Clause.Tails)
        {
            norm = One(norm, tail, place);
        }
        foreach (var role in NormSlots.RolesOf(slot.Clause))
        {
            norm = Role(norm, role);
        }
        return slot.Item?.If is { } condition ? If(norm, condition, place) : norm;
    }

    private Norm One(Norm norm, TailSyntax tail, Numbered place) =>
        tail switch
        {
            SpanTailSyntax span => Span(norm, span.Span1, place),
            ForthwithTailSyntax => norm with { Forthwith = true },
            ConditionTailSyntax condition => Conditional(norm, condition, place),
            ExceptTailSyntax except => Exception(norm, except, place),
            SubjectToTailSyntax subject => SubjectTo(norm, subject.To),
            NotwithstandingTailSyntax notwithstanding => Notwithstanding(norm, notwithstanding.Of),
            AsTailSyntax @as => As(norm, @as, place),
            MayIncludeTailSyntax means => norm with
            {
                MeansPermitted = [.. norm.MeansPermitted, .. Words(means.Means)],
            },
            IncludingTailSyntax including => norm with
            {
                MeansPermitted = [.. norm.MeansPermitted, .. Words(including.List)],
            },
            SilenceTailSyntax silence => Refuse(norm, silence, "Silence has a meaning in a decision, not in a duty."),
            _ => norm,
        };

    private Norm Span(Norm norm, SpanSyntax span, Numbered place)
    {
        switch (span.Kind)
        {
            case SpanKind.Within:
                var length = span.Length is null ? null : binders.Quantities.Time(span.Length);
                var from = span.Point is null ? new Point.AsKnown() : binders.Points.Bind(span.Point, place);
                if (span.Relation?.Is("before") == true)
                {
                    return Refuse(norm, span, "A deadline runs after an event.");
                }
                return length is { } stated && from is not null
                    ? norm with
                    {
                        Deadline = new Deadline(stated, from),
                    }
                    : norm;
            case SpanKind.Before:
                return binders.Points.Bind(span.Point!, place) is { } before
                    ? norm with
                    {
                        Deadline = new Deadline(new Length(0, LengthUnit.Second), before) { IsPoint = true },
                    }
                    : norm;
            case SpanKind.After:
                return binders.Points.Bind(span.Point!, place) is { } after ? norm with { AsFrom = after } : norm;
            default:
                return binders.Points.Bind(span.Point!, place) is { } until ? norm with { Until = until } : norm;
        }
    }

    private Norm Role(Norm norm, RoleSyntax role)
    {
        var first = role.Objects.Items[0];
        if (role.Prepositions[0].Is("by") && first.Date is { } date && binders.Points.Date(date) is Point.Stated stated)
        {
            // `by D` includes D: its last second.
            var last = new Point.Stated(stated.Last, stated.Last);
            return norm with { Deadline = new Deadline(new Length(0, LengthUnit.Second), last) { IsPoint = true } };
        }
        if (
            role.Prepositions[0].Is("for")
            && norm.Kind == NormKind.Keep
            && binders.Quantities.Number(first) is { Value: <= 1_000_000 } number
        )
        {
            if (QuantityBinder.UnitOf(number.Unit) is { } unit)
            {
                var start = norm.AsFrom ?? new Point.EntryIntoForce();
                return norm with { Until = new Point.Offset(new Length((int)number.Value, unit), false, start) };
            }
        }
        return norm;
    }

    private Norm Conditional(Norm norm, ConditionTailSyntax tail, Numbered place)
    {
        if (binders.Facts.Bind(tail.Condition, place) is not { } condition)
        {
            return norm;
        }
        return tail.Keyword.Is("unless")
            ? norm with
            {
                Exceptions = norm.Exceptions.Add(new NormException(null, null, condition, tail.WordsText())),
            }
            : norm with
            {
                OnlyIf = condition,
            };
    }

    /// <summary>
    /// `if the decision carries [and if C], then`: the branch, and what else must be so when it is taken.
    /// </summary>
    private Norm If(Norm norm, ConditionSyntax condition, Numbered place)
    {
        var decision = condition.Clauses.FirstOrDefault(IsOutcome);
        if (decision is null || condition.Joinings.Contains(Joining.Or))
        {
            return binders.Facts.Bind(condition, place) is { } only ? norm with { OnlyIf = only } : norm;
        }
        if (binders.Procedures.Nearest(place, decision) is not { } procedure)
        {
            return norm;
        }
        var rest = condition.Clauses.Remove(decision).Select(clause => binders.Facts.Bind(clause, place)).ToList();
        return norm with
        {
            Branch = new Branch(procedure, ((FixedPredicateSyntax)decision.Predicate).Verb.Is("carries")),
            OnlyIf = rest.Count == 0 || rest.Contains(null) ? null : new Condition.And([.. rest.Select(part => part!)]),
        };
    }

    private static bool IsOutcome(ClauseSyntax clause) =>
        clause.Predicate is FixedPredicateSyntax { Verb.Value: "carries" or "fails" };

    private Norm Exception(Norm norm, ExceptTailSyntax tail, Numbered place) =>
        Exception(tail, place) is { } exception ? norm with { Exceptions = norm.Exceptions.Add(exception) } : norm;

    public NormException? Exception(ExceptTailSyntax tail, Numbered place)
    {
        var name = tail.Name?.Value;
        if (tail.That is { } that)
        {
            return binders.Facts.Bind(that, place) is { } condition
                ? new NormException(name, null, condition, tail.WordsText())
                : null;
        }
        if (tail.Spans is [{ Kind: SpanKind.Within, Length: { } length, Point: { } point }])
        {
            return SelfDefence(name, length, point, tail);
        }
        if (tail.Objects is { } objects)
        {
            return Matter(name, objects, tail, place);
        }
        context.Report(
            Codes.NotUnderstood,
            tail,
            "This exception names no event.",
            "except self-defence: within 24 hours after an attack on it"
        );
        return null;
    }

    private NormException? SelfDefence(string? name, SimpleSyntax length, PointSyntax point, ExceptTailSyntax tail)
    {
        var roles = point.Anchor.Roles.OfType<RoleSyntax>().ToList();
        var onIt = roles.Exists(role =>
            role.Prepositions[0].Value is "on" or "against" && role.Objects.Items[0].TermText == "it"
        );
        if (!onIt)
        {
            context.Report(
                Codes.NotUnderstood,
                tail,
                "The machine knows replies to an attack on the one who replies.",
                "within 24 hours after an attack on it"
            );
            return null;
        }
        var same = roles.Exists(role =>
            role.Prepositions[0].Is("in") && Inflection.Singular(role.Objects.Items[0].TermText) == "sector"
        );
        return binders.Quantities.Seconds(length) is { } seconds
            ? new NormException(name, new SelfDefence(seconds, same), null, tail.WordsText())
            : null;
    }

    private NormException? Matter(string? name, ListSyntax objects, ExceptTailSyntax tail, Numbered place)
    {
        if (objects.Items is [{ Head.String: null } item] && Eventful(item, place) is { } condition)
        {
            return new NormException(name, null, condition, tail.WordsText());
        }
        binders.Terms.Check(objects);
        context.Observe(
            ObservationKind.OpenTextured,
            objects,
            objects.WordsText(),
            $"Nothing in a row says `{objects.WordsText()}`."
        );
        return new NormException(name, null, new Condition.OpenTextured(objects.WordsText()), tail.WordsText());
    }

    private Condition? Eventful(NounPhraseSyntax item, Numbered place)
    {
        var noun = Inflection.Singular(item.Head.TermText);
        var isEvent = context.Definitions.ContainsKey(noun) || context.Conduct.IndexOf(noun) >= 0;
        return isEvent && binders.Conditions.Bind(item, place) is { } bound
            ? binders.Conditions.ConditionOf(bound)
            : null;
    }

    private Norm SubjectTo(Norm norm, ListSyntax list)
    {
        foreach (var item in list.Items)
        {
            if (ReferenceBinder.IsReference(item.Head))
            {
                if (binders.References.Bind(item.Head) is { } reference)
                {
                    norm = norm with { SubjectTo = norm.SubjectTo.Add(reference) };
                    context.Priorities.Add(new Priority(norm.Clause, reference, norm.Clause));
                }
                continue;
            }
            binders.Terms.Check(item.Head);
            context.Report(Codes.MeaningLater, item, $"`{item.WordsText()}` is kept as a gate before performance.");
            norm = norm with { DomesticGate = item.WordsText() };
        }
        return norm;
    }

    private Norm Notwithstanding(Norm norm, ListSyntax list)
    {
        foreach (var item in list.Items)
        {
            if (binders.References.Bind(item.Head) is { } reference)
            {
                norm = norm with { Notwithstanding = norm.Notwithstanding.Add(reference) };
                context.Priorities.Add(new Priority(norm.Clause, norm.Clause, reference));
            }
        }
        return norm;
    }

    private Norm As(Norm norm, AsTailSyntax tail, Numbered place)
    {
        if (tail.From is { } from)
        {
            return binders.Points.Bind(from, place) is { } point ? norm with { AsFrom = point } : norm;
        }
        if (!tail.It.IsDefaultOrEmpty)
        {
            return norm with { AsItDeemsNecessary = true };
        }
        return Refuse(norm, tail, "This says nothing of a duty.");
    }

    private Norm Refuse(Norm norm, SyntaxNode at, string why)
    {
        context.Report(Codes.NotUnderstood, at, why);
        return norm;
    }

    private IEnumerable<string> Words(ListSyntax list)
    {
        binders.Terms.Check(list);
        return list.Items.Select(item => item.WordsText());
    }
}
