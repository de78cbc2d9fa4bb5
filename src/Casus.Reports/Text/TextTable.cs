using System.Text;

namespace Casus.Reports.Text;

/// <summary>Columns of text, the first aligned to the left and the others to the right. A cell that is too wide is cut.</summary>
internal sealed class TextTable(int firstWidth, params int[] widths)
{
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines => lines;

    public void Add(string first, params ReadOnlySpan<string> cells)
    {
        var line = new StringBuilder(Cut(first, firstWidth).PadRight(firstWidth));
        for (var i = 0; i < cells.Length; i++)
        {
            line.Append(' ').Append(cells[i].PadLeft(widths[i]));
        }
        lines.Add(line.ToString().TrimEnd());
    }

    public static string Cut(string text, int width) =>
        text.Length <= width ? text : string.Concat(text.AsSpan(0, width - 1), "~");
}
