namespace Casus.Data.Tables;

/// <summary>
/// The lines of an input, with a bound on memory: a line longer than <see cref="Limit"/> ends the reading.
/// </summary>
internal sealed class ByteLines(ByteSource source)
{
    /// <summary>The longest line, in bytes: 1 MiB.</summary>
    public const int Limit = 1 << 20;

    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;

    /// <summary>The number of the line read last, from 1.</summary>
    public int Line { get; private set; }

    public InputProblem? Problem { get; private set; }

    /// <summary>
    /// The next line without its end (LF or CR LF); the span holds until the next call. False at the end or a
    /// problem.
    /// </summary>
    public bool Read(out ReadOnlySpan<byte> line)
    {
        var searched = 0;
        while (Problem is null)
        {
            var at = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                line = Take(searched + at, 1);
                return true;
            }
            searched = end - start;
            if (searched > Limit)
            {
                Problem = TooLong(Line + 1);
                break;
            }
            if (!Fill())
            {
                line = Problem is null && searched > 0 ? Take(searched, 0) : default;
                return Problem is null && searched > 0;
            }
        }
        line = default;
        return false;
    }

    public InputProblem TooLong(int at) =>
        new(
            source.File,
            at,
            "a line of more than 1 MiB",
            "no row is so long, and a stream without line ends would fill the memory",
            "Write one row a line, and close every quoted value"
        );

    private ReadOnlySpan<byte> Take(int length, int terminator)
    {
        Line++;
        var line = buffer.AsSpan(start, length);
        start += length + terminator;
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }

    private bool Fill()
    {
        MakeRoom();
        var read = source.Read(buffer, end, buffer.Length - end);
        end += read;
        Problem = source.Problem;
        return read > 0;
    }

    private void MakeRoom()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }
        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }
    }
}
