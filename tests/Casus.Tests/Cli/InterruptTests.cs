using System.Diagnostics;
using Xunit;

namespace Casus.Tests.Cli;

public sealed class InterruptTests
{
    /// <summary>
    /// The table is a pipe that nobody fills, so the run is sure to be under way when it is interrupted.
    /// </summary>
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task An_interrupted_run_leaves_nothing_behind(string signal)
    {
        using var small = new SmallCase();
        var cancelled = TestContext.Current.CancellationToken;
        Assert.Equal(0, await Run("mkfifo", small.PathOf("endless.csv")));
        var before = small.Added();
        using var process = CasusProcess.Start(
            small.Folder,
            ["backtest", ".", "--incidents", "endless.csv", "--in-force-from", "2025-01-01", "--out", "out"]
        );
        while (small.Added().Count == before.Count && !process.HasExited)
        {
            await Task.Delay(20, cancelled);
        }
        Assert.False(process.HasExited, "it ended before it could be interrupted");
        Assert.Equal(0, await Run("kill", $"-{signal}", $"{process.Id}"));
        await process.WaitForExitAsync(cancelled);
        Assert.Equal(130, process.ExitCode);
        Assert.Equal(before, small.Added());
    }

    private static async Task<int> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
