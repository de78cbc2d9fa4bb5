using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Diagnostics;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>Who: parties, groups, bodies, roles of the trigger, and organs of a party.</summary>
internal sealed class ActorBinder(BindingContext context)
{
    private static readonly string[] AllParties = ["party", "side", "signatory"];

    public ActorSet? Bind(ListSyntax list, Numbered place) =>
        Join([.. list.Items.Select(item => item.Head)], list.Joining, list, place);

    public ActorSet? Bind(SimpleListSyntax list, Numbered place) => Join(list.Items, list.Joining, list, place);

    /// <summary>As <see cref="Bind(SimpleListSyntax, Numbered)"/>, without a word where it is nobody.</summary>
    public ActorSet? Try(SimpleSyntax simple, Numbered place) => One(simple, place, [], quiet: true);

    public bool IsActor(SimpleSyntax simple, Numbered place) => Try(simple, place) is not null;

    private ActorSet? Join(ImmutableArray<SimpleSyntax> items, Joining joining, SyntaxNode whole, Numbered place)
    {
        var named = new List<string>();
        var sets = new List<ActorSet>();
        foreach (var item in items)
        {
            if (One(item, place, named, quiet: false) is not { } set)
            {
                return null;
            }
            sets.Add(set);
            named.AddRange(set.Names);
        }
        if (sets.Count == 1)
        {
            return sets[0];
        }
        if (sets.Exists(set => set.Role != ActorRole.Named))
        {
            context.Report(Codes.NotAParty, whole, $"`{whole.WordsText()}` joins a role with others.");
            return null;
        }
        var connective = joining == Joining.Or ? "or" : "and";
        var written = string.Join(", ", sets.Take(sets.Count - 1).Select(set => set.Written));
        return new ActorSet(
            ActorRole.Named,
            [.. named.Distinct(StringComparer.Ordinal)],
            $"{written} {connective} {sets[^1].Written}"
        );
    }

    private ActorSet? One(SimpleSyntax simple, Numbered place, IReadOnlyList<string> before, bool quiet)
    {
        if (simple.String is { } quoted)
        {
            return quiet ? null : Named([quoted.Value], quoted.Value);
        }
        var words = Written(simple);
        if (words.Length == 0)
        {
            return quiet ? null : Nobody(simple);
        }
        var found = Declared(words) ?? Declared(simple.TermText) ?? Role(simple, place, before) ?? Organ(simple, place);
        return found ?? (quiet ? null : Nobody(simple));
    }

    private ActorSet? Declared(string name)
    {
        if (context.PartyNamed(name) is { } party)
        {
            return Named([party.Name], party.Name);
        }
        if (context.GroupNamed(name) is { } group)
        {
            return Named(group.Members, name);
        }
        if (context.BodyNamed(name) is { } body)
        {
            return Named([body.Name], body.Name);
        }
        return string.Equals(name, "depositary", StringComparison.OrdinalIgnoreCase) && context.Depositary is { } holder
            ? Named([holder], holder)
            : null;
    }

    private ActorSet? Role(SimpleSyntax simple, Numbered place, IReadOnlyList<string> before)
    {
        var singular = Inflection.Singular(simple.TermText);
        var other = simple.Determiners.Any(word => word.Is("other"));
        if (singular is "victim")
        {
            return new ActorSet(ActorRole.Victim, [], "the victim");
        }
        if (singular is "accused" or "attacker")
        {
            return new ActorSet(ActorRole.Accused, [], "the accused");
        }
        if (simple.TermText == "it" && place.Main is { } main)
        {
            return Bind(main.Subject, place with { Main = null });
        }
        // "a statement by any party of a threat": the `of` is the statement's.
        if (AllParties.Contains(singular) && simple.Of.All(of => One(of, place, [], quiet: true) is null))
        {
            return All(context.BoundParties, WithoutDeterminers(simple), other, before, place);
        }
        if (singular.EndsWith("member", StringComparison.Ordinal))
        {
            return Members(simple, singular, other, before, place);
        }
        return null;
    }

    private ActorSet? Members(
        SimpleSyntax simple,
        string singular,
        bool other,
        IReadOnlyList<string> before,
        Numbered place
    )
    {
        if (simple.Of.IsEmpty)
        {
            // "each permanent member": those who hold a veto in a declared body.
            var vetoes = context.Bodies.SelectMany(body => body.Vetoes).Distinct(StringComparer.Ordinal);
            return vetoes.Any() && singular != "member" ? Named([.. vetoes], Written(simple)) : null;
        }
        var of = Written(simple.Of[0]);
        if (context.GroupNamed(of) is { } group)
        {
            return All(group.Members, of, other, before, place);
        }
        if (context.BodyNamed(of) is { Members.IsEmpty: false } body)
        {
            return All(body.Members, of, other, before, place);
        }
        return context.PartyNamed(of) is { } party ? Named([party.Name], $"members of {party.Name}") : null;
    }

    private static ActorSet All(
        IEnumerable<string> names,
        string written,
        bool other,
        IReadOnlyList<string> before,
        Numbered place
    ) =>
        Named([.. names.Where(name => !other || !before.Contains(name))], written) with
        {
            // In a block `each other party` is not the one that the event struck.
            ExceptVictim = other && place.BlockIndex is not null,
        };

    private ActorSet? Organ(SimpleSyntax simple, Numbered place)
    {
        if (simple.Term is [var first, .. var rest] && first.Value is "its" or "their" && rest.Length > 0)
        {
            var organ = string.Join(' ', rest.Select(word => word.Value));
            return Lexicon.IsNoun(Inflection.Singular(organ))
                ? Named([$"{organ} of {Organs.Bearer}"], $"its {organ}")
                : null;
        }
        if (simple.Of.Length == 1 && Lexicon.IsNoun(Inflection.Singular(simple.TermText)))
        {
            return One(simple.Of[0], place, [], quiet: true) is { Role: ActorRole.Named } owner
                ? Named([.. owner.Names.Select(name => $"{simple.TermText} of {name}")], Written(simple))
                : null;
        }
        return null;
    }

    private ActorSet? Nobody(SimpleSyntax simple)
    {
        var known = context
            .Parties.Select(party => party.Name)
            .Concat(context.Groups.Select(group => group.Name))
            .Concat(context.Bodies.Select(body => body.Name));
        context.Report(
            Codes.NotAParty,
            simple,
            $"`{simple.WordsText()}` is no declared party, group or body.",
            Suggest.Nearest(Written(simple), known)
        );
        return null;
    }

    /// <summary>The words without determiners, as they stand.</summary>
    public static string Written(SimpleSyntax simple)
    {
        var skip = simple.Determiners.ToHashSet<SyntaxElement>(ReferenceEqualityComparer.Instance);
        return string.Join(' ', simple.Elements.Where(element => !skip.Contains(element)).SelectMany(TokensOf))
            .Replace(" ,", ",", StringComparison.Ordinal);
    }

    private static string WithoutDeterminers(SimpleSyntax simple) =>
        string.Join(' ', simple.Term.Select(word => word.Text));

    private static IEnumerable<string> TokensOf(SyntaxElement element) =>
        element is SyntaxToken token
            ? [token.Kind == TokenKind.String ? token.Value : token.Text]
            : ((SyntaxNode)element).Tokens().Select(inner => inner.Text);

    private static ActorSet Named(ImmutableArray<string> names, string written) => new(ActorRole.Named, names, written);
}
