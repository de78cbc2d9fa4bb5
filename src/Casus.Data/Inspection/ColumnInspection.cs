using System.Buffers;
using System.Globalization;
using Casus.Data.Tables;

namespace Casus.Data.Inspection;

/// <summary>What the values of a column look like; the forms are told apart so that a mixture is seen.</summary>
public enum ValueForm
{
    WholeNumber,
    Number,
    DecimalComma,
    Date,
    DateInWords,
    DateWithSlashes,
    Instant,
    TimeWithoutOffset,
    Text,
}

/// <summary>One column of a table: how many values, of which forms, from where to where.</summary>
public sealed class ColumnInspection(string name)
{
    /// <summary>So many different values are kept, for examples and for tables of a mapping.</summary>
    private const int MostDistinct = 60;
    private const int LongestShown = 40;

    private static readonly string[] InWords = ["d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy"];
    private static readonly string[] WithSlashes = ["d/M/yyyy", "M/d/yyyy", "d.M.yyyy", "yyyy/M/d"];
    private static readonly string[] Clocks =
    [
        "yyyy-MM-dd HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd'T'HH:mm",
    ];

    private static readonly SearchValues<char> CommaDigits = SearchValues.Create("0123456789,-");

    private readonly int[] forms = new int[Enum.GetValues<ValueForm>().Length];
    private readonly HashSet<string> distinct = new(StringComparer.Ordinal);
    private readonly List<string> values = [];

    public string Name { get; } = name;

    public int Filled { get; private set; }
    public int Blank { get; internal set; }
    public double? Least { get; private set; }
    public double? Greatest { get; private set; }

    /// <summary>As ISO dates; null where no value is one.</summary>
    public string? FirstDay { get; private set; }
    public string? LastDay { get; private set; }

    /// <summary>Times of day other than midnight.</summary>
    public int NotMidnight { get; private set; }

    /// <summary>
    /// Different values, in the order in which they came, the first sixty; each cut at forty characters.
    /// </summary>
    public IReadOnlyList<string> Values => values;

    public bool HasMoreValues { get; private set; }

    public int Count(ValueForm form) => forms[(int)form];

    /// <summary>The forms that occur, the most frequent first.</summary>
    public IEnumerable<ValueForm> Forms =>
        Enum.GetValues<ValueForm>().Where(form => Count(form) > 0).OrderByDescending(Count);

    public bool HasDays => FirstDay is not null;

    internal void Add(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
        {
            Blank++;
            return;
        }
        Filled++;
        forms[(int)FormOf(value)]++;
        if (HasMoreValues)
        {
            return;
        }
        var shown = value.Length <= LongestShown ? value.ToString() : $"{value[..(LongestShown - 3)]}...";
        if (distinct.Count == MostDistinct)
        {
            HasMoreValues = !distinct.Contains(shown);
        }
        else if (distinct.Add(shown))
        {
            values.Add(shown);
        }
    }

    /// <summary>What its dates with slashes or dots tell of the order of day and month.</summary>
    public DateOrder Order { get; } = new();

    private ValueForm FormOf(ReadOnlySpan<char> value)
    {
        if (char.IsAsciiLetter(value[0]) && value.IndexOfAnyInRange('0', '9') < 0)
        {
            return ValueForm.Text;
        }
        if (NumberText.Read(value, double.MinValue, double.MaxValue, out var number) is null)
        {
            Least = Math.Min(Least ?? number, number);
            Greatest = Math.Max(Greatest ?? number, number);
            return value.IndexOfAny(".eE") < 0 ? ValueForm.WholeNumber : ValueForm.Number;
        }
        if (value.Length < 16 && value.Count(',') == 1 && !value.ContainsAnyExcept(CommaDigits))
        {
            return ValueForm.DecimalComma;
        }
        return value.Length > LongestShown ? ValueForm.Text : FormOfTime(value);
    }

    private ValueForm FormOfTime(ReadOnlySpan<char> value)
    {
        var rest = value;
        if (TimeText.TakeDate(ref rest, out var day, out _))
        {
            Span(day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
            if (rest.IsEmpty)
            {
                return ValueForm.Date;
            }
            NotMidnight += rest.Length > 5 && rest[1..].StartsWith("00:00") ? 0 : 1;
            return Is(value, Clocks, out _) ? ValueForm.TimeWithoutOffset : ValueForm.Instant;
        }
        if (Is(value, InWords, out var date) || Is(value, WithSlashes, out date))
        {
            Span(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            if (Is(value, InWords, out _))
            {
                return ValueForm.DateInWords;
            }
            Order.Take(value);
            return ValueForm.DateWithSlashes;
        }
        return ValueForm.Text;
    }

    private static bool Is(ReadOnlySpan<char> value, string[] formats, out DateTime date) =>
        DateTime.TryParseExact(value, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private void Span(string day)
    {
        FirstDay = FirstDay is null || string.CompareOrdinal(day, FirstDay) < 0 ? day : FirstDay;
        LastDay = LastDay is null || string.CompareOrdinal(day, LastDay) > 0 ? day : LastDay;
    }
}
