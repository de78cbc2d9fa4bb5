using System.Security.Cryptography;
using System.Text;
using Casus.Data.Incidents;
using Casus.Data.Tables;
using CsCheck;
using Xunit;

namespace Casus.Tests.Data;

public class TableFaultsTests
{
    private const string Header = "id,occurred_from,conduct";

    private static IncidentReading ReadStream(Func<Stream> open) =>
        new IncidentReader(Tables.Settings).Read([new IncidentSource(new TableInput("t.csv", open))]);

    private static IncidentReading ReadBytes(byte[] bytes) => ReadStream(() => new MemoryStream(bytes));

    [Theory]
    [InlineData("", null, "empty")]
    [InlineData("\n\n  \n", null, "only blank lines")]
    [InlineData("2025-01-10,mortar\n", 1, "names no column")]
    [InlineData("id,occurred_frm,conduct\n", 1, "'occurred_from' is missing; did you mean 'occurred_frm'?")]
    [InlineData("occurred_from,count\n2025-01-10,1\n", 1, "'conduct' is missing")]
    [InlineData("id,conduct,ID,occurred_from\n", 1, "stands twice")]
    [InlineData("id;occurred_from;conduct\n", 1, "semicolons")]
    [InlineData("id,occurred_from,conduct\n1,2025-01-10,\"mortar\n2,x,y\n", 2, "never closed")]
    [InlineData("id,occurred_from,conduct\n1,2025-01-10,mor\0tar\n", 2, "control characters")]
    [InlineData("[{\"id\":1}]", 1, "starts with '['")]
    [InlineData("PAR1....", null, "Parquet")]
    public void A_file_that_is_no_table_says_where_and_what(string text, int? line, string what)
    {
        var problem = Tables.Problem(text);
        Assert.Equal(("table.csv", line), (problem.File, problem.Line));
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.All([problem.Why, problem.Instead], text => Assert.NotEmpty(text));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_located()
    {
        var bytes = Encoding.Latin1.GetBytes($"{Header}\n1,2025-01-10,mortar\n2,2025-01-10,m\u00F6rser\n");
        var problem = Assert.Single(ReadBytes(bytes).Problems);
        Assert.Equal(3, problem.Line);
        Assert.Contains("byte 15 of the line (0xF6)", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Garbage_never_ends_in_an_exception()
    {
        Gen.Byte.Array[0, 400]
            .Sample(bytes =>
            {
                var reading = ReadBytes(bytes);
                Assert.True(reading.Rows.IsEmpty);
            });
    }

    [Fact]
    public void Garbage_after_a_good_header_never_ends_in_an_exception()
    {
        var start = Encoding.UTF8.GetBytes($"{Header},latitude,count,bearing_deg\n1,2025-01-10,mortar,");
        var text = Gen.Char["0123456789-.,:TZ+*\"\n\r N|m\u00e9"].Array[0, 200];
        text.Sample(tail => ReadBytes([.. start, .. Encoding.UTF8.GetBytes(tail)]));
    }

    [Fact]
    public void A_missing_file_is_a_problem_and_so_is_a_folder()
    {
        foreach (var path in (string[])[Path.Combine(SharedData.Root, "no-such.csv"), SharedData.Root])
        {
            var reading = new IncidentReader(Tables.Settings).Read([new IncidentSource(TableInput.OfFile(path))]);
            Assert.Equal(path, Assert.Single(reading.Problems).File);
        }
    }

    [Fact]
    public void A_table_of_a_header_alone_has_no_rows_and_a_note()
    {
        var reading = Tables.Read(Header + "\n");
        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Rows);
        Assert.Contains("only a header", Assert.Single(reading.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_line_stops_at_the_limit()
    {
        var stream = new GeneratedStream(Encoding.UTF8.GetBytes(Header + "\n1,2025-01-10,"), (byte)'a', long.MaxValue);
        var problem = Assert.Single(ReadStream(() => stream).Problems);
        Assert.Equal(2, problem.Line);
        Assert.Contains("1 MiB", problem.What, StringComparison.Ordinal);
        Assert.InRange(stream.Delivered, 1 << 20, 1 << 22);
    }

    [Fact]
    public void An_endless_quoted_value_stops_at_the_limit()
    {
        var stream = new GeneratedStream(
            Encoding.UTF8.GetBytes(Header + "\n1,2025-01-10,\""),
            (byte)'\n',
            long.MaxValue
        );
        var problem = Assert.Single(ReadStream(() => stream).Problems);
        Assert.InRange(stream.Delivered, 1 << 16, 1 << 22);
        Assert.NotEmpty(problem.What);
    }

    [Fact]
    public void Endless_blank_lines_stop()
    {
        var stream = new GeneratedStream(Encoding.UTF8.GetBytes(Header + "\n"), (byte)'\n', long.MaxValue);
        Assert.Contains("blank lines", Assert.Single(ReadStream(() => stream).Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_shrinks_while_it_is_read_is_a_problem()
    {
        var text = Encoding.UTF8.GetBytes(Header + "\n1,2025-01-10,mortar\n");
        var problem = Assert.Single(ReadStream(() => new ShrinkingStream(text, text.Length + 100)).Problems);
        Assert.Contains("shorter while it was read", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_was_cut_off_is_rejected()
    {
        var reading = Tables.Read(Header + "\n1,2025-01-10,mortar\n2,2025-0");
        Assert.Single(reading.Rows);
        var rejected = Assert.Single(reading.Rejected);
        Assert.Equal(3, rejected.Line);
        Assert.Contains("cut off", rejected.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_and_carriage_returns_change_nothing()
    {
        var plain = Tables.Read($"{Header}\n1,2025-01-10,mortar\n");
        var marked = ReadBytes([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"{Header}\r\n1,2025-01-10,mortar\r\n")]);
        Assert.Equal(plain.Rows.Select(row => (row.Id, row.Conduct)), marked.Rows.Select(row => (row.Id, row.Conduct)));
        Assert.Empty(marked.Problems);
    }

    [Fact]
    public void Utf16_is_named()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Header)).ToArray();
        Assert.Contains("UTF-16", Assert.Single(ReadBytes(bytes).Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Quoted_values_hold_commas_quotes_and_lines_and_rows_keep_their_line()
    {
        var reading = Tables.Read(
            $"{Header},source,note\n1,2025-01-10,mortar,\"A, \"\"B\"\"\",\"two\nlines\"\n2,x,mortar,,\n"
        );
        Assert.Equal("A, \"B\"", Assert.Single(reading.Rows).Source);
        Assert.Equal((4, "2"), (reading.Rejected[0].Line, reading.Rejected[0].Id));
    }

    [Fact]
    public void Text_after_a_closing_quote_rejects_the_row()
    {
        var reading = Tables.Read($"{Header}\n1,2025-01-10,\"mortar\"x\n2,2025-01-10,mortar\n");
        Assert.Contains("closing quote", Assert.Single(reading.Rejected).Reason, StringComparison.Ordinal);
        Assert.Equal("2", Assert.Single(reading.Rows).Id);
    }

    [Fact]
    public void Unused_columns_are_told_with_what_was_probably_meant()
    {
        var reading = Tables.Read($"{Header},lattitude,headline\n1,2025-01-10,mortar,48,x\n");
        Assert.Contains(reading.Notes, note => note.Contains("did you mean 'latitude'?", StringComparison.Ordinal));
        Assert.Contains(reading.Notes, note => note.EndsWith("'headline' is not used", StringComparison.Ordinal));
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes()
    {
        var bytes = Encoding.UTF8.GetBytes($"\uFEFF{Header}\r\n1,2025-01-10,mortar\r\n2,bad,mortar");
        var input = Assert.Single(ReadBytes(bytes).Inputs);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), input.Sha256);
        Assert.Equal((1, 1), (input.Rows, input.Rejected));
    }

    [Theory]
    [InlineData(10, 0, false)]
    [InlineData(10, 500, false)]
    [InlineData(11, 1089, false)]
    [InlineData(11, 1088, true)]
    [InlineData(11, 0, true)]
    public void More_than_one_in_a_hundred_and_more_than_ten_are_too_many(int rejected, int rows, bool tooMany) =>
        Assert.Equal(tooMany, new InputSummary("f", "", rows, rejected).TooManyRejected);

    [Fact]
    public void Rejects_without_end_stop_the_reading()
    {
        var settings = Tables.Settings with { MostRejected = 20 };
        var reading = Tables.Read(
            Header + "\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"{i},x,y\n")),
            settings
        );
        Assert.Equal(20, reading.Rejected.Length);
        Assert.Contains("too many", Assert.Single(reading.Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejected_rows_are_written_with_file_line_column_value_and_reason()
    {
        using var writer = new StringWriter();
        RejectedWriter.Write(writer, Tables.Read($"{Header}\n1,\"10,\"\"01\",mortar\n").Rejected);
        var lines = writer.ToString().Split('\n');
        Assert.Equal("file,line,id,column,value,reason", lines[0]);
        Assert.StartsWith("table.csv,2,1,occurred_from,\"10,\"\"01\",", lines[1], StringComparison.Ordinal);
    }

    private sealed class GeneratedStream(byte[] start, byte rest, long length) : MemoryStream
    {
        public long Delivered { get; private set; }

        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Delivered);
            for (var i = 0; i < read; i++)
            {
                buffer[offset + i] = Delivered + i < start.Length ? start[Delivered + i] : rest;
            }
            Delivered += read;
            return read;
        }
    }

    private sealed class ShrinkingStream(byte[] bytes, long claimed) : MemoryStream(bytes)
    {
        public override long Length => claimed;
    }
}
