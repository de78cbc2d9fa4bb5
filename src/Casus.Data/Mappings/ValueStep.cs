using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Casus.Data.Tables;

namespace Casus.Data.Mappings;

/// <summary>What is done to a value that is not empty.</summary>
internal abstract record ValueStep
{
    public virtual IEnumerable<string> SourceColumns => [];

    public abstract string Apply(string text, MappedRow row);

    /// <summary>
    /// A table of values, then of patterns in the order given. What both lack becomes the last resort; without one the
    /// row is rejected.
    /// </summary>
    internal sealed record Lookup(
        FrozenDictionary<string, string> Values,
        ImmutableArray<(string Pattern, string Value)> Patterns,
        string? Otherwise
    ) : ValueStep
    {
        public override string Apply(string text, MappedRow row)
        {
            if (Values.TryGetValue(text, out var value))
            {
                return value;
            }
            foreach (var (pattern, found) in Patterns)
            {
                if (ValueTest.IsLike(text, pattern))
                {
                    return found;
                }
            }
            return Otherwise ?? row.Refuse(text, $"not in the mapping's table{NearMiss.Question(text, Values.Keys)}");
        }
    }

    internal sealed record Scale(double Factor) : ValueStep
    {
        public override string Apply(string text, MappedRow row) =>
            NumberText.Read(text, double.MinValue, double.MaxValue, out var number) is { } reason
                ? row.Refuse(text, reason)
                : (number * Factor).ToString(CultureInfo.InvariantCulture);
    }

    internal sealed record Affix(string Prefix, string Suffix) : ValueStep
    {
        public override string Apply(string text, MappedRow row) => Prefix + text + Suffix;
    }

    /// <summary>A named conversion of <see cref="Conversions"/>.</summary>
    internal sealed record As(Conversion Conversion, ConversionOptions Options) : ValueStep
    {
        public override IEnumerable<string> SourceColumns => Options.SourceColumns;

        public override string Apply(string text, MappedRow row) => Conversion(text, Options, row);
    }

    internal static ImmutableArray<ValueStep> None => [];
}
