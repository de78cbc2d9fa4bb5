using System.Text.RegularExpressions;
using Casus.Core.Diagnostics;
using Casus.Tests.Binding;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Docs;

/// <summary>What the reference of the language shows compiles.</summary>
public sealed partial class LanguageReferenceTests
{
    public static TheoryData<string> Examples =>
        [
            .. Block()
                .Matches(File.ReadAllText(RepositoryRoot.Of("docs", "language", "reference.md")))
                .Select(block => block.Groups["text"].Value),
        ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_the_reference_compiles_without_errors(string example)
    {
        var compiled = Texts.Compile(example);
        var errors = compiled.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error);
        Assert.Empty(errors.Select(error => DiagnosticLines.Of(compiled.Source, error)));
    }

    [Fact]
    public void The_reference_has_an_example_of_each_part_of_a_text() => Assert.Equal(13, Examples.Count);

    [GeneratedRegex(
        @"^```casus\n(?<text>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Block();
}
