using Casus.Analysis.Explain;
using Casus.Core.Facts;
using Casus.Tests.Counting;
using Xunit;

namespace Casus.Tests.Explain;

/// <summary>The fact that was missing where a grade came nearest, over the whole span.</summary>
public sealed class NearestFactTests
{
    [Fact]
    public void A_grade_that_never_arose_names_the_instant_and_the_rows_that_came_nearest()
    {
        var nearest = Nearest(
            SmallText.Act("a", 1),
            SmallText.Act("b", 2),
            SmallText.Between("c", 3, 30),
            SmallText.Act("d", 80, sector: 2)
        );
        Assert.Equal(0, nearest.Arose);
        Assert.Equal(1, nearest.Sector);
        Assert.Equal((2, 3, 3), (nearest.Lower, nearest.Upper, nearest.Needed));
        var lack = Assert.Single(nearest.Lacks);
        Assert.Equal(["c"], lack.Examples);
        Assert.Equal(3, lack.WouldCount);
        Assert.True(lack.Settles);
        Assert.Equal("dated within the window for sure", lack.Words);
    }

    [Fact]
    public void A_grade_that_arose_lacks_nothing()
    {
        var nearest = Nearest(SmallText.Act("a", 1), SmallText.Act("b", 2), SmallText.Act("c", 3));
        Assert.Equal(1, nearest.Arose);
        Assert.Empty(nearest.Lacks);
    }

    [Fact]
    public void Where_nothing_could_count_it_says_so()
    {
        var nearest = Nearest(SmallText.Act("a", 1, count: 0));
        Assert.Null(nearest.At);
        Assert.Equal("nothing that could count is known", nearest.Words);
    }

    private static NearestFact Nearest(params IncidentRow[] rows)
    {
        var text = SmallText.Text(SmallText.Within24Hours(3));
        return Assert.Single(NearestFacts.Of(text, SmallText.Run(text, rows).Machine, SmallText.At(24 * 30)));
    }
}
