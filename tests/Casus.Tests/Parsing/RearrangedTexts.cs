using System.Collections.Immutable;
using Casus.Core.Parsing;
using Casus.Core.Syntax;
using Casus.Core.Text;
using CsCheck;

namespace Casus.Tests.Parsing;

/// <summary>
/// Texts made from those that are kept: other space between the tokens, other sentences beside each other.
/// </summary>
internal static class RearrangedTexts
{
    private static readonly string[] Texts = [.. Golden.Texts.Select(Golden.TextOf)];

    private static readonly ImmutableArray<SyntaxToken>[] Tokens =
    [
        .. Texts.Select(text => Lexer.Lex(new SourceText("a.casus", text))),
    ];

    /// <summary>A text without its comments and prose, with any white space between its tokens.</summary>
    public static Gen<string> Respaced { get; } =
        from tokens in Gen.OneOf(Tokens)
        from spaces in Gen.OneOf(
            " ",
            "\n",
            "  ",
            "\n\n    ",
            "\t",
            " // remark\n",
            "\n> prose\n",
            "\n// remark\n"
        ).Array[tokens.Length]
        select string.Concat(tokens.Select((token, index) => token.Text + spaces[index]));

    /// <summary>Sentences of all texts in any order, each perhaps with a word left out or doubled.</summary>
    public static Gen<string> Rewritten { get; } =
        from sentences in Gen.Select(Gen.OneOf(Sentences()), Gen.Int[0, 200], Gen.Int[0, 3], Rewrite).Array[1, 8]
        select string.Join('\n', sentences);

    private static ImmutableArray<SyntaxToken>[] Sentences() =>
        [
            .. Texts
                .SelectMany(text => Parser.Parse(new SourceText("a.casus", text)).Tree.Sentences)
                .Select(sentence => sentence.Tokens().ToImmutableArray()),
        ];

    private static string Rewrite(ImmutableArray<SyntaxToken> sentence, int place, int change)
    {
        var words = sentence.Select(token => token.Text).ToList();
        var index = place % words.Count;
        if (change == 0 && index < words.Count - 1)
        {
            words.RemoveAt(index);
        }
        else if (change == 1 && index < words.Count - 1)
        {
            words.Insert(index, words[index]);
        }
        return string.Join(' ', words);
    }
}
