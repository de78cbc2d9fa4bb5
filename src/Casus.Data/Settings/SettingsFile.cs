using System.Collections.Immutable;
using Casus.Core.Checking;
using Casus.Core.Diagnostics;
using Casus.Data.Tables;
using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace Casus.Data.Settings;

/// <summary>
/// casus.toml: what a house wants to hear of its texts. One table, `[rules]`, of a code (CAS3xxx) and `"error"`,
/// `"warning"`, `"information"` or `"off"`. The nearest file counts: in the agreement's folder, else in the one above
/// it, and so on; others are not read.
/// </summary>
public static class SettingsFile
{
    public const string FileName = "casus.toml";
    private const string RulesTable = "rules";
    private const int LongestBytes = 1 << 20;

    /// <summary>After so many faults it is another file, not settings with a mistake.</summary>
    private const int MostFaults = 10;

    private static readonly ImmutableDictionary<string, Severity?> Words = new Dictionary<string, Severity?>(
        StringComparer.Ordinal
    )
    {
        ["error"] = Severity.Error,
        ["warning"] = Severity.Warning,
        ["information"] = Severity.Information,
        ["off"] = null,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The path of the nearest file; null where there is none.</summary>
    public static string? Nearest(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, FileName);
            if (File.Exists(file))
            {
                return file;
            }
        }
        return null;
    }

    /// <summary>The settings that hold for texts of a folder, or what is wrong with their file.</summary>
    public static (RuleSettings Settings, ImmutableArray<InputProblem> Problems) For(string folder) =>
        Nearest(folder) is { } file ? Read(file) : (RuleSettings.Default, []);

    public static (RuleSettings Settings, ImmutableArray<InputProblem> Problems) Read(string file)
    {
        try
        {
            if (Text(file) is not { } text)
            {
                var long_ = new InputProblem(
                    file,
                    null,
                    "it is longer than 1 MB",
                    "no settings are",
                    $"Name a {FileName}"
                );
                return (RuleSettings.Default, [long_]);
            }
            return Parse(file, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var what = $"it cannot be read ({e.Message.TrimEnd('.')})";
            return (
                RuleSettings.Default,
                [new InputProblem(file, null, what, "its settings would be missed", "Name a file that can be read")]
            );
        }
    }

    /// <summary>Null where it is too long: a device has no length to ask for.</summary>
    private static string? Text(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[LongestBytes + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        using var reader = new StreamReader(new MemoryStream(bytes, 0, length));
        return length > LongestBytes ? null : reader.ReadToEnd();
    }

    /// <summary>As <see cref="Read"/>, of a text; <paramref name="file"/> is what problems call it.</summary>
    public static (RuleSettings Settings, ImmutableArray<InputProblem> Problems) Parse(string file, string text)
    {
        var problems = ImmutableArray.CreateBuilder<InputProblem>();
        if (Document(file, text, problems) is not { } document)
        {
            return (RuleSettings.Default, problems.ToImmutable());
        }
        foreach (var fault in document.Diagnostics.Take(MostFaults))
        {
            problems.Add(
                new InputProblem(
                    file,
                    fault.Span.Start.Line + 1,
                    $"it is not TOML here ({fault.Message.TrimEnd('.')})",
                    "the settings after it cannot be told",
                    "Write lines such as CAS3401 = \"off\" below [rules]"
                )
            );
        }
        if (problems.Count > 0)
        {
            return (RuleSettings.Default, problems.ToImmutable());
        }
        var severities = ImmutableDictionary.CreateBuilder<string, Severity?>(StringComparer.Ordinal);
        foreach (var stray in document.KeyValues)
        {
            problems.Add(Unknown(file, stray, $"`{NameOf(stray.Key)}` stands in no table"));
        }
        foreach (var table in document.Tables)
        {
            if (NameOf(table.Name) != RulesTable || table is TableArraySyntax)
            {
                problems.Add(Unknown(file, table, $"there is no table `[{NameOf(table.Name)}]`"));
                continue;
            }
            foreach (var line in table.Items)
            {
                Rule(file, line, severities, problems);
            }
        }
        return (new RuleSettings(severities.ToImmutable()), problems.ToImmutable());
    }

    private static DocumentSyntax? Document(string file, string text, ImmutableArray<InputProblem>.Builder problems)
    {
        try
        {
            return SyntaxParser.Parse(text, file);
        }
        catch (TomlException fault)
        {
            var what = $"it cannot be read as TOML ({fault.Message.TrimEnd('.')})";
            problems.Add(new InputProblem(file, null, what, "the settings cannot be told", "Write it more simply"));
            return null;
        }
    }

    private static void Rule(
        string file,
        KeyValueSyntax line,
        ImmutableDictionary<string, Severity?>.Builder severities,
        ImmutableArray<InputProblem>.Builder problems
    )
    {
        var code = NameOf(line.Key);
        if (RuleBook.Find(code) is null)
        {
            var what = DiagnosticCodes.Find(code) is null
                ? $"there is no rule `{code}`{NearMiss.Question(code, RuleBook.All.Select(rule => rule.Code))}"
                : $"`{code}` is no rule but a fault of the text, and its severity is fixed";
            problems.Add(Problem(file, line, what, "nothing would be changed", "docs/rules/README.md lists the rules"));
        }
        else if (line.Value is not StringValueSyntax { Value: { } word } || !Words.TryGetValue(word, out var severity))
        {
            var seen = line.Value?.ToString().Trim() ?? "nothing";
            problems.Add(
                Problem(
                    file,
                    line,
                    $"`{code}` is set to {seen}, which is no severity",
                    "nothing would be changed",
                    "Write \"error\", \"warning\", \"information\" or \"off\""
                )
            );
        }
        else
        {
            severities[code] = severity;
        }
    }

    private static InputProblem Unknown(string file, SyntaxNode node, string what) =>
        Problem(file, node, what, "it would be passed over", "Write lines such as CAS3401 = \"off\" below [rules]");

    private static InputProblem Problem(string file, SyntaxNode node, string what, string why, string instead) =>
        new(file, node.Span.Start.Line + 1, what, why, instead);

    private static string NameOf(KeySyntax? key) => key?.ToString().Trim().Trim('"', '\'') ?? "";
}
