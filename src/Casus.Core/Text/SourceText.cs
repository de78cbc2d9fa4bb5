using System.Collections.Immutable;

namespace Casus.Core.Text;

/// <summary>A text and its lines. Lines and columns are counted from 1, in UTF-16 units, tabs as one.</summary>
public sealed class SourceText
{
    private readonly ImmutableArray<int> lineStarts;

    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }
        lineStarts = starts.ToImmutable();
    }

    /// <summary>As the user gave it.</summary>
    public string Path { get; }
    public string Text { get; }
    public int LineCount => lineStarts.Length;

    public (int Line, int Column) PositionOf(int offset)
    {
        var index = lineStarts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line + 1, offset - lineStarts[line] + 1);
    }

    /// <summary>
    /// The offset of a place. A line or a column that the text does not have is taken for the nearest that it has; the
    /// end of a line stands before its line feed and carriage return.
    /// </summary>
    public int OffsetOf(int line, int column)
    {
        if (line > lineStarts.Length)
        {
            return Text.Length;
        }
        if (line < 1)
        {
            return 0;
        }
        var start = lineStarts[line - 1];
        var end = line < lineStarts.Length ? lineStarts[line] - 1 : Text.Length;
        end = end > start && end < Text.Length && Text[end - 1] == '\r' ? end - 1 : end;
        return (int)Math.Clamp((long)start + Math.Max(column, 1) - 1, start, end);
    }

    /// <summary>The text of a line without its end.</summary>
    public string Line(int line)
    {
        var start = lineStarts[line - 1];
        var end = line < lineStarts.Length ? lineStarts[line] : Text.Length;
        return Text[start..end].TrimEnd('\r', '\n');
    }

    public string Of(TextSpan span) => Text.Substring(span.Start, span.Length);
}
