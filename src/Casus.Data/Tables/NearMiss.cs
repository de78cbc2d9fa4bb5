namespace Casus.Data.Tables;

/// <summary>What a writer probably meant: the nearest known name by edit distance, if it is near.</summary>
public static class NearMiss
{
    private const int LongestWord = 64;

    /// <summary>
    /// The nearest of the names, or null where none is within a third of the word's length (at least 1 edit).
    /// </summary>
    public static string? Of(string word, IEnumerable<string> names)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return null;
        }
        var lower = word.ToLowerInvariant();
        var within = Math.Max(1, word.Length / 3);
        return names
            .Where(name => name.Length <= LongestWord)
            .Select(name => (Name: name, Edits: Edits(lower, name.ToLowerInvariant())))
            .Where(found => found.Edits <= within)
            .OrderBy(found => found.Edits)
            .ThenBy(found => found.Name, StringComparer.Ordinal)
            .Select(found => found.Name)
            .FirstOrDefault();
    }

    /// <summary>`; did you mean X?`, or nothing.</summary>
    public static string Question(string word, IEnumerable<string> names) =>
        Of(word, names) is { } name ? $"; did you mean '{name}'?" : "";

    /// <summary>Insertions, deletions, changes and swaps of neighbours that turn one word into the other.</summary>
    private static int Edits(string a, string b)
    {
        var before = new int[b.Length + 1];
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }
            (before, previous) = (previous, current);
        }
        return previous[b.Length];
    }
}
