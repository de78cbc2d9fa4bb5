using Casus.Core.Syntax;
using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer.Outline;

/// <summary>What can be folded: articles, sentences of several lines, runs of comments and of prose.</summary>
internal static class FoldingAnswer
{
    public static IReadOnlyList<FoldingRange> Of(Analysis analysis)
    {
        var ranges = new List<FoldingRange>();
        var sentences = analysis.Tree.Sentences;
        int? article = null;
        var lastLine = 0;
        foreach (var sentence in sentences)
        {
            var (start, end) = Lines(analysis, sentence);
            if (sentence.Body is ArticleSyntax or PositionSyntax)
            {
                Add(ranges, article, lastLine);
                article = sentence.Body is ArticleSyntax ? start : null;
            }
            if (sentence.Body is not ArticleSyntax)
            {
                Add(ranges, start, end);
            }
            lastLine = end;
            foreach (var token in sentence.Tokens())
            {
                Remarks(analysis, token, ranges);
            }
        }
        Add(ranges, article, lastLine);
        Remarks(analysis, analysis.Tree.EndOfFile, ranges);
        return ranges;
    }

    private static void Remarks(Analysis analysis, SyntaxToken token, List<FoldingRange> ranges)
    {
        var position = token.Span.Start - token.Leading.Sum(trivia => trivia.Text.Length);
        (int First, int Last)? run = null;
        foreach (var trivia in token.Leading)
        {
            if (trivia.Kind is TriviaKind.Comment or TriviaKind.Prose)
            {
                var line = analysis.PositionOf(position).Line;
                if (run is { } known && line > known.Last + 1)
                {
                    Add(ranges, known.First, known.Last, "comment");
                    run = null;
                }
                run = (run?.First ?? line, line);
            }
            position += trivia.Text.Length;
        }
        if (run is { } last)
        {
            Add(ranges, last.First, last.Last, "comment");
        }
    }

    private static (int Start, int End) Lines(Analysis analysis, SentenceSyntax sentence) =>
        (analysis.PositionOf(sentence.Span.Start).Line, analysis.PositionOf(sentence.Span.End).Line);

    private static void Add(List<FoldingRange> ranges, int? start, int end, string? kind = null)
    {
        if (start is { } first && end > first)
        {
            ranges.Add(new FoldingRange(first, end, kind));
        }
    }
}
