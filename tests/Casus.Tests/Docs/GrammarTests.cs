using System.Text.RegularExpressions;
using Casus.Core.Parsing;
using Casus.Core.Syntax;
using Casus.Core.Text;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Docs;

/// <summary>The grammar that is written down is the grammar that is read.</summary>
public sealed partial class GrammarTests
{
    private static readonly string Grammar = File.ReadAllText(RepositoryRoot.Of("docs", "language", "grammar.md"));

    public static TheoryData<string, string> Examples =>
        [
            .. Example()
                .Matches(Grammar)
                .Select(row =>
                    (row.Groups["name"].Value, row.Groups["text"].Value.Replace("\\|", "|", StringComparison.Ordinal))
                ),
        ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_the_grammar_is_read(string production, string text)
    {
        Assert.NotEmpty(production);
        Assert.Empty(Parser.Parse(new SourceText("example.casus", text)).Diagnostics);
    }

    [Fact]
    public void Every_production_has_an_example()
    {
        var productions = Production().Matches(Grammar).Select(match => match.Groups["name"].Value);
        var shown = Examples.Select(row => row.Data.Item1);
        Assert.Empty(productions.Except(["document", "sentence"]).Except(shown, StringComparer.Ordinal));
        Assert.Equal(31, shown.Count());
    }

    [Fact]
    public void The_reserved_words_are_those_of_the_parser()
    {
        Assert.Equal(Sorted(ReservedWords.Determiners), Listed("Determiners"));
        Assert.Equal(Sorted(ReservedWords.Prepositions), Listed("Prepositions"));
        Assert.Equal(Sorted(ReservedWords.Connectives), Listed("Connectives"));
        Assert.Equal(Sorted(ReservedWords.Auxiliaries), Listed("Auxiliaries"));
        Assert.Equal(Sorted(ReservedWords.FixedVerbs), Listed("Verbs"));
        Assert.Equal(Sorted(ReservedWords.TailWords), Listed("Openers of tails"));
        Assert.Equal(Sorted(ReservedWords.Labels), Listed("Labels"));
    }

    private static string[] Listed(string kind) =>
        Sorted(
            Regex
                .Match(Grammar, $"^- {kind}: `([^`]*)`", RegexOptions.Multiline, TimeSpan.FromSeconds(1))
                .Groups[1]
                .Value.Split(' ')
        );

    private static string[] Sorted(IEnumerable<string> words) => [.. words.Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^\| (?<name>\w+) \| `(?<text>[^`]*)` \|$", RegexOptions.Multiline, 1000)]
    private static partial Regex Example();

    [GeneratedRegex(@"^(?<name>[a-z]+) += ", RegexOptions.Multiline, 1000)]
    private static partial Regex Production();
}
