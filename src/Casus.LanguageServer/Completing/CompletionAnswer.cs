using Casus.Core.Binding;
using Casus.Core.Syntax;
using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Names;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer.Completing;

/// <summary>What may stand at a place, by the form of the sentence that is being typed.</summary>
internal sealed class CompletionAnswer
{
    private readonly Analysis analysis;
    private readonly TypedSentence typed;
    private readonly TextRange range;
    private readonly Offers offers;

    private CompletionAnswer(Analysis analysis, int offset)
    {
        this.analysis = analysis;
        typed = TypedSentence.At(analysis, offset);
        range = new TextRange(analysis.PositionOf(typed.WordStart), analysis.PositionOf(offset));
        offers = new Offers(range);
    }

    public static IReadOnlyList<CompletionItem> Of(Analysis analysis, int offset)
    {
        var answer = new CompletionAnswer(analysis, offset);
        if (answer.typed.IsInText)
        {
            answer.Offer();
        }
        return answer.offers.Items;
    }

    private void Offer()
    {
        if (typed.OpenBracket >= 0)
        {
            InBracket(typed.OpenBracket);
        }
        else if (typed.Clause.IsEmpty || IsGuard())
        {
            Opening();
        }
        else if (
            typed.Opens("Conduct")
            || typed.Opens("Group")
            || typed.Opens("Body")
            || typed.Opens("Zone")
            || typed.Opens("Sectors")
            || typed.Opens("Position")
            || typed.Opens("Source")
            || typed.Opens("Party")
            || typed.Opens("Parties")
        )
        {
            Declaration();
        }
        else
        {
            AfterWord(typed.Last!);
        }
    }

    /// <summary>Nothing but a bracket stands before the cursor.</summary>
    private bool IsGuard() =>
        typed.Clause[0].Kind == TokenKind.OpenBracket && typed.Clause[^1].Kind == TokenKind.CloseBracket;

