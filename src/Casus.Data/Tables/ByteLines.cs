using System.Security.Cryptography;

namespace Casus.Data.Tables;

/// <summary>
/// The lines of a stream, with a bound on memory: a line longer than <see cref="Limit"/> ends the reading. The hash
/// covers every byte as read, the byte order mark too.
/// </summary>
internal sealed class ByteLines : IDisposable
{
    /// <summary>The longest line, in bytes: 1 MiB.</summary>
    public const int Limit = 1 << 20;

    private readonly string file;
    private readonly Stream stream;
    private readonly long? expected;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private long total;
    private bool ended;

    public ByteLines(string file, Stream stream)
    {
        this.file = file;
        this.stream = stream;
        expected = stream.CanSeek ? stream.Length : null;
    }

    /// <summary>The number of the line read last, from 1.</summary>
    public int Line { get; private set; }

    public InputProblem? Problem { get; private set; }

    /// <summary>Lower-case hexadecimal, of all bytes read so far.</summary>
    public string Sha256 => Convert.ToHexStringLower(hash.GetCurrentHash());

    /// <summary>The first bytes, without taking them; at most as many as the buffer holds.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        while (end - start < 16 && Fill()) { }
        return buffer.AsSpan(start, end - start);
    }

    public void Skip(int bytes) => start += bytes;

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
            file,
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
        if (ended)
        {
            return false;
        }
        MakeRoom();
        int read;
        try
        {
            read = stream.Read(buffer, end, buffer.Length - end);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            var what = $"reading stopped after {total} bytes ({e.Message.TrimEnd('.')})";
            Problem = new(file, Line + 1, what, "the rest is not known", "Copy the file to a local disk and try again");
            ended = true;
            return false;
        }
        if (read == 0)
        {
            ended = true;
            Problem = Shortened();
            return false;
        }
        hash.AppendData(buffer, end, read);
        end += read;
        total += read;
        return true;
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

    /// <summary>A file that lost bytes while it was read is neither what it was nor what it is.</summary>
    private InputProblem? Shortened()
    {
        var lengthNow = stream.CanSeek ? stream.Length : total;
        if (total >= (expected ?? total) && total <= lengthNow)
        {
            return null;
        }
        return new(
            file,
            null,
            "it became shorter while it was read"
                + $" ({Math.Max(expected ?? 0, total)} bytes, then {Math.Min(total, lengthNow)})",
            "rows may be missing or mixed",
            "Copy it when nothing writes to it, and read the copy"
        );
    }

    public void Dispose()
    {
        hash.Dispose();
        stream.Dispose();
    }
}
