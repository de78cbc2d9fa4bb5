using System.Security.Cryptography;

namespace Casus.Data.Tables;

/// <summary>The bytes of a stream as they are, hashed as they are read, the byte order mark too.</summary>
internal sealed class FileBytes(string file, Stream stream) : ByteSource(file)
{
    private readonly long? expected = stream.CanSeek ? stream.Length : null;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private InputProblem? problem;
    private long total;
    private bool ended;

    public override InputProblem? Problem => problem;

    public override string Sha256 => Convert.ToHexStringLower(hash.GetCurrentHash());

    protected override int Next(byte[] buffer, int offset, int count)
    {
        if (ended)
        {
            return 0;
        }
        int read;
        try
        {
            read = stream.Read(buffer, offset, count);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            var what = $"reading stopped after {total} bytes ({e.Message.TrimEnd('.')})";
            problem = new(File, null, what, "the rest is not known", "Copy the file to a local disk and try again");
            ended = true;
            return 0;
        }
        if (read == 0)
        {
            ended = true;
            problem = Shortened();
            return 0;
        }
        hash.AppendData(buffer, offset, read);
        total += read;
        return read;
    }

    public override Stream? ToSeekable(out InputProblem? problem)
    {
        if (!stream.CanSeek)
        {
            return base.ToSeekable(out problem);
        }
        var part = new byte[1 << 16];
        while (Read(part, 0, part.Length) > 0) { }
        problem = Problem;
        if (problem is not null)
        {
            return null;
        }
        stream.Position = 0;
        return new BufferedStream(stream, 1 << 16);
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
            File,
            null,
            "it became shorter while it was read"
                + $" ({Math.Max(expected ?? 0, total)} bytes, then {Math.Min(total, lengthNow)})",
            "rows may be missing or mixed",
            "Copy it when nothing writes to it, and read the copy"
        );
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            hash.Dispose();
            stream.Dispose();
        }
    }
}
