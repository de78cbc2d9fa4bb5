using System.Collections.Immutable;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>Norms: who shall, may or shall not do what.</summary>
internal sealed class NormBinder(BindingContext context, Binders binders)
{
    private static readonly string[] Giving =
    [
        "give",
        "deliver",
        "provide",
        "supply",
        "send",
        "transfer",
        "pay",
        "restore",
    ];

    /// <summary>Binds the norm of a slot into its place in the table, and those that arise where it fails.</summary>
    public void Bind(NormSlot slot, Numbered place)
    {
        var clause = slot.Clause;
        var modal = (ModalPredicateSyntax)clause.Predicate;
        var within = place with { Main = clause };
        if (binders.Facts.Verb(modal.Act.Verb) is null || Bearers(slot, modal, within) is not { } bearers)
        {
            return;
        }
        CheckObject(slot, modal.Act, within);
        var norm = new Norm
        {
            Clause = place.Clause,
            Article = place.Article,
            Order = slot.Place.Order,
            Stands = place.Stands,
            Block = place.BlockIndex,
            Bearers = bearers,
            Modal = slot.Modal,
            Kind = slot.Kind,
            Verb = slot.Verb,
            Object = WithoutVerb(modal.Act),
            Beneficiary = Beneficiary(modal.Act, clause, within),
            Amount = AmountOf(slot, modal.Act),
            Each = NormSlots.Recurs(clause),
            IsFallback = slot.IsFallback,
            FailingWhich = slot.Fallback,
            IsProcedural = slot.Kind == NormKind.Do && Lexicon.ProceduralVerbs.Contains(slot.Verb),
            ForEach = place.BlockIndex is null ? ForEach(slot, modal.Act, within) : null,
        };
        norm = binders.Tails.Apply(norm, slot, WithEvents(within, norm));
        if (slot.Kind is NormKind.Keep or NormKind.Refrain)
        {
            norm = norm with { Contrary = binders.Contraries.Bind(slot, bearers.Actors) };
        }
        context.Norms[slot.Index] = norm;
        if (slot.Fallback is { } fallback)
        {
            Bind(binders.Slots.At(fallback), place);
        }
    }

    private Bearers? Bearers(NormSlot slot, ModalPredicateSyntax modal, Numbered place)
    {
        var subject = slot.Clause.Subject;
        var manner = modal.Manner ?? slot.Clause.Tails.OfType<MannerTailSyntax>().FirstOrDefault()?.Manner;
        var jointly = manner?.Is("jointly") == true;
        if (subject.Joining == Joining.Or && slot.Kind is not (NormKind.Permission or NormKind.Intention))
        {
            // It binds neither; the parser has said so (CAS1007).
            return null;
        }
        if (binders.Actors.Bind(subject, place with { Main = null }) is not { } actors)
        {
            return null;
        }
        var bare = !jointly && subject.Items.Any(item => IsBareGroup(item.Head));
        if (bare && slot.Kind is NormKind.Do or NormKind.Keep && bare && slot.Modal != Modal.ShallNot)
        {
            var singular = Inflection.Singular(actors.Written);
            context.Report(
                Codes.BareGroup,
                subject,
                $"`{subject.WordsText()} {modal.Modal.Text}` does not say whether each or all together.",
                $"each {singular} shall, or the {actors.Written} shall jointly"
            );
            return null;
        }
        return new Bearers(jointly ? BearerMode.Jointly : BearerMode.Each, actors);
    }

    private bool IsBareGroup(SimpleSyntax head)
    {
        var determined = head.Determiners.Any(word =>
            word.Value is "each" or "any" or "every" or "both" or "all" or "no" or "one"
        );
        var written = ActorBinder.Written(head);
        var isGroup =
            context.GroupNamed(written) is not null || written is "parties" or "sides" or "signatories" or "members";
        return !determined && isGroup && context.PartyNamed(written) is null && context.BodyNamed(written) is null;
    }

    private void CheckObject(NormSlot slot, ActSyntax act, Numbered place)
    {
        binders.Terms.Check(act.Object);
        foreach (
            var role in act.Roles.Concat(slot.Clause.Tails.OfType<RoleTailSyntax>().SelectMany(tail => tail.Roles))
        )
        {
            binders.Terms.Check(role);
        }
        foreach (var item in (act.Object?.Items ?? []).Where(item => item.Relative is not null))
        {
            context.Observe(
                ObservationKind.OpenTextured,
                item.Relative!,
                item.Relative!.WordsText(),
                $"`{item.Relative!.WordsText()}` narrows no duty that the machine can tell."
            );
        }
        if (act.Object is { } objects && objects.Items.Any(item => item.Head.TermText == "it") && place.Main is null)
        {
            context.Report(Codes.NoAntecedent, objects, "`it` refers to nothing here.");
        }
    }

    private static string WithoutVerb(ActSyntax act) =>
        string.Join(
            ' ',
            act.Elements.Where(element => element != act.Verb)
                .Select(element => element is SyntaxNode node ? node.WordsText() : ((SyntaxToken)element).Text)
        );

    private ActorSet? Beneficiary(ActSyntax act, ClauseSyntax clause, Numbered place)
    {
        var first = act.Object?.Items[0].Head;
        var to = NormSlots.RolesOf(clause).FirstOrDefault(role => role.Prepositions[0].Is("to"))?.Objects.Items[0];
        var verb = Lexicon.Verb(act.Verb.Value) ?? "";
        if (Giving.Contains(verb) || first is null)
        {
            return to is null ? null : binders.Actors.Try(to, place);
        }
        return binders.Actors.Try(first, place) ?? (to is null ? null : binders.Actors.Try(to, place));
    }

    private Amount? AmountOf(NormSlot slot, ActSyntax act)
    {
        if (slot.Kind != NormKind.Do || act.Object?.Items[0].Head is not { Quantity: not null } head)
        {
            return null;
        }
        if (binders.Quantities.Number(head) is not { IsFromAbove: false } number)
        {
            return null;
        }
        var unit = head.String?.Value ?? number.Unit;
        var least = number.Comparator == "more than" ? number.AtLeast : number.Value;
        return new Amount(least, unit);
    }

    /// <summary>`Commission shall report each violation`: outside a block, the duty arises for each.</summary>
    private int? ForEach(NormSlot slot, ActSyntax act, Numbered place)
    {
        if (
            slot.Kind != NormKind.Do
            || act.Object?.Items is not [var item]
            || !item.Head.Determiners.Any(word => word.Value is "each" or "every" or "any")
        )
        {
            return null;
        }
        var singular = Inflection.Singular(ActorBinder.Written(item.Head).ToLowerInvariant());
        if (!context.Definitions.ContainsKey(singular) && context.Conduct.IndexOf(singular) < 0 && singular != "breach")
        {
            return null;
        }
        return binders.Events.Bind(item, place) is BoundEvent.Incident incident
            ? context.PatternOf(incident.Pattern)
            : null;
    }

    private Numbered WithEvents(Numbered place, Norm norm) =>
        norm.ForEach is { } pattern
            ? place with
            {
                Events = [new BoundEvent.Incident(context.Patterns[pattern].Name, context.Patterns[pattern])],
            }
            : place;
}
