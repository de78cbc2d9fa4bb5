using System.Text;
using System.Text.RegularExpressions;
using Casus.Core.Diagnostics;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Diagnostics;

/// <summary>
/// Every code that the sources name is registered, every registered one is named, and all are in the reference. Rules
/// (CAS3xxx) have tests of their own: Checking/RulePageTests.
/// </summary>
public sealed partial class DiagnosticReferenceTests
{
    private const string Head = """
        # What Casus says of a text

        Every diagnostic has a code that stays: one that is no longer given is not given away again. `CAS1xxx` is about the shape
        of a sentence, `CAS2xxx` about what it means; `CAS3xxx` are the [rules](../rules/README.md), each with a page. An *error* keeps a text from being run; a *warning* is a finding that the
        drafters should settle; *information* is worth knowing. The words of a message are not fixed; its code is.

        This page is written by the tests from what the compiler knows.

        """;

    private static readonly string Sources = RepositoryRoot.Of("src");

    [Fact]
    public void A_code_is_registered_once()
    {
        var twice = DiagnosticCodes
            .All.GroupBy(code => code.Code)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);
        Assert.Empty(twice);
        Assert.All(DiagnosticCodes.All, code => Assert.Matches("^CAS[0-9]{4}$", code.Code));
        Assert.All(DiagnosticCodes.All, code => Assert.False(string.IsNullOrWhiteSpace(code.Explanation)));
    }

    [Fact]
    public void Every_code_that_the_sources_name_is_registered()
    {
        var named = Directory
            .EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => CodeInText().Matches(File.ReadAllText(file)))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(named);
        Assert.Empty(named.Where(code => DiagnosticCodes.Find(code) is null));
    }

    [Fact]
    public void Every_registered_code_is_given_somewhere()
    {
        var definitions = Directory
            .EnumerateFiles(Sources, "*Codes.cs", SearchOption.AllDirectories)
            .SelectMany(file => Definition().Matches(File.ReadAllText(file)))
            .ToDictionary(
                match => match.Groups["code"].Value,
                match => match.Groups["name"].Value,
                StringComparer.Ordinal
            );
        var uses = string.Join(
            '\n',
            Directory
                .EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.EndsWith("Codes.cs", StringComparison.Ordinal))
                .Select(File.ReadAllText)
        );
        var unused = DiagnosticCodes
            .All.Where(code => !IsRule(code))
            .Where(code => !Regex.IsMatch(uses, $@"Codes\.{definitions[code.Code]}\b", RegexOptions.None, OneSecond))
            .Select(code => code.Code);
        Assert.Empty(unused);
    }

    [Fact]
    public void The_reference_lists_every_code()
    {
        var builder = new StringBuilder(Head);
        foreach (var code in DiagnosticCodes.All.Where(code => !IsRule(code)))
        {
            builder.Append(
                $"\n## {code.Code}: {code.Title}\n\n*{DiagnosticLines.NameOf(code.Severity)}.* {code.Explanation}\n"
            );
        }
        Golden.MatchesFile(RepositoryRoot.Of("docs", "language", "diagnostics.md"), builder.ToString());
    }

    private static bool IsRule(DiagnosticCode code) => code.Code.StartsWith("CAS3", StringComparison.Ordinal);

    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    [GeneratedRegex("CAS[0-9]{4}", RegexOptions.None, 1000)]
    private static partial Regex CodeInText();

    [GeneratedRegex(
        @"\b(?<name>\w+)\s*(\{ get; \})?\s*=\s*(new|Error|Warning|Information)\(\s*""(?<code>CAS[0-9]{4})""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Definition();
}
