using System.Diagnostics;
using Xunit;

namespace Casus.Tests.Cli;

public sealed class FullDiskTests
{
    [Fact]
    public void Results_for_which_there_is_no_room_are_no_fault_of_the_program_and_leave_all_as_it_was()
    {
        using var small = new SmallCase();
        small.Backtest("--in-force-from", "2025-01-01", "--out", "out");
        var before = File.ReadAllText(small.PathOf("out/summary.json"));
        // No file may grow beyond 1,024 bytes.
        var (status, errors) = Shell(
            small.Folder,
            "trap '' XFSZ; ulimit -f 1; exec dotnet \"$0\" backtest . --incidents incidents.csv"
                + " --in-force-from 2025-01-01 --choose grave=3 --out out"
        );
        Assert.Equal(74, status);
        Assert.Contains("casus: --out out could not be written: ", errors, StringComparison.Ordinal);
        Assert.Contains("What was there before is as it was.", errors, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(small.PathOf("out/summary.json")));
        Assert.DoesNotContain(small.Added(), path => path.EndsWith(".part", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("check .")]
    [InlineData("backtest . --incidents incidents.csv --in-force-from 2025-01-01")]
    public void Standard_output_that_takes_nothing_is_no_fault_of_the_program(string command)
    {
        using var small = new SmallCase();
        var (status, errors) = Shell(small.Folder, $"exec dotnet \"$0\" {command} > /dev/full");
        Assert.Equal(74, status);
        Assert.StartsWith("casus: standard output could not be written: ", errors, StringComparison.Ordinal);
    }

    private static (int Status, string Errors) Shell(string folder, string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", script, CasusProcess.Program])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        // The runtime keeps its own code in files that may grow.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        output.GetAwaiter().GetResult();
        return (process.ExitCode, errors);
    }
}
