using Casus.Core.Parsing;
using Casus.Core.Syntax;
using Casus.Core.Text;
using Xunit;

namespace Casus.Tests.Parsing;

public sealed class LexerTests
{
    [Theory]
    [InlineData("7,500", TokenKind.Number)]
    [InlineData("1,234,567", TokenKind.Number)]
    [InlineData("30", TokenKind.Number)]
    [InlineData("2.5 km", TokenKind.Number)]
    [InlineData("5.2", TokenKind.Reference)]
    [InlineData("5.2 prevails", TokenKind.Reference)]
    [InlineData("5.2(b)", TokenKind.Reference)]
    [InlineData("5(b)", TokenKind.Reference)]
    [InlineData("1.2.3 km", TokenKind.Reference)]
    [InlineData("2026-01-06", TokenKind.Date)]
    [InlineData("2026-01-06T18:00", TokenKind.Date)]
    [InlineData("7,50", TokenKind.Bad)]
    [InlineData("7,5000", TokenKind.Bad)]
    [InlineData("1234,567", TokenKind.Bad)]
    [InlineData("7,500.5", TokenKind.Bad)]
    [InlineData("2026-1-6", TokenKind.Bad)]
    [InlineData("2026-01-06T18:00Z", TokenKind.Bad)]
    [InlineData("2026-01-06T18:00:30", TokenKind.Bad)]
    [InlineData("months'", TokenKind.Word)]
    [InlineData("Europe/Kyiv", TokenKind.Word)]
    [InlineData("Україна", TokenKind.Word)]
    [InlineData("U-turn", TokenKind.Word)]
    [InlineData("\"with a shall. and // in it\"", TokenKind.String)]
    [InlineData("\"open", TokenKind.Bad)]
    [InlineData(".", TokenKind.FullStop)]
    [InlineData(".x", TokenKind.Bad)]
    [InlineData("😀", TokenKind.Bad)]
    [InlineData("\ud83d", TokenKind.Bad)]
    public void The_first_token_is_of_its_kind(string text, TokenKind kind)
    {
        var token = Lex(text)[0];
        Assert.Equal(kind, token.Kind);
        Assert.StartsWith(token.Text, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A 5.", "A", "5", ".")]
    [InlineData("5.2. B", "5.2", ".", "B")]
    [InlineData("5, 6", "5", ",", "6")]
    [InlineData("[5|10]", "[", "5", "|", "10", "]")]
    [InlineData("24hours", "24", "hours")]
    [InlineData("\"open. // c\nB", "\"open", ".", "B")]
    [InlineData("a//b", "a//b")]
    [InlineData("a //b\nc", "a", "c")]
    [InlineData("a\n  > prose. of it\nb", "a", "b")]
    [InlineData("a > b", "a", ">", "b")]
    public void Texts_are_cut_where_they_should(string text, params string[] tokens) =>
        Assert.Equal(tokens, Lex(text).SkipLast(1).Select(token => token.Text));

    [Fact]
    public void Prose_goes_with_the_sentence_that_follows_it()
    {
        var tree = Parser
            .Parse(new SourceText("a.casus", "Party A.\n> Recalling the Charter.\n  >Noting.\nParty B."))
            .Tree;
        Assert.Empty(tree.Sentences[0].Prose);
        Assert.Equal(["Recalling the Charter.", "Noting."], tree.Sentences[1].Prose);
    }

    [Fact]
    public void Reserved_words_are_free_of_case_and_labels_are_not()
    {
        var shouted = Parser.Parse(new SourceText("a.casus", "EACH PARTY SHALL CONSULT."));
        Assert.Empty(shouted.Diagnostics);
        Assert.IsType<ClauseSentenceSyntax>(shouted.Tree.Sentences[0].Body);
        Assert.IsType<LabelSyntax>(Parser.Parse(new SourceText("a.casus", "Party A.")).Tree.Sentences[0].Body);
    }

    private static IReadOnlyList<SyntaxToken> Lex(string text) => Lexer.Lex(new SourceText("a.casus", text));
}
