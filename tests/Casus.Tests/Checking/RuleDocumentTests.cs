using Casus.Core.Checking;
using Casus.Core.Diagnostics;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Checking;

/// <summary>Every rule finds what its test document says, and nothing where it says nothing.</summary>
public sealed class RuleDocumentTests
{
    private static readonly string Folder = RepositoryRoot.Of("tests", "Casus.Tests", "Checking", "Rules");

    public static TheoryData<string> Codes => [.. RuleBook.All.Select(rule => rule.Code)];

    [Fact]
    public void Every_rule_has_a_document_and_every_document_a_rule() =>
        Assert.Equal(
            RuleBook.All.Select(rule => rule.Code),
            Directory
                .EnumerateFiles(Folder, "*.md")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Codes))]
    public void It_finds_what_its_document_says(string code) =>
        Golden.MatchesFile(FileOf(code), Read(code).Rewritten());

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_document_shows_what_the_rule_finds_and_what_it_leaves_alone(string code)
    {
        var document = Read(code);
        Assert.StartsWith($"# {code}: {RuleBook.Find(code)!.Title}\n", document.Document, StringComparison.Ordinal);
        Assert.Contains(document.Cases, one => one.Expected.Length > 0);
        Assert.Contains(document.Cases, one => one.Expected.Length == 0);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Its_texts_compile(string code) =>
        Assert.All(
            Read(code).Cases,
            one => Assert.DoesNotContain(RuleDocument.Compile(one.Text).Diagnostics, d => d.Severity == Severity.Error)
        );

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_safe_fix_mends_it_and_breaks_nothing(string code)
    {
        foreach (var (text, _) in Read(code).Cases)
        {
            var compilation = RuleDocument.Compile(text);
            foreach (var diagnostic in RuleDocument.Of(code, compilation))
            {
                foreach (var fix in diagnostic.Fixes.Where(fix => fix.Safety == FixSafety.Safe))
                {
                    var mended = RuleDocument.Compile(FixApplication.Make(compilation.Source.Text, fix.Edits));
                    Assert.False(mended.HasErrors, $"{code}: {fix.Title}");
                    Assert.DoesNotContain(RuleDocument.Of(code, mended), left => left.Message == diagnostic.Message);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_choice_that_it_offers_compiles(string code)
    {
        foreach (var (text, _) in Read(code).Cases)
        {
            var compilation = RuleDocument.Compile(text);
            foreach (var fix in RuleDocument.Of(code, compilation).SelectMany(diagnostic => diagnostic.Fixes))
            {
                var mended = RuleDocument.Compile(FixApplication.Make(compilation.Source.Text, fix.Edits));
                Assert.False(mended.HasErrors, $"{code}: {fix.Title}");
            }
        }
    }

    private static RuleDocument Read(string code) => new(code, File.ReadAllText(FileOf(code)));

    private static string FileOf(string code) => Path.Combine(Folder, $"{code}.md");
}
