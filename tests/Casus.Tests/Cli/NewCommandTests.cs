using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.Json;
using Casus.Cli.Starting;
using Casus.Core.Binding;
using Casus.Core.Checking;
using Casus.Core.Diagnostics;
using Casus.Core.Formatting;
using Casus.Core.Parsing;
using Casus.Core.Text;
using Casus.Data.Geography;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Cli;

/// <summary>A folder that `new` starts compiles, is laid out, replays, and says that its history is made up.</summary>
public sealed class NewCommandTests : IDisposable
{
    private readonly string work = Directory.CreateTempSubdirectory("casus new ").FullName;

    public static TheoryData<string> Templates => [.. AgreementTemplate.Names];

    public void Dispose() => Directory.Delete(work, recursive: true);

    [Fact]
    public void Every_template_has_a_folder_and_every_folder_is_a_template()
    {
        var folders = Directory
            .GetDirectories(RepositoryRoot.Of("src", "Casus.Cli", "Templates"))
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal);
        Assert.Equal(AgreementTemplate.Names.Order(StringComparer.Ordinal), folders);
        Assert.True(AgreementTemplate.All.Length >= 3);
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_started_folder_is_clean_laid_out_and_replays_by_the_commands_that_are_told(string template)
    {
        var started = Casus("new", "mine/first text", "--template", template);
        Assert.True(started.Status == 0, started.ToString());
        Assert.Empty(started.Errors);
        Assert.Equal(AgreementTemplate.Of(template)!.Files, FilesIn("mine/first text"));
        var check = Casus("check", "mine/first text");
        Assert.True(check.Status == 0, check.ToString());
        Assert.Contains("0 errors, 0 warnings", check.Output, StringComparison.Ordinal);
        var laidOut = Casus("fmt", "mine/first text", "--check");
        Assert.True(laidOut.Status == 0, laidOut.ToString());
        var commands = CommandsIn(File.ReadAllText(PathOf("mine/first text/README.md")));
        Assert.Equal(commands, CommandsIn(started.Output));
        foreach (var command in commands)
        {
            var said = Bash(command);
            Assert.True(said.Status == 0, $"{command}\n{said}");
        }
        Assert.Contains("as known: met", Bash(commands[^1]).Output, StringComparison.Ordinal);
        using var summary = JsonDocument.Parse(File.ReadAllText(PathOf("mine/first text/run/summary.json")));
        var grades = summary.RootElement.GetProperty("grades").EnumerateArray();
        Assert.Contains(grades, grade => grade.GetProperty("arose").GetInt32() > 0);
        var duties = summary.RootElement.GetProperty("duties").EnumerateArray().ToArray();
        Assert.Contains(duties, duty => duty.GetProperty("discharged").GetInt32() > 0);
        Assert.Contains(duties, duty => duty.GetProperty("overdue").GetInt32() > 0);
        var inputs = summary.RootElement.GetProperty("inputs").EnumerateArray();
        Assert.All(inputs, input => Assert.Equal(0, input.GetProperty("rejected").GetInt32()));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void No_rule_has_a_warning_for_a_template(string template)
    {
        var folder = RepositoryRoot.Of("src", "Casus.Cli", "Templates", template);
        var source = new SourceText("agreement.casus", File.ReadAllText(Path.Combine(folder, "agreement.casus")));
        var compilation = Compiler.Compile(source, new Dictionary<string, string>(), new GeographyFolder(folder));
        var told = Checker
            .Check(compilation, RuleSettings.Default)
            .Where(diagnostic => diagnostic.Severity != Severity.Information)
            .Select(diagnostic => DiagnosticLines.Of(source, diagnostic));
        Assert.True(!told.Any(), string.Concat(told));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Made_up_tables_say_so_in_their_name_in_every_row_and_in_the_readme(string template)
    {
        var from = AgreementTemplate.Of(template)!;
        var tables = from.Files.Where(file => file.EndsWith(".csv", StringComparison.Ordinal)).ToArray();
        Assert.Equal([AgreementTemplate.ActsFile, AgreementTemplate.IncidentsFile], tables);
        foreach (var table in tables)
        {
            var lines = from.TextOf(table).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var source = Array.IndexOf(lines[0].Split(','), "source");
            Assert.All(lines[1..], row => Assert.StartsWith("synthetic", row.Split(',')[source]));
        }
        Assert.Contains("synthetic", from.TextOf(AgreementTemplate.ReadmeFile), StringComparison.Ordinal);
        Assert.Contains("invented", from.TextOf("line.geojson"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_template_it_is_a_ceasefire_and_an_empty_folder_will_do()
    {
        Directory.CreateDirectory(PathOf("empty"));
        var outcome = CasusProcess.Run(PathOf("empty"), "new", ".", "--quiet");
        Assert.True(outcome.Status == 0, outcome.ToString());
        Assert.Single(outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(
            AgreementTemplate.Of("ceasefire")!.TextOf("agreement.casus"),
            File.ReadAllText(PathOf("empty/agreement.casus"))
        );
        Assert.Empty(
            Directory.GetFileSystemEntries(work).Where(path => path.EndsWith(".part", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("Peace, at last")]
    [InlineData("{commands} and {title}")]
    [InlineData("A title that is so long that the sentence which it opens has to be broken over lines to be read")]
    public void A_title_stands_in_the_text_and_in_the_readme_and_the_text_is_laid_out(string title)
    {
        Assert.Equal(0, Casus("new", "truce", "--title", title).Status);
        var text = File.ReadAllText(PathOf("truce/agreement.casus"));
        Assert.Equal(title, AgreementTitle.Of(text));
        Assert.Equal(text, Formatter.Format(Parser.Parse(new SourceText("a.casus", text)).Tree));
        Assert.StartsWith($"# {title}\n", File.ReadAllText(PathOf("truce/README.md")), StringComparison.Ordinal);
        Assert.Equal(0, Casus("check", "truce").Status);
    }

    [Theory]
    [InlineData("did you mean 'ceasefire'", "new", "truce", "--template", "ceasfire")]
    [InlineData("ceasefire or guarantee or withdrawal", "new", "truce", "--template", "../ceasefire")]
    [InlineData("it is not empty: it holds 'kept'", "new", "full")]
    [InlineData("it is a file, not a folder", "new", "full/kept")]
    [InlineData("a character that cannot be seen", "new", "tru\u0007ce")]
    [InlineData("tru<U+202E>ce: nothing is written there", "new", "tru\u202Ece")]
    [InlineData("it holds a double quote", "new", "truce", "--title", "The \"truce\"")]
    [InlineData("cannot be seen, such as a line break", "new", "truce", "--title", "a\nb")]
    [InlineData("it is empty", "new", "truce", "--title", " ")]
    [InlineData("at most 100", "new", "truce", "--title", TooLong)]
    [InlineData("casus: full/kept/below: nothing is written there", "new", "full/kept/below")]
    [InlineData("nothing is written there", "new", "/proc/truce")]
    [InlineData("casus:", "new")]
    public void What_cannot_be_started_is_refused_with_status_2_and_leaves_nothing(
        string said,
        params string[] arguments
    )
    {
        Directory.CreateDirectory(PathOf("full"));
        File.WriteAllText(PathOf("full/kept"), "");
        var outcome = Casus(arguments);
        Assert.True(outcome.Status == 2, outcome.ToString());
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
        Assert.Equal(["full", "full/kept"], Everything());
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void Where_there_is_no_room_the_status_is_74_and_nothing_is_left()
    {
        var outcome = Bash("(trap '' XFSZ; ulimit -f 1; ./casus new over/there/truce)");
        Assert.True(outcome.Status == 74, outcome.ToString());
        Assert.Contains("over/there/truce could not be written: ", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(Everything());
    }

    private const string TooLong =
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private CasusOutcome Casus(params IEnumerable<string> arguments) => CasusProcess.Run(work, arguments);

    private string PathOf(string name) => Path.Combine(work, name);

    private IEnumerable<string> FilesIn(string folder) =>
        Directory.GetFiles(PathOf(folder)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private IEnumerable<string> Everything() =>
        Directory
            .EnumerateFileSystemEntries(work, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(work, path))
            .Order(StringComparer.Ordinal);

    /// <summary>Lines that call the program, however deep they stand.</summary>
    private static string[] CommandsIn(string text) =>
        [
            .. text.Split('\n')
                .Select(line => line.Trim())
                .Where(line => line.Contains("/casus ", StringComparison.Ordinal)),
        ];

    /// <summary>As a user types it, with the program that was built with these tests.</summary>
    private CasusOutcome Bash(string command)
    {
        var program = $"dotnet '{CasusProcess.Program}' ";
        var typed = command
            .Replace($"{RepositoryRoot.Of("casus")} ", program, StringComparison.Ordinal)
            .Replace("./casus ", program, StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-c", typed])
        {
            WorkingDirectory = work,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The runtime keeps its own code in files that may grow.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CasusOutcome(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
