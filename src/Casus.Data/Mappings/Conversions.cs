using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Casus.Core.Facts;
using Casus.Data.Incidents;
using Casus.Data.Tables;
using NodaTime;

namespace Casus.Data.Mappings;

/// <summary>Turns a text of the source into a text of the incident table; refuses the row where it cannot.</summary>
internal delegate string Conversion(string text, ConversionOptions options, MappedRow row);

/// <summary>What a conversion may be told; docs/data/mappings.md says which takes which.</summary>
/// <param name="Formats">The source's forms of a date or an instant, in the letters of .NET; any will do. None: the
/// usual ones.</param>
/// <param name="Day">The column that holds the day of a time of day.</param>
/// <param name="Bound">least, most, or neither: the figure itself.</param>
/// <param name="HoursBefore">Hours to go back: a number, or a column that holds one.</param>
/// <param name="AddDays">Days by which a date is moved on, or back where it is negative.</param>
internal sealed record ConversionOptions(
    ImmutableArray<string> Formats,
    string? Day,
    string? Bound,
    string? HoursBefore,
    int AddDays
)
{
    /// <summary>Columns that the conversion reads besides its own.</summary>
    public IEnumerable<string> SourceColumns
    {
        get
        {
            if (Day is not null)
            {
                yield return Day;
            }
            if (HoursBefore is not null && !char.IsAsciiDigit(HoursBefore[0]))
            {
                yield return HoursBefore;
            }
        }
    }
}

