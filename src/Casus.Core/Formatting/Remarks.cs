using System.Collections.Immutable;
using Casus.Core.Syntax;

namespace Casus.Core.Formatting;

/// <summary>What stands before a token and is no token: comments, prose and empty lines.</summary>
internal static class Remarks
{
    /// <summary>
    /// Before a sentence or an item: a comment on the line of what came before stays there, others stand above, each on
    /// its line; before a sentence one of several empty lines stays.
    /// </summary>
    public static void Before(SyntaxToken token, bool opensSentence, ImmutableArray<LayoutDocument>.Builder documents)
    {
        var lineFeeds = Each(token, opensSentence, documents);
        if (opensSentence && lineFeeds > 1 && token.Kind != TokenKind.EndOfFile)
        {
            documents.Add(LayoutDocument.EmptyLine);
        }
    }

    /// <summary>Inside a sentence. False where there are none.</summary>
    public static bool Within(SyntaxToken token, ImmutableArray<LayoutDocument>.Builder documents)
    {
        var before = documents.Count;
        Each(token, keepsEmptyLines: false, documents);
        return documents.Count > before;
    }

    /// <returns>The line feeds after the last remark.</returns>
    private static int Each(SyntaxToken token, bool keepsEmptyLines, ImmutableArray<LayoutDocument>.Builder documents)
    {
        var lineFeeds = 0;
        foreach (var trivia in token.Leading)
        {
            if (trivia.Kind == TriviaKind.Space)
            {
                lineFeeds += trivia.Text.AsSpan().Count('\n');
                continue;
            }
            var words = trivia.Text.TrimEnd();
            if (lineFeeds == 0 && trivia.Kind == TriviaKind.Comment)
            {
                documents.Add(LayoutDocument.TrailingComment(words));
            }
            else
            {
                documents.Add(LayoutDocument.HardLine);
                if (keepsEmptyLines && lineFeeds > 1)
                {
                    documents.Add(LayoutDocument.EmptyLine);
                }
                documents.Add(LayoutDocument.Text(words));
            }
            documents.Add(LayoutDocument.HardLine);
            lineFeeds = 0;
        }
        return lineFeeds;
    }
}
