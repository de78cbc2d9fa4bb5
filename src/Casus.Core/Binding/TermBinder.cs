using Casus.Core.Diagnostics;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>Whether a phrase is made of things that the text or the lexicon knows.</summary>
internal sealed class TermBinder(BindingContext context)
{
    /// <summary>
    /// Checks every noun phrase of a list; false, and an error for each unknown word, where one is not known.
    /// </summary>
    public bool Check(ListSyntax? list) => list is null || list.Items.Select(Check).ToList().TrueForAll(known => known);

    public bool Check(NounPhraseSyntax phrase) =>
        Check(phrase.Head) & phrase.Roles.OfType<RoleSyntax>().Select(Check).ToList().TrueForAll(known => known);

    public bool Check(RoleSyntax role) =>
        role.Objects.Items.Select(Check).ToList().TrueForAll(known => known)
        & (role.Infinitive is null || Check(role.Infinitive));

    public bool Check(SimpleSyntax simple)
    {
        var known = simple.Of.Select(Check).ToList().TrueForAll(each => each);
        if (simple.Term.IsEmpty || IsName(ActorBinder.Written(simple)))
        {
            return known;
        }
        return Words(simple) && known;
    }

    public bool IsName(string name)
    {
        var singular = Inflection.Singular(name.ToLowerInvariant());
        return context.PartyNamed(name) is not null
            || context.GroupNamed(name) is not null
            || context.BodyNamed(name) is not null
            || context.ZoneNamed(name) is not null
            || context.LineNamed(name) is not null
            || context.Definitions.ContainsKey(singular)
            || context.Conduct.IndexOf(singular) >= 0
            || context.Conduct.IndexOf(name) >= 0
            || Lexicon.ConductOf(singular) is not null
            || Lexicon.PresenceOf(singular) is not null
            || Lexicon.IsNoun(name.ToLowerInvariant());
    }

    // Longest declared names first, then words of the lexicon: what is left over is unknown.
    private bool Words(SimpleSyntax simple)
    {
        var words = simple.Term;
        var all = true;
        for (var start = 0; start < words.Length; )
        {
            var length = words.Length - start;
            while (length > 1 && !IsName(string.Join(' ', words.Skip(start).Take(length).Select(word => word.Text))))
            {
                length--;
            }
            if (length == 1 && !IsWord(words[start]))
            {
                context.Report(
                    Codes.UnknownNoun,
                    words[start],
                    $"`{words[start].Text}` is neither declared, defined, in the lexicon nor quoted.",
                    Suggest.Nearest(words[start].Text, Known()) ?? $"\"{simple.WordsText()}\""
                );
                all = false;
            }
            start += length;
        }
        return all;
    }

    private bool IsWord(SyntaxToken token)
    {
        var word = token.Value;
        return IsName(token.Text)
            || Lexicon.IsAdjective(word)
            || Lexicon.IsOpenTextured(word)
            || Lexicon.Verb(word) is not null
            || QuantityBinder.UnitOf(word) is not null
            || word is "it" or "them" or "itself" or "over" or "two" or "three" or "four"
            || context.Predicates.Exists(predicate => predicate.Adjective == word);
    }

    private IEnumerable<string> Known() =>
        context
            .Parties.Select(party => party.Name)
            .Concat(context.Groups.Select(group => group.Name))
            .Concat(context.Bodies.Select(body => body.Name))
            .Concat(context.Zones.Select(zone => zone.Name))
            .Concat(context.Lines.Select(line => line.Name))
            .Concat(context.Definitions.Keys)
            .Concat(context.Conduct.Names)
            .Concat(Lexicon.AllNouns);
}
