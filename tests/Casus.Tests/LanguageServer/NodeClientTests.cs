using System.Diagnostics;
using System.Text.Json;
using Casus.Tests.Cli;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.LanguageServer;

/// <summary>A real client: the protocol layer of vscode-languageclient, in Node.</summary>
public sealed class NodeClientTests
{
    private static readonly string Folder = RepositoryRoot.Of("tests", "language-client");

    [Fact]
    public async Task The_layer_that_VS_Code_speaks_through_is_answered()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            var (installed, words) = await RunAsync("npm", ["ci", "--silent"]);
            Assert.SkipUnless(installed == 0, $"npm cannot install tests/language-client: {words}");
        }
        var text = RepositoryRoot.Of("tests", "language-client", "session.casus");
        var (status, output) = await RunAsync("node", ["session.mjs", text, "dotnet", CasusProcess.Program, "lsp"]);
        Assert.True(status == 0, output);
        using var answers = JsonDocument.Parse(output);
        var told = answers.RootElement;
        Assert.Equal("casus", told.GetProperty("server").GetString());
        Assert.Equal("utf-16", told.GetProperty("encoding").GetString());
        Assert.Equal(["CAS2018"], Texts(told, "errors"));
        Assert.Empty(Texts(told, "errorsWhenMended"));
        Assert.Contains("A series means", told.GetProperty("hover").GetString(), StringComparison.Ordinal);
        Assert.Equal(8, told.GetProperty("definition").GetInt32());
        // Four places, and the `A` and `a` before two of them.
        Assert.Equal(6, told.GetProperty("renamed").GetInt32());
        Assert.Equal(-32803, told.GetProperty("refused").GetInt32());
        Assert.Equal(["assist", "warn"], Texts(told, "offers"));
        Assert.Equal(["Article 1", "Article 2"], Texts(told, "symbols"));
        Assert.True(told.GetProperty("colours").GetBoolean());
        Assert.Equal(1, told.GetProperty("edits").GetInt32());
        Assert.Equal(0, told.GetProperty("status").GetInt32());
    }

    private static string[] Texts(JsonElement told, string name) =>
        [.. told.GetProperty(name).EnumerateArray().Select(each => each.GetString()!)];

    private static async Task<(int Status, string Output)> RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var cancellation = TestContext.Current.CancellationToken;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, process.ExitCode == 0 ? output : output + await errors);
    }
}
