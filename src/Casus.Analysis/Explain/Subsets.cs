namespace Casus.Analysis.Explain;

/// <summary>Subsets of a few facts.</summary>
internal static class Subsets
{
    public static IEnumerable<List<FactRef>> Proper(IReadOnlyList<FactRef> set)
    {
        for (var bits = 1; bits < (1 << set.Count) - 1; bits++)
        {
            var mask = bits;
            yield return [.. set.Where((_, i) => (mask & (1 << i)) != 0)];
        }
    }

    /// <summary>Every subset of so many, in the order of the set.</summary>
    public static IEnumerable<List<FactRef>> OfSize(IReadOnlyList<FactRef> set, int size)
    {
        var chosen = Enumerable.Range(0, size).ToArray();
        while (true)
        {
            yield return [.. chosen.Select(i => set[i])];
            var move = size - 1;
            while (move >= 0 && chosen[move] == set.Count - size + move)
            {
                move--;
            }
            if (move < 0)
            {
                yield break;
            }
            chosen[move]++;
            for (var next = move + 1; next < size; next++)
            {
                chosen[next] = chosen[next - 1] + 1;
            }
        }
    }

    /// <summary>How many subsets of that size there are; at most a billion.</summary>
    public static long Number(int of, int size)
    {
        var number = 1L;
        for (var i = 1; i <= size; i++)
        {
            number = Math.Min(number * (of - size + i) / i, 1_000_000_000);
        }
        return number;
    }
}
