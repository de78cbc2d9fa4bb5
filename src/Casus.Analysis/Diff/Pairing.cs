using System.Collections.Immutable;

namespace Casus.Analysis.Diff;

/// <summary>A unit of the old text, one of the new, or both where they are the same sentence in two drafts.</summary>
public sealed record UnitPair(int Id, DiffUnit? Old, DiffUnit? New)
{
    /// <summary>In the same words, but for numbers and names that moved with what they name.</summary>
    public bool InSameWords { get; init; }
}

/// <summary>
/// Finds which sentence of the new text is which of the old. First those in the same words, wherever they went; then,
/// by likeness of words, number and article, the most alike first. What is too unlike is removed or added.
/// </summary>
internal static class Pairing
{
    /// <summary>Two texts that share less than this are not drafts of one sentence.</summary>
    private const double LeastLikeness = 0.5;
    private const double SameNumber = 0.15;
    private const double SameArticle = 0.1;
    private const double SameParent = 0.15;

    /// <summary>Pairs of indexes of units; each unit is in at most one.</summary>
    public static Dictionary<int, int> Of(ImmutableArray<DiffUnit> old, ImmutableArray<DiffUnit> now)
    {
        var pairs = new Dictionary<int, int>();
        var titles = Titles(old, now);
        UnitKind[][] rounds =
        [
            [UnitKind.Heading],
            [UnitKind.Label, UnitKind.Position, UnitKind.Rider, UnitKind.Sentence, UnitKind.BlockHead],
            [UnitKind.Item],
        ];
        foreach (var kinds in rounds)
        {
            var left = old.Where(unit => kinds.Contains(unit.Kind)).ToList();
            var right = now.Where(unit => kinds.Contains(unit.Kind)).ToList();
            var parents = ParentsOf(old, now, pairs);
            Take(left, right, pairs, (one, other) => Identical(one, other, titles, parents));
            Take(left, right, pairs, (one, other) => Alike(one, other, titles, parents));
        }
        return pairs;
    }

    private static void Take(
        List<DiffUnit> left,
        List<DiffUnit> right,
        Dictionary<int, int> pairs,
        Func<DiffUnit, DiffUnit, double> score
    )
    {
        var takenRight = pairs.Values.ToHashSet();
        var candidates =
            from one in left
            where !pairs.ContainsKey(one.Index)
            from other in right
            where one.Kind == other.Kind && one.Verb == other.Verb && !takenRight.Contains(other.Index)
            let likeness = score(one, other)
            where likeness >= LeastLikeness
            orderby likeness descending, Math.Abs(one.Index - other.Index), one.Index
            select (one.Index, other.Index);
        foreach (var (one, other) in candidates.ToList())
        {
            if (!pairs.ContainsKey(one) && takenRight.Add(other))
            {
                pairs[one] = other;
            }
        }
    }

    private static double Identical(
        DiffUnit one,
        DiffUnit other,
        Dictionary<string, string> titles,
        Func<DiffUnit, DiffUnit, bool> parents
    ) =>
        References.Masked(one.Tokens).SequenceEqual(References.Masked(other.Tokens))
            ? 1 + Bonus(one, other, titles, parents)
            : 0;

    private static double Alike(
        DiffUnit one,
        DiffUnit other,
        Dictionary<string, string> titles,
        Func<DiffUnit, DiffUnit, bool> parents
    )
    {
        if (one.Kind == UnitKind.Heading)
        {
            // Titles were taken before; two untitled or retitled articles of one number are drafts of each other.
            return one.Title.Length > 0 && one.Title == other.Title ? 2
                : one.Number == other.Number ? 1
                : 0;
        }
        var named = one.Kind == UnitKind.Label && one.Number == other.Number ? LeastLikeness : 0;
        var likeness = Likeness(References.Masked(one.Tokens), References.Masked(other.Tokens));
        return likeness == 0 ? named : likeness + named + Bonus(one, other, titles, parents);
    }

    private static double Bonus(
        DiffUnit one,
        DiffUnit other,
        Dictionary<string, string> titles,
        Func<DiffUnit, DiffUnit, bool> parents
    ) =>
        (one.Number == other.Number ? SameNumber : 0)
        + (titles.GetValueOrDefault(one.Article, one.Article) == other.Article ? SameArticle : 0)
        + (parents(one, other) ? SameParent : 0);

    /// <summary>Articles by their titles: the old number to the new.</summary>
    private static Dictionary<string, string> Titles(ImmutableArray<DiffUnit> old, ImmutableArray<DiffUnit> now)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in old.Where(unit => unit is { Kind: UnitKind.Heading, Title.Length: > 0 }))
        {
            if (now.FirstOrDefault(unit => unit.Kind == UnitKind.Heading && unit.Title == one.Title) is { } other)
            {
                titles.TryAdd(one.Article, other.Article);
            }
        }
        return titles;
    }

    private static Func<DiffUnit, DiffUnit, bool> ParentsOf(
        ImmutableArray<DiffUnit> old,
        ImmutableArray<DiffUnit> now,
        Dictionary<int, int> pairs
    )
    {
        var sentences = pairs
            .Select(pair => (Old: old[pair.Key], New: now[pair.Value]))
            .Where(pair => pair.Old.Kind == UnitKind.BlockHead)
            .Select(pair => (pair.Old.Sentence, pair.New.Sentence))
            .ToHashSet();
        return (one, other) => one.Kind == UnitKind.Item && sentences.Contains((one.Sentence, other.Sentence));
    }

    /// <summary>
    /// Twice the longest common subsequence over both lengths: 1 for the same words, 0 for none in common.
    /// </summary>
    internal static double Likeness(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return 0;
        }
        var before = new int[other.Count + 1];
        var row = new int[other.Count + 1];
        foreach (var token in one)
        {
            for (var j = 1; j <= other.Count; j++)
            {
                row[j] = token == other[j - 1] ? before[j - 1] + 1 : Math.Max(before[j], row[j - 1]);
            }
            (before, row) = (row, before);
        }
        return 2.0 * before[other.Count] / (one.Count + other.Count);
    }
}
