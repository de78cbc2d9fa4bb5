using System.Collections.Immutable;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Checking;

/// <summary>
/// Reads `// casus: allow CODE, CODE: reason` out of the comments. It covers the sentence or item before which, in
/// which or at the end of whose line it stands; before an article's heading, the whole article.
/// </summary>
internal static class SuppressionReader
{
    private const string Opening = "casus:";
    private const string Order = "allow";

    public static ImmutableArray<SuppressionComment> Of(SourceText source, DocumentSyntax tree)
    {
        // Almost every text has none: it is then not walked at all.
        if (!source.Text.Contains(Opening, StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }
        var found = ImmutableArray.CreateBuilder<SuppressionComment>();
        TextSpan? before = null;
        for (var index = 0; index < tree.Sentences.Length; index++)
        {
            var sentence = tree.Sentences[index];
            foreach (var token in sentence.Tokens())
            {
                var part = PartOf(sentence, token);
                var covers = part == sentence.Span && sentence.Body is ArticleSyntax ? ArticleFrom(tree, index) : part;
                Read(token, before ?? covers, covers, found);
                before = part;
            }
        }
        Read(tree.EndOfFile, before ?? tree.EndOfFile.Span, tree.EndOfFile.Span, found);
        return found.ToImmutable();
    }

    /// <summary>The item that the token is part of, or the sentence.</summary>
    private static TextSpan PartOf(SentenceSyntax sentence, SyntaxToken token)
    {
        if (sentence.Body is BlockSyntax { Items.Length: > 1 } block)
        {
            var item = block.Items.LastOrDefault(one => one.Span.Start <= token.Span.Start);
            if (item is not null)
            {
                return item.Span;
            }
        }
        return sentence.Span;
    }

    private static TextSpan ArticleFrom(DocumentSyntax tree, int heading)
    {
        var last = heading;
        while (last + 1 < tree.Sentences.Length && tree.Sentences[last + 1].Body is not ArticleSyntax)
        {
            last++;
        }
        return TextSpan.FromBounds(tree.Sentences[heading].Span.Start, tree.Sentences[last].Span.End);
    }

    private static void Read(
        SyntaxToken token,
        TextSpan before,
        TextSpan after,
        ImmutableArray<SuppressionComment>.Builder found
    )
    {
        var position = token.Span.Start - token.Leading.Sum(trivia => trivia.Text.Length);
        var onLineOfWhatCameBefore = position > 0;
        foreach (var trivia in token.Leading)
        {
            if (trivia.Kind == TriviaKind.Comment)
            {
                var covers = onLineOfWhatCameBefore ? before : after;
                if (Parse(trivia.Text, position, covers) is { } comment)
                {
                    found.Add(comment);
                }
            }
            onLineOfWhatCameBefore &= !trivia.Text.Contains('\n', StringComparison.Ordinal);
            position += trivia.Text.Length;
        }
    }

    private static SuppressionComment? Parse(string comment, int start, TextSpan covers)
    {
        var text = comment.TrimEnd();
        var at = Skip(text, 0, letter => letter is '/' or ' ' or '\t');
        if (!text.AsSpan(at).StartsWith(Opening, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        at = Skip(text, at + Opening.Length, letter => letter is ' ' or '\t');
        if (!text.AsSpan(at).StartsWith(Order, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        at += Order.Length;
        if (at < text.Length && text[at] is not (' ' or '\t'))
        {
            return null;
        }
        var codes = ImmutableArray.CreateBuilder<(string, TextSpan)>();
        while (at < text.Length)
        {
            at = Skip(text, at, letter => letter is ' ' or '\t' or ',');
            var end = Skip(text, at, letter => letter is not (' ' or '\t' or ',' or ':'));
            if (end == at)
            {
                break;
            }
            codes.Add((text[at..end], new TextSpan(start + at, end - at)));
            at = end;
            if (Skip(text, at, letter => letter is ' ' or '\t') is var next && next < text.Length && text[next] == ':')
            {
                at = next;
                break;
            }
        }
        var reason = at < text.Length ? text[at..].TrimStart(':', ' ', '\t') : "";
        return new SuppressionComment(new TextSpan(start, text.Length), codes.ToImmutable(), reason, covers);
    }

    private static int Skip(string text, int from, Func<char, bool> passes)
    {
        while (from < text.Length && passes(text[from]))
        {
            from++;
        }
        return from;
    }
}
