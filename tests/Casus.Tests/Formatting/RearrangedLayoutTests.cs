using Casus.Core.Formatting;
using Casus.Core.Parsing;
using Casus.Core.Syntax;
using Casus.Core.Text;
using Casus.Tests.Parsing;
using CsCheck;
using Xunit;

namespace Casus.Tests.Formatting;

/// <summary>
/// However the space, comments and prose stand between the tokens, layout changes space alone and settles at once.
/// </summary>
public sealed class RearrangedLayoutTests
{
    [Fact]
    public void Any_space_and_comments_between_the_tokens_are_laid_out_once() =>
        RearrangedTexts.Respaced.Sample(AssertSettles);

    [Fact]
    public void Any_sentences_in_any_order_are_laid_out_once() => RearrangedTexts.Rewritten.Sample(AssertSettles);

    private static void AssertSettles(string text)
    {
        var once = FormatText(text);
        Assert.Equal(Tokens(text), Tokens(once));
        Assert.Equal(Remarks(text), Remarks(once));
        Assert.Equal(once, FormatText(once));
    }

    private static string FormatText(string text) =>
        Formatter.Format(Parser.Parse(new SourceText("a.casus", text)).Tree);

    private static IEnumerable<(TokenKind, string)> Tokens(string text) =>
        Lexer.Lex(new SourceText("a.casus", text)).Select(token => (token.Kind, token.Text));

    private static IEnumerable<(TriviaKind, string)> Remarks(string text) =>
        Lexer
            .Lex(new SourceText("a.casus", text))
            .SelectMany(token => token.Leading)
            .Where(trivia => trivia.Kind != TriviaKind.Space)
            .Select(trivia => (trivia.Kind, trivia.Text.TrimEnd()));
}
