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

    /// <summary>A table of values. What it lacks becomes the last resort; without one the row is rejected.</summary>
    internal sealed record Lookup(FrozenDictionary<string, string> Values, string? Otherwise) : ValueStep
    {
        public override string Apply(string text, MappedRow row) =>
            Values.TryGetValue(text, out var value)
                ? value
                : Otherwise ?? row.Refuse(text, $"not in the mapping's table{NearMiss.Question(text, Values.Keys)}");
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
