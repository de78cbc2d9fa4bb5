using System.CommandLine;
using System.Diagnostics;
using System.Runtime.Versioning;
using Casus.Cli.Guidance;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Cli;

/// <summary>What the program says of itself: a greeting, a page for every command, examples that run.</summary>
public sealed class GuidanceTests
{
    public static TheoryData<string> Pages => [.. CommandPages.All.Select(page => page.Name)];

    [Fact]
    public void Alone_it_greets_with_three_lines_and_one_command()
    {
        using var small = new SmallCase();
        var outcome = small.Casus();
        Assert.True(outcome.Status == 0, outcome.ToString());
        var lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.Equal("  ./casus demo", lines[^1]);
        Assert.Empty(outcome.Errors);
    }

    [Fact]
    public void Every_command_has_a_page_and_every_page_a_command()
    {
        var root = Casus.Cli.Program.Root();
        var commands = root.Subcommands.SelectMany(Leaves).Select(HelpText.NameOf).Order(StringComparer.Ordinal);
        Assert.Equal(CommandPages.All.Select(page => page.Name).Order(StringComparer.Ordinal), commands);
        Assert.All(CommandPages.All, page => Assert.NotEmpty(page.Examples));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_the_same_by_help_and_by_its_option_and_has_options_statuses_and_an_example(string name)
    {
        using var small = new SmallCase();
        var words = name.Split(' ');
        var byHelp = small.Casus(["help", .. words]);
        var byOption = small.Casus([.. words, "--help"]);
        Assert.True(byHelp.Status == 0, byHelp.ToString());
        Assert.Equal(byHelp.Output, byOption.Output);
        Assert.Contains("\nOptions\n", byHelp.Output, StringComparison.Ordinal);
        Assert.Contains("\nExit status\n", byHelp.Output, StringComparison.Ordinal);
        Assert.Contains("--quiet", byHelp.Output, StringComparison.Ordinal);
        var example = CommandPages.Of(name)!.Examples[0].Split(' ')[0];
        Assert.Contains($"  {example}", byHelp.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_lists_all_commands_by_what_they_are_for()
    {
        using var small = new SmallCase();
        var outcome = small.Casus("help");
        Assert.Equal(small.Casus("--help").Output, outcome.Output);
        var text = outcome.Output.IndexOf("A text:", StringComparison.Ordinal);
        var history = outcome.Output.IndexOf("A text and a history:", StringComparison.Ordinal);
        var check = outcome.Output.IndexOf("  check", StringComparison.Ordinal);
        var backtest = outcome.Output.IndexOf("  backtest", StringComparison.Ordinal);
        Assert.True(text >= 0 && text < check && check < history && history < backtest, outcome.Output);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(61)]
    [InlineData(200)]
    public void No_line_of_help_is_wider_than_the_screen(int columns)
    {
        using var small = new SmallCase();
        foreach (var page in CommandPages.All)
        {
            var outcome = CasusProcess.Run(small.Folder, columns, ["help", .. page.Name.Split(' ')]);
            // A path is never broken: it could not be copied.
            var paths = page.Examples.SelectMany(example => example.Split(' ')).ToHashSet(StringComparer.Ordinal);
            Assert.All(
                outcome.Output.Split('\n'),
                line => Assert.True(line.Length <= columns || paths.Contains(line.Trim(' ', '\\')), line)
            );
        }
    }

    [Theory]
    [InlineData("did you mean 'backtest'", "help", "bakctest")]
    [InlineData("did you mean 'backtest'", "bakctest")]
    [InlineData("did you mean '--quiet'", "check", ".", "--quite")]
    [InlineData("did you mean 'bash'", "completion", "bsh")]
    public void What_is_not_known_is_told_with_what_is_near(string said, params string[] arguments)
    {
        using var small = new SmallCase();
        var outcome = small.Casus(arguments);
        Assert.Equal(2, outcome.Status);
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    /// <summary>
    /// In a folder with the repository's texts and tables and a ./casus that is the program built with these tests.
    /// </summary>
    [Theory]
    [MemberData(nameof(Pages))]
    [SupportedOSPlatform("linux")]
    public void Every_example_of_a_page_runs(string name)
    {
        var folder = Directory.CreateTempSubdirectory("casus examples ").FullName;
        try
        {
            foreach (var part in new[] { "agreements", "data" })
            {
                Directory.CreateSymbolicLink(Path.Combine(folder, part), RepositoryRoot.Of(part));
            }
            var program = Path.Combine(folder, "casus");
            File.WriteAllText(program, $"#!/bin/sh\nexec dotnet '{CasusProcess.Program}' \"$@\"\n");
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            foreach (var example in CommandPages.Of(name)!.Examples)
            {
                var (status, said) = Bash(folder, example);
                Assert.True(status is 0 or 1, $"{example}: status {status}\n{said}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<Command> Leaves(Command command) =>
        command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Leaves);

    private static (int Status, string Said) Bash(string folder, string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", command])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
