using System.Diagnostics;
using System.Runtime.Versioning;
using Casus.Cli.Completion;
using Casus.Cli.Inputs;
using Xunit;

namespace Casus.Tests.Cli;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("che", "check")]
    [InlineData("backtest . --su", "--suppose")]
    [InlineData("backtest . --suppose p", "prompt")]
    [InlineData("backtest . --export g", "geojson gpkg")]
    [InlineData("backtest . --allow-rejects --ex", "--export")]
    [InlineData("backtest . --incidents a.csv b.csv --ma", "--mapping")]
    [InlineData("backtest . --incidents ", "")]
    [InlineData("check . --qu", "--quiet")]
    [InlineData("help fm", "fmt")]
    [InlineData("completion ", "bash fish zsh")]
    [InlineData("check agr", "")]
    public void What_may_follow_is_proposed_and_files_are_left_to_the_shell(string typed, string proposed)
    {
        var words = ShellWords.Split(typed);
        var found = CompletionAnswer.Of(Casus.Cli.Program.Root(), words);
        Assert.Equal(proposed.Split(' ', StringSplitOptions.RemoveEmptyEntries), found);
    }

    /// <summary>
    /// In a bash of its own, with the script that it is told to take, and words broken as bash breaks them.
    /// </summary>
    [Theory]
    [InlineData("casus backt", "backtest")]
    [InlineData("casus backtest . --alarm ", "flare")]
    [InlineData("casus backtest . --choose ", "grave=2 grave=3")]
    [InlineData("casus backtest . --choose grave=", "2 3")]
    [InlineData("casus backtest 'agree", "")]
    [SupportedOSPlatform("linux")]
    public async Task Bash_completes_by_the_script(string typed, string proposed)
    {
        using var small = new SmallCase();
        small.Write("bin/casus", $"#!/bin/sh\nexec dotnet '{CasusProcess.Program}' \"$@\"\n");
        File.SetUnixFileMode(small.PathOf("bin/casus"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(
            "bash",
            [
                "-c",
                "source <(casus completion bash) && complete -p casus >/dev/null && COMP_LINE=$1 COMP_POINT=${#1} "
                    + "&& COMP_WORDS=(casus) && _casus && printf '%s\\n' \"${COMPREPLY[@]}\"",
                "bash",
                typed,
            ]
        )
        {
            WorkingDirectory = small.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{small.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        using var bash = Process.Start(start)!;
        var stop = TestContext.Current.CancellationToken;
        var errors = bash.StandardError.ReadToEndAsync(stop);
        var found = await bash.StandardOutput.ReadToEndAsync(stop);
        await bash.WaitForExitAsync(stop);
        Assert.Empty(await errors);
        Assert.Equal(proposed.Split(' ', StringSplitOptions.RemoveEmptyEntries), Lines(found));
    }

    [Theory]
    [InlineData("zsh")]
    [InlineData("fish")]
    public void The_scripts_of_other_shells_are_ones_that_they_can_read(string shell)
    {
        using var small = new SmallCase();
        var script = small.Casus("completion", shell);
        Assert.Equal(0, script.Status);
        Assert.Contains("[complete]", script.Output, StringComparison.Ordinal);
        small.Write("script", script.Output);
        try
        {
            using var check = Process.Start(new ProcessStartInfo(shell, ["-n", small.PathOf("script")]))!;
            check.WaitForExit();
            Assert.Equal(0, check.ExitCode);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{shell} is not installed");
        }
    }

    [Theory]
    [InlineData("casus check ", "casus|check|")]
    [InlineData("casus 'a b' \"c d\" e\\ f g", "casus|a b|c d|e f|g")]
    [InlineData("casus 'half op", "casus|half op")]
    public void A_line_that_is_being_typed_is_split_as_a_shell_does(string line, string words) =>
        Assert.Equal(words.Split('|'), ShellWords.Split(line));

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
