namespace Casus.Data.Tables;

/// <summary>
/// CSV as RFC 4180 has it, with commas and a header. Written by hand since rejected rows must name the line, and
/// since quotes that never close, endless lines and bytes that are no text must each say so.
/// </summary>
internal sealed class CsvSource : LineSource
{
    private readonly List<(int At, int Length)> fields = [];
    private char[] text = new char[4096];
    private int length;

    public CsvSource(ByteSource bytes)
        : base(bytes)
    {
        if (NextRecord() && (!IsSeparatorLine() || NextRecord()))
        {
            if (Problem is null)
            {
                ReadHeader();
            }
        }
        else
        {
            Problem ??= new(File, null, "it holds only blank lines", "a table has a header", "Write a header line");
        }
        Row = 0;
    }

    public override string Format => "CSV";

    public override bool HasHeader => true;

    public override bool Read()
    {
        if (Problem is not null || !NextRecord())
        {
            return false;
        }
        var extra = fields.Skip(Columns.Count).Any(field => field.Length > 0);
        if (Fault is null && (fields.Count < Columns.Count || extra))
        {
            Fault =
                $"the row has {fields.Count} values, the header {Columns.Count}; "
                + "was a comma not quoted, or the row cut off?";
        }
        return true;
    }

    public override ReadOnlyMemory<char> Field(int column) =>
        column >= 0 && column < fields.Count ? text.AsMemory(fields[column].At, fields[column].Length).Trim() : default;

    /// <summary>
    /// `sep=,`, a line that Excel writes and reads, and that is no header. Another separator ends it.
    /// </summary>
    private bool IsSeparatorLine()
    {
        const string Start = "sep=";
        if (!text.AsSpan(0, length).StartsWith(Start, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
        if (text.AsSpan(Start.Length, length - Start.Length).Trim() is not ",")
        {
            const string Instead = "Save the table as CSV (comma delimited), in UTF-8, with decimal points";
            var what =
                $"Excel's line '{text.AsSpan(0, Math.Min(length, 20)).Trim()}' says that no comma separates values";
            Problem = new(File, Line, what, "values are separated by commas here", Instead);
        }
        return Problem is null;
    }

    private void ReadHeader()
    {
        for (var i = 0; i < fields.Count && Problem is null; i++)
        {
            var name = Field(i).ToString();
            if (IndexOf(name) is >= 0 and var first)
            {
                var what = $"column '{name}' stands twice, as the {first + 1}. and the {i + 1}.";
                Problem = new(File, Line, what, "it is not clear which is meant", "Remove or rename one of them");
                return;
            }
            AddColumn(name);
        }
        if (Fault is not null)
        {
            Problem = new(File, Line, $"the header cannot be read: {Fault}", "columns are unknown", "Mend the header");
        }
        else if (fields.Count == 1 && text.AsSpan(0, length).IndexOfAny(';', '\t') >= 0)
        {
            const string Why = "columns cannot be told apart";
            Problem = new(
                File,
                Line,
                "the header has no comma, but semicolons or tabs",
                Why,
                "Separate values by commas, and write decimals with a point: in Excel, 'CSV (comma delimited)' under"
                    + " English regional settings"
            );
        }
    }

    /// <summary>The next line that is not blank, with the lines that its quotes take in, split into values.</summary>
    private bool NextRecord()
    {
        Fault = null;
        length = 0;
        for (var blank = 0; length == 0; blank++)
        {
            if (!AppendLine())
            {
                return false;
            }
            Line = Lines.Line;
            if (text.AsSpan(0, length).IsWhiteSpace())
            {
                length = 0;
            }
            if (length == 0 && IsEndlesslyBlank(blank))
            {
                return false;
            }
        }
        Row++;
        return Split();
    }

    private bool AppendLine()
    {
        if (!Lines.Read(out var line))
        {
            Problem ??= Lines.Problem;
            return false;
        }
        if (length + line.Length > ByteLines.Limit)
        {
            Problem = Lines.TooLong(Line);
            return false;
        }
        if (text.Length < length + line.Length + 1)
        {
            Array.Resize(ref text, Math.Max(text.Length * 2, length + line.Length + 1));
        }
        var read = Decode(line, text.AsSpan(length), out var written);
        length += written;
        return read;
    }

    private bool Split()
    {
        fields.Clear();
        var at = 0;
        while (true)
        {
            if (at < length && text[at] == '"')
            {
                if (!Quoted(ref at))
                {
                    return false;
                }
            }
            else
            {
                var comma = text.AsSpan(at, length - at).IndexOf(',');
                var end = comma < 0 ? length : at + comma;
                fields.Add((at, end - at));
                at = end;
            }
            if (at >= length)
            {
                return true;
            }
            at++;
        }
    }

    /// <summary>A quoted value from its opening quote on; doubled quotes are made single in place.</summary>
    private bool Quoted(ref int at)
    {
        var opened = Line;
        var first = ++at;
        var written = first;
        while (true)
        {
            var quote = text.AsSpan(at, length - at).IndexOf('"');
            var end = quote < 0 ? length : at + quote;
            text.AsSpan(at, end - at).CopyTo(text.AsSpan(written));
            written += end - at;
            at = end;
            if (quote < 0)
            {
                // AppendLine leaves room for the line end that stood here.
                text[length++] = '\n';
                text[written++] = '\n';
                at = length;
                if (AppendLine())
                {
                    continue;
                }
                const string Why = "all that follows would be one value";
                Problem ??= new(File, opened, "a quoted value is never closed", Why, "Close it, or double the quote");
                return false;
            }
            at++;
            if (at >= length || text[at] != '"')
            {
                break;
            }
            text[written++] = '"';
            at++;
        }
        fields.Add((first, written - first));
        if (at < length && text[at] != ',')
        {
            Fault = "text follows a closing quote; write a quote within a value twice";
            var comma = text.AsSpan(at, length - at).IndexOf(',');
            at = comma < 0 ? length : at + comma;
        }
        return true;
    }
}
