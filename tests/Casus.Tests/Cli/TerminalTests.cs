using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Casus.Cli.Terminals;
using Xunit;

namespace Casus.Tests.Cli;

/// <summary>Screens of every width, terminals that can go back and such that cannot, and none at all.</summary>
public sealed partial class TerminalTests
{
    private const string Life = "--in-force-from=2025-01-01";
    private const string Clear = "\r\u001b[K";

    [Theory]
    [InlineData(40)]
    [InlineData(57)]
    [InlineData(80)]
    [InlineData(200)]
    public void The_summary_fits_the_screen_and_loses_no_figure(int columns)
    {
        using var small = new SmallCase();
        string[] arguments = ["backtest", ".", "--incidents", "incidents.csv", Life];
        var usual = CasusProcess.Run(small.Folder, null, arguments);
        var fitted = CasusProcess.Run(small.Folder, columns, arguments);
        Assert.True(fitted.Status == 0, fitted.ToString());
        Assert.All(fitted.Output.Split('\n'), line => Assert.True(line.Length <= columns, line));
        Assert.Equal(Figures(usual.Output), Figures(fitted.Output));
    }

    [Theory]
    [InlineData(1, 40)]
    [InlineData(500, 200)]
    public void A_width_that_no_screen_has_is_taken_as_the_nearest_that_one_has(int columns, int taken)
    {
        using var small = new SmallCase();
        string[] arguments = ["help", "check"];
        var odd = CasusProcess.Run(small.Folder, columns, arguments);
        Assert.Equal(CasusProcess.Run(small.Folder, taken, arguments).Output, odd.Output);
    }

    [Fact]
    public void What_is_said_of_a_long_path_is_wrapped_at_the_width_and_left_whole_for_programs()
    {
        using var small = new SmallCase();
        var path = $"{string.Join('/', Enumerable.Repeat("a-long-name-of-a-folder", 6))}/nowhere.csv";
        string[] arguments = ["backtest", ".", "--incidents", path];
        var wrapped = CasusProcess.Run(small.Folder, 50, arguments);
        Assert.Equal(3, wrapped.Status);
        Assert.All(wrapped.Errors.Split('\n'), line => Assert.True(line.Length <= 50, line));
        Assert.Contains(path, wrapped.Errors.Replace("\n  ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(path, CasusProcess.Run(small.Folder, null, arguments).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_leaves_results_and_errors()
    {
        using var small = new SmallCase();
        small.Write("incidents.csv", $"{SmallCase.Header},remark\n1,2025-01-10T10:00:00Z,mortar,48.1,38.05,Russia,x\n");
        var loud = small.Backtest(Life);
        var quiet = small.Backtest(Life, "--quiet");
        Assert.Contains("remark", loud.Errors, StringComparison.Ordinal);
        Assert.Contains("next  ", loud.Output, StringComparison.Ordinal);
        Assert.Empty(quiet.Errors);
        Assert.DoesNotContain("next  ", quiet.Output, StringComparison.Ordinal);
        Assert.Contains("flare", quiet.Output, StringComparison.Ordinal);
        Assert.Equal(3, small.Casus("backtest", ".", "--incidents", "nowhere.csv", "--quiet").Status);
    }

    [Fact]
    public void No_output_has_a_colour()
    {
        using var small = new SmallCase();
        foreach (
            var arguments in new[]
            {
                ["check", "."],
                new[] { "help" },
                ["backtest", ".", "--incidents", "incidents.csv"],
            }
        )
        {
            var outcome = small.Casus(arguments);
            Assert.DoesNotContain('\u001b', outcome.Output + outcome.Errors);
        }
    }

    [Theory]
    [InlineData(0, 100, 3.0, "reading: 3 s so far")]
    [InlineData(25, 100, 3.0, "reading: 25%, about 9 s left")]
    [InlineData(1, 1000, 1.0, "reading: 0%, about 17 min left")]
    [InlineData(5, 0, 1.2, "reading: 2 s so far")]
    [InlineData(120, 100, 3.0, "reading: 100%, about 0 s left")]
    public void The_time_left_follows_from_what_is_done(long done, long total, double seconds, string said) =>
        Assert.Equal(said, Stage.Describe("reading", done, total, TimeSpan.FromSeconds(seconds)));

    /// <summary>
    /// The table is a pipe that is filled only once the line has been seen, so the test waits for nothing else.
    /// </summary>
    [Fact]
    public async Task At_a_terminal_a_line_tells_how_far_it_is_and_is_taken_away()
    {
        using var small = new SmallCase();
        using var terminal = await Terminal(small, "xterm");
        var seen = new StringBuilder();
        await Until(terminal, seen, "reading the tables: ");
        await File.WriteAllTextAsync(
            small.PathOf("pipe.csv"),
            SmallCase.Incidents,
            TestContext.Current.CancellationToken
        );
        seen.Append(await terminal.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        var said = seen.ToString();
        var last = said.LastIndexOf(" so far", StringComparison.Ordinal);
        Assert.StartsWith($" so far{Clear}", said[last..], StringComparison.Ordinal);
        Assert.Contains("flare", said[last..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminal_that_cannot_go_back_is_told_nothing_on_the_way()
    {
        using var small = new SmallCase();
        using var terminal = await Terminal(small, "dumb");
        await File.WriteAllTextAsync(
            small.PathOf("pipe.csv"),
            SmallCase.Incidents,
            TestContext.Current.CancellationToken
        );
        var said = await terminal.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("flare", said, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[K", said, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<![\w.,-])\d[\d,.]*\b(?![\w-])", RegexOptions.None, 1000)]
    private static partial Regex Figure();

    private static IEnumerable<string> Figures(string output) =>
        Figure().Matches(output).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    private static async Task Until(Process process, StringBuilder seen, string words)
    {
        var buffer = new char[1024];
        while (!seen.ToString().Contains(words, StringComparison.Ordinal))
        {
            var read = await process.StandardOutput.ReadAsync(buffer, TestContext.Current.CancellationToken);
            Assert.True(read > 0, seen.ToString());
            seen.Append(buffer, 0, read);
        }
    }

    private static async Task<Process> Terminal(SmallCase small, string kind)
    {
        if (!File.Exists("/usr/bin/script"))
        {
            Assert.Skip("script of util-linux, which makes a terminal, is not installed");
        }
        using (var pipe = Process.Start("mkfifo", [small.PathOf("pipe.csv")]))
        {
            await pipe.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        var command = $"dotnet '{CasusProcess.Program}' backtest . --incidents pipe.csv {Life}";
        var start = new ProcessStartInfo("/usr/bin/script", ["-qec", command, "/dev/null"])
        {
            WorkingDirectory = small.Folder,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.Environment["TERM"] = kind;
        start.Environment["COLUMNS"] = null;
        return Process.Start(start)!;
    }
}
