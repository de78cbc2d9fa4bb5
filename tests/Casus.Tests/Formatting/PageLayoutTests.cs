using Casus.Core.Formatting;
using Xunit;
using static Casus.Core.Formatting.LayoutDocument;

namespace Casus.Tests.Formatting;

/// <summary>The algebra of layout: what each kind of document makes of a page.</summary>
public sealed class PageLayoutTests
{
    private static readonly string Half = new('a', 60);

    [Fact]
    public void A_group_that_fits_stands_on_one_line() =>
        Assert.Equal("a b\n", PageLayout.Of(Group(Join([Text("a"), Line, Text("b")]))));

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void A_group_ends_its_lines_when_it_does_not_fit_what_is_left(int letters, bool breaks)
    {
        var words = new string('b', letters);
        var page = PageLayout.Of(Nest(2, Join([Text(Half), Group(Join([Line, Text(words)]))])));
        Assert.Equal(breaks ? $"{Half}\n  {words}\n" : $"{Half} {words}\n", page);
    }

    [Fact]
    public void A_group_looks_at_nothing_but_itself() =>
        Assert.Equal(
            $"{Half} b\n  {Half}\n",
            PageLayout.Of(Nest(2, Join([Text(Half), Group(Join([Line, Text("b")])), Group(Join([Line, Text(Half)]))])))
        );

    [Fact]
    public void A_hard_line_ends_a_group_and_only_a_line_on_which_something_stands() =>
        Assert.Equal(
            "a\n  b\n",
            PageLayout.Of(
                Group(Join([HardLine, Text("a"), Nest(2, Join([HardLine, HardLine])), Nest(2, HardLine), Text("b")]))
            )
        );

    [Fact]
    public void Empty_lines_are_one_and_none_opens_the_page() =>
        Assert.Equal("a\n\nb\n", PageLayout.Of(Join([EmptyLine, Text("a"), EmptyLine, EmptyLine, Text("b")])));

    [Fact]
    public void A_trailing_comment_ends_its_line_and_alone_stands_at_the_indentation() =>
        Assert.Equal(
            "a  // b\n  // c\n",
            PageLayout.Of(
                Join([Text("a"), TrailingComment("// b"), Nest(2, Join([HardLine, TrailingComment("// c")]))])
            )
        );

    [Fact]
    public void What_is_verbatim_follows_what_came_before_and_its_last_line_goes_on() =>
        Assert.Equal("a\n   b c\n", PageLayout.Of(Join([Text("a"), Verbatim("\n   b"), Text(" c")])));

    [Fact]
    public void Nothing_is_an_empty_page() => Assert.Equal("", PageLayout.Of(Join([HardLine, EmptyLine])));
}
