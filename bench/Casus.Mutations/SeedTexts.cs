using System.Collections.Immutable;

namespace Casus.Mutations;

/// <summary>What mutations start from: one in four from a whole agreement, three from an excerpt of one.</summary>
public sealed record SeedTexts(ImmutableArray<SeedText> Whole, ImmutableArray<SeedText> Excerpts)
{
    public static SeedTexts In(string root)
    {
        var whole = SeedText.In(root);
        return new SeedTexts(whole, [.. whole.SelectMany(text => text.Excerpts())]);
    }

    internal SeedText OneOf(SeededNumbers numbers) =>
        numbers.Below(4) == 0 ? numbers.OneOf(Whole) : numbers.OneOf(Excerpts);
}
