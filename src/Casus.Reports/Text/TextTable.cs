using System.Text;

namespace Casus.Reports.Text;

/// <summary>
/// Columns of text, the first aligned to the left and the others to the right. What is left of the width goes to the
/// first; where it would have less than it needs, each row stands below its name, with the head of each column beside
/// its figure. Figures are never cut.
/// </summary>
internal sealed class TextTable(int width, params int[] widths)
{
    private const int Least = 16;
    private const int Most = 60;
    private const int Indent = 2;
    private readonly List<string[]> rows = [];

    /// <summary>The first row added is the head.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            var room = width - widths.Sum(column => column + 1);
            return room - 1 < Least
                ? [.. rows.Skip(1).SelectMany(Stacked)]
                : [.. rows.Select(row => Beside(row, Math.Clamp(room - 1, Least, Most)))];
        }
    }

    public void Add(string first, params ReadOnlySpan<string> cells) => rows.Add([first, .. cells]);

    public static string Cut(string text, int width) =>
        text.Length <= width ? text : string.Concat(text.AsSpan(0, width - 1), "~");

    private string Beside(string[] row, int first)
    {
        var line = new StringBuilder(Cut(row[0], first).PadRight(first));
        for (var i = 1; i < row.Length; i++)
        {
            line.Append(' ').Append(row[i].PadLeft(widths[i - 1]));
        }
        return line.ToString().TrimEnd();
    }

    private IEnumerable<string> Stacked(string[] row)
    {
        var figures = row.Skip(1).Select((cell, i) => $"{rows[0][i + 1].TrimStart('|')} {cell}");
        return
        [
            Cut(row[0], width),
            .. LineBreaks
                .Of(
                    string.Join(" | ", figures).Replace(' ', Unbroken).Replace($"{Unbroken}|{Unbroken}", " | "),
                    width - Indent
                )
                .Select(line => new string(' ', Indent) + line.Replace(Unbroken, ' ')),
        ];
    }

    /// <summary>A head and its figure stay on one line.</summary>
    private const char Unbroken = '\u00a0';
}
