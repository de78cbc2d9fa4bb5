using Casus.Core.Diagnostics;
using Casus.Core.Text;

namespace Casus.Core.Checking;

/// <summary>Takes a code out of the comment that allows it; with its last code the comment goes too.</summary>
internal static class SuppressionEdits
{
    /// <param name="safety">Comments mean nothing to the machine; but one that is idle now may be needed later.</param>
    public static Fix Without(CheckedText text, TextSpan code, FixSafety safety = FixSafety.Safe)
    {
        var comment = text.Suppressions.First(one => one.Span.Start <= code.Start && code.End <= one.Span.End);
        var span =
            comment.Codes.Length == 1 ? WholeComment(text.Source.Text, comment.Span) : CodeAndComma(comment, code);
        var title = comment.Codes.Length == 1 ? "Take the comment out" : "Take the code out";
        return new Fix(title, safety, [new TextEdit(span, "")]);
    }

    /// <summary>The line, where nothing else stands on it; else the comment and the space before it.</summary>
    private static TextSpan WholeComment(string text, TextSpan comment)
    {
        var start = comment.Start;
        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }
        var opensLine = start == 0 || text[start - 1] == '\n';
        var end = comment.End;
        while (end < text.Length && text[end] is ' ' or '\t' or '\r')
        {
            end++;
        }
        if (opensLine && end < text.Length && text[end] == '\n')
        {
            end++;
        }
        return TextSpan.FromBounds(start, opensLine ? end : comment.End);
    }

    private static TextSpan CodeAndComma(SuppressionComment comment, TextSpan code)
    {
        var index = comment.Codes.Select(one => one.Span).ToList().IndexOf(code);
        return index + 1 < comment.Codes.Length
            ? TextSpan.FromBounds(code.Start, comment.Codes[index + 1].Span.Start)
            : TextSpan.FromBounds(comment.Codes[index - 1].Span.End, code.End);
    }
}
