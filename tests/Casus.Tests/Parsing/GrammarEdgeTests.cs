using Casus.Core.Parsing;
using Casus.Core.Text;
using Xunit;

namespace Casus.Tests.Parsing;

/// <summary>What is just inside the grammar and just outside it, and the slips whose cure is suggested.</summary>
public sealed class GrammarEdgeTests
{
    [Theory]
    [InlineData("Ukraine shal warn Russia.", "shal", "shall")]
    [InlineData("A violation maens a breach.", "maens", "means")]
    [InlineData("party Ukraine.", "party", "Party")]
    [InlineData("on a violation: Ukraine may act.", "on", "On")]
    [InlineData("Zoen Buffer, as it stands.", "Zoen", "Zone")]
    [InlineData("Russia may not act.", "may not", "shall not")]
    [InlineData("Poland or France shall act.", "or", "and")]
    [InlineData("Russia shall not lay mines and wire.", "and", "or")]
    [InlineData("A, B shall act.", ",", " and")]
    public void A_likely_slip_is_underlined_and_its_cure_is_suggested(string text, string underlined, string cure)
    {
        var source = new SourceText("a.casus", text);
        var diagnostic = Assert.Single(Parser.Parse(source).Diagnostics);
        Assert.Equal(underlined, source.Of(diagnostic.Span));
        Assert.Equal(cure, diagnostic.Suggestion);
        Assert.Empty(Parse(text.Replace(underlined, cure, StringComparison.Ordinal)).Diagnostics);
    }

    [Theory]
    [InlineData("Russia will not act.", "CAS1006")]
    [InlineData("Russia undertakes act.", "CAS1001")]
    [InlineData("Party “Ukraine”.", "CAS1012")]
    [InlineData("U.S shall act.", "CAS1012")]
    [InlineData("Line L, as of 2025-11.", "CAS1014")]
    [InlineData("Line L, as of 2025-11-20T18:00Z.", "CAS1014")]
    [InlineData("Line L, as of 2025-11-20T25:00.", "CAS1014")]
    [InlineData("Line L, as of yesterday.", "CAS1001")]
    [InlineData("Zone Z: within 1,2 km of L.", "CAS1013")]
    [InlineData("A shall keep 7,5000 men.", "CAS1013")]
    [InlineData("A shall act at least.", "CAS1001")]
    [InlineData("A grade means 3 acts within any 24.", "CAS1010")]
    [InlineData("A shall act within [grave: | 5] hours.", "CAS1016")]
    [InlineData(".", "CAS1023")]
    [InlineData("[decider: each].", "CAS1015")]
    [InlineData("Article 1 \"X\" Article.", "CAS1001")]
    [InlineData("A of shall act.", "CAS1015")]
    [InlineData("A that shall act.", "CAS1001")]
    [InlineData("Reservation of A to Article 5, except drones.", "CAS1021")]
    [InlineData("Reservation to Article 5: except drones.", "CAS1001")]
    [InlineData("Position of A on B: accepts, said by A.", "CAS1001")]
    [InlineData("Position of A on B: accepts, said by A on 2025-01-01,.", "CAS1015")]
    [InlineData("A shall act, failing B may act.", "CAS1001")]
    [InlineData("A shall act, which include B.", "CAS1001")]
    [InlineData("A may act, silence is consent.", "CAS1001")]
    [InlineData("A is established and.", "CAS1001")]
    [InlineData("A has not.", "CAS1004")]
    [InlineData("A, B and C and D shall act.", "CAS1024")]
    [InlineData("Agreement \"A, draft 3.", "CAS1011")]
    public void A_text_outside_the_grammar_is_refused(string text, string code)
    {
        var result = Parse(text);
        Assert.Equal(code, Assert.Single(result.Diagnostics).Code);
        Assert.Equal(text, result.Tree.ToFullString());
    }

    [Theory]
    [InlineData("A, B, and C shall act.")]
    [InlineData("A shall keep armed force, or sanctions.")]
    [InlineData("Each party shall act within [clock: 24 hours | 2 days].")]
    [InlineData("A decides by 9 of its members, with a veto of each permanent member.")]
    [InlineData("A will seek to consult B.")]
    [InlineData("Members of NATO intend to act \"in concert\".")]
    [InlineData("A attack that is not nuclear counts as an attack.")]
    [InlineData("Article 5 ends when A has invaded B.")]
    [InlineData("[x: y] On an attack or on a request by A: A may act.")]
    [InlineData("If A has asked or if B is not ready: A may act.")]
    [InlineData("A shall act unless B has objected or unless C is absent.")]
    [InlineData("Party \"The Party of Shall\".")]
    [InlineData("PARTY shall act.")]
    [InlineData("Zone Z: 2.5 km.")]
    [InlineData("Norm 5.2(b) prevails.")]
    public void A_text_of_the_grammar_is_read(string text) => Assert.Empty(Parse(text).Diagnostics);

    private static ParseResult Parse(string text) => Parser.Parse(new SourceText("a.casus", text));
}
