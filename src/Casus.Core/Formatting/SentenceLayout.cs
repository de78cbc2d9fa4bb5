using System.Collections.Immutable;
using Casus.Core.Syntax;

namespace Casus.Core.Formatting;

/// <summary>
/// The document of one sentence: stretches of words that stay together, and between them the places where its lines may
/// end or, where the drafter ended one, must.
/// </summary>
internal sealed class SentenceLayout
{
    public const int Step = 2;

    /// <summary>Of the sentence or the item: all that was closed.</summary>
    private readonly ImmutableArray<LayoutDocument>.Builder closed = ImmutableArray.CreateBuilder<LayoutDocument>();

    /// <summary>The stretch that is being filled; null before the first token of the sentence or item.</summary>
    private ImmutableArray<LayoutDocument>.Builder? stretch;

    /// <summary>The line may end before the next token.</summary>
    private bool mayBreak;
    private SyntaxToken? previous;

    private SentenceLayout() { }

    public static LayoutDocument Of(SentenceSyntax sentence, int indentation)
    {
        var layout = new SentenceLayout();
        if (sentence.Body is BlockSyntax block)
        {
            return LayoutDocument.Nest(indentation, layout.Block(sentence, block));
        }
        layout.Add(sentence);
        return LayoutDocument.Nest(indentation, layout.Done());
    }

    /// <summary>The items stand under their block, a step deeper; the mark that ends one stands on its line.</summary>
    private LayoutDocument Block(SentenceSyntax sentence, BlockSyntax block)
    {
        var items = new HashSet<SyntaxElement>(block.Items, ReferenceEqualityComparer.Instance);
        var parts = ImmutableArray.CreateBuilder<LayoutDocument>();
        var depth = 0;
        SyntaxElement? before = null;
        foreach (var element in sentence.Elements.SelectMany(part => part == block ? block.Elements : [part]))
        {
            if (items.Contains(element))
            {
                parts.Add(LayoutDocument.Nest(depth, Done()));
                depth = Step;
                before = null;
            }
            Add(element, before);
            before = element;
        }
        parts.Add(LayoutDocument.Nest(depth, Done()));
        return LayoutDocument.Join(parts.ToImmutable());
    }

    private void Add(SyntaxNode node)
    {
        SyntaxElement? before = null;
        foreach (var element in node.Elements)
        {
            Add(element, before);
            before = element;
        }
    }

    private void Add(SyntaxElement element, SyntaxElement? before)
    {
        mayBreak |= before is not null && MayOpenLine(element, before);
        if (element is SyntaxToken token)
        {
            Add(token);
        }
        else
        {
            Add((SyntaxNode)element);
        }
    }

    /// <summary>A tail, a role, evidence; and what is listed, after its comma.</summary>
    private static bool MayOpenLine(SyntaxElement element, SyntaxElement before) =>
        element is TailSyntax or RoleSyntax or EvidenceSyntax
        || (
            before is SyntaxToken { Kind: TokenKind.Comma }
            && element is SyntaxNode or SyntaxToken { Kind: TokenKind.String or TokenKind.Word }
        );

    private void Add(SyntaxToken token)
    {
        if (stretch is null)
        {
            Remarks.Before(token, opensSentence: previous is null, closed);
            closed.Add(LayoutDocument.HardLine);
            stretch = ImmutableArray.CreateBuilder<LayoutDocument>();
        }
        else
        {
            Separate(token);
        }
        stretch.Add(LayoutDocument.Text(token.Text));
        previous = token;
        mayBreak = false;
    }

    private void Separate(SyntaxToken token)
    {
        var remarks = ImmutableArray.CreateBuilder<LayoutDocument>();
        if (Remarks.Within(token, remarks))
        {
            Close();
            closed.Add(LayoutDocument.Nest(Step, LayoutDocument.Join(remarks.ToImmutable())));
        }
        else if (mayBreak)
        {
            Close();
            stretch!.Add(WasBroken(token) ? LayoutDocument.HardLine : LayoutDocument.Line);
        }
        else if (SpaceBetween(previous!, token))
        {
            stretch!.Add(LayoutDocument.Text(" "));
        }
    }

    /// <summary>A stretch that begins with a line that may end goes there as a whole if it does not fit.</summary>
    private void Close()
    {
        closed.Add(LayoutDocument.Nest(Step, LayoutDocument.Group(LayoutDocument.Join(stretch!.DrainToImmutable()))));
    }

    private LayoutDocument Done()
    {
        if (stretch is not null)
        {
            Close();
        }
        stretch = null;
        return LayoutDocument.Join(closed.DrainToImmutable());
    }

    private static bool WasBroken(SyntaxToken token) =>
        token.Leading.Any(trivia => trivia.Text.Contains('\n', StringComparison.Ordinal));

    private static bool SpaceBetween(SyntaxToken before, SyntaxToken token) =>
        token.Kind switch
        {
            TokenKind.FullStop or TokenKind.Comma or TokenKind.Semicolon or TokenKind.Colon or TokenKind.CloseBracket =>
                false,
            _ => before.Kind != TokenKind.OpenBracket,
        };
}
