using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Casus.Tests.House;

/// <summary>The rules of the house that no analyzer holds.</summary>
public sealed partial class TidyTests
{
    private static readonly string[] Sources = [".cs", ".ts", ".svelte"];

    private static readonly string[] TrackedFiles = ReadTrackedFiles();

    [Fact]
    public void A_source_file_has_at_most_400_lines()
    {
        var long_ = TrackedFiles
            .Where(IsSource)
            .Select(file => (File: file, Lines: File.ReadLines(RepositoryRoot.Of(file)).Count()))
            .Where(entry => entry.Lines > 400);
        Assert.Empty(long_);
    }

    /// <summary>Code is laid out by the formatter; it leaves comments as they are.</summary>
    [Fact]
    public void A_comment_has_at_most_120_columns()
    {
        var wide =
            from file in TrackedFiles
            where file.EndsWith(".cs", StringComparison.Ordinal)
            from line in File.ReadLines(RepositoryRoot.Of(file))
            where line.Length > 120 && line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            select $"{file}: {line.Trim()}";
        Assert.Empty(wide);
    }

    [Fact]
    public void No_file_or_folder_has_a_name_that_tells_nothing()
    {
        Assert.Empty(TrackedFiles.Where(file => EmptyName().IsMatch(file)));
    }

    [Fact]
    public void Nothing_names_the_host_of_a_package_registry()
    {
        // Written in parts, so that this file is none of them.
        string[] hosts = ["api.nu" + "get.org", "registry.np" + "mjs.org", "py" + "pi.org", "static.cra" + "tes.io"];
        var naming = TrackedFiles
            .Where(file => new FileInfo(RepositoryRoot.Of(file)).Length < 2_000_000)
            .Where(file => hosts.Any(File.ReadAllText(RepositoryRoot.Of(file)).Contains));
        Assert.Empty(naming);
    }

    [Fact]
    public void No_source_holds_a_promise_in_place_of_work()
    {
        string[] promises = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception"];
        var promising =
            from file in TrackedFiles
            where IsSource(file)
            from line in File.ReadLines(RepositoryRoot.Of(file))
            from promise in promises
            where Regex.IsMatch(line, $@"\b{promise}\b", RegexOptions.None, TimeSpan.FromSeconds(1))
            select $"{file}: {line.Trim()}";
        Assert.Empty(promising);
    }

    [Fact]
    public void Every_project_has_a_lock_file()
    {
        var projects = TrackedFiles.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(projects);
        Assert.Empty(
            projects.Where(project =>
                !TrackedFiles.Contains(
                    Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json").Replace('\\', '/')
                )
            )
        );
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("Data", "Core")]
    [InlineData("Analysis", "Core")]
    [InlineData("Reports", "Core", "Data", "Analysis")]
    [InlineData("LanguageServer", "Core", "Data", "Analysis", "Reports")]
    [InlineData("Cli", "Core", "Data", "Analysis", "Reports", "LanguageServer")]
    public void References_follow_the_arrows(string project, params string[] allowed)
    {
        var file = RepositoryRoot.Of("src", $"Casus.{project}", $"Casus.{project}.csproj");
        var referenced = XDocument
            .Load(file)
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!))
            .Select(name => name[(name.LastIndexOf('.') + 1)..]);
        Assert.Empty(referenced.Except(allowed));
    }

    [Fact]
    public void The_core_takes_no_package_but_its_calendar()
    {
        var file = RepositoryRoot.Of("src", "Casus.Core", "Casus.Core.csproj");
        var packages = XDocument
            .Load(file)
            .Descendants("PackageReference")
            .Where(reference => (string?)reference.Attribute("PrivateAssets") != "all")
            .Select(reference => (string)reference.Attribute("Include")!);
        Assert.Equal(["NodaTime"], packages);
    }

    private static bool IsSource(string file) => Sources.Contains(Path.GetExtension(file));

    /// <summary>Files that git tracks; build output and what a person has lying about are nobody's concern.</summary>
    private static string[] ReadTrackedFiles()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z"])
        {
            WorkingDirectory = RepositoryRoot.Path,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var listed = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return
        [
            .. listed
                .Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Where(file => File.Exists(RepositoryRoot.Of(file))),
        ];
    }

    [GeneratedRegex(@"(^|/)(utils?|helpers?|common|misc|managers?)(/|\.|$)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EmptyName();
}
