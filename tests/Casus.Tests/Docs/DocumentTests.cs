using System.Diagnostics;
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

    /// <summary>Blocks marked `console`: a line that starts with `$ ` is run from the root; what follows it must stand in what it prints.</summary>
    public static TheoryData<string, string, string> Commands =>
        [
            .. from row in Documents
            from Match block in ConsoleBlock().Matches(File.ReadAllText(RepositoryRoot.Of(row.Data)))
            from Match command in CommandWithOutput().Matches(block.Groups["body"].Value)
            select (row.Data, command.Groups["command"].Value, command.Groups["output"].Value),
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

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_printed_command_prints_what_the_document_says(string document, string command, string output)
    {
        Assert.NotEmpty(document);
        // The program built with these tests, not the one that ./casus would publish.
        var start = new ProcessStartInfo(
            "bash",
            ["-c", command.Replace("./casus", Program(), StringComparison.Ordinal)]
        )
        {
            WorkingDirectory = RepositoryRoot.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var cancelled = TestContext.Current.CancellationToken;
        var errors = process.StandardError.ReadToEndAsync(cancelled);
        var printed = await process.StandardOutput.ReadToEndAsync(cancelled) + await errors;
        await process.WaitForExitAsync(cancelled);
        foreach (
            var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Trim() != "...")
        )
        {
            Assert.Contains(line.TrimEnd(), printed, StringComparison.Ordinal);
        }
    }

    private static string Program()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        return $"dotnet artifacts/bin/Casus.Cli/{configuration}/casus.dll";
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>(src|tests|docs|bench|agreements|data)/[\w./-]*)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedPath();

    [GeneratedRegex(@"^```console\n(?<body>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex ConsoleBlock();

    [GeneratedRegex(@"^\$ (?<command>[^\n]*)\n(?<output>(?:(?!\$ )[^\n]*\n)*)", RegexOptions.Multiline, 1000)]
    private static partial Regex CommandWithOutput();
}
