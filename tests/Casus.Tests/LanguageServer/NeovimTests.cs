using System.Diagnostics;
using Casus.Tests.Cli;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.LanguageServer;

/// <summary>A real client: Debian's neovim, without a screen, with the client that is built into it.</summary>
public sealed class NeovimTests
{
    private const string Opening = "```text\n:edit agreement.casus\n";

    [Fact]
    public async Task The_session_that_the_readme_shows_is_what_neovim_prints()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/nvim"), "neovim is not installed (Debian: apt-get install neovim)");
        var folder = Directory.CreateTempSubdirectory("casus-neovim-").FullName;
        try
        {
            var text = Path.Combine(folder, "agreement.casus");
            File.Copy(RepositoryRoot.Of("tests", "language-client", "session.casus"), text);
            var script = RepositoryRoot.Of("tests", "language-client", "neovim.lua");
            var (status, output) = await RunAsync(
                folder,
                ["--headless", "--clean", "-n", text, "-c", $"luafile {script}"]
            );
            Assert.True(status == 0, output);
            Assert.Equal(Shown(), output.ReplaceLineEndings("\n").Trim());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Shown()
    {
        var readme = File.ReadAllText(RepositoryRoot.Of("README.md"));
        var start = readme.IndexOf(Opening, StringComparison.Ordinal);
        Assert.True(start >= 0, "README.md shows no session of neovim");
        var from = readme.IndexOf('\n', start) + 1;
        return readme[from..readme.IndexOf("\n```", from, StringComparison.Ordinal)].Trim();
    }

    private static async Task<(int Status, string Output)> RunAsync(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/nvim", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["CASUS_LSP"] = $"dotnet\n{CasusProcess.Program}\nlsp";
        start.Environment["XDG_STATE_HOME"] = folder;
        start.Environment["XDG_CACHE_HOME"] = folder;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var cancellation = TestContext.Current.CancellationToken;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, output.Length > 0 ? output : await errors);
    }
}
