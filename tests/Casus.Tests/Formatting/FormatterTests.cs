using Casus.Core.Formatting;
using Casus.Core.Parsing;
using Casus.Core.Syntax;
using Casus.Core.Text;
using Casus.Tests.House;
using Casus.Tests.Parsing;
using CsCheck;
using Xunit;

namespace Casus.Tests.Formatting;

/// <summary>A formatted text says the same, and formatting it again changes nothing.</summary>
public sealed class FormatterTests
{
    public static TheoryData<string> Texts => Golden.TextsAsData;

    /// <summary>The paths of all texts, from the root.</summary>
    public static TheoryData<string> Files =>
        [
            .. Golden.Texts.Select(name => $"tests/Casus.Tests/Golden/{name}/agreement.casus"),
            .. Directory
                .GetDirectories(RepositoryRoot.Of("agreements"))
                .Select(folder => $"agreements/{Path.GetFileName(folder)}/agreement.casus")
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_formatted_text_is_as_kept(string name) =>
        Golden.Matches($"{name}/formatted.casus", Format(Golden.TextOf(name)));

    [Theory]
    [MemberData(nameof(Files))]
    public void Formatting_keeps_every_token_and_remark_and_is_done_once(string file) =>
        KeepsWhatIsSaid(File.ReadAllText(RepositoryRoot.Of(file)));

    [Fact]
    public void Formatting_a_damaged_text_keeps_every_token_and_remark_and_is_done_once() =>
        MutatedTexts.Any.Sample(KeepsWhatIsSaid, iter: 300);

    [Theory]
    [MemberData(nameof(Texts))]
    public void No_line_that_can_be_broken_is_too_long(string name)
    {
        var tooLong = Format(Golden.TextOf(name))
            .Split('\n')
            .Where(line => !line.Contains("//", StringComparison.Ordinal) && line.Length > 120);
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Indentation_and_spaces_are_those_of_the_tour()
    {
        const string Written = """
            Party   Ukraine ,as beneficiary .
               Article 1 "Peace" .
            Ukraine shall rest. // at last
            // Of the answer.
            On an attack by Russia :Ukraine shall rest ;
            if the decision carries , then Ukraine shall rest,
            within [ n: 24|48 ] hours.


            Zone Buffer: within 15 km of Contact Line.
            """;
        const string Formatted = """
            Party Ukraine, as beneficiary.
            Article 1 "Peace".
              Ukraine shall rest.  // at last
              // Of the answer.
              On an attack by Russia:
                Ukraine shall rest;
                if the decision carries, then Ukraine shall rest,
                  within [n: 24 | 48] hours.

            Zone Buffer: within 15 km of Contact Line.

            """;
        Assert.Equal(Formatted, Format(Written));
    }

    [Fact]
    public void A_sentence_with_a_mistake_stays_exactly_as_it_is()
    {
        const string Mistaken = "\n  Russia   shall shall  rest ,\n now.";
        var formatted = Format("Party   Ukraine." + Mistaken + "\nParty   Russia.");
        Assert.Equal("Party Ukraine." + Mistaken + "\nParty Russia.\n", formatted);
    }

    /// <summary>Found by a mutation: with a space after it the point would be a full stop.</summary>
    [Fact]
    public void A_comment_that_touches_an_open_end_stays_there() =>
        Assert.Equal("Party Ukraine.\nParty Russia.//\n", Format("Party   Ukraine.\nParty Russia.//"));

    [Fact]
    public void A_text_of_two_thousand_sentences_is_laid_out_as_its_parts_are()
    {
        var formatted = Format("Article 1.\nParty   Ukraine , as   beneficiary.");
        var many = string.Concat(Enumerable.Repeat("Article 1.\nParty   Ukraine , as   beneficiary.\n", 1_000));
        Assert.Equal(string.Concat(Enumerable.Repeat(formatted, 1_000)), Format(many));
    }

    [Fact]
    public void Nothing_is_made_of_nothing() => Assert.Equal("", Format("  \n\n"));

    private static void KeepsWhatIsSaid(string text)
    {
        var formatted = Format(text);
        Assert.Equal(Said(text), Said(formatted));
        Assert.Equal(SyntaxDump.Of(Parse(text)), SyntaxDump.Of(Parse(formatted)));
        Assert.Equal(formatted, Format(formatted));
    }

    /// <summary>Tokens, comments and prose in order, without the space between them.</summary>
    private static string Said(string text) =>
        string.Join(
            '\n',
            Lexer
                .Lex(new SourceText("test.casus", text))
                .SelectMany(token =>
                    token
                        .Leading.Where(trivia => trivia.Kind != TriviaKind.Space)
                        .Select(trivia => trivia.Text.TrimEnd())
                        .Append($"{token.Kind} {token.Text}")
                )
        );

    private static DocumentSyntax Parse(string text) => Parser.Parse(new SourceText("test.casus", text)).Tree;

    private static string Format(string text) => Formatter.Format(Parse(text));
}
