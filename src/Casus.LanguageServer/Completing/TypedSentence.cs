using System.Collections.Immutable;
using Casus.Core.Parsing;
using Casus.Core.Syntax;
using Casus.Core.Text;
using Casus.LanguageServer.Documents;

namespace Casus.LanguageServer.Completing;

/// <summary>
/// The sentence that is being typed: its tokens before the cursor, without the word at which the cursor stands. Read
/// from
/// the text and not from the tree, since what is half typed has often no tree.
/// </summary>
internal sealed class TypedSentence
{
    private TypedSentence(ImmutableArray<SyntaxToken> tokens, int wordStart, bool isInText)
    {
        Tokens = tokens;
        WordStart = wordStart;
        IsInText = isInText;
    }

    public ImmutableArray<SyntaxToken> Tokens { get; }

    /// <summary>Where the word at the cursor begins; the cursor itself where there is none.</summary>
    public int WordStart { get; }

    /// <summary>False in a comment, in prose or in a string: nothing is to be offered there.</summary>
    public bool IsInText { get; }

    public SyntaxToken? Last => Tokens.IsEmpty ? null : Tokens[^1];

    /// <summary>
    /// The tokens since the last semicolon, or since the colon of a block: the clause that is being typed.
    /// </summary>
    public ReadOnlySpan<SyntaxToken> Clause
    {
        get
        {
            var isBlock = !Tokens.IsEmpty && ReservedWords.BlockOpeners.Contains(Tokens[0].Text);
            for (var i = Tokens.Length - 1; i >= 0; i--)
            {
                var opens = Tokens[i].Kind == TokenKind.Semicolon || (isBlock && Tokens[i].Kind == TokenKind.Colon);
                if (opens && OpenBracketBefore(i) < 0)
                {
                    return Tokens.AsSpan()[(i + 1)..];
                }
            }
            return Tokens.AsSpan();
        }
    }

    public bool Opens(string label) =>
        !Tokens.IsEmpty && string.Equals(Tokens[0].Text, label, StringComparison.Ordinal);

    public bool Has(string word) => Clause.ToArray().Any(token => token.Is(word));

    /// <summary>The index of a bracket that is open at the cursor; -1 where none is.</summary>
    public int OpenBracket => OpenBracketBefore(Tokens.Length);

    public static TypedSentence At(Analysis analysis, int offset)
    {
        var text = analysis.Source.Text;
        // A sentence that is half typed may have swallowed the start of the next: from two before the cursor is enough.
        var start = 0;
        var sentences = analysis.Tree.Sentences;
        for (var i = 0; i + 2 < sentences.Length && sentences[i + 2].Span.Start <= offset; i++)
        {
            start = sentences[i].Span.Start;
        }
        var lexed = Lexer.Lex(new SourceText("", text[start..offset]));
        var end = lexed[^1];
        var isInText =
            !(end.Leading is [.., var remark] && IsRemark(remark))
            && !(lexed.Length > 1 && lexed[^2] is { Kind: TokenKind.Bad } bad && bad.Text.StartsWith('"'));
        var tokens = lexed[..^1];
        var wordStart = offset;
        if (tokens is [.., { Kind: TokenKind.Word } word] && start + word.Span.End == offset)
        {
            wordStart = start + word.Span.Start;
            tokens = tokens[..^1];
        }
        var from = tokens.Length;
        while (from > 0 && tokens[from - 1].Kind != TokenKind.FullStop)
        {
            from--;
        }
        return new TypedSentence(tokens[from..], wordStart, isInText);
    }

    private int OpenBracketBefore(int limit)
    {
        for (var i = limit - 1; i >= 0; i--)
        {
            if (Tokens[i].Kind == TokenKind.CloseBracket)
            {
                return -1;
            }
            if (Tokens[i].Kind == TokenKind.OpenBracket)
            {
                return i;
            }
        }
        return -1;
    }

    private static bool IsRemark(Trivia trivia) => trivia.Kind is TriviaKind.Comment or TriviaKind.Prose;
}
