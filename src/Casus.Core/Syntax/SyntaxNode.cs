using System.Collections.Immutable;
using System.Text;
using Casus.Core.Text;

namespace Casus.Core.Syntax;

public enum TokenKind
{
    Word,
    Number,

    /// <summary>5.2 or 5.2(b).</summary>
    Reference,
    Date,
    String,
    FullStop,
    Comma,
    Semicolon,
    Colon,
    OpenBracket,
    CloseBracket,
    Bar,
    Bad,
    EndOfFile,
}

public enum TriviaKind
{
    Space,
    Comment,

    /// <summary>A line that starts with ">": legal prose that travels with the next sentence.</summary>
    Prose,

    /// <summary>Tokens that recovery left out.</summary>
    Skipped,
}

public readonly record struct Trivia(TriviaKind Kind, string Text);

/// <summary>A node or a token: everything that a tree is made of, in source order.</summary>
public abstract class SyntaxElement
{
    /// <summary>Without the trivia before it.</summary>
    public abstract TextSpan Span { get; }

    public abstract void WriteTo(StringBuilder builder);

    /// <summary>The source of the element, with all its trivia.</summary>
    public string ToFullString()
    {
        var builder = new StringBuilder();
        WriteTo(builder);
        return builder.ToString();
    }
}

/// <summary>
/// A token with the trivia that precedes it. A token that recovery supplied is <see cref="IsMissing"/> and has no text.
/// </summary>
public sealed class SyntaxToken(
    TokenKind kind,
    string text,
    int start,
    ImmutableArray<Trivia> leading,
    bool isMissing = false
) : SyntaxElement
{
    private TextSpan span = new(start, text.Length);

    public TokenKind Kind { get; } = kind;
    public string Text { get; } = text;
    public ImmutableArray<Trivia> Leading { get; } = leading;
    public bool IsMissing { get; } = isMissing;
    public override TextSpan Span => span;

    /// <summary>A word in lower case; a string without its quotes; else the text.</summary>
    public string Value { get; } =
        kind switch
        {
            TokenKind.Word => text.ToLowerInvariant(),
            TokenKind.String => text.Trim('"'),
            _ => text,
        };

    /// <summary>
    /// Moves the token in its text. Only for who owns the tree alone: <see cref="Parsing.IncrementalParser"/>.
    /// </summary>
    internal void Shift(int by) => span = span with { Start = span.Start + by };

    public bool Is(string word) => Kind == TokenKind.Word && Value == word;

    public override void WriteTo(StringBuilder builder)
    {
        foreach (var trivia in Leading)
        {
            builder.Append(trivia.Text);
        }
        builder.Append(Text);
    }
}

/// <summary>A node: its elements in source order, and typed members that name them.</summary>
public abstract class SyntaxNode : SyntaxElement
{
    private readonly SyntaxToken? first;
    private readonly SyntaxToken? last;

    protected SyntaxNode(ImmutableArray<SyntaxElement> elements)
    {
        Elements = elements;
        for (var i = 0; i < elements.Length && first is null; i++)
        {
            first = elements[i] as SyntaxToken ?? ((SyntaxNode)elements[i]).first;
        }
        for (var i = elements.Length - 1; i >= 0 && last is null; i--)
        {
            last = elements[i] as SyntaxToken ?? ((SyntaxNode)elements[i]).last;
        }
    }

    public ImmutableArray<SyntaxElement> Elements { get; }

    public override TextSpan Span =>
        first is null || last is null ? default : TextSpan.FromBounds(first.Span.Start, last.Span.End);

    public IEnumerable<SyntaxToken> Tokens() =>
        Elements.SelectMany(element => element is SyntaxToken token ? [token] : ((SyntaxNode)element).Tokens());

    /// <summary>
    /// The source of the node on one line, without comments and prose: for messages and for looking terms up.
    /// </summary>
    public string WordsText()
    {
        var builder = new StringBuilder();
        foreach (var token in Tokens())
        {
            if (builder.Length > 0 && !token.Leading.IsEmpty)
            {
                builder.Append(' ');
            }
            builder.Append(token.Text);
        }
        return builder.ToString();
    }

    public override void WriteTo(StringBuilder builder)
    {
        foreach (var element in Elements)
        {
            element.WriteTo(builder);
        }
    }
}
