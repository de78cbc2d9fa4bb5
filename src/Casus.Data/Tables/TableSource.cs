using System.Text.Unicode;

namespace Casus.Data.Tables;

/// <summary>
/// A table read row by row, whatever its format. Memory is bounded by the longest row. Names of columns are compared
/// without case and without the white space around them.
/// </summary>
internal abstract class TableSource : IDisposable
{
    private readonly Dictionary<string, int> indexes = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> columns = [];

    private protected TableSource(string file, ByteLines lines)
    {
        File = file;
        Lines = lines;
    }

    public string File { get; }

    /// <summary>
    /// Names of the columns seen so far: all of a CSV's from the start; of JSON Lines, as they occur.
    /// </summary>
    public IReadOnlyList<string> Columns => columns;

    /// <summary>The line on which the row starts, from 1.</summary>
    public int Line { get; protected set; }

    /// <summary>The number of the row, from 1.</summary>
    public int Row { get; protected set; }

    /// <summary>Why the row just read is no row; null where it is one.</summary>
    public string? Fault { get; protected set; }

    /// <summary>Why reading had to stop.</summary>
    public InputProblem? Problem { get; protected set; }

    public string Sha256 => Lines.Sha256;

    /// <summary>
    /// Whether a column that a reader asks for must be in <see cref="Columns"/> before the first row.
    /// </summary>
    public abstract bool HasHeader { get; }

    private protected ByteLines Lines { get; }

    /// <summary>Goes to the next row. False at the end, and where there is a <see cref="Problem"/>.</summary>
    public abstract bool Read();

    /// <summary>
    /// The value of a column in the row, trimmed; it holds until the next row. Empty where there is none.
    /// </summary>
    public abstract ReadOnlyMemory<char> Field(int column);

    /// <summary>The index of a column, or -1.</summary>
    public int IndexOf(string name) => indexes.TryGetValue(name.Trim(), out var index) ? index : -1;

    /// <summary>Opens a table: JSON Lines where the first character is a brace, else CSV.</summary>
    public static TableSource? Open(TableInput input, out InputProblem? problem)
    {
        if (input.Open(out problem) is not { } stream)
        {
            return null;
        }
        var lines = new ByteLines(input.Name, stream);
        var start = lines.Peek();
        problem = lines.Problem ?? UnusableStart(input.Name, start);
        if (problem is not null)
        {
            lines.Dispose();
            return null;
        }
        if (start.StartsWith("\uFEFF"u8))
        {
            lines.Skip(3);
            start = start[3..];
        }
        TableSource source = start.TrimStart(" \t\r\n"u8) is [(byte)'{', ..]
            ? new JsonLinesSource(input.Name, lines)
            : new CsvSource(input.Name, lines);
        problem = source.Problem;
        if (problem is not null)
        {
            source.Dispose();
            return null;
        }
        return source;
    }

    private protected int AddColumn(string name)
    {
        indexes.Add(name, columns.Count);
        columns.Add(name);
        return columns.Count - 1;
    }

    /// <summary>A stream of nothing but line ends would be read for ever.</summary>
    private protected bool IsEndlesslyBlank(int lines)
    {
        const int Most = 100_000;
        if (lines < Most)
        {
            return false;
        }
        var what = $"{Most} blank lines one after another";
        Problem = new(File, Lines.Line, what, "no table has so many, and a stream may have no end", "Remove them");
        return true;
    }

    /// <summary>Decodes a line; bytes that are no text end the reading.</summary>
    private protected bool Decode(ReadOnlySpan<byte> line, Span<char> into, out int written)
    {
        var status = Utf8.ToUtf16(line, into, out var read, out written, replaceInvalidSequences: false);
        var text = into[..written];
        if (text.IndexOfAnyInRange('\0', '\b') >= 0 || text.IndexOfAnyInRange('\u000E', '\u001F') >= 0)
        {
            Problem = new(
                File,
                Lines.Line,
                "control characters, as in a program or a compressed file",
                "this is not a text",
                "Give a CSV or JSON Lines file in UTF-8"
            );
            return false;
        }
        if (status != System.Buffers.OperationStatus.Done)
        {
            Problem = new(
                File,
                Lines.Line,
                $"byte {read + 1} of the line (0x{line[read]:X2}) is not UTF-8",
                "names could be misread",
                "Save the file as UTF-8"
            );
            return false;
        }
        return true;
    }

    private static InputProblem? UnusableStart(string file, ReadOnlySpan<byte> start)
    {
        const string Instead = "Give a CSV with a header, or JSON Lines, in UTF-8";
        if (start.IsEmpty)
        {
            return new(file, null, "it is empty", "a table has at least its header", Instead);
        }
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return new(file, 1, "it is UTF-16", "only UTF-8 is read", "Save the file as UTF-8");
        }
        if (start.StartsWith("PAR1"u8))
        {
            return new(file, null, "it is Parquet", "this reader takes text tables", Instead);
        }
        if (start.StartsWith("PK"u8) || start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            return new(file, null, "it is a compressed file or a workbook", "this reader takes text tables", Instead);
        }
        return start.TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'[', ..]
            ? new(
                file,
                1,
                "it starts with '['",
                "a JSON array is not read as a stream",
                "Write JSON Lines: one object a line, no brackets round them"
            )
            : null;
    }

    public void Dispose() => Lines.Dispose();
}
