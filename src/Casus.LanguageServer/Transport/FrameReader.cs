using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;

namespace Casus.LanguageServer.Transport;

/// <summary>
/// Cuts the input into messages by their headers. After a header that says no length, or a length that was wrong, it
/// goes on at the next header that says one: what lies between is left out.
/// </summary>
internal sealed class FrameReader(PipeReader reader)
{
    /// <summary>
    /// No client sends more at once: the longest text is 16 MB, and each of its letters may be escaped.
    /// </summary>
    public const int LongestBytes = 128 << 20;

    private static ReadOnlySpan<byte> LengthHeader => "content-length:"u8;

    /// <summary>The body of the next message; null where the input has ended. The body is a copy.</summary>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var length = await HeaderAsync(cancellation).ConfigureAwait(false);
            if (length is null)
            {
                return null;
            }
            if (length is >= 0 and <= LongestBytes)
            {
                return await BodyAsync(length.Value, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads header lines up to the empty one; -1 where none says a length, null at the end.</summary>
    private async ValueTask<int?> HeaderAsync(CancellationToken cancellation)
    {
        var length = -1;
        while (true)
        {
            var line = await LineAsync(cancellation).ConfigureAwait(false);
            if (line is null)
            {
                return null;
            }
            if (line.Length == 0)
            {
                return length;
            }
            length = LengthIn(line) ?? length;
        }
    }

    /// <summary>A line without its end; null where the input has ended.</summary>
    private async ValueTask<byte[]?> LineAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellation).ConfigureAwait(false);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = read.Buffer.Slice(0, end).ToArray();
                reader.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line is [.. var before, (byte)'\r'] ? before : line;
            }
            // What never ends a line is no header; it is not kept.
            var useless = read.Buffer.Length > LongestBytes;
            reader.AdvanceTo(useless ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                return null;
            }
        }
    }

    private async ValueTask<byte[]?> BodyAsync(int length, CancellationToken cancellation)
    {
        var read = await reader.ReadAtLeastAsync(length, cancellation).ConfigureAwait(false);
        if (read.Buffer.Length < length)
        {
            reader.AdvanceTo(read.Buffer.End);
            return null;
        }
        var body = read.Buffer.Slice(0, length).ToArray();
        reader.AdvanceTo(read.Buffer.GetPosition(length));
        return body;
    }

    /// <summary>
    /// The length that a header line says. It is looked for anywhere in the line: after a body that was longer than
    /// told, what is left of it stands before the next header on the same line.
    /// </summary>
    private static int? LengthIn(byte[] line)
    {
        Span<byte> lower = line.Length <= 256 ? stackalloc byte[line.Length] : new byte[line.Length];
        for (var i = 0; i < line.Length; i++)
        {
            lower[i] = line[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(line[i] | 0x20) : line[i];
        }
        var at = lower.LastIndexOf(LengthHeader);
        if (at < 0)
        {
            return null;
        }
        var digits = lower[(at + LengthHeader.Length)..].Trim((byte)' ');
        return Utf8Parser.TryParse(digits, out int value, out var used) && used == digits.Length ? value : -1;
    }
}
