using System.Text.Unicode;

namespace Casus.Data.Tables;

/// <summary>
/// A table read row by row, whatever its format. Memory is bounded by the longest row, or by the largest group of
/// rows of a Parquet file. Names of columns are compared without case and without the white space around them.
/// </summary>
internal abstract class TableSource : IDisposable
{
    private readonly Dictionary<string, int> indexes = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> columns = [];
    private readonly ByteSource bytes;

    private protected TableSource(ByteSource bytes) => this.bytes = bytes;

    public string File => bytes.File;

    /// <summary>In plain words: what the format is.</summary>
    public abstract string Format { get; }

    /// <summary>
    /// Names of the columns seen so far: all of a CSV's and a Parquet file's from the start; of JSON, as they occur.
    /// </summary>
    public IReadOnlyList<string> Columns => columns;

    /// <summary>Columns that are there and cannot be read as values, each with its reason.</summary>
    public virtual IReadOnlyList<string> Unread => [];

    /// <summary>The line on which the row starts, from 1; or the number of the feature or row.</summary>
    public int Line { get; protected set; }

    /// <summary>What <see cref="Line"/> counts.</summary>
    public virtual RowUnit Unit => RowUnit.Line;

    /// <summary>The number of the row, from 1.</summary>
    public int Row { get; protected set; }

    /// <summary>Why the row just read is no row; null where it is one.</summary>
    public string? Fault { get; protected set; }

    /// <summary>Why reading had to stop.</summary>
    public InputProblem? Problem { get; protected set; }

    /// <summary>Lower-case hexadecimal, of the file's bytes as read.</summary>
    public string Sha256 => bytes.Sha256;

    /// <summary>
    /// Whether a column that a reader asks for must be in <see cref="Columns"/> before the first row.
    /// </summary>
    public abstract bool HasHeader { get; }

    /// <summary>Goes to the next row. False at the end, and where there is a <see cref="Problem"/>.</summary>
    public abstract bool Read();

    /// <summary>
    /// The value of a column in the row, trimmed; it holds until the next row. Empty where there is none.
    /// </summary>
    public abstract ReadOnlyMemory<char> Field(int column);

    /// <summary>The index of a column, or -1.</summary>
    public int IndexOf(string name) => indexes.TryGetValue(name.Trim(), out var index) ? index : -1;

    /// <summary>Opens a table, in the format that its first bytes show; null with a problem.</summary>
    public static TableSource? Open(TableInput input, out InputProblem? problem) =>
        TableFormats.Open(input, out problem);

    private protected int AddColumn(string name)
    {
        indexes.Add(name, columns.Count);
        columns.Add(name);
        return columns.Count - 1;
    }

    /// <summary>Decodes text; bytes that are no text end the reading.</summary>
    /// <param name="at">The line or feature, for the message.</param>
    private protected bool Decode(ReadOnlySpan<byte> line, Span<char> into, int at, out int written)
    {
        var status = Utf8.ToUtf16(line, into, out var read, out written, replaceInvalidSequences: false);
        var text = into[..written];
        if (text.IndexOfAnyInRange('\0', '\b') >= 0 || text.IndexOfAnyInRange('\u000E', '\u001F') >= 0)
        {
            Problem = At(
                at,
                "control characters, as in a program, a compressed file or text in UTF-16",
                "this is not a text in UTF-8",
                "Give a CSV, JSON Lines or GeoJSON file in UTF-8, or a Parquet file"
            );
            return false;
        }
        if (status != System.Buffers.OperationStatus.Done)
        {
            Problem = At(
                at,
                $"byte {read + 1} of the {Unit.Name(at).Split(' ')[0]} (0x{line[read]:X2}) is not UTF-8",
                "names could be misread",
                "Save the file as UTF-8 (older programs write Windows-1252, for Cyrillic Windows-1251)"
            );
            return false;
        }
        return true;
    }

    private protected InputProblem At(int number, string what, string why, string instead) =>
        new(File, number, what, why, instead) { Unit = Unit };

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            bytes.Dispose();
        }
    }
}
