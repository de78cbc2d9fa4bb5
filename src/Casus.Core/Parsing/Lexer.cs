using System.Collections.Immutable;
using System.Text;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Parsing;

/// <summary>
/// Cuts a text into tokens. Trivia goes with the token that follows it, so that the trivia and texts of all tokens, in
/// order, are the source exactly. What is no token becomes <see cref="TokenKind.Bad"/>: the parser says why where it
/// meets it.
/// </summary>
public static class Lexer
{
    /// <summary>The tokens; the last is <see cref="TokenKind.EndOfFile"/> and holds the trivia at the end.</summary>
    public static ImmutableArray<SyntaxToken> Lex(SourceText source)
    {
        var text = source.Text;
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        var position = 0;
        SyntaxToken token;
        do
        {
            token = Next(text, ref position);
            tokens.Add(token);
        } while (token.Kind != TokenKind.EndOfFile);
        return tokens.ToImmutable();
    }

    /// <summary>The tokens from a position to the next full stop, or to the end of the file.</summary>
    internal static ImmutableArray<SyntaxToken> ToFullStop(string text, ref int position)
    {
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        SyntaxToken token;
        do
        {
            token = Next(text, ref position);
            tokens.Add(token);
        } while (token.Kind is not (TokenKind.FullStop or TokenKind.EndOfFile));
        return tokens.ToImmutable();
    }

    private static SyntaxToken Next(string text, ref int position)
    {
        var leading = TriviaScanner.Scan(text, ref position);
        var start = position;
        if (start == text.Length)
        {
            return new SyntaxToken(TokenKind.EndOfFile, "", start, leading);
        }
        var (kind, length) = ScanToken(text, start);
        position += length;
        return new SyntaxToken(kind, text.Substring(start, length), start, leading);
    }

    private static (TokenKind Kind, int Length) ScanToken(string text, int start)
    {
        var letter = text[start];
        if (letter is >= '0' and <= '9')
        {
            return NumberScanner.Scan(text, start);
        }
        var wordLength = WordLength(text, start);
        if (wordLength > 0)
        {
            return (TokenKind.Word, wordLength);
        }
        return letter switch
        {
            '"' => ScanString(text, start),
            '.' when start + 1 == text.Length || char.IsWhiteSpace(text[start + 1]) => (TokenKind.FullStop, 1),
            ',' => (TokenKind.Comma, 1),
            ';' => (TokenKind.Semicolon, 1),
            ':' => (TokenKind.Colon, 1),
            '[' => (TokenKind.OpenBracket, 1),
            ']' => (TokenKind.CloseBracket, 1),
            '|' => (TokenKind.Bar, 1),
            _ => (TokenKind.Bad, Rune.TryGetRuneAt(text, start, out var rune) ? rune.Utf16SequenceLength : 1),
        };
    }

    /// <summary>The length of the word at a position; 0 where none starts.</summary>
    internal static int WordLength(string text, int start)
    {
        var position = start;
        while (position < text.Length && Rune.TryGetRuneAt(text, position, out var rune))
        {
            var continues = position == start ? Rune.IsLetter(rune) : IsWordPart(rune);
            if (!continues)
            {
                break;
            }
            position += rune.Utf16SequenceLength;
        }
        return position - start;
    }

    private static bool IsWordPart(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '\'' or '’' or '/' or '_';

    private static (TokenKind Kind, int Length) ScanString(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && text[end] is not ('"' or '\n'))
        {
            end++;
        }
        return end < text.Length && text[end] == '"'
            ? (TokenKind.String, end + 1 - start)
            : (TokenKind.Bad, UnterminatedLength(text, start, end));
    }

    /// <summary>
    /// A string that does not end on its line leaves the comment and the full stop at the line's end outside: the
    /// mistake then costs its own sentence and not the next one.
    /// </summary>
    private static int UnterminatedLength(string text, int start, int lineEnd)
    {
        var line = text[start..lineEnd];
        var comment = line.IndexOf(" //", StringComparison.Ordinal);
        var kept = (comment < 0 ? line : line[..comment]).TrimEnd();
        if (kept.EndsWith('.'))
        {
            kept = kept[..^1];
        }
        return Math.Max(1, kept.Length);
    }
}
