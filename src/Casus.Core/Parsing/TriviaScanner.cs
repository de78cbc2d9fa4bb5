using System.Collections.Immutable;
using Casus.Core.Syntax;

namespace Casus.Core.Parsing;

/// <summary>Reads what stands between tokens: space, comments, and lines of prose.</summary>
internal static class TriviaScanner
{
    public static ImmutableArray<Trivia> Scan(string text, ref int position)
    {
        var trivia = ImmutableArray.CreateBuilder<Trivia>();
        while (position < text.Length)
        {
            var start = position;
            TriviaKind kind;
            if (char.IsWhiteSpace(text[position]))
            {
                kind = TriviaKind.Space;
                while (position < text.Length && char.IsWhiteSpace(text[position]))
                {
                    position++;
                }
            }
            else if (text[position] == '/' && position + 1 < text.Length && text[position + 1] == '/')
            {
                kind = TriviaKind.Comment;
                position = LineEnd(text, position);
            }
            else if (text[position] == '>' && OpensLine(text, position))
            {
                kind = TriviaKind.Prose;
                position = LineEnd(text, position);
            }
            else
            {
                break;
            }
            trivia.Add(new Trivia(kind, text[start..position]));
        }
        return trivia.ToImmutable();
    }

    /// <summary>The position of the line's end, before a carriage return.</summary>
    private static int LineEnd(string text, int position)
    {
        var end = text.IndexOf('\n', position);
        if (end < 0)
        {
            return text.Length;
        }
        return text[end - 1] == '\r' && end - 1 > position ? end - 1 : end;
    }

    private static bool OpensLine(string text, int position)
    {
        for (var before = position - 1; before >= 0 && text[before] != '\n'; before--)
        {
            if (!char.IsWhiteSpace(text[before]))
            {
                return false;
            }
        }
        return true;
    }
}
