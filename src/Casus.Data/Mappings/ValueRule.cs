using System.Collections.Immutable;
using System.Globalization;
using Casus.Data.Tables;

namespace Casus.Data.Mappings;

/// <summary>
/// The value of one column: where it comes from, then the steps that it goes through. An empty value skips the steps.
/// </summary>
/// <param name="When">All must hold, else the value is empty.</param>
/// <param name="Required">Whether an empty value rejects the row.</param>
internal sealed record ValueRule(
    ValueOrigin Origin,
    ImmutableArray<ValueStep> Steps,
    ImmutableArray<ValueTest> When,
    bool Required
)
{
    public IEnumerable<string> SourceColumns =>
        Origin
            .SourceColumns.Concat(When.Select(test => test.Column))
            .Concat(Steps.SelectMany(step => step.SourceColumns));

    public ReadOnlyMemory<char> Apply(MappedRow row)
    {
        var value = When.All(test => test.Holds(row)) ? Origin.Take(row) : default;
        foreach (var step in Steps)
        {
            if (row.IsRefused || value.IsEmpty)
            {
                break;
            }
            value = step.Apply(value.ToString(), row).AsMemory();
        }
        if (Required && value.IsEmpty && !row.IsRefused)
        {
            row.Refuse("", $"empty, and the mapping requires a value of {string.Join(", ", Origin.SourceColumns)}");
        }
        return value;
    }
}

/// <summary>
/// Whether a source column is like a text in which <c>*</c> stands for any characters and <c>?</c> for one.
/// </summary>
internal sealed record ValueTest(string Column, string Pattern)
{
    public bool Holds(MappedRow row) => IsLike(row.Field(Column).Span, Pattern);

    internal static bool IsLike(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        var (at, next) = (0, 0);
        var (star, resumed) = (-1, 0);
        while (at < text.Length)
        {
            if (next < pattern.Length && pattern[next] == '*')
            {
                (star, resumed) = (next++, at);
            }
            else if (next < pattern.Length && (pattern[next] == '?' || Same(pattern[next], text[at])))
            {
                (at, next) = (at + 1, next + 1);
            }
            else if (star >= 0)
            {
                // The last star takes one more character.
                (at, next) = (++resumed, star + 1);
            }
            else
            {
                return false;
            }
        }
        return pattern[next..].Trim('*').IsEmpty;
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}

/// <summary>Where a value comes from.</summary>
internal abstract record ValueOrigin
{
    public abstract IEnumerable<string> SourceColumns { get; }

    public abstract ReadOnlyMemory<char> Take(MappedRow row);

    internal sealed record Constant(string Text) : ValueOrigin
    {
        public override IEnumerable<string> SourceColumns => [];

        public override ReadOnlyMemory<char> Take(MappedRow row) => Text.AsMemory();
    }

    /// <summary>One column as it stands, or several joined; empty where all are.</summary>
    internal sealed record Columns(ImmutableArray<string> Names, string Join) : ValueOrigin
    {
        public override IEnumerable<string> SourceColumns => Names;

        public override ReadOnlyMemory<char> Take(MappedRow row)
        {
            if (Names.Length == 1)
            {
                return row.Field(Names[0]);
            }
            var values = Names.Select(name => row.Field(name).ToString()).Where(value => value.Length > 0);
            return string.Join(Join, values).AsMemory();
        }
    }

    /// <summary>The least or the greatest of several numbers; columns without one are passed over.</summary>
    internal sealed record Extreme(ImmutableArray<string> Names, bool Greatest) : ValueOrigin
    {
        public override IEnumerable<string> SourceColumns => Names;

        public override ReadOnlyMemory<char> Take(MappedRow row)
        {
            double? found = null;
            foreach (var name in Names)
            {
                var text = row.Field(name);
                if (text.IsEmpty)
                {
                    continue;
                }
                if (NumberText.Read(text.Span, double.MinValue, double.MaxValue, out var number) is { } reason)
                {
                    row.Refuse(text.ToString(), reason);
                    return default;
                }
                found =
                    found is not { } other ? number
                    : Greatest ? Math.Max(other, number)
                    : Math.Min(other, number);
            }
            return found?.ToString(CultureInfo.InvariantCulture).AsMemory() ?? default;
        }
    }

    /// <summary>
    /// The term of the column with the highest number, if that is above a threshold; the term for ties where several
    /// are as high. A column that the table lacks is passed over: tables of one kind differ in what they score.
    /// </summary>
    internal sealed record Highest(ImmutableArray<(string Column, string Term)> Terms, double Above, string? Tied)
        : ValueOrigin
    {
        public override IEnumerable<string> SourceColumns => [];

        public override ReadOnlyMemory<char> Take(MappedRow row)
        {
            var highest = Above;
            string? found = null;
            foreach (var (column, term) in Terms)
            {
                var text = row.Field(column);
                if (text.IsEmpty)
                {
                    continue;
                }
                if (NumberText.Read(text.Span, double.MinValue, double.MaxValue, out var number) is { } reason)
                {
                    row.Refuse(text.ToString(), $"column '{column}': {reason}");
                    return default;
                }
                if (number > highest)
                {
                    (highest, found) = (number, term);
                }
                else if (found is not null && number == highest && term != found)
                {
                    found = Tied ?? found;
                }
            }
            return found.AsMemory();
        }
    }

    /// <summary>The first case whose tests hold, else the last resort; empty where there is none.</summary>
    internal sealed record Cases(ImmutableArray<ValueRule> Of, ValueRule? Otherwise) : ValueOrigin
    {
        public override IEnumerable<string> SourceColumns =>
            Of.SelectMany(rule => rule.SourceColumns).Concat(Otherwise?.SourceColumns ?? []);

        public override ReadOnlyMemory<char> Take(MappedRow row)
        {
            var chosen = Of.FirstOrDefault(rule => rule.When.All(test => test.Holds(row))) ?? Otherwise;
            return chosen?.Apply(row) ?? default;
        }
    }
}
