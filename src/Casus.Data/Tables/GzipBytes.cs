using System.IO.Compression;

namespace Casus.Data.Tables;

/// <summary>
/// What a gzip file holds. .NET takes a file that ends in the middle for one that ends there; so the file is read as
/// if a known member followed it. Members follow each other in gzip (RFC 1952, 2.2), so the mark comes out last if
/// the file was whole, and never if it was not.
/// </summary>
internal sealed class GzipBytes : ByteSource
{
    private static readonly byte[] Mark = "\0casus:whole\0\u0001\u0002\u0003"u8.ToArray();
    private static readonly byte[] Marked = Compressed(Mark);

    private readonly ByteSource inner;
    private readonly GZipStream stream;
    private readonly byte[] held = new byte[(1 << 16) + Mark.Length];
    private InputProblem? problem;
    private int heldEnd;
    private bool ended;

    public GzipBytes(ByteSource inner)
        : base(inner.File)
    {
        this.inner = inner;
        stream = new GZipStream(new FollowedByMark(inner), CompressionMode.Decompress);
    }

    public override InputProblem? Problem => inner.Problem ?? problem;

    public override string Sha256 => inner.Sha256;

    public static bool Starts(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    /// <summary>As many bytes as the mark has are held back, since they may be the mark.</summary>
    protected override int Next(byte[] buffer, int offset, int count)
    {
        while (!ended && heldEnd <= Mark.Length)
        {
            Fill();
        }
        var free = Problem is null ? heldEnd - Mark.Length : 0;
        var given = Math.Min(count, Math.Max(0, free));
        held.AsSpan(0, given).CopyTo(buffer.AsSpan(offset));
        held.AsSpan(given, heldEnd - given).CopyTo(held);
        heldEnd -= given;
        return given;
    }

    private void Fill()
    {
        int read;
        try
        {
            read = stream.Read(held, heldEnd, held.Length - heldEnd);
        }
        catch (InvalidDataException)
        {
            ended = true;
            problem = Broken("its compressed bytes are damaged, or it ends early");
            return;
        }
        heldEnd += read;
        if (read == 0)
        {
            ended = true;
            problem = held.AsSpan(0, heldEnd).EndsWith(Mark)
                ? null
                : Broken("the compressed file ends early, or other bytes follow its end");
        }
    }

    private InputProblem Broken(string what) =>
        new(
            File,
            null,
            what,
            "rows are missing or wrong, and how many cannot be known",
            "Fetch or write the file again; gzip -t FILE says whether it is whole"
        );

    private static byte[] Compressed(byte[] bytes)
    {
        using var into = new MemoryStream();
        using (var gzip = new GZipStream(into, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }
        return into.ToArray();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
            inner.Dispose();
        }
    }

    /// <summary>The bytes of a source, and the mark's after its end.</summary>
    private sealed class FollowedByMark(ByteSource source) : Stream
    {
        private int markAt;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = source.Read(buffer, offset, count);
            if (read > 0 || source.Problem is not null)
            {
                return read;
            }
            var taken = Math.Min(count, Marked.Length - markAt);
            Marked.AsSpan(markAt, taken).CopyTo(buffer.AsSpan(offset));
            markAt += taken;
            return taken;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
