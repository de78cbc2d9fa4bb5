using Casus.Core.Parsing;
using Casus.Core.Syntax;
using Casus.Core.Text;
using Xunit;

namespace Casus.Tests.Parsing;

/// <summary>The tokens and the tree of each text that is kept.</summary>
public sealed class GoldenTreeTests
{
    public static TheoryData<string> Texts => Golden.TextsAsData;

    [Theory]
    [MemberData(nameof(Texts))]
    public void Tokens_are_as_kept(string name)
    {
        var tokens = Lexer.Lex(new SourceText("agreement.casus", Golden.TextOf(name)));
        Golden.Matches($"{name}/tokens.txt", SyntaxDump.Tokens(tokens));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Tree_is_as_kept(string name)
    {
        var result = Parser.Parse(new SourceText("agreement.casus", Golden.TextOf(name)));
        Golden.Matches($"{name}/syntax.txt", SyntaxDump.Of(result.Tree));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_has_no_mistake_of_shape(string name)
    {
        var result = Parser.Parse(new SourceText("agreement.casus", Golden.TextOf(name)));
        Assert.Empty(result.Diagnostics);
    }
}