/// <summary>The conversions that a mapping may name in <c>as</c>.</summary>
internal static class Conversions
{
    public static ImmutableSortedDictionary<string, Conversion> ByName { get; } =
        new Dictionary<string, Conversion>(StringComparer.Ordinal)
        {
            ["date"] = Date,
            ["instant"] = FromInstant,
            ["unix"] = Unix,
            ["local"] = Local,
            ["reportFrom"] = (text, options, row) => Report(text, options, row, end: false),
            ["reportTo"] = (text, options, row) => Report(text, options, row, end: true),
            ["number"] = Number,
            ["count"] = Count,
            ["compass"] = Compass,
            ["calibre"] = Calibre,
            ["timesFrom"] = (text, options, row) => DayParts.Convert(text, options, row, end: false),
            ["timesTo"] = (text, options, row) => DayParts.Convert(text, options, row, end: true),
            ["latitudeOf"] = (text, _, row) => Located(text, row, place => place.Point.Latitude),
            ["longitudeOf"] = (text, _, row) => Located(text, row, place => place.Point.Longitude),
            ["radiusOf"] = (text, _, row) => Located(text, row, place => place.RadiusKm),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static readonly string[] UsualDates =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    /// <summary>A date, or an instant that is midnight, as databases write dates.</summary>
    private static string Date(string text, ConversionOptions options, MappedRow row)
    {
        var formats = options.Formats.IsEmpty ? UsualDates : [.. options.Formats];
        if (!DateTime.TryParseExact(text, formats, Invariant, DateTimeStyles.None, out var date))
        {
            var forms = options.Formats.IsEmpty ? UsualDates[0] : string.Join(" or ", options.Formats);
            return row.Refuse(text, $"not a date of the form {forms}");
        }
        if (date.TimeOfDay != TimeSpan.Zero)
        {
            return row.Refuse(text, "a date with a time of day; read it as an instant, or as local");
        }
        return date.AddDays(options.AddDays).ToString(UsualDates[0], Invariant);
    }

    private static string FromInstant(string text, ConversionOptions options, MappedRow row)
    {
        if (options.Formats.IsEmpty)
        {
            return text;
        }
        const DateTimeStyles Style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(text, [.. options.Formats], Invariant, Style, out var instant)
            ? instant.ToString(InstantForm, Invariant)
            : row.Refuse(text, $"not an instant of the form {string.Join(" or ", options.Formats)}");
    }

    /// <summary>Seconds since the start of 1970, UTC.</summary>
    private static string Unix(string text, ConversionOptions options, MappedRow row)
    {
        const long LastSecond = 253_402_300_799;
        return NumberText.Read(text, LastSecond, out var seconds) is { } reason
            ? row.Refuse(text, $"seconds since 1970: {reason}")
            : DateTimeOffset.FromUnixTimeSeconds(seconds).ToString(InstantForm, Invariant);
    }

    /// <summary>A time of the agreement's zone, without an offset, less the hours before it.</summary>
    private static string Local(string text, ConversionOptions options, MappedRow row)
    {
        ReadOnlySpan<char> rest = text;
        if (
            !TimeText.TakeDate(ref rest, out var date, out _)
            || rest.IsEmpty
            || rest[0] is not ('T' or ' ')
            || !TakeClockAlone(rest[1..], out var second)
        )
        {
            return row.Refuse(text, "not a local time such as 2020-07-27T19:30");
        }
        var moment = row.Calendar.FromLocal(date.AtMidnight().PlusSeconds(second));
        if (options.HoursBefore is { } before)
        {
            var hours = char.IsAsciiDigit(before[0]) ? before : row.Field(before).ToString();
            if (NumberText.Read(hours, 0, 100_000, out var number) is { } reason)
            {
                return row.Refuse(hours, $"hours before {text}: {reason}");
            }
            moment = moment.Plus(-(long)Math.Round(number * 3600));
        }
        return moment.ToString();
    }

    /// <summary>
    /// The period of a daily report that closed at 19:30 of a day: from 24 hours before, or 48 where that day is a
    /// Sunday, since nothing was issued on Sundays; or from as many hours as told.
    /// </summary>
    private static string Report(string text, ConversionOptions options, MappedRow row, bool end)
    {
        ReadOnlySpan<char> rest = text;
        if (!TimeText.TakeDate(ref rest, out var date, out _) || !rest.IsEmpty)
        {
            return row.Refuse(text, "not a date such as 2021-03-12");
        }
        var hours = date.DayOfWeek == IsoDayOfWeek.Sunday ? "48" : "24";
        var before = end ? "0" : options.HoursBefore ?? hours;
        return Local($"{text}T19:30", options with { HoursBefore = before }, row);
    }

    private static bool TakeClockAlone(ReadOnlySpan<char> text, out int second) =>
        TimeText.TakeClock(ref text, out second, out _) && text.IsEmpty;

    private static string Number(string text, ConversionOptions options, MappedRow row) =>
        NumberText.Read(text, double.MinValue, double.MaxValue, out var number) is { } reason
            ? row.Refuse(text, reason)
            : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>`98`, `at least 98` (its upper bound is open), `30-35`; in brackets, what stands in them.</summary>
    private static string Count(string text, ConversionOptions options, MappedRow row)
    {
        if (text.IndexOf('(', StringComparison.Ordinal) is >= 0 and var bracket)
        {
            text = text[(bracket + 1)..].TrimEnd(')', ' ');
        }
        const string AtLeast = "at least ";
        var open = text.StartsWith(AtLeast, StringComparison.OrdinalIgnoreCase);
        var parts = (open ? text[AtLeast.Length..] : text).Split('-', StringSplitOptions.TrimEntries);
        foreach (var part in parts)
        {
            if (NumberText.Read(part, IncidentRow.Unbounded, out var number) is { } reason)
            {
                return row.Refuse(text, $"'{part}' is {reason}");
            }
        }
        return options.Bound == "most" ? (open ? "*" : parts[^1]) : parts[0];
    }

    /// <summary>Lists by `/`, arcs by `-` the shorter way round: `N/NNE`, `E-S`.</summary>
    private static string Compass(string text, ConversionOptions options, MappedRow row)
    {
        var names = new List<string>();
        foreach (var part in text.Split('/', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length != 2)
            {
                names.Add(part);
                continue;
            }
            var (first, last) = (Bearings.IndexOf(ends[0]), Bearings.IndexOf(ends[1]));
            var steps = ((last - first + 24) % 16) - 8;
            if (first < 0 || last < 0 || steps == -8)
            {
                return row.Refuse(text, $"'{part}' is no arc from one name of the compass to another");
            }
            for (var i = 0; i <= Math.Abs(steps); i++)
            {
                names.Add(Bearings.Names[(first + i * Math.Sign(steps) + 16) % 16]);
            }
        }
        return string.Join('|', names);
    }

    /// <summary>The first number before `mm` in a text; none: nothing is known.</summary>
    private static string Calibre(string text, ConversionOptions options, MappedRow row)
    {
        for (
            var at = text.IndexOf("mm", StringComparison.Ordinal);
            at > 0;
            at = text.IndexOf("mm", at + 1, StringComparison.Ordinal)
        )
        {
            var number = text.AsSpan(0, at).TrimEnd();
            var start = number.LastIndexOfAnyExcept(Digits) + 1;
            if (start < number.Length)
            {
                return number[start..].ToString();
            }
        }
        return "";
    }

    private static string Located(string text, MappedRow row, Func<NamedPlace, double> part)
    {
        if (PlaceNames.Find(text) is { } place)
        {
            return part(place).ToString(CultureInfo.InvariantCulture);
        }
        row.Notes.Add($"place '{IncidentReader.Cut(text, 60)}' is not in the table of places: it has no point");
        return "";
    }
}
