using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Casus.Core.Time;

namespace Casus.Core.Stepping;

/// <summary>
/// SHA-256 over the engine's version and the canonical bytes of every fact and effect, in order. Only integers and
/// UTF-8 enter, each text with its length before it, so that no two sequences share their bytes and no machine's
/// floating point can tell.
/// </summary>
internal sealed class StateHash : IDisposable
{
    private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] buffer = new byte[16 * 1024];
    private int used;

    public StateHash() => Text(EngineVersion.Current);

    /// <summary>The hash of all that was written so far, in lower-case hexadecimal.</summary>
    public string Current()
    {
        Flush();
        return Convert.ToHexStringLower(digest.GetCurrentHash());
    }

    public void Tag(byte tag)
    {
        Need(1);
        buffer[used++] = tag;
    }

    public void Number(long value)
    {
        Need(8);
        BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(used), value);
        used += 8;
    }

    /// <summary>A number that may be absent: a tag, then the number.</summary>
    public void Optional(long? value)
    {
        Tag(value is null ? (byte)0 : (byte)1);
        if (value is { } present)
        {
            Number(present);
        }
    }

    public void Instant(Moment moment) => Number(moment.Second);

    public void Optional(Moment? moment) => Optional(moment?.Second);

    public void Text(string? text)
    {
        if (text is null)
        {
            Short(-1);
            return;
        }
        // A UTF-16 unit is at most three bytes of UTF-8.
        var most = text.Length * 3;
        if (most + 4 > buffer.Length)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Short(bytes.Length);
            Flush();
            digest.AppendData(bytes);
            return;
        }
        Need(most + 4);
        var length = Encoding.UTF8.GetBytes(text, buffer.AsSpan(used + 4));
        Short(length);
        used += length;
    }

    /// <summary>A quantity by its plain digits: 1.0 and 1 are one quantity.</summary>
    public void Quantity(decimal? value)
    {
        const decimal Normal = 1.000000000000000000000000000000000m;
        Text(
            value is { } present ? (present / Normal).ToString(System.Globalization.CultureInfo.InvariantCulture) : null
        );
    }

    /// <summary>An angle in micro-degrees (about 0.1 m).</summary>
    public void Angle(double degrees) => Number((long)Math.Round(degrees * 1e6));

    /// <summary>A distance in whole metres.</summary>
    public void Metres(double kilometres) => Number((long)Math.Round(kilometres * 1000));

    public void Dispose() => digest.Dispose();

    private void Short(int value)
    {
        Need(4);
        BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(used), value);
        used += 4;
    }

    private void Need(int bytes)
    {
        if (used + bytes > buffer.Length)
        {
            Flush();
        }
    }

    private void Flush()
    {
        digest.AppendData(buffer.AsSpan(0, used));
        used = 0;
    }
}
