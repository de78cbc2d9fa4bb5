using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Casus.Tests.Cli;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Editor;

/// <summary>The extension as it is installed: packed with the program of these tests, and opened.</summary>
public sealed class ExtensionPackageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("casus extension ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_package_holds_the_manifest_the_grammar_the_client_and_a_server_that_runs()
    {
        var package = Path.Combine(folder, "casus.vsix");
        var (status, said) = Build("--server", Path.GetDirectoryName(CasusProcess.Program)!, "--out", package);
        Assert.True(status == 0, said);
        var opened = Path.Combine(folder, "opened");
        ZipFile.ExtractToDirectory(package, opened);
        string PathOf(string file) => Path.Combine(opened, "extension", file);
        using var manifest = JsonDocument.Parse(File.ReadAllText(PathOf("package.json")));
        Assert.Equal("casus", manifest.RootElement.GetProperty("name").GetString());
        Assert.True(File.Exists(PathOf(manifest.RootElement.GetProperty("main").GetString()!)));
        string[] needed =
        [
            "language-configuration.json",
            "snippets/casus.json",
            "syntaxes/casus.tmLanguage.json",
            "server/casus.dll",
            "server/casus.runtimeconfig.json",
        ];
        Assert.Empty(needed.Where(file => !File.Exists(PathOf(file))));
        var version = Run("dotnet", [PathOf("server/casus.dll"), "--version"]);
        Assert.True(version.Status == 0, version.Said);
        Assert.Equal(CasusProcess.Run(folder, "--version").Output, version.Said);
        var listed = XDocument.Load(Path.Combine(opened, "extension.vsixmanifest")).Root!;
        var identity = listed.Descendants().Single(element => element.Name.LocalName == "Identity");
        Assert.Equal(manifest.RootElement.GetProperty("version").GetString(), (string?)identity.Attribute("Version"));
        var files = Directory.GetFiles(opened, "*", SearchOption.AllDirectories);
        Assert.DoesNotContain(files, file => file.Contains("node_modules", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => file.EndsWith(".pdb", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--server")]
    [InlineData("--server", "nowhere")]
    [InlineData("--nothing", "x")]
    public void What_cannot_be_packed_is_refused_with_status_2(params string[] arguments)
    {
        var (status, said) = Build(arguments);
        Assert.True(status == 2, said);
        Assert.StartsWith("build-extension: ", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    private (int Status, string Said) Build(params IEnumerable<string> arguments) =>
        Run("bash", [RepositoryRoot.Of("build-extension"), .. arguments]);

    private (int Status, string Said) Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
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
