using Casus.Core.Diagnostics;
using Casus.Core.Parsing;
using Casus.Core.Syntax;
using Casus.Core.Text;
using CsCheck;
using Xunit;

namespace Casus.Tests.Parsing;

/// <summary>Whatever a text holds, the tree is the text, and a mistake costs the sentence that it stands in.</summary>
public sealed class RobustnessTests
{
    private const string Mistake = " shall shall";

    public static TheoryData<int> Sentences =>
        [.. Enumerable.Range(0, Parse(Golden.TextOf("tour")).Tree.Sentences.Length)];

    [Fact]
    public void The_tree_of_any_text_is_the_text() =>
        MutatedTexts.Any.Sample(
            text =>
            {
                var result = Parse(text);
                Assert.Equal(text, result.Tree.ToFullString());
                Assert.All(result.Diagnostics, each => Assert.InRange(each.Span.Start, 0, text.Length));
                Assert.All(result.Diagnostics, each => Assert.InRange(each.Span.End, each.Span.Start, text.Length));
                Assert.All(result.Tree.Sentences, each => Assert.InRange(each.Span.End, each.Span.Start, text.Length));
                Assert.All(result.Diagnostics, each => Assert.NotNull(DiagnosticCodes.Find(each.Code)));
            },
            iter: 500
        );

    [Fact]
    public void The_tree_of_random_letters_is_the_text() =>
        Gen.String.Sample(text => Assert.Equal(text, Parse(text).Tree.ToFullString()), iter: 2000);

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_mistake_costs_one_sentence_and_is_told_once(int damaged)
    {
        var text = Golden.TextOf("tour");
        var whole = Parse(text).Tree;
        var stop = whole.Sentences[damaged].FullStop.Span.Start;
        var result = Parse(text.Insert(stop, Mistake));
        var error = Assert.Single(result.Diagnostics);
        Assert.StartsWith("CAS1", error.Code, StringComparison.Ordinal);
        Assert.Equal(Severity.Error, error.Severity);
        Assert.Equal(whole.Sentences.Length, result.Tree.Sentences.Length);
        Assert.IsType<ErrorSentenceSyntax>(result.Tree.Sentences[damaged].Body);
        Assert.Equal(Others(whole, damaged), Others(result.Tree, damaged));
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_full_stop_left_out_costs_at_most_the_next_sentence_and_is_told_once(int damaged)
    {
        var text = Golden.TextOf("tour");
        var whole = Parse(text).Tree;
        var result = Parse(text.Remove(whole.Sentences[damaged].FullStop.Span.Start, 1));
        Assert.StartsWith("CAS1", Assert.Single(result.Diagnostics).Code, StringComparison.Ordinal);
        Assert.Equal(Dumps(whole)[..damaged], Dumps(result.Tree)[..damaged]);
        var after = Dumps(whole)[Math.Min(damaged + 2, whole.Sentences.Length)..];
        Assert.Equal(after, Dumps(result.Tree)[^after.Length..]);
    }

    private static string[] Others(DocumentSyntax tree, int but) => [.. Dumps(tree).Where((_, index) => index != but)];

    private static string[] Dumps(DocumentSyntax tree) =>
        [
            .. tree.Sentences.Select(sentence =>
                SyntaxDump.Of(new DocumentSyntax([]) { Sentences = [sentence], EndOfFile = tree.EndOfFile })
            ),
        ];

    private static ParseResult Parse(string text) => Parser.Parse(new SourceText("test.casus", text));
}
