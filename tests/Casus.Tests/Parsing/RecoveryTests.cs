using System.Collections.Immutable;
using Casus.Core.Diagnostics;
using Casus.Core.Parsing;
using Casus.Core.Syntax;
using Casus.Core.Text;
using Xunit;

namespace Casus.Tests.Parsing;

/// <summary>One mistake costs one sentence.</summary>
public sealed class RecoveryTests
{
    private static readonly string Tour = Golden.TextOf("tour");

    private static readonly ImmutableArray<SentenceSyntax> Whole = Parse(Tour).Tree.Sentences;

    public static TheoryData<int> Sentences => [.. Enumerable.Range(0, Whole.Length)];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_bad_letter_anywhere_in_a_sentence_costs_that_sentence(int index)
    {
        foreach (var token in Whole[index].Tokens())
        {
            AssertCostsOne(index, Tour.Insert(token.Span.Start, "% "), SyntaxCodes.BadCharacter.Code);
        }
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void An_open_string_costs_its_sentence(int index)
    {
        if (Whole[index].Tokens().Any(token => token.Kind == TokenKind.String))
        {
            // A quote before another opens a string that the other closes.
            return;
        }
        foreach (var token in Whole[index].Tokens().SkipLast(1))
        {
            AssertCostsOne(index, Tour.Insert(token.Span.Start, "\""), SyntaxCodes.UnterminatedString.Code);
        }
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_second_colon_costs_its_sentence(int index)
    {
        var last = Whole[index].FullStop.Span.Start;
        AssertCostsOne(index, Tour.Insert(last, " :"), null);
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_missing_full_stop_is_told_once_and_costs_nothing_or_is_doubted(int index)
    {
        var stop = Whole[index].FullStop.Span;
        var result = Parse(Tour.Remove(stop.Start, 1));
        var diagnostic = Assert.Single(result.Diagnostics);
        if (diagnostic.Severity == Severity.Warning)
        {
            // The two sentences happen to be one of the grammar: the next line's label is pointed at.
            Assert.Equal(SyntaxCodes.LabelInSentence.Code, diagnostic.Code);
            Assert.Equal(Whole[index + 1].Span.Start - 1, diagnostic.Span.Start);
            Assert.Equal(Whole.Length - 1, result.Tree.Sentences.Length);
            return;
        }
        Assert.Equal(SyntaxCodes.MissingFullStop.Code, diagnostic.Code);
        Assert.Equal(stop.Start, diagnostic.Span.End);
        Assert.Equal(Whole.Length, result.Tree.Sentences.Length);
        for (var i = 0; i < Whole.Length; i++)
        {
            Assert.Equal(Dump(Whole[i].Body), Dump(result.Tree.Sentences[i].Body));
        }
    }

    [Fact]
    public void An_article_that_opens_a_line_ends_a_sentence_that_failed()
    {
        var result = Parse("A shall shall act\n  now and then\nArticle 2 \"Next\".\n  B may act.");
        Assert.Equal("CAS1004", Assert.Single(result.Diagnostics).Code);
        Assert.IsType<ErrorSentenceSyntax>(result.Tree.Sentences[0].Body);
        Assert.True(result.Tree.Sentences[0].FullStop.IsMissing);
        Assert.IsType<ArticleSyntax>(result.Tree.Sentences[1].Body);
        Assert.IsType<ClauseSentenceSyntax>(result.Tree.Sentences[2].Body);
    }

    /// <summary>Found by a mutation: what is whole up to the article lacks nothing but its full stop.</summary>
    [Fact]
    public void A_sentence_that_an_article_cuts_short_lacks_only_its_full_stop()
    {
        const string Text = """
            A shall not rest, as from
            An incident is established

            Article 3 "Facts". B shall rest.
            """;
        var result = Parse(Text);
        Assert.Equal("CAS1002", Assert.Single(result.Diagnostics).Code);
        Assert.Equal(3, result.Tree.Sentences.Length);
    }

    [Fact]
    public void A_reference_to_an_article_that_opens_a_line_ends_nothing()
    {
        var result = Parse("A shall act under\n    Article 5.\nB may act.");
        Assert.Empty(result.Diagnostics);
        Assert.Equal(2, result.Tree.Sentences.Length);
    }

    [Fact]
    public void A_lone_full_stop_is_a_sentence_where_it_stands()
    {
        var result = Parse("A may act. .");
        Assert.Equal(SyntaxCodes.EmptySentence.Code, Assert.Single(result.Diagnostics).Code);
        Assert.Equal(new TextSpan(11, 1), result.Tree.Sentences[1].Span);
    }

    [Fact]
    public void A_failed_sentence_keeps_all_its_tokens()
    {
        var result = Parse("A shall shall act. B may act.");
        var failed = Assert.IsType<ErrorSentenceSyntax>(result.Tree.Sentences[0].Body);
        Assert.Equal(["A", "shall", "shall", "act"], failed.Tokens().Select(token => token.Text));
    }

    [Theory]
    [InlineData("A may report a part", " of a part", ".")]
    [InlineData("A may act", ", failing which A may act", ".")]
    [InlineData("A may act", " if A has acted", ".")]
    public void Depth_is_an_error_and_not_an_overflow(string opening, string nested, string ending)
    {
        var text = opening + string.Concat(Enumerable.Repeat(nested, 20_000)) + ending;
        var diagnostic = Assert.Single(Parse(text + "\nB may act.").Diagnostics);
        Assert.Equal(SyntaxCodes.TooDeep.Code, diagnostic.Code);
    }

    [Theory]
    [InlineData("Party A\n")]
    [InlineData("Article 1 \"x\"\n")]
    [InlineData("[")]
    [InlineData("\"")]
    [InlineData("A, ")]
    [InlineData("On A: ")]
    [InlineData("Position of A: b,\n")]
    [InlineData("Article 1 \"x\"\nA of\n")]
    public void A_long_text_of_one_mistake_comes_to_an_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 10_000));
        var result = Parse(text);
        Assert.NotEmpty(result.Diagnostics);
        Assert.Equal(text, result.Tree.ToFullString());
    }

    private static void AssertCostsOne(int index, string text, string? code)
    {
        var result = Parse(text);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(code ?? diagnostic.Code, diagnostic.Code);
        Assert.Equal(text, result.Tree.ToFullString());
        Assert.Equal(Whole.Length, result.Tree.Sentences.Length);
        for (var i = 0; i < Whole.Length; i++)
        {
            if (i == index)
            {
                Assert.IsType<ErrorSentenceSyntax>(result.Tree.Sentences[i].Body);
            }
            else
            {
                Assert.Equal(Dump(Whole[i]), Dump(result.Tree.Sentences[i]));
            }
        }
    }

    private static string Dump(SyntaxNode node) => SyntaxDump.Of(node);

    private static ParseResult Parse(string text) => Parser.Parse(new SourceText("a.casus", text));
}
