using System.Text;
using Casus.Core.Syntax;

namespace Casus.Core.Formatting;

/// <summary>The lines that have been written, and the one that is being written.</summary>
internal sealed class FormattedPage
{
    /// <summary>No line is made longer where it can be broken.</summary>
    public const int Width = 120;
    private readonly StringBuilder text = new();
    private int lineStart;

    public int Column => text.Length - lineStart;

    public void Add(string words) => text.Append(words);

    public void OpenLine(int indent)
    {
        EndLine();
        text.Append(' ', indent);
    }

    /// <summary>Ends the line if anything stands on it.</summary>
    public void EndLine()
    {
        if (Column > 0)
        {
            text.Append('\n');
            lineStart = text.Length;
        }
    }

    /// <summary>
    /// What stands before a sentence or an item: a comment on the line of what came before stays there, others stand
    /// above, each on its line; of empty lines one stays.
    /// </summary>
    public void Trivia(SyntaxToken token, int indent, bool opensSentence)
    {
        var lineFeeds = 0;
        foreach (var trivia in token.Leading)
        {
            if (trivia.Kind == TriviaKind.Space)
            {
                lineFeeds += trivia.Text.Count(letter => letter == '\n');
                continue;
            }
            Remark(trivia, indent, lineFeeds, opensSentence);
            lineFeeds = 0;
        }
        if (opensSentence && lineFeeds > 1 && text.Length > 0 && token.Kind != TokenKind.EndOfFile)
        {
            EmptyLine();
        }
    }

    /// <summary>Comments and prose inside a sentence, each ending its line. False where there are none.</summary>
    public bool Remarks(SyntaxToken token, int indent)
    {
        var lineFeeds = 0;
        var any = false;
        foreach (var trivia in token.Leading)
        {
            if (trivia.Kind == TriviaKind.Space)
            {
                lineFeeds += trivia.Text.Count(letter => letter == '\n');
                continue;
            }
            Remark(trivia, indent, lineFeeds, keepEmptyLine: false);
            lineFeeds = 0;
            any = true;
        }
        return any;
    }

    /// <summary>As it is, from the end of what came before.</summary>
    public void Verbatim(SyntaxElement element)
    {
        var source = element.ToFullString();
        // What was formatted before it ended its line or not just as the source did: the space that follows is part of
        // this text.
        text.Append(source);
        var lastFeed = source.LastIndexOf('\n');
        lineStart = lastFeed < 0 ? lineStart : text.Length - (source.Length - lastFeed - 1);
    }

    public string Done()
    {
        EndLine();
        return text.ToString();
    }

    private void Remark(Trivia remark, int indent, int lineFeeds, bool keepEmptyLine)
    {
        var words = remark.Text.TrimEnd();
        var trails = lineFeeds == 0 && Column > 0 && remark.Kind == TriviaKind.Comment;
        if (trails)
        {
            text.Append("  ").Append(words);
        }
        else
        {
            EndLine();
            if (keepEmptyLine && lineFeeds > 1 && text.Length > 0)
            {
                EmptyLine();
            }
            text.Append(' ', indent).Append(words);
        }
        EndLine();
    }

    private void EmptyLine()
    {
        EndLine();
        if (text.Length > 1 && text[^2] != '\n')
        {
            text.Append('\n');
            lineStart = text.Length;
        }
    }
}
