using System.Text;
using System.Text.RegularExpressions;
using Casus.Core.Checking;
using Casus.Core.Diagnostics;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Checking;

/// <summary>Every rule has its page, its examples show it, and the index lists them all.</summary>
public sealed partial class RulePageTests
{
    private static readonly string Folder = RepositoryRoot.Of("docs", "rules");
    private static readonly string[] Sections =
    [
        "What it finds",
        "Why it matters",
        "Where it failed",
        "Example",
        "Use instead",
    ];

    public static TheoryData<string> Codes => [.. RuleBook.All.Select(rule => rule.Code)];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() =>
        Assert.Equal(
            RuleBook.All.Select(rule => rule.Code),
            Directory
                .EnumerateFiles(Folder, "CAS*.md")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_says_what_the_rule_is(string code)
    {
        var rule = RuleBook.Find(code)!;
        var page = PageOf(code);
        Assert.StartsWith(
            $"# {code}: {rule.Title}\n\nGroup: {NameOf(rule.Group)}. Severity: {DiagnosticLines.NameOf(rule.Severity)}.",
            page,
            StringComparison.Ordinal
        );
        Assert.Equal(Sections, Heading().Matches(page).Select(match => match.Groups["title"].Value));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_names_a_precedent_with_its_source(string code)
    {
        var rule = RuleBook.Find(code)!;
        if (rule.Group != RuleGroup.Suppression)
        {
            Assert.Matches("<https?://[^>]+>", SectionOf(code, "Where it failed"));
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_example_shows_it_and_what_to_use_instead_does_not(string code)
    {
        var example = RuleDocument.Compile(TextIn(code, "Example"));
        Assert.NotEmpty(RuleDocument.Of(code, example));
        var instead = RuleDocument.Compile(TextIn(code, "Use instead"));
        Assert.Empty(RuleDocument.Of(code, instead));
        Assert.False(instead.HasErrors);
    }

    [Fact]
    public void The_index_lists_every_rule()
    {
        var builder = new StringBuilder(
            """
            # The rules of `check`

            Each rule is a way in which treaties have failed. Its page says what it finds, why it matters, which instrument failed that
            way, and what to write instead; `./casus explain CAS3401` prints it. `casus.toml` sets the severity of a rule or turns it off,
            and a comment in the text allows a finding, with a reason: [settings and suppression](../check.md).

            This page is written by the tests from the rules.

            """
        );
        foreach (var group in RuleBook.All.GroupBy(rule => rule.Group))
        {
            builder.Append($"\n## {char.ToUpperInvariant(NameOf(group.Key)[0])}{NameOf(group.Key)[1..]}\n\n");
            builder.Append("| code | what it finds | severity |\n|---|---|---|\n");
            foreach (var rule in group)
            {
                builder.Append(
                    $"| [{rule.Code}]({rule.Code}.md) | {rule.Title} | {DiagnosticLines.NameOf(rule.Severity)} |\n"
                );
            }
        }
        Golden.MatchesFile(Path.Combine(Folder, "README.md"), builder.ToString());
    }

    private static string NameOf(RuleGroup group) => group.ToString().ToLowerInvariant();

    private static string PageOf(string code) =>
        File.ReadAllText(Path.Combine(Folder, $"{code}.md")).ReplaceLineEndings("\n");

    private static string SectionOf(string code, string title)
    {
        var page = PageOf(code);
        var start = page.IndexOf($"\n## {title}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{code}.md has no section `{title}`.");
        var end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? page[start..] : page[start..end];
    }

    private static string TextIn(string code, string section)
    {
        var match = Block().Match(SectionOf(code, section));
        Assert.True(match.Success, $"{code}.md, `{section}`: no block of casus.");
        return match.Groups["text"].Value;
    }

    [GeneratedRegex("^## (?<title>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(
        "^```casus\n(?<text>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Block();
}
