using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>Events: what a noun phrase names, by its head, then by its roles, then by what `that` says of it.</summary>
internal sealed class EventBinder(BindingContext context, Binders binders)
{
    /// <summary>
    /// Binds the phrase; <paramref name="skip"/> are roles that somebody else reads (windows, sectors, days).
    /// </summary>
    public BoundEvent? Bind(NounPhraseSyntax phrase, Numbered place, IReadOnlySet<SyntaxNode>? skip = null)
    {
        var roles = phrase.Roles.OfType<RoleSyntax>().Where(role => skip?.Contains(role) != true).ToList();
        if (Head(phrase.Head, roles, place) is not { } head)
        {
            return null;
        }
        var shaped = binders.Roles.Apply(head, roles, phrase, place);
        return shaped is null || phrase.Relative is null ? shaped : binders.Relatives.Apply(shaped, phrase, place);
    }

    /// <summary>The singular noun by which `the X` refers back to this event.</summary>
    private BoundEvent? Head(SimpleSyntax head, List<RoleSyntax> roles, Numbered place)
    {
        if (head.String is { } quoted)
        {
            if (context.Definitions.TryGetValue(Inflection.Singular(quoted.Value.ToLowerInvariant()), out var defined))
            {
                return binders.Definitions.Bound(defined, head);
            }
            return (BoundEvent?)ConductEvent(quoted.Value, quoted.Value) ?? Open(head, quoted.Value);
        }
        var whole = ActorBinder.Written(head).ToLowerInvariant();
        var noun = Inflection.Singular(head.TermText);
        var named = Named(whole, place, head) ?? Named(noun, place, head);
        if (named is not null)
        {
            return named;
        }
        if (noun == "breach")
        {
            return Breach(head, place);
        }
        if (noun == "entry" && roles.Exists(role => role.Prepositions[0].Is("into")))
        {
            roles.RemoveAll(role => role.Prepositions[0].Is("into"));
            return new BoundEvent.Comes("entry", new Point.EntryIntoForce());
        }
        if (noun is "incident" or "event")
        {
            return new BoundEvent.Incident("incident", new IncidentPattern { Name = "incident" });
        }
        return (BoundEvent?)ActEvent(noun) ?? Modified(head, place) ?? Unknown(head);
    }

    private BoundEvent? Named(string name, Numbered place, SyntaxNode at)
    {
        var singular = Inflection.Singular(name);
        if (context.Definitions.TryGetValue(singular, out var definition))
        {
            return binders.Definitions.Bound(definition, at);
        }
        return ConductEvent(singular, singular)
            ?? (Lexicon.ConductOf(singular) is { } conduct ? ConductEvent(conduct, singular) : null);
    }

    private BoundEvent.Incident? ConductEvent(string term, string noun)
    {
        var index = context.Conduct.IndexOf(term);
        return index < 0
            ? null
            : new BoundEvent.Incident(
                noun,
                new IncidentPattern { Name = noun, Conducts = [context.Conduct.Names[index]] }
            );
    }

    private BoundEvent.Acted? ActEvent(string noun)
    {
        if (Lexicon.VerbOf(noun) is not { } verb)
        {
            return null;
        }
        var kind = noun switch
        {
            "withdrawal" => ActKind.Withdrawal,
            _ => Lexicon.ActOf(verb) ?? ActKind.Performance,
        };
        return new BoundEvent.Acted(noun, new ActPattern { Kind = kind, Verb = verb });
    }

    /// <summary>`unprovoked attack`: a known noun after words that a body may find, or that nothing measures.</summary>
    private BoundEvent? Modified(SimpleSyntax head, Numbered place)
    {
        for (var start = 1; start < head.Term.Length; start++)
        {
            var rest = Inflection.Singular(string.Join(' ', head.Term[start..].Select(word => word.Value)));
            var known = Named(rest, place, head) ?? ActEvent(rest);
            if (known is null)
            {
                continue;
            }
            foreach (var word in head.Term[..start].Where(word => !IsPlain(word.Value)))
            {
                known = binders.Relatives.Qualify(known, word.Value, word);
            }
            return known;
        }
        return null;
    }

    private static bool IsPlain(string word) => word is "new" or "further" or "other" or "additional";

    private BoundEvent? Breach(SimpleSyntax head, Numbered place)
    {
        var norms = ImmutableArray.CreateBuilder<int>();
        foreach (var of in head.Of)
        {
            var reference = binders.References.Bind(of);
            if (reference is null)
            {
                return null;
            }
            norms.AddRange(binders.References.WatchedNorms(reference));
        }
        if (head.Of.IsEmpty)
        {
            norms.AddRange(binders.References.WatchedNorms(null));
        }
        return new BoundEvent.Incident(
            "breach",
            new IncidentPattern { Name = head.WordsText(), BreachOf = norms.ToImmutable() }
        );
    }

    private BoundEvent.Open Open(SimpleSyntax head, string text)
    {
        context.Observe(ObservationKind.OpenTextured, head, text, $"\"{text}\" has no measure here.");
        return new BoundEvent.Open(text);
    }

    private BoundEvent.Open? Unknown(SimpleSyntax head)
    {
        if (!binders.Terms.Check(head))
        {
            return null;
        }
        var text = ActorBinder.Written(head);
        context.Observe(ObservationKind.UnreportedEvent, head, text, $"No fact reports `{text}`.");
        return new BoundEvent.Open(text);
    }
}
