using Casus.Core.Syntax;
using Casus.Core.Text;
using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Names;

namespace Casus.LanguageServer.Colours;

/// <summary>Types of semantic tokens, in the order of the legend; the protocol's own names.</summary>
internal enum Colour
{
    Keyword,
    Function,
    Class,
    Namespace,
    Type,
    EnumMember,
    Parameter,
    Property,
    Number,
    String,
    Comment,
}

/// <summary>A piece of one line that has a colour.</summary>
internal readonly record struct ColouredPiece(int Start, int Length, Colour Colour, bool IsDeclaration);

/// <summary>
/// The colours of a text: of every token that has one, and of comments and prose, in the order of the text.
/// </summary>
internal static class TokenColours
{
    public static List<ColouredPiece> Of(Analysis analysis, TextSpan range)
    {
        var pieces = new List<ColouredPiece>();
        var tree = analysis.Tree;
        foreach (var sentence in tree.Sentences)
        {
            if (sentence.Span.Start > range.End)
            {
                break;
            }
            if (sentence.Span.End >= range.Start)
            {
                Sentence(analysis, sentence, pieces);
            }
        }
        Remarks(tree.EndOfFile, pieces);
        return pieces.FindAll(piece => piece.Start < range.End && piece.Start + piece.Length > range.Start);
    }

    private static void Sentence(Analysis analysis, SentenceSyntax sentence, List<ColouredPiece> pieces)
    {
        var verbs = new HashSet<SyntaxToken>(ReferenceEqualityComparer.Instance);
        Verbs(sentence, verbs);
        using var named = analysis.Names.In(sentence.Span).GetEnumerator();
        var hasNamed = named.MoveNext();
        var first = true;
        foreach (var token in sentence.Tokens())
        {
            Remarks(token, pieces);
            while (hasNamed && named.Current.Span.End <= token.Span.Start)
            {
                hasNamed = named.MoveNext();
            }
            var isNamed = hasNamed && named.Current.Span.Contains(token.Span.Start) && !token.IsMissing;
            var colour = isNamed ? OfName(named.Current.Thing.Kind) : OfToken(token, first, verbs.Contains(token));
            if (colour is { } known)
            {
                var isDeclaration = isNamed && named.Current.IsDeclaration;
                pieces.Add(new ColouredPiece(token.Span.Start, token.Span.Length, known, isDeclaration));
            }
            first = false;
        }
    }

    private static Colour OfName(NameKind kind) =>
        kind switch
        {
            NameKind.Line or NameKind.Zone => Colour.Namespace,
            NameKind.Term or NameKind.Quality => Colour.Type,
            NameKind.Conduct => Colour.EnumMember,
            NameKind.Bracket => Colour.Parameter,
            NameKind.Article or NameKind.Clause => Colour.Property,
            _ => Colour.Class,
        };

    private static Colour? OfToken(SyntaxToken token, bool opensSentence, bool isVerb) =>
        token.Kind switch
        {
            TokenKind.String => Colour.String,
            TokenKind.Number or TokenKind.Date or TokenKind.Reference => Colour.Number,
            TokenKind.Word when isVerb => Colour.Function,
            TokenKind.Word when opensSentence && IsOpener(token) => Colour.Keyword,
            TokenKind.Word when ReservedWords.All.Contains(token.Value) => Colour.Keyword,
            _ => null,
        };

    private static bool IsOpener(SyntaxToken token) =>
        ReservedWords.Labels.Contains(token.Text) || ReservedWords.BlockOpeners.Contains(token.Text);

    /// <summary>Comments and prose before a token; each stands on one line.</summary>
    private static void Remarks(SyntaxToken token, List<ColouredPiece> pieces)
    {
        var position = token.Span.Start - token.Leading.Sum(trivia => trivia.Text.Length);
        foreach (var trivia in token.Leading)
        {
            if (trivia.Kind is TriviaKind.Comment or TriviaKind.Prose)
            {
                pieces.Add(new ColouredPiece(position, trivia.Text.Length, Colour.Comment, IsDeclaration: false));
            }
            position += trivia.Text.Length;
        }
    }

    private static void Verbs(SyntaxNode node, HashSet<SyntaxToken> verbs)
    {
        foreach (var element in node.Elements)
        {
            if (element is ActSyntax act)
            {
                verbs.Add(act.Verb);
            }
            if (element is SyntaxNode inner)
            {
                Verbs(inner, verbs);
            }
        }
    }
}
