namespace Casus.Data.Tables;

/// <summary>
/// Takes a JSON text apart into values without holding it whole. A value is found by its brackets and quotes alone;
/// whether it is well formed is seen by who reads it.
/// </summary>
internal sealed class JsonStream(ByteSource bytes)
{
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private long taken;

    public InputProblem? Problem { get; private set; }

    /// <summary>The next character that is no white space, without taking it; null at the end or a problem.</summary>
    public char? Peek()
    {
        while (Problem is null)
        {
            var at = buffer.AsSpan(start, end - start).IndexOfAnyExcept(" \t\r\n"u8);
            if (at >= 0)
            {
                Advance(at);
                return (char)buffer[start];
            }
            Advance(end - start);
            if (!Fill())
            {
                return null;
            }
        }
        return null;
    }

    /// <summary>Takes one character of punctuation; false, with a problem, where another stands.</summary>
    public bool Take(char character)
    {
        if (Peek() is not { } found)
        {
            Problem ??= CutShort();
            return false;
        }
        if (found != character)
        {
            const string Why = "what follows cannot be told apart";
            var what = $"it is not JSON: '{found}' at byte {taken + 1} where '{character}' was due";
            Problem = new(bytes.File, null, what, Why, "Write it again with a program that writes GeoJSON");
            return false;
        }
        Advance(1);
        return true;
    }

    /// <summary>The next value; the span holds until the next call.</summary>
    public bool ReadValue(out ReadOnlySpan<byte> value)
    {
        value = default;
        if (Peek() is null)
        {
            Problem ??= CutShort();
            return false;
        }
        var scan = new Scan();
        var length = 0;
        while (!scan.IsComplete)
        {
            length += scan.Over(buffer.AsSpan(start + length, end - start - length));
            if (length > ByteLines.Limit)
            {
                Problem = TooLong();
                return false;
            }
            if (!scan.IsComplete && !Fill())
            {
                Problem ??= CutShort();
                return false;
            }
        }
        value = buffer.AsSpan(start, length);
        Advance(length);
        if (length == 0)
        {
            Problem = new(
                bytes.File,
                null,
                $"it is not JSON: no value at byte {taken + 1}",
                "it ends there",
                "Mend it"
            );
        }
        return length > 0;
    }

    /// <summary>Passes over a value of any length.</summary>
    public bool SkipValue()
    {
        if (Peek() is null)
        {
            Problem ??= CutShort();
            return false;
        }
        var scan = new Scan();
        while (!scan.IsComplete)
        {
            Advance(scan.Over(buffer.AsSpan(start, end - start)));
            if (!scan.IsComplete && !Fill())
            {
                Problem ??= CutShort();
                return false;
            }
        }
        return true;
    }

    private InputProblem CutShort() =>
        new(
            bytes.File,
            null,
            $"it ends in the middle, after {taken + end - start} bytes",
            "features are missing, and how many cannot be known",
            "Fetch or write the file again"
        );

    private InputProblem TooLong() =>
        new(
            bytes.File,
            null,
            $"a feature of more than 1 MiB, from byte {taken + 1}",
            "no incident is so long, and it would fill the memory",
            "Write each incident as a feature with a point"
        );

    private void Advance(int count)
    {
        start += count;
        taken += count;
    }

    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }
        var read = bytes.Read(buffer, end, buffer.Length - end);
        end += read;
        Problem = bytes.Problem;
        return read > 0;
    }

    /// <summary>How far into a value one is.</summary>
    private struct Scan
    {
        private int depth;
        private bool inText;
        private bool escaped;
        private bool begun;

        public bool IsComplete { get; private set; }

        /// <summary>Goes over bytes up to the end of the value, or of the bytes; how many were of the value.</summary>
        public int Over(ReadOnlySpan<byte> part)
        {
            for (var i = 0; i < part.Length; i++)
            {
                if (inText)
                {
                    i += Inside(part[i..]);
                    if (IsComplete)
                    {
                        return i + 1;
                    }
                    continue;
                }
                switch (part[i])
                {
                    case (byte)'"':
                        inText = begun = true;
                        break;
                    case (byte)'{' or (byte)'[':
                        depth++;
                        begun = true;
                        break;
                    case (byte)'}' or (byte)']' when depth > 0:
                        depth--;
                        if (depth == 0)
                        {
                            IsComplete = true;
                            return i + 1;
                        }
                        break;
                    case (byte)'}' or (byte)']' or (byte)',' or (byte)':' when depth == 0:
                    case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' when depth == 0 && begun:
                        IsComplete = true;
                        return i;
                    default:
                        begun = true;
                        break;
                }
            }
            return part.Length;
        }

        /// <summary>Goes on within a text: the index of the last byte that was looked at.</summary>
        private int Inside(ReadOnlySpan<byte> part)
        {
            var i = 0;
            if (escaped)
            {
                escaped = false;
                i = 1;
            }
            while (i < part.Length)
            {
                var next = part[i..].IndexOfAny((byte)'"', (byte)'\\');
                if (next < 0)
                {
                    return part.Length - 1;
                }
                i += next;
                if (part[i] == '"')
                {
                    inText = false;
                    IsComplete = depth == 0;
                    return i;
                }
                if (i + 1 == part.Length)
                {
                    escaped = true;
                    return i;
                }
                i += 2;
            }
            return part.Length - 1;
        }
    }
}
