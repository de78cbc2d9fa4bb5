using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace Casus.Data.Tables;

/// <summary>
/// One column of one group of rows, as texts. Numbers are written with a point and no more digits than they need;
/// dates as 2022-02-24; times that Parquet says are of UTC with Z, others without an offset; null is no value.
/// </summary>
internal abstract class ParquetColumn
{
    public static bool CanRead(DataField field) => LoaderOf(field) is not null;

    public abstract ReadOnlyMemory<char> Text(int row);

    public static ParquetColumn Load(ParquetRowGroupReader group, DataField field, int rows) =>
        LoaderOf(field)!(group, field, rows);

    private static Func<ParquetRowGroupReader, DataField, int, ParquetColumn>? LoaderOf(DataField field)
    {
        var type = field.ClrType;
        return type == typeof(ReadOnlyMemory<char>) || type == typeof(string) ? Texts.Read
            : type == typeof(bool) ? Of<bool>(value => value ? "true" : "false")
            : type == typeof(byte) ? Numbers<byte>()
            : type == typeof(sbyte) ? Numbers<sbyte>()
            : type == typeof(short) ? Numbers<short>()
            : type == typeof(ushort) ? Numbers<ushort>()
            : type == typeof(int) ? Numbers<int>()
            : type == typeof(uint) ? Numbers<uint>()
            : type == typeof(long) ? Numbers<long>()
            : type == typeof(ulong) ? Numbers<ulong>()
            : type == typeof(float) ? Numbers<float>()
            : type == typeof(double) ? Numbers<double>()
            : type == typeof(decimal) ? Of<decimal>(Shortest)
            : type == typeof(Guid) ? Of<Guid>(value => value.ToString("D", CultureInfo.InvariantCulture))
            : type == typeof(DateOnly)
                ? Of<DateOnly>(value => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : type == typeof(DateTime) ? Times(field)
            : null;
    }

    /// <summary>Without zeros at the end of the fraction, as the scale of the column adds them.</summary>
    private static string Shortest(decimal value) => value.ToString("0.############################", Invariant);

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    /// <summary>The old form of 12 bytes (INT96) is of UTC by custom; the newer one says what it is.</summary>
    private static Func<ParquetRowGroupReader, DataField, int, ParquetColumn> Times(DataField field)
    {
        var isDate = field is DateTimeDataField { DateTimeFormat: DateTimeFormat.Date };
        var isUtc = field is not DateTimeDataField { DateTimeFormat: DateTimeFormat.Timestamp, IsAdjustedToUTC: false };
        var form =
            isDate ? "yyyy-MM-dd"
            : isUtc ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"
            : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";
        return Of<DateTime>(value => value.ToString(form, Invariant));
    }

    private static Func<ParquetRowGroupReader, DataField, int, ParquetColumn> Numbers<T>()
        where T : struct, IFormattable => Of<T>(value => value.ToString(null, Invariant));

    private static Func<ParquetRowGroupReader, DataField, int, ParquetColumn> Of<T>(Func<T, string> write)
        where T : struct => (group, field, rows) => Values<T>.Read(group, field, rows, write);

    private sealed class Texts(string?[] values) : ParquetColumn
    {
        public static ParquetColumn Read(ParquetRowGroupReader group, DataField field, int rows)
        {
            var values = new string?[rows];
            group.ReadAsync(field, values.AsMemory()!).AsTask().GetAwaiter().GetResult();
            return new Texts(values);
        }

        public override ReadOnlyMemory<char> Text(int row) => values[row].AsMemory().Trim();
    }

    private sealed class Values<T>(T?[] values, Func<T, string> write) : ParquetColumn
        where T : struct
    {
        // Neighbours are often equal: the same day, the same count.
        private T last;
        private string? lastText;

        public static ParquetColumn Read(ParquetRowGroupReader group, DataField field, int rows, Func<T, string> write)
        {
            var values = new T?[rows];
            if (field.IsNullable)
            {
                group.ReadAsync<T>(field, values.AsMemory()).AsTask().GetAwaiter().GetResult();
                return new Values<T>(values, write);
            }
            var plain = new T[rows];
            group.ReadAsync<T>(field, plain.AsMemory()).AsTask().GetAwaiter().GetResult();
            for (var i = 0; i < rows; i++)
            {
                values[i] = plain[i];
            }
            return new Values<T>(values, write);
        }

        public override ReadOnlyMemory<char> Text(int row)
        {
            if (values[row] is not { } value)
            {
                return default;
            }
            if (lastText is null || !EqualityComparer<T>.Default.Equals(value, last))
            {
                (last, lastText) = (value, write(value));
            }
            return lastText.AsMemory();
        }
    }
}
