using System.Text;

namespace Casus.Core.Syntax;

/// <summary>
/// Writes a tree as nested parentheses, for golden files and for a look at how a text was read: the kind of each node,
/// then its parts. A node that fits on a line stands on one; a node whose only part is a node gives way to it, joined
/// by a slash.
/// </summary>
public static class SyntaxDump
{
    private const int Width = 120;

    /// <summary>The document, a sentence a line or more; lines end with a line feed.</summary>
    public static string Of(DocumentSyntax document)
    {
        var builder = new StringBuilder();
        foreach (var sentence in document.Sentences)
        {
            Write(builder, sentence, 0);
            builder.Append('\n');
        }
        return builder.ToString();
    }

    /// <summary>One node, without a line feed at the end.</summary>
    public static string Of(SyntaxNode node)
    {
        var builder = new StringBuilder();
        Write(builder, node, 0);
        return builder.ToString();
    }

    /// <summary>The tokens with their kinds, one a line, each with its place and the trivia before it.</summary>
    public static string Tokens(IEnumerable<SyntaxToken> tokens)
    {
        var builder = new StringBuilder();
        foreach (var token in tokens)
        {
            var remarks = token.Leading.Where(trivia => trivia.Kind != TriviaKind.Space);
            foreach (var trivia in remarks)
            {
                builder.Append(' ', 2).Append(trivia.Kind).Append(' ').Append(trivia.Text).Append('\n');
            }
            builder.Append(token.Span.Start).Append(' ').Append(token.Kind).Append(' ').Append(token.Text).Append('\n');
        }
        return builder.ToString();
    }

    private static void Write(StringBuilder builder, SyntaxElement element, int indent)
    {
        var flat = Flat(element);
        if (indent + flat.Length <= Width || element is not SyntaxNode node)
        {
            builder.Append(' ', indent).Append(flat);
            return;
        }
        var (kind, inner) = Kind(node);
        builder.Append(' ', indent).Append('(').Append(kind);
        foreach (var part in inner.Elements)
        {
            builder.Append('\n');
            Write(builder, part, indent + 2);
        }
        builder.Append(')');
    }

    private static string Flat(SyntaxElement element)
    {
        if (element is SyntaxToken token)
        {
            return token.IsMissing ? "<missing>" : token.Text;
        }
        var (kind, inner) = Kind((SyntaxNode)element);
        return $"({kind} {string.Join(' ', inner.Elements.Select(Flat))})";
    }

    private static (string Kind, SyntaxNode Inner) Kind(SyntaxNode node)
    {
        var kind = NameOf(node);
        while (node.Elements.Length == 1 && node.Elements[0] is SyntaxNode only)
        {
            node = only;
            kind = $"{kind}/{NameOf(node)}";
        }
        return (kind, node);
    }

    private static string NameOf(SyntaxNode node) =>
        node.GetType().Name.Replace("Syntax", "", StringComparison.Ordinal);
}
