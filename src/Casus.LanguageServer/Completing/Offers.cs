using System.Globalization;
using Casus.Core.Binding;
using Casus.Core.Syntax;
using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Names;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer.Completing;

/// <summary>Kinds of offers by the numbers of the protocol.</summary>
internal enum OfferKind
{
    Verb = 2,
    Actor = 7,
    Place = 9,
    Value = 12,
    Term = 8,
    Keyword = 14,
    Conduct = 20,
    Reference = 18,
}

/// <summary>Offers in the order in which they are made; one that was made is not made again.</summary>
internal sealed class Offers(TextRange range)
{
    private readonly HashSet<string> made = new(StringComparer.Ordinal);
    private readonly List<CompletionItem> items = [];

    public IReadOnlyList<CompletionItem> Items => items;

    public void Words(IEnumerable<string> words, OfferKind kind, string detail)
    {
        foreach (var word in words)
        {
            Add(word, word, kind, detail);
        }
    }

    public void Names(Analysis analysis, ReadOnlySpan<NameKind> kinds, string suffix = "")
    {
        foreach (var thing in analysis.Names.Things)
        {
            if (kinds.Contains(thing.Kind) || (thing.Kind == NameKind.State && kinds.Contains(NameKind.Party)))
            {
                Add(thing.Name, thing.Name + suffix, KindOf(thing.Kind), thing.Kind.ToString().ToLowerInvariant());
            }
        }
    }

    /// <summary>A group as it bears a duty: each of its members, or all of them jointly.</summary>
    public void Roles(Analysis analysis)
    {
        foreach (var thing in analysis.Names.Things)
        {
            if (thing.Kind == NameKind.Group)
            {
                Add($"each member of {thing.Name}", $"each member of {thing.Name}", OfferKind.Actor, "each of a group");
            }
            else if (thing.Kind == NameKind.Role)
            {
                Add($"each {thing.Name}", $"each {thing.Name}", OfferKind.Actor, "each of a role");
                var all = Vocabulary.Plural(thing.Name) ?? thing.Name;
                Add($"the {all}", $"the {all}", OfferKind.Actor, "all of a role, jointly");
                Add(thing.Name, thing.Name, OfferKind.Actor, "a role");
            }
        }
    }

    public void Terms(Analysis analysis, bool determiner)
    {
        foreach (var thing in analysis.Names.Things.Where(thing => thing.Kind == NameKind.Term))
        {
            var isVowel = "aeiou".Contains(thing.Name[0], StringComparison.OrdinalIgnoreCase);
            var words = determiner ? $"{(isVowel ? "an" : "a")} {thing.Name}" : thing.Name;
            Add(words, words, OfferKind.Term, "a defined term");
        }
    }

    public void Conduct(Analysis analysis)
    {
        Words(analysis.Agreement.Conduct.Names, OfferKind.Conduct, "conduct");
    }

    public void Articles(Analysis analysis)
    {
        foreach (var thing in analysis.Names.Things.Where(thing => thing.Kind == NameKind.Article))
        {
            Add($"Article {thing.Name}", $"Article {thing.Name}", OfferKind.Reference, "an article");
        }
    }

    public void Numbers(Analysis analysis)
    {
        foreach (var thing in analysis.Names.Things.Where(each => each.Kind is NameKind.Article or NameKind.Clause))
        {
            var what = thing.Kind == NameKind.Article ? "an article" : "a sentence";
            Add(thing.Name, thing.Name, OfferKind.Reference, what);
        }
    }

    /// <summary>Units after a number, or after a bracket that stands for one.</summary>
    public void Units(SyntaxToken last)
    {
        if (last.Kind is TokenKind.Number or TokenKind.CloseBracket)
        {
            Words(Forms.Units, OfferKind.Value, "a unit");
        }
    }

    private void Add(string label, string text, OfferKind kind, string detail)
    {
        if (made.Add(label))
        {
            var order = items.Count.ToString("0000", CultureInfo.InvariantCulture);
            items.Add(new CompletionItem(label, (int)kind, detail, order, new DocumentEdit(range, text)));
        }
    }

    private static OfferKind KindOf(NameKind kind) =>
        kind switch
        {
            NameKind.Zone or NameKind.Line => OfferKind.Place,
            NameKind.Bracket => OfferKind.Value,
            NameKind.Term => OfferKind.Term,
            NameKind.Conduct => OfferKind.Conduct,
            _ => OfferKind.Actor,
        };
}
