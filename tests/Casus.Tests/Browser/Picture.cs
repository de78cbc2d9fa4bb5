using System.Buffers.Binary;
using System.IO.Compression;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Browser;

/// <summary>
/// A PNG of eight bits a channel, as Chromium writes them, decoded: enough to say how far two pictures differ.
/// </summary>
internal sealed class Picture
{
    /// <summary>
    /// A channel that differs by less is the same: edges of letters are smoothed a little differently from build to
    /// build.
    /// </summary>
    private const int Alike = 40;

    private readonly int channels;
    private readonly byte[] samples;

    private Picture(int width, int height, int channels, byte[] samples)
    {
        Width = width;
        Height = height;
        this.channels = channels;
        this.samples = samples;
    }

    public int Width { get; }
    public int Height { get; }

    /// <summary>
    /// Compares with a picture that is kept in the repository. With UPDATE_GOLDEN=1 the picture is rewritten instead:
    /// look at it.
    /// </summary>
    /// <param name="tolerance">The share of pixels that may differ: 0.01 is one in a hundred.</param>
    public static void Matches(string path, byte[] actual, double tolerance)
    {
        var shown = Path.GetRelativePath(RepositoryRoot.Path, path);
        if (Golden.Updating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // What is alike stays as it is, so that history holds no copies.
            if (!File.Exists(path) || !IsAlike(Decode(File.ReadAllBytes(path)), Decode(actual), tolerance))
            {
                File.WriteAllBytes(path, actual);
            }
            return;
        }
        Assert.True(
            File.Exists(path),
            $"{shown} does not exist. Run the tests with UPDATE_GOLDEN=1 to make it, and look at it."
        );
        var (kept, now) = (Decode(File.ReadAllBytes(path)), Decode(actual));
        if (!IsAlike(kept, now, tolerance))
        {
            var seen = RepositoryRoot.Of("artifacts", "pictures", Path.GetFileName(path));
            Directory.CreateDirectory(Path.GetDirectoryName(seen)!);
            File.WriteAllBytes(seen, actual);
            Assert.Fail(
                $"{shown} differs: {kept.Width} x {kept.Height} kept, {now.Width} x {now.Height} now, {Difference(kept, now):P2} of the "
                    + $"pixels differ, {tolerance:P2} may. Now: {Path.GetRelativePath(RepositoryRoot.Path, seen)}. If the change is "
                    + "meant, run with UPDATE_GOLDEN=1."
            );
        }
    }

    private static bool IsAlike(Picture one, Picture other, double tolerance) =>
        one.Width == other.Width && one.Height == other.Height && Difference(one, other) <= tolerance;

    /// <summary>The share of pixels of which some channel differs; 1 where the sizes do.</summary>
    public static double Difference(Picture one, Picture other)
    {
        if (one.Width != other.Width || one.Height != other.Height)
        {
            return 1;
        }
        var different = 0L;
        var pixels = one.Width * one.Height;
        for (var pixel = 0; pixel < pixels; pixel++)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                var (a, b) = (
                    one.samples[pixel * one.channels + channel],
                    other.samples[pixel * other.channels + channel]
                );
                if (Math.Abs(a - b) >= Alike)
                {
                    different++;
                    break;
                }
            }
        }
        return (double)different / pixels;
    }

    /// <exception cref="InvalidDataException">It is not a PNG of eight bits a channel in colour, or it is
    /// interlaced.</exception>
    public static Picture Decode(byte[] file)
    {
        var (width, height, channels) = (0, 0, 0);
        using var packed = new MemoryStream();
        for (var at = 8; at + 12 <= file.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var body = file.AsSpan(at + 8, length);
            if (file.AsSpan(at + 4, 4).SequenceEqual("IHDR"u8))
            {
                width = BinaryPrimitives.ReadInt32BigEndian(body);
                height = BinaryPrimitives.ReadInt32BigEndian(body[4..]);
                channels = (body[8], body[9], body[12]) switch
                {
                    (8, 2, 0) => 3,
                    (8, 6, 0) => 4,
                    _ => throw new InvalidDataException("only colour of eight bits, not interlaced, is read"),
                };
            }
            else if (file.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(body);
            }
            at += 12 + length;
        }
        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        return new Picture(width, height, channels, Unfilter(unpacked, width, height, channels));
    }

    /// <summary>Each line says by its first byte how it was foretold from its neighbours (PNG, section 9).</summary>
    private static byte[] Unfilter(Stream lines, int width, int height, int channels)
    {
        var stride = width * channels;
        var samples = new byte[stride * height];
        var line = new byte[stride + 1];
        for (var y = 0; y < height; y++)
        {
            lines.ReadExactly(line);
            for (var x = 0; x < stride; x++)
            {
                var left = x >= channels ? samples[y * stride + x - channels] : 0;
                var above = y > 0 ? samples[(y - 1) * stride + x] : 0;
                var corner = x >= channels && y > 0 ? samples[(y - 1) * stride + x - channels] : 0;
                var foretold = line[0] switch
                {
                    0 => 0,
                    1 => left,
                    2 => above,
                    3 => (left + above) / 2,
                    4 => Nearest(left, above, corner),
                    _ => throw new InvalidDataException($"no filter {line[0]}"),
                };
                samples[y * stride + x] = (byte)((line[x + 1] + foretold) & 255);
            }
        }
        return samples;
    }

    private static int Nearest(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        if (toLeft <= toAbove && toLeft <= toCorner)
        {
            return left;
        }
        return toAbove <= toCorner ? above : corner;
    }
}
