using System.Collections.Immutable;
using Casus.Core.Syntax;

namespace Casus.Core.Formatting;

/// <summary>
/// Lays a text out in one way: declarations flush left, sentences of an article indented by 2, the items of a block by
/// 2 more, and what goes on over a line by 2 more again. Breaks that the drafter made after a comma or before a tail
/// stay; a line too long is broken there. Tokens, comments and prose stay as they are and in their order; a sentence
/// with a mistake of shape stays exactly as it is, and so does what shows where it ends.
/// </summary>
public static class Formatter
{
    /// <summary>The text, ended by one line feed; empty where there is nothing to keep.</summary>
    public static string Format(DocumentSyntax document)
    {
        var parts = ImmutableArray.CreateBuilder<LayoutDocument>(document.Sentences.Length + 1);
        var asItIs = LeftAsTheyAre(document);
        var inArticle = false;
        for (var index = 0; index < document.Sentences.Length; index++)
        {
            var sentence = document.Sentences[index];
            inArticle |= sentence.Body is ArticleSyntax;
            var indentation = inArticle && IsIndented(sentence) ? SentenceLayout.Step : 0;
            parts.Add(
                asItIs[index]
                    ? LayoutDocument.Verbatim(sentence.ToFullString())
                    : SentenceLayout.Of(sentence, indentation)
            );
        }
        if (EndsTouched(document))
        {
            parts.Add(LayoutDocument.Verbatim(document.EndOfFile.ToFullString()));
        }
        else
        {
            Remarks.Before(document.EndOfFile, opensSentence: true, parts);
        }
        return PageLayout.Of(LayoutDocument.Join(parts.ToImmutable()));
    }

    /// <summary>A comment that touches an open end: with space between, a point would be a full stop.</summary>
    private static bool EndsTouched(DocumentSyntax document) =>
        document.Sentences is [.., { FullStop.IsMissing: true }]
        && document.EndOfFile.Leading is [{ Kind: not TriviaKind.Space }, ..];

    /// <summary>
    /// Sentences with a mistake, and those whose place on the page tells where such a sentence ends: the one after a
    /// sentence without a full stop, and the one that shares a line with what must not be moved.
    /// </summary>
    private static bool[] LeftAsTheyAre(DocumentSyntax document)
    {
        var sentences = document.Sentences;
        var kept = new bool[sentences.Length];
        for (var index = 0; index < kept.Length; index++)
        {
            var followsOpenEnd = index > 0 && sentences[index - 1].FullStop.IsMissing;
            kept[index] = followsOpenEnd || HasMistake(sentences[index]);
        }
        for (var index = kept.Length - 1; index > 0; index--)
        {
            kept[index - 1] |= kept[index] && !OpensLine(sentences[index].Tokens().First());
        }
        return kept;
    }

    private static bool HasMistake(SentenceSyntax sentence) =>
        sentence.Body is ErrorSentenceSyntax
        || sentence.FullStop.IsMissing
        || sentence.Tokens().Skip(1).Any(token => OpensLine(token) && IsLabel(token));

    private static bool IsLabel(SyntaxToken token) =>
        ReservedWords.BlockOpeners.Contains(token.Text)
        || (ReservedWords.Labels.Contains(token.Text) && !token.Is("article"));

    private static bool OpensLine(SyntaxToken token) =>
        token.Leading.Any(trivia => trivia.Text.Contains('\n', StringComparison.Ordinal));

    /// <summary>
    /// Headings, declarations and what is said of the text as a whole stand flush left, in an article too.
    /// </summary>
    private static bool IsIndented(SentenceSyntax sentence) =>
        sentence.Body switch
        {
            ArticleSyntax or PositionSyntax => false,
            RiderSyntax rider => !rider.Keyword.Is("reservation"),
            LabelSyntax label => label.Label.Is("same"),
            _ => true,
        };
}
