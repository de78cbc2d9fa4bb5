using System.Text;

namespace Casus.Tests.LanguageServer;

/// <summary>
/// A text with marks: `$0` is where the cursor stands, `[|` and `|]` enclose what an answer should name. The marks are
/// taken out.
/// </summary>
internal sealed class MarkedText
{
    private MarkedText(string text, int? cursor, List<(int Start, int End)> spans)
    {
        Text = text;
        Cursor = cursor;
        Spans = spans;
    }

    public string Text { get; }
    public int? Cursor { get; }
    public List<(int Start, int End)> Spans { get; }

    public static MarkedText Of(string marked)
    {
        var text = new StringBuilder();
        int? cursor = null;
        var open = new Stack<int>();
        var spans = new List<(int, int)>();
        for (var i = 0; i < marked.Length; i++)
        {
            var two = i + 1 < marked.Length ? marked.AsSpan(i, 2) : [];
            if (two is "$0")
            {
                cursor = text.Length;
                i++;
            }
            else if (two is "[|")
            {
                open.Push(text.Length);
                i++;
            }
            else if (two is "|]")
            {
                spans.Add((open.Pop(), text.Length));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }
        spans.Sort();
        return new MarkedText(text.ToString(), cursor, spans);
    }

    /// <summary>Line and character from 0.</summary>
    public (int Line, int Character) PositionOf(int offset)
    {
        var line = Text.AsSpan(0, offset).Count('\n');
        return (line, offset - (Text.LastIndexOf('\n', Math.Max(0, offset - 1), Math.Max(0, offset)) + 1));
    }

    public int OffsetOf(int line, int character)
    {
        var start = 0;
        for (var i = 0; i < line; i++)
        {
            start = Text.IndexOf('\n', start) + 1;
        }
        return start + character;
    }
}
