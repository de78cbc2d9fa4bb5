namespace Casus.Data.Tables;

/// <summary>
/// The bytes of an input, in order, whatever is wrapped round them. The first ones can be looked at without being
/// taken, since the format follows from them.
/// </summary>
internal abstract class ByteSource(string file) : IDisposable
{
    private byte[] head = [];
    private int headStart;
    private int headEnd;

    public string File { get; } = file;

    /// <summary>Why reading had to stop; then nothing more is given.</summary>
    public abstract InputProblem? Problem { get; }

    /// <summary>Lower-case hexadecimal, of the bytes of the file as read so far.</summary>
    public abstract string Sha256 { get; }

    /// <summary>The first bytes that are not yet taken: as many as asked for, or all where there are fewer.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        if (head.Length - headStart < count)
        {
            var larger = new byte[count];
            head.AsSpan(headStart, headEnd - headStart).CopyTo(larger);
            (head, headStart, headEnd) = (larger, 0, headEnd - headStart);
        }
        while (headEnd - headStart < count && Next(head, headEnd, head.Length - headEnd) is > 0 and var read)
        {
            headEnd += read;
        }
        return head.AsSpan(headStart, Math.Min(count, headEnd - headStart));
    }

    /// <summary>Reads at least one byte; 0 at the end, or where there is a <see cref="Problem"/>.</summary>
    public int Read(byte[] buffer, int offset, int count)
    {
        if (headStart == headEnd)
        {
            return Next(buffer, offset, count);
        }
        var taken = Math.Min(count, headEnd - headStart);
        head.AsSpan(headStart, taken).CopyTo(buffer.AsSpan(offset));
        headStart += taken;
        return taken;
    }

    protected abstract int Next(byte[] buffer, int offset, int count);

    /// <summary>
    /// The bytes as a stream that can be gone about in, from the first one; null with a problem. All of them have
    /// been read once, so that the hash is whole.
    /// </summary>
    public virtual Stream? ToSeekable(out InputProblem? problem)
    {
        var copy = new MemoryStream();
        var part = new byte[1 << 16];
        while (Read(part, 0, part.Length) is > 0 and var read)
        {
            copy.Write(part, 0, read);
            if (copy.Length > LargestCopy)
            {
                const string What = "more than 1 GiB that can only be read from front to back";
                const string Instead = "Give it as a file on disk, not compressed from outside";
                problem = new(File, null, What, "such a table is read from its end", Instead);
                return null;
            }
        }
        copy.Position = 0;
        problem = Problem;
        return problem is null ? copy : null;
    }

    private const long LargestCopy = 1L << 30;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
