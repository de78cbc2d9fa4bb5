using System.Text.RegularExpressions;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Docs;

/// <summary>What the documents say is so: commands run, links lead somewhere, paths are there.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents =>
        [
            .. Directory
                .EnumerateFiles(RepositoryRoot.Path, "*.md", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file))
                .Where(file => !file.StartsWith("artifacts", StringComparison.Ordinal))
                .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("node_modules"))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>
    /// Each document with blocks marked `console`, once for each thing that its blocks need: "" is nothing.
    /// </summary>
    public static TheoryData<string, string> Walks =>
        [
            .. from row in Documents
            from needs in BlocksOf(row.Data).Where(IsConsole).Select(block => block.Needs).Distinct()
            select (row.Data, needs),
        ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_in_a_document_leads_to_a_file(string document)
    {
        var folder = Path.GetDirectoryName(RepositoryRoot.Of(document))!;
        var broken = Link()
            .Matches(File.ReadAllText(RepositoryRoot.Of(document)))
            .Select(link => link.Groups["target"].Value)
            .Where(target => !target.Contains(':', StringComparison.Ordinal) && !target.StartsWith('#'))
            .Select(target => target.Split('#')[0])
            .Where(target => !Path.Exists(Path.Combine(folder, target)));
        Assert.Empty(broken);
    }

    [Fact]
    public void Every_path_that_the_architecture_names_is_there()
    {
        var named = QuotedPath()
            .Matches(File.ReadAllText(RepositoryRoot.Of("ARCHITECTURE.md")))
            .Select(path => path.Groups["path"].Value)
            .ToArray();
        Assert.NotEmpty(named);
        Assert.Empty(named.Where(path => !Path.Exists(RepositoryRoot.Of(path))));
    }

    /// <summary>
    /// A line that starts with `$ ` is run, one after another; each line below it must stand in what it prints, and
    /// `...` stands for anything. Blocks with `file=` are saved first. A command that is shown to print nothing must
    /// succeed.
    /// </summary>
    [Theory]
    [MemberData(nameof(Walks))]
    public async Task The_commands_of_a_document_print_what_it_says(string document, string needs)
    {
        using var folder = new ReadersFolder();
        Assert.SkipUnless(folder.Has(needs), $"{document}: not run, there is no {needs} beside the repository");
        var blocks = BlocksOf(document);
        foreach (var saved in blocks.Where(block => block.File.Length > 0))
        {
            folder.Write(saved.File, saved.Body);
        }
        foreach (
            var (command, output) in blocks
                .Where(block => IsConsole(block) && block.Needs == needs)
                .SelectMany(block => block.Commands())
        )
        {
            var (status, printed) = await folder.Run(command, TestContext.Current.CancellationToken);
            var expected = output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.TrimEnd())
                .Where(line => line.Trim() != "...")
                .ToArray();
            var missing = expected.Where(line => !printed.Contains(line, StringComparison.Ordinal));
            Assert.False(missing.Any(), $"$ {command}\nlacks:\n{string.Join('\n', missing)}\nin:\n{printed}");
            Assert.True(expected.Length > 0 || status == 0, $"$ {command}\nends with {status}:\n{printed}");
        }
    }

    private static IReadOnlyList<FencedBlock> BlocksOf(string document) =>
        FencedBlock.Of(File.ReadAllText(RepositoryRoot.Of(document)));

    private static bool IsConsole(FencedBlock block) => block.Language == "console";

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>(src|tests|docs|bench|agreements|data)/[\w./-]*)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedPath();
}
