using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Casus.Analysis.Diff;

public enum RunKind
{
    Kept,
    Deleted,
    Inserted,
}

/// <summary>A run of words that stayed, went, or came; spaces are kept with the words before them.</summary>
public sealed record WordRun(RunKind Kind, string Text);

/// <summary>
/// Two sentences word by word. The kept and deleted runs make the old one, the kept and inserted the new.
/// </summary>
public static partial class WordDiff
{
    public static ImmutableArray<WordRun> Of(string old, string now)
    {
        var before = Words(old);
        var after = Words(now);
        var lengths = Lengths(before, after);
        var runs = new List<WordRun>();
        var (i, j) = (0, 0);
        while (i < before.Count || j < after.Count)
        {
            if (i < before.Count && j < after.Count && before[i] == after[j])
            {
                Add(runs, RunKind.Kept, before[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (i < before.Count && (j == after.Count || lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                Add(runs, RunKind.Deleted, before[i++]);
            }
            else
            {
                Add(runs, RunKind.Inserted, after[j++]);
            }
        }
        return [.. runs];
    }

    /// <summary>
    /// The words that went and those that came, as one phrase each; the words between changes belong to both.
    /// </summary>
    public static (string Old, string New) Core(string old, string now)
    {
        var runs = Of(old, now);
        var first = 0;
        var last = runs.Length - 1;
        while (first <= last && runs[first].Kind == RunKind.Kept)
        {
            first++;
        }
        while (last >= first && runs[last].Kind == RunKind.Kept)
        {
            last--;
        }
        var middle = runs.Skip(first).Take(last - first + 1).ToList();
        string Of1(RunKind other) =>
            string.Concat(middle.Where(run => run.Kind != other).Select(run => run.Text)).Trim();
        return (Of1(RunKind.Inserted), Of1(RunKind.Deleted));
    }

    private static int[,] Lengths(List<string> before, List<string> after)
    {
        var lengths = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                lengths[i, j] =
                    before[i] == after[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }
        return lengths;
    }

    private static void Add(List<WordRun> runs, RunKind kind, string word)
    {
        // Deletions before insertions, so that a replaced phrase reads as one for the other.
        if (runs.Count > 0 && runs[^1].Kind == kind)
        {
            runs[^1] = runs[^1] with { Text = runs[^1].Text + word };
        }
        else if (kind == RunKind.Deleted && runs is [.., { Kind: RunKind.Deleted } deleted, { Kind: RunKind.Inserted }])
        {
            runs[^2] = deleted with { Text = deleted.Text + word };
        }
        else
        {
            runs.Add(new WordRun(kind, word));
        }
    }

    private static List<string> Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"[\p{L}\p{N}'\-]+(?:[.,/][\p{L}\p{N}]+)*\s*|[^\p{L}\p{N}\s]\s*|\s+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
