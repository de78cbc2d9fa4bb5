namespace Casus.Data.Tables;

/// <summary>A table whose rows are lines of text.</summary>
internal abstract class LineSource(ByteSource bytes) : TableSource(bytes)
{
    private protected ByteLines Lines { get; } = new(bytes);

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

    private protected bool Decode(ReadOnlySpan<byte> line, Span<char> into, out int written) =>
        Decode(line, into, Lines.Line, out written);
}
