using Casus.Core.Syntax;
using Casus.Core.Text;
using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer.Outline;

/// <summary>What encloses a place, from the word out to the whole text.</summary>
internal static class SelectionAnswer
{
    public static IReadOnlyList<SelectionRange> Of(Analysis analysis, IReadOnlyList<Position> positions) =>
        [.. positions.Select(position => Of(analysis, analysis.OffsetOf(position)))];

    private static SelectionRange Of(Analysis analysis, int offset)
    {
        var spans = new List<TextSpan> { new(0, analysis.Source.Text.Length) };
        if (analysis.SentenceAt(offset) is { } sentence && sentence.Span.Start <= offset)
        {
            spans.Add(ArticleOf(analysis, sentence));
            Enclosing(sentence, offset, spans);
        }
        SelectionRange? parent = null;
        TextSpan? last = null;
        foreach (var span in spans.Where(span => span.Start <= offset && offset <= span.End))
        {
            if (last != span)
            {
                parent = new SelectionRange(analysis.RangeOf(span), parent);
                last = span;
            }
        }
        return parent!;
    }

    private static TextSpan ArticleOf(Analysis analysis, SentenceSyntax sentence)
    {
        var sentences = analysis.Tree.Sentences;
        var at = sentences.IndexOf(sentence);
        var (start, end) = (at, at + 1);
        while (start > 0 && sentences[start].Body is not ArticleSyntax)
        {
            start--;
        }
        while (end < sentences.Length && sentences[end].Body is not ArticleSyntax)
        {
            end++;
        }
        return TextSpan.FromBounds(sentences[start].Span.Start, sentences[end - 1].Span.End);
    }

    private static void Enclosing(SyntaxElement element, int offset, List<TextSpan> spans)
    {
        spans.Add(element.Span);
        if (element is SyntaxNode node)
        {
            var inner =
                node.Elements.FirstOrDefault(each => each.Span.Contains(offset))
                ?? node.Elements.LastOrDefault(each => each.Span.End == offset);
            if (inner is not null)
            {
                Enclosing(inner, offset, spans);
            }
        }
    }
}
