using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using Parquet;
using Parquet.Schema;

namespace Casus.Data.Tables;

/// <summary>
/// Apache Parquet, one group of rows at a time, and of it only the columns that are asked for. Values become texts as
/// a CSV would have them; <see cref="ParquetColumn"/> has the forms.
/// </summary>
internal sealed class ParquetSource : TableSource
{
    private const string Instead = "Fetch or write the file again";

    /// <summary>The largest group of rows; writers make groups of a million at most.</summary>
    private const long MostRows = 1L << 25;

    // A description is read in milliseconds, a column of the largest group in seconds.
    private static readonly TimeSpan LongestDescription = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestColumn = TimeSpan.FromMinutes(2);

    private readonly Stream stream;
    private readonly ParquetReader reader;
    private readonly List<DataField> fields = [];
    private readonly List<string> unread = [];
    private readonly List<ParquetColumn?> columns = [];
    private ParquetRowGroupReader? group;
    private int nextGroup;
    private int rowsInGroup;
    private int rowInGroup;

    private ParquetSource(ByteSource bytes, Stream stream, ParquetReader reader)
        : base(bytes)
    {
        this.stream = stream;
        this.reader = reader;
        foreach (var field in reader.Schema.Fields)
        {
            AddField(field);
        }
    }

    public override string Format => "Parquet";

    public override bool HasHeader => true;

    public override RowUnit Unit => RowUnit.Row;

    public override IReadOnlyList<string> Unread => unread;

    [SuppressMessage("Design", "CA1031", Justification = "What the library throws at damaged files is not documented.")]
    public static ParquetSource? Open(ByteSource bytes, out InputProblem? problem)
    {
        if (bytes.ToSeekable(out problem) is not { } stream)
        {
            return null;
        }
        problem = FooterProblem(bytes.File, stream);
        if (problem is not null)
        {
            return null;
        }
        try
        {
            var options = new ParquetOptions { UseDateOnlyTypeForDates = true, TreatByteArrayAsString = true };
            var reader = Patience.Within(
                LongestDescription,
                () => ParquetReader.CreateAsync(stream, options, leaveStreamOpen: true).GetAwaiter().GetResult()
            );
            return new ParquetSource(bytes, stream, reader);
        }
        catch (Exception e)
        {
            problem = Damaged(bytes.File, null, "its description of columns cannot be read", e);
            return null;
        }
    }

    public override bool Read()
    {
        Fault = null;
        while (Problem is null && rowInGroup == rowsInGroup)
        {
            if (nextGroup == reader.RowGroupCount)
            {
                return false;
            }
            OpenGroup();
        }
        if (Problem is not null)
        {
            return false;
        }
        rowInGroup++;
        Row++;
        Line = Row;
        return true;
    }

    public override ReadOnlyMemory<char> Field(int column)
    {
        if (column < 0 || Problem is not null)
        {
            return default;
        }
        var values = columns[column] ??= LoadColumn(column);
        return values?.Text(rowInGroup - 1) ?? default;
    }

    private void AddField(Field field)
    {
        var name = field.Name.Trim();
        if (field is not DataField data || data.IsArray || !ParquetColumn.CanRead(data))
        {
            var what = field is DataField { IsArray: false } known ? known.ClrType.Name : "lists or parts";
            unread.Add($"column '{name}' holds {what} and is not read");
        }
        else if (IndexOf(name) >= 0)
        {
            const string Why = "it is not clear which is meant";
            Problem ??= new(File, null, $"column '{name}' stands twice", Why, "Remove or rename one of them");
        }
        else
        {
            AddColumn(name);
            fields.Add(data);
            columns.Add(null);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What the library throws at damaged files is not documented.")]
    private void OpenGroup()
    {
        try
        {
            group?.Dispose();
            group = reader.OpenRowGroupReader(nextGroup++);
            if (group.RowCount is < 0 or > MostRows)
            {
                throw new InvalidDataException($"a group of {group.RowCount} rows");
            }
            (rowsInGroup, rowInGroup) = ((int)group.RowCount, 0);
            for (var i = 0; i < columns.Count; i++)
            {
                columns[i] = null;
            }
        }
        catch (Exception e)
        {
            Problem = Damaged(File, Row + 1, "the rows from here on cannot be read", e);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What the library throws at damaged files is not documented.")]
    private ParquetColumn? LoadColumn(int column)
    {
        try
        {
            return Patience.Within(LongestColumn, () => ParquetColumn.Load(group!, fields[column], rowsInGroup));
        }
        catch (Exception e)
        {
            Problem = Damaged(File, Row, $"the values of column '{Columns[column]}' cannot be read", e);
            return null;
        }
    }

    /// <summary>A Parquet file ends with its description, the description's length, and PAR1.</summary>
    private static InputProblem? FooterProblem(string file, Stream stream)
    {
        const string Why = "where its columns are stands at its end";
        if (stream.Length < 12)
        {
            return new(file, null, $"it is Parquet cut short, after {stream.Length} bytes", Why, Instead);
        }
        Span<byte> end = stackalloc byte[8];
        stream.Position = stream.Length - end.Length;
        stream.ReadExactly(end);
        stream.Position = 0;
        if (end[4..].SequenceEqual("PARE"u8))
        {
            return new(file, null, "it is encrypted Parquet", "no key can be given", "Decrypt it first");
        }
        if (!end[4..].SequenceEqual("PAR1"u8))
        {
            return new(file, null, $"it is Parquet cut short, after {stream.Length} bytes", Why, Instead);
        }
        var length = BinaryPrimitives.ReadUInt32LittleEndian(end);
        return length > stream.Length - 12
            ? new(file, null, "it is Parquet of which a part is missing", Why, Instead)
            : null;
    }

    private static InputProblem Damaged(string file, int? row, string what, Exception why) =>
        new(
            file,
            row,
            $"{what} ({why.GetType().Name}: {why.Message.Split('\n')[0].Trim().TrimEnd('.')})",
            "the file is damaged, or uses what this reader does not know",
            $"{Instead}; other programs can write it again with plain encodings"
        )
        {
            Unit = RowUnit.Row,
        };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            group?.Dispose();
            reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
            stream.Dispose();
        }
        base.Dispose(disposing);
    }
}
