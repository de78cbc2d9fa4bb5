using System.Collections.Immutable;

namespace Casus.Analysis.Diff;

/// <summary>
/// A paragraph of a redline: one unit as it was, as it is, or both. A sentence that moved past others is deleted where
/// it stood and inserted where it stands; <see cref="Pair"/> is then the same in both rows.
/// </summary>
public sealed record RedlineRow(UnitPair Pair, DiffUnit? Old, DiffUnit? New)
{
    public bool IsMoved => (Old is null && Pair.Old is not null) || (New is null && Pair.New is not null);

    /// <summary>
    /// All paragraphs: the rows with an old unit make the old text in its order, those with a new one the new.
    /// </summary>
    public static ImmutableArray<RedlineRow> Of(DiffResult result)
    {
        var paired = result.Pairs.Where(pair => pair is { Old: not null, New: not null }).ToList();
        var inPlace = LongestInOrder([.. paired.OrderBy(pair => pair.New!.Index)]);
        var olds = result.Pairs.Where(pair => pair.Old is not null).OrderBy(pair => pair.Old!.Index).ToList();
        var news = result.Pairs.Where(pair => pair.New is not null).OrderBy(pair => pair.New!.Index).ToList();
        var rows = ImmutableArray.CreateBuilder<RedlineRow>();
        var (i, j) = (0, 0);
        while (i < olds.Count || j < news.Count)
        {
            if (i < olds.Count && !inPlace.Contains(olds[i].Id))
            {
                rows.Add(new RedlineRow(olds[i], olds[i++].Old, null));
            }
            else if (j < news.Count && !inPlace.Contains(news[j].Id))
            {
                rows.Add(new RedlineRow(news[j], null, news[j++].New));
            }
            else
            {
                rows.Add(new RedlineRow(news[j], olds[i++].Old, news[j++].New));
            }
        }
        return rows.ToImmutable();
    }

    /// <summary>The most pairs that stand in one order in both texts.</summary>
    private static HashSet<int> LongestInOrder(List<UnitPair> pairs)
    {
        var lengths = new int[pairs.Count];
        var before = new int[pairs.Count];
        var best = -1;
        for (var i = 0; i < pairs.Count; i++)
        {
            lengths[i] = 1;
            before[i] = -1;
            for (var j = 0; j < i; j++)
            {
                if (pairs[j].Old!.Index < pairs[i].Old!.Index && lengths[j] + 1 > lengths[i])
                {
                    (lengths[i], before[i]) = (lengths[j] + 1, j);
                }
            }
            best = best < 0 || lengths[i] > lengths[best] ? i : best;
        }
        var chosen = new HashSet<int>();
        for (; best >= 0; best = before[best])
        {
            chosen.Add(pairs[best].Id);
        }
        return chosen;
    }
}
