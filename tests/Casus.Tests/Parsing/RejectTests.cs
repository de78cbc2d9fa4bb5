using Casus.Core.Diagnostics;
using Casus.Core.Parsing;
using Casus.Core.Text;
using Xunit;

namespace Casus.Tests.Parsing;

/// <summary>What is refused for its shape: with which code, at what place, and what the help says to write.</summary>
public sealed class RejectTests
{
    [Theory]
    [InlineData("France shall rest shall.", "CAS1001", "shall", "full stop")]
    [InlineData("Party Ukraine", "CAS1002", "Ukraine", "full stop")]
    [InlineData("Ukraine.", "CAS1003", ".", "shall, may, will")]
    [InlineData("Ukraine shal rest.", "CAS1003", "shal", "`shall`")]
    [InlineData("Ukraine shall.", "CAS1004", ".", "verb")]
    [InlineData("France, Poland shall rest.", "CAS1005", ",", "`and` or `or`")]
    [InlineData("France, Poland, Italy shall rest.", "CAS1005", ",", "`and` or `or`")]
    [InlineData("France may not rest.", "CAS1006", "may not", "shall not")]
    [InlineData("France or Poland shall rest.", "CAS1007", "or", "`and`")]
    [InlineData("France and/or Poland shall rest.", "CAS1008", "and/or", "`and`")]
    [InlineData("France shall not fly drones and balloons.", "CAS1009", "and", "`or`")]
    [InlineData("France shall rest within 24.", "CAS1010", "24", "unit")]
    [InlineData("Party \"Ukraine.", "CAS1011", "\"Ukraine", "double quote")]
    [InlineData("Party Ukraine (west).", "CAS1012", "(", "commas")]
    [InlineData("Party “Ukraine”.", "CAS1012", "“", "straight")]
    [InlineData("France shall hold 7,50 posts.", "CAS1013", "7,50", "7,500")]
    [InlineData("France shall rest before 2026-1-6.", "CAS1014", "2026-1-6", "2026-01-06")]
    [InlineData("France shall rest before 2026-02-30.", "CAS1014", "2026-02-30", "month")]
    [InlineData("France shall rest within 24 hours after.", "CAS1015", ".", "Name a thing")]
    [InlineData("France shall rest within [x: 24 hours.", "CAS1016", ".", "`]`")]
    [InlineData("France shall rest within [x: ] hours.", "CAS1016", "]", "value")]
    [InlineData("A raid is grave and long or wide.", "CAS1018", "or", "second condition")]
    [InlineData("party Ukraine.", "CAS1019", "party", "`Party`")]
    [InlineData("Prty Ukraine.", "CAS1020", "Prty", "`Party`")]
    [InlineData("On an attack by Russia France shall rest.", "CAS1021", "shall", "colon")]
    [InlineData("On an attack: if Poland has rested France shall rest.", "CAS1022", "shall", "then")]
    [InlineData("Party Ukraine. .", "CAS1023", ".", "Take the mark out")]
    [InlineData("On an attack: France shall rest; .", "CAS1023", ".", "Take the mark out")]
    [InlineData("France and Poland and Italy shall rest.", "CAS1024", "and", "one `and` or `or`")]
    public void A_mistake_of_shape_is_told_with_its_code_its_place_and_its_help(
        string text,
        string code,
        string place,
        string help
    )
    {
        var source = new SourceText("test.casus", text);
        var error = Assert.Single(Parser.Parse(source).Diagnostics);
        Assert.Equal((code, place), (error.Code, source.Of(error.Span)));
        Assert.Equal(Severity.Error, error.Severity);
        Assert.Contains(help, error.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_at_the_start_of_a_line_inside_a_sentence_is_a_finding()
    {
        var found = Assert.Single(
            Parser.Parse(new SourceText("test.casus", "France shall assist\nParty Ukraine.")).Diagnostics
        );
        Assert.Equal(("CAS1025", Severity.Warning), (found.Code, found.Severity));
    }

    [Theory]
    [InlineData("France shall assist ", "Poland of ")]
    [InlineData("France shall rest", " when France shall rest")]
    public void Deep_nesting_is_an_error_and_not_an_overflow(string opening, string nested)
    {
        var text = opening + string.Concat(Enumerable.Repeat(nested, 50_000)) + " Poland.";
        var error = Assert.Single(Parser.Parse(new SourceText("test.casus", text)).Diagnostics);
        Assert.Equal("CAS1017", error.Code);
    }

    [Fact]
    public void Every_code_of_shape_has_a_text_that_is_given_it()
    {
        var tried = typeof(RejectTests)
            .GetMethod(nameof(A_mistake_of_shape_is_told_with_its_code_its_place_and_its_help))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .Cast<InlineDataAttribute>()
            .Select(data => (string)data.Data[1]!)
            .Concat(["CAS1017", "CAS1025"]);
        Assert.Empty(SyntaxCodes.All.Select(code => code.Code).Except(tried, StringComparer.Ordinal));
    }
}
