using System.Diagnostics;
using System.Globalization;
using Casus.Tests.House;

namespace Casus.Tests.Cli;

/// <summary>What a run of the built program said, and its status.</summary>
internal sealed record CasusOutcome(int Status, string Output, string Errors)
{
    public override string ToString() => $"status {Status}\n--- output\n{Output}\n--- errors\n{Errors}";
}

/// <summary>Runs the program as people do: as a process, in a folder, without a terminal.</summary>
internal static class CasusProcess
{
    public static readonly string Program = FindProgram();

    public static CasusOutcome Run(string folder, params IEnumerable<string> arguments) =>
        Run(folder, columns: null, arguments);

    /// <param name="columns">The width of the screen, as COLUMNS states it; null: nothing is stated.</param>
    public static CasusOutcome Run(string folder, int? columns, IEnumerable<string> arguments)
    {
        using var process = Start(folder, arguments, columns);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CasusOutcome(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    /// <summary>A run under way; its standard input is at an end.</summary>
    public static Process Start(string folder, IEnumerable<string> arguments, int? columns = null)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["COLUMNS"] = columns?.ToString(CultureInfo.InvariantCulture);
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>The program that was built with these tests, in the same configuration.</summary>
    private static string FindProgram()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        return RepositoryRoot.Of("artifacts", "bin", "Casus.Cli", configuration, "casus.dll");
    }
}
