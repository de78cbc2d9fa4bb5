using Casus.Core.Syntax;

namespace Casus.Core.Parsing;

/// <summary>
/// Reads what starts with a digit: numbers (7,500 and 2.5), references (5.2 and 5.2(b)) and dates. What looks like one
/// of them and is not (7,50 or 2026-1-6) is one bad token: guessing would change what a text obliges to.
/// </summary>
internal static class NumberScanner
{
    private const int DateLength = 10;
    private const int TimeLength = 6;

    public static (TokenKind Kind, int Length) Scan(string text, int start)
    {
        var kind = TokenKind.Date;
        var end = DateEnd(text, start);
        if (end < 0)
        {
            (kind, end) = Number(text, start);
        }
        var ragged = RaggedEnd(text, end, kind);
        if (ragged > end)
        {
            return (TokenKind.Bad, ragged - start);
        }
        if (kind == TokenKind.Reference && text[end - 1] != ')' && IsMeasure(text, start, end))
        {
            kind = TokenKind.Number;
        }
        return (kind, end - start);
    }

    private static int DateEnd(string text, int start)
    {
        if (!Shaped(text, start, "0000-00-00"))
        {
            return -1;
        }
        var end = start + DateLength;
        return Shaped(text, end, "T00:00") ? end + TimeLength : end;
    }

    private static bool Shaped(string text, int start, string shape)
    {
        if (start + shape.Length > text.Length)
        {
            return false;
        }
        for (var i = 0; i < shape.Length; i++)
        {
            var letter = text[start + i];
            if (shape[i] == '0' ? !IsDigit(letter) : letter != shape[i])
            {
                return false;
            }
        }
        return true;
    }

    private static (TokenKind Kind, int End) Number(string text, int start)
    {
        var end = Digits(text, start);
        if (end - start <= 3 && IsThousands(text, end))
        {
            while (IsThousands(text, end))
            {
                end += 4;
            }
            return (TokenKind.Number, end);
        }
        var kind = TokenKind.Number;
        while (At(text, end) == '.' && IsDigit(At(text, end + 1)))
        {
            end = Digits(text, end + 1);
            kind = TokenKind.Reference;
        }
        if (At(text, end) == '(' && At(text, end + 1) is >= 'a' and <= 'z' && At(text, end + 2) == ')')
        {
            return (TokenKind.Reference, end + 3);
        }
        return (kind, end);
    }

    private static bool IsThousands(string text, int comma) =>
        Shaped(text, comma, ",000") && !IsDigit(At(text, comma + 4));

    /// <summary>Where digits, or after a date letters, run on without a space.</summary>
    private static int RaggedEnd(string text, int end, TokenKind kind)
    {
        var position = end;
        while (true)
        {
            var letter = At(text, position);
            var joins = letter is ',' or '.' or '-' or ':' && (letter != ':' || kind == TokenKind.Date);
            if (joins && IsDigit(At(text, position + 1)))
            {
                position = Digits(text, position + 1);
            }
            else if (kind == TokenKind.Date && (IsDigit(letter) || Lexer.WordLength(text, position) > 0))
            {
                position += IsDigit(letter) ? 1 : Lexer.WordLength(text, position);
            }
            else
            {
                return position;
            }
        }
    }

    /// <summary>
    /// "2.5 km" is a number and "5.2 prevails" a reference: a number with one point is a measure where a word that is
    /// not reserved, its unit, follows.
    /// </summary>
    private static bool IsMeasure(string text, int start, int end)
    {
        if (text.IndexOf('.', start, end - start) != text.LastIndexOf('.', end - 1, end - start))
        {
            return false;
        }
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }
        var length = Lexer.WordLength(text, next);
        return length > 0 && !ReservedWords.All.Contains(text.Substring(next, length).ToLowerInvariant());
    }

    private static int Digits(string text, int position)
    {
        while (IsDigit(At(text, position)))
        {
            position++;
        }
        return position;
    }

    private static char At(string text, int position) => position < text.Length ? text[position] : '\0';

    private static bool IsDigit(char letter) => letter is >= '0' and <= '9';
}
