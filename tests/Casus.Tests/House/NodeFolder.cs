using System.Diagnostics;
using Xunit;

namespace Casus.Tests.House;

/// <summary>
/// Installs the npm packages that a folder of the repository locks, once and only where they have changed.
/// </summary>
internal static class NodeFolder
{
    private static readonly Lock Gate = new();

    public static void Install(params ReadOnlySpan<string> folder)
    {
        var path = RepositoryRoot.Of([.. folder]);
        var mark = Path.Combine(path, "node_modules", ".casus-installed");
        var wanted = File.ReadAllText(Path.Combine(path, "package-lock.json"));
        lock (Gate)
        {
            if (File.Exists(mark) && string.Equals(File.ReadAllText(mark), wanted, StringComparison.Ordinal))
            {
                return;
            }
            var start = new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--prefer-offline", "--no-audit"])
            {
                WorkingDirectory = path,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"npm ci in {path}:\n{output.GetAwaiter().GetResult()}\n{errors}");
            File.WriteAllText(mark, wanted);
        }
    }
}
