namespace Casus.Core.Diagnostics;

/// <summary>Finds what a drafter probably meant.</summary>
public static class Suggest
{
    /// <summary>
    /// The candidate nearest to a word, by the number of letters put in, left out, replaced or swapped, letter case
    /// aside; null where none is near: one such slip in every three letters at most, and never the word itself. Ties go
    /// to the first in ordinal order.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var allowed = Math.Max(1, word.Length / 3);
        string? nearest = null;
        var least = allowed + 1;
        foreach (var candidate in candidates.Order(StringComparer.Ordinal))
        {
            if (Math.Abs(candidate.Length - word.Length) > allowed)
            {
                continue;
            }
            var distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            var worthwhile = distance > 0 && distance < least && distance < candidate.Length;
            if (worthwhile)
            {
                (nearest, least) = (candidate, distance);
            }
        }
        return nearest;
    }

    /// <summary>
    /// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours, each 1.
    /// </summary>
    public static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            rows[i, 0] = i;
        }
        for (var j = 0; j <= to.Length; j++)
        {
            rows[0, j] = j;
        }
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                var best = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                var swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
                rows[i, j] = swapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
            }
        }
        return rows[from.Length, to.Length];
    }
}