    private void InBracket(int open)
    {
        var inside = typed.Tokens[(open + 1)..];
        var colon = inside.ToList().FindIndex(token => token.Kind == TokenKind.Colon);
        if (colon < 0)
        {
            offers.Names(analysis, [NameKind.Bracket], suffix: ": ");
            return;
        }
        var name = string.Join(' ', inside[..colon].Select(token => token.Text));
        var known = analysis.Agreement.Brackets.FirstOrDefault(each =>
            string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase)
        );
        offers.Words(known?.Values ?? [], OfferKind.Value, "a value of this bracket");
    }

    private void Opening()
    {
        var isItem = !typed.Tokens.IsEmpty;
        offers.Names(analysis, [NameKind.Party, NameKind.Body]);
        offers.Roles(analysis);
        if (isItem)
        {
            offers.Words(
                ["if the decision carries, then", "if the decision fails, then"],
                OfferKind.Keyword,
                "a branch"
            );
            return;
        }
        offers.Words(Forms.Openers, OfferKind.Keyword, "opens a sentence");
        offers.Words(["A", "An", "Each", "The", "This agreement"], OfferKind.Keyword, "opens a sentence");
        var next = analysis.Tree.Sentences.Count(sentence => sentence.Body is ArticleSyntax) + 1;
        offers.Words([FormattableString.Invariant($"Article {next}")], OfferKind.Keyword, "opens an article");
    }

    private void Declaration()
    {
        var last = typed.Last!;
        if (last.Is("as"))
        {
            offers.Words(Forms.Roles, OfferKind.Value, "a role");
        }
        else if (typed.Opens("Conduct") && typed.Tokens.Any(token => token.Kind == TokenKind.Colon))
        {
            offers.Conduct(analysis);
        }
        else if (typed.Opens("Zone") || typed.Opens("Sectors"))
        {
            offers.Words(typed.Opens("Zone") ? ["within", "from"] : ["every"], OfferKind.Keyword, "how far");
            offers.Units(last);
            offers.Names(analysis, [NameKind.Line]);
        }
        else if (last.Is("on") || (typed.Opens("Source") && last.Is("of")))
        {
            offers.Names(analysis, [NameKind.Bracket]);
            offers.Articles(analysis);
        }
        else if (typed.Opens("Position") && last.Kind == TokenKind.Colon)
        {
            offers.Words(ReservedWords.Stances, OfferKind.Keyword, "a stance");
        }
        else
        {
            offers.Names(analysis, [NameKind.Party, NameKind.Body, NameKind.Group]);
            offers.Words(
                ReservedWords.EvidenceVerbs.Select(verb => $"{verb} by"),
                OfferKind.Keyword,
                "how it is known"
            );
        }
    }

    private void AfterWord(SyntaxToken last)
    {
        switch (last.Value)
        {
            case "shall" or "may" or "will" or "would" or "jointly" or "alone":
                offers.Words(last.Is("shall") ? ["not", "jointly"] : [], OfferKind.Keyword, "how");
                offers.Words(Vocabulary.Verbs, OfferKind.Verb, "a verb of the lexicon");
                break;
            case "not" when !typed.Has("has") && !typed.Has("have"):
            case "to"
                when typed.Has("undertakes") || typed.Has("undertake") || typed.Has("intends") || typed.Has("intend"):
                offers.Words(Vocabulary.Verbs, OfferKind.Verb, "a verb of the lexicon");
                break;
            case "within" or "any" or "every":
                offers.Words(Forms.Quantities, OfferKind.Value, "a length of time or a distance");
                break;
            case "commit" or "commits" or "committed":
                offers.Conduct(analysis);
                break;
            case "article" or "articles" or "paragraph":
                offers.Numbers(analysis);
                break;
            case "after" or "before" or "until":
                offers.Words(Forms.Points, OfferKind.Keyword, "a point in time");
                offers.Terms(analysis, determiner: true);
                break;
            case "on" or "means" or "a" or "an" or "each" or "the" or "of" or "by":
                Nouns(last);
                break;
            case "silence":
                offers.Words(["counts as consent", "counts as rejection"], OfferKind.Keyword, "what silence means");
                break;
            case "into" or "from" or "in" or "to" or "across" or "along":
                offers.Names(analysis, [NameKind.Zone, NameKind.Line, NameKind.Party, NameKind.Body]);
                break;
            case "as":
                offers.Words(["from", "of", "it deems necessary"], OfferKind.Keyword, "since when, or how");
                break;
            default:
                AfterTerm(last);
                break;
        }
    }

    private void Nouns(SyntaxToken last)
    {
        if (last.Is("by") && (typed.Has("decides") || typed.Has("decide")))
        {
            offers.Words(Forms.Rules, OfferKind.Keyword, "a rule of decision");
        }
        if (last.Value is "of" or "by")
        {
            offers.Names(analysis, [NameKind.Party, NameKind.Body, NameKind.Group, NameKind.Line, NameKind.Zone]);
            offers.Words(last.Is("of") ? ["Article"] : [], OfferKind.Keyword, "a reference");
            offers.Roles(analysis);
            return;
        }
        offers.Terms(analysis, determiner: last.Value is "on" or "means");
        offers.Roles(analysis);
        offers.Conduct(analysis);
    }

    private void AfterTerm(SyntaxToken last)
    {
        offers.Units(last);
        var clause = typed.Clause.ToArray();
        if (!Array.Exists(clause, token => ReservedWords.AfterSubject.Contains(token.Value)) && !IsHead())
        {
            offers.Words(Forms.Auxiliaries, OfferKind.Keyword, "what the subject does");
            return;
        }
        if (typed.Has("decides") || typed.Has("decide"))
        {
            offers.Words(Forms.DecisionTails, OfferKind.Keyword, "how it is decided");
        }
        offers.Words(Forms.Tails, OfferKind.Keyword, "bounds the sentence");
        offers.Terms(analysis, determiner: false);
        offers.Names(analysis, [NameKind.Party, NameKind.Body, NameKind.Zone, NameKind.Line]);
    }

    /// <summary>In the event of a block, before its colon: it has no auxiliary.</summary>
    private bool IsHead() => typed.Opens("On") && !typed.Tokens.Any(token => token.Kind == TokenKind.Colon);
}
