using Casus.Core.Syntax;

namespace Casus.Core.Formatting;

/// <summary>Writes one sentence: where its lines begin and how deep they stand.</summary>
internal sealed class SentenceFormatter
{
    public const int Step = 2;
    private readonly FormattedPage page;
    private readonly SentenceSyntax sentence;
    private readonly int indent;

    /// <summary>Tokens that open a line of their own, and how deep.</summary>
    private readonly Dictionary<SyntaxToken, int> lines = [];

    /// <summary>Tokens before which a long line may be broken: those that open a tail, after its comma.</summary>
    private readonly HashSet<SyntaxToken> breaks = [];

    public SentenceFormatter(FormattedPage page, SentenceSyntax sentence, int indent)
    {
        this.page = page;
        this.sentence = sentence;
        this.indent = indent;
        if (sentence.Body is BlockSyntax block)
        {
            foreach (var item in block.Items)
            {
                lines[item.Tokens().First()] = indent + Step;
            }
        }
        FindBreaks(sentence);
    }

    public void Write()
    {
        var tokens = sentence.Tokens().ToArray();
        var depth = indent;
        var start = 0;
        while (start < tokens.Length)
        {
            if (lines.TryGetValue(tokens[start], out var own))
            {
                depth = own;
            }
            var end = start + 1;
            while (end < tokens.Length && !lines.ContainsKey(tokens[end]))
            {
                end++;
            }
            WriteItem(tokens.AsSpan(start, end - start), depth, opensSentence: start == 0);
            start = end;
        }
    }

    /// <summary>
    /// An item, or a whole sentence that is no block: its first line at the depth, the others deeper.
    /// </summary>
    private void WriteItem(ReadOnlySpan<SyntaxToken> tokens, int depth, bool opensSentence)
    {
        page.Trivia(tokens[0], depth, opensSentence);
        page.OpenLine(depth);
        page.Add(tokens[0].Text);
        for (var index = 1; index < tokens.Length; index++)
        {
            var token = tokens[index];
            var previous = tokens[index - 1];
            if (page.Remarks(token, depth + Step))
            {
                page.OpenLine(depth + Step);
            }
            else if (breaks.Contains(token) && (WasBroken(token) || !Fits(tokens[index..])))
            {
                page.EndLine();
                page.OpenLine(depth + Step);
            }
            else if (SpaceBetween(previous, token))
            {
                page.Add(" ");
            }
            page.Add(token.Text);
        }
    }

    /// <summary>True where the tokens up to the next place for a break fit on the line.</summary>
    private bool Fits(ReadOnlySpan<SyntaxToken> tokens)
    {
        var width = page.Column + 1;
        for (var index = 0; index < tokens.Length; index++)
        {
            if (index > 0 && breaks.Contains(tokens[index]))
            {
                break;
            }
            width += tokens[index].Text.Length;
            width += index > 0 && SpaceBetween(tokens[index - 1], tokens[index]) ? 1 : 0;
        }
        return width <= FormattedPage.Width;
    }

    private static bool WasBroken(SyntaxToken token) =>
        token.Leading.Any(trivia => trivia.Text.Contains('\n', StringComparison.Ordinal));

    private static bool SpaceBetween(SyntaxToken previous, SyntaxToken token) =>
        token.Kind switch
        {
            TokenKind.FullStop or TokenKind.Comma or TokenKind.Semicolon or TokenKind.Colon or TokenKind.CloseBracket =>
                false,
            _ => previous.Kind != TokenKind.OpenBracket,
        };

    private void FindBreaks(SyntaxNode node)
    {
        SyntaxElement? before = null;
        foreach (var element in node.Elements)
        {
            var afterComma = before is SyntaxToken { Kind: TokenKind.Comma };
            var mayOpen =
                element is TailSyntax or RoleSyntax or EvidenceSyntax
                || (
                    afterComma
                    && (element is SyntaxNode || element is SyntaxToken { Kind: TokenKind.String or TokenKind.Word })
                );
            if (mayOpen && before is not null)
            {
                breaks.Add(element is SyntaxToken token ? token : ((SyntaxNode)element).Tokens().First());
            }
            if (element is SyntaxNode inner)
            {
                FindBreaks(inner);
            }
            before = element;
        }
    }
}
