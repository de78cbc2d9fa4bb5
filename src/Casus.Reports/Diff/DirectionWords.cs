using Casus.Analysis.Diff;

namespace Casus.Reports.Diff;

/// <summary>Directions and kinds of change in plain words.</summary>
internal static class DirectionWords
{
    public static string Of(Direction direction) =>
        direction switch
        {
            Direction.Stronger => "stronger",
            Direction.Weaker => "weaker",
            Direction.Neither => "neither",
            _ => "cannot tell",
        };

    public static string Of(Aspect aspect) =>
        aspect == Aspect.Force ? "force of the verb" : aspect.ToString().ToLowerInvariant();

    public static string Party(PartyEffect effect)
    {
        var bound = effect.AsBearer switch
        {
            null => null,
            Direction.Stronger => "more bound",
            Direction.Weaker => "less bound",
            Direction.Neither => "bound more here and less there",
            _ => "bound more or less: cannot tell",
        };
        var protectedBy = effect.AsBeneficiary switch
        {
            null => null,
            Direction.Stronger => "better protected",
            Direction.Weaker => "less protected",
            Direction.Neither => "protected better here and less there",
            _ => "protected better or less: cannot tell",
        };
        return $"{effect.Party} {string.Join(", ", new[] { bound, protectedBy }.OfType<string>())}";
    }

    /// <summary>A sentence that a change travels to, and what it does there.</summary>
    public static string Reached(NormEffect effect) =>
        effect.Whole switch
        {
            Order.Less => $"{effect.NewClause ?? effect.OldClause} (weaker)",
            Order.More => $"{effect.NewClause ?? effect.OldClause} (stronger)",
            _ => $"{effect.NewClause ?? effect.OldClause} (cannot tell)",
        };

    /// <summary>The numbers of a sentence in both texts.</summary>
    public static string Numbers(UnitPair pair) =>
        (pair.Old?.Number, pair.New?.Number) switch
        {
            ({ } old, { } now) when old != now => $"{old} -> {now}",
            (null, { } now) => $"{now} (new)",
            ({ } old, null) => $"{old} (removed)",
            var (_, now) => now!,
        };

    /// <summary>Old words to new; either may be missing.</summary>
    public static string Words(Detail detail) =>
        (detail.Old.Length, detail.New.Length) switch
        {
            (0, 0) => "",
            (0, _) => $"+ {detail.New}",
            (_, 0) => $"- {detail.Old}",
            _ => $"{detail.Old} -> {detail.New}",
        };
}
