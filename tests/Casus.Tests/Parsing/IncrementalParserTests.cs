using Casus.Core.Parsing;
using Casus.Core.Syntax;
using Casus.Core.Text;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Parsing;

public sealed class IncrementalParserTests
{
    /// <summary>What damages and mends the shape of a text most.</summary>
    private static readonly string[] Pieces =
    [
        ".",
        ". ",
        ".\n",
        ",",
        ";",
        ":",
        "\n",
        "\r\n",
        "\"",
        "//",
        "// x\n",
        "\n> y\n",
        " ",
        "[a: 1 | 2]",
        "5",
        ".5",
        ",000",
        "Article 9.",
        "\nArticle 9 \"X\".\n",
        "\nParty Moldova.\n",
        "On",
        "shall",
        "and/or",
        "a",
        "’",
        "\U0001F1FA",
        "(b)",
        "2026-13-40",
    ];

    [Fact]
    public void Ten_thousand_edits_in_a_row_read_as_the_text_read_anew()
    {
        var text = File.ReadAllText(RepositoryRoot.Of("agreements", "ukraine-2026", "agreement.casus"));
        var original = text;
        var random = new Random(20260106);
        var parser = new IncrementalParser();
        for (var edit = 0; edit < 10_000; edit++)
        {
            text = text.Length > original.Length * 2 || edit % 997 == 996 ? original : Edited(text, original, random);
            var source = new SourceText("a.casus", text);
            var running = parser.Parse(source);
            // Whole trees are compared now and then, and what is said of them each twentieth time: reading anew takes
            // longest.
            if (edit % 20 == 0)
            {
                Same(Parser.Parse(source), running, text, wholeTree: edit % 200 == 0);
            }
        }
    }

    [Fact]
    public void A_letter_costs_its_own_sentence_alone()
    {
        var text = File.ReadAllText(RepositoryRoot.Of("agreements", "ukraine-2026", "agreement.casus"));
        var parser = new IncrementalParser();
        parser.Parse(new SourceText("a.casus", text));
        parser.Parse(new SourceText("a.casus", text.Replace("shall warn", "shall warnn", StringComparison.Ordinal)));
        Assert.Equal(1, parser.ReadAnew);
    }

    private static void Same(ParseResult anew, ParseResult running, string text, bool wholeTree)
    {
        Assert.Equal(
            anew.Diagnostics.Select(each => (each.Code, each.Message, each.Span)),
            running.Diagnostics.Select(each => (each.Code, each.Message, each.Span))
        );
        Assert.Equal(
            anew.Tree.Sentences.Select(sentence => sentence.Span),
            running.Tree.Sentences.Select(sentence => sentence.Span)
        );
        if (wholeTree)
        {
            Assert.Equal(text, running.Tree.ToFullString());
            Assert.Equal(SyntaxDump.Of(anew.Tree), SyntaxDump.Of(running.Tree));
            Assert.Equal(
                anew.Tree.Tokens().Select(token => (token.Kind, token.Span)),
                running.Tree.Tokens().Select(token => (token.Kind, token.Span))
            );
        }
    }

    /// <summary>A piece goes in, a stretch goes out, or a stretch of the original comes back, mostly short.</summary>
    private static string Edited(string text, string original, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(text.Length - at, random.Next(8) == 0 ? random.Next(200) : random.Next(4));
        switch (random.Next(4))
        {
            case 0:
                return text.Remove(at, length);
            case 1:
                var from = random.Next(original.Length);
                return text.Insert(at, original.Substring(from, Math.Min(original.Length - from, random.Next(120))));
            case 2:
                return text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]);
            default:
                return text.Insert(at, Pieces[random.Next(Pieces.Length)]);
        }
    }
}
