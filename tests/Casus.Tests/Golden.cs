using System.Text;
using Casus.Tests.House;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Xunit;

namespace Casus.Tests;

/// <summary>
/// Compares a text with a file that is kept in the repository. With UPDATE_GOLDEN=1 in the environment the file is
/// rewritten instead: look at the difference before committing it.
/// </summary>
internal static class Golden
{
    private const int LinesOfContext = 2;

    public static bool Updating { get; } =
        string.Equals(Environment.GetEnvironmentVariable("UPDATE_GOLDEN"), "1", StringComparison.Ordinal);

    /// <summary>The folder of the texts that every stage is run on, and of what the stages make of them.</summary>
    public static string Folder { get; } = RepositoryRoot.Of("tests", "Casus.Tests", "Golden");

    /// <summary>The names of the texts: each is a folder with an agreement.casus.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        .. Directory
            .GetDirectories(Folder)
            .Where(folder => File.Exists(Path.Combine(folder, "agreement.casus")))
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> TextsAsData => [.. Texts];

    public static string TextOf(string name) => File.ReadAllText(Path.Combine(Folder, name, "agreement.casus"));

    /// <summary>Compares with a file in the folder of golden files, such as "tour/syntax.txt".</summary>
    public static void Matches(string file, string actual) => MatchesFile(Path.Combine(Folder, file), actual);

    /// <summary>Compares with a file anywhere in the repository, given by its whole path.</summary>
    public static void MatchesFile(string path, string actual)
    {
        if (Updating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }
        var shown = Path.GetRelativePath(RepositoryRoot.Path, path);
        if (!File.Exists(path))
        {
            Assert.Fail($"{shown} does not exist. Run the tests with UPDATE_GOLDEN=1 to write it, and read it.");
        }
        var expected = File.ReadAllText(path);
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            Assert.Fail(
                $"{shown} differs (- kept, + now). If the change is meant, run with UPDATE_GOLDEN=1.\n"
                    + Difference(expected, actual)
            );
        }
    }

    private static string Difference(string expected, string actual)
    {
        var lines = InlineDiffBuilder.Diff(expected, actual, ignoreWhiteSpace: false).Lines;
        var builder = new StringBuilder();
        var lastShown = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsNearChange(lines, i))
            {
                continue;
            }
            if (i > lastShown + 1)
            {
                builder.Append("  ...\n");
            }
            var mark = lines[i].Type switch
            {
                ChangeType.Inserted => '+',
                ChangeType.Deleted => '-',
                _ => ' ',
            };
            builder.Append(mark).Append(' ').Append(lines[i].Text).Append('\n');
            lastShown = i;
        }
        return builder.Length > 0 ? builder.ToString() : "Only the ends of lines differ.";
    }

    private static bool IsNearChange(List<DiffPiece> lines, int index)
    {
        var from = Math.Max(0, index - LinesOfContext);
        var to = Math.Min(lines.Count - 1, index + LinesOfContext);
        return Enumerable.Range(from, to - from + 1).Any(i => lines[i].Type != ChangeType.Unchanged);
    }
}
