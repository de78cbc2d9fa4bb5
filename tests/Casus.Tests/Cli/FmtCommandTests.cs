using Xunit;

namespace Casus.Tests.Cli;

public sealed class FmtCommandTests
{
    private const string Untidy = "Party   Ukraine .\nParty Russia.\n";
    private const string Tidy = "Party Ukraine.\nParty Russia.\n";

    [Fact]
    public void A_text_is_laid_out_in_place_and_once()
    {
        using var small = new SmallCase();
        small.Write("agreement.casus", Untidy);
        var first = small.Casus("fmt", ".");
        Assert.Equal(0, first.Status);
        Assert.Equal(Tidy, File.ReadAllText(small.PathOf("agreement.casus")));
        Assert.Equal(0, small.Casus("fmt", ".", "--check").Status);
        Assert.Empty(Directory.GetFiles(small.PathOf("."), "*.part"));
    }

    [Fact]
    public void A_check_writes_nothing_and_tells_by_its_status()
    {
        using var small = new SmallCase();
        small.Write("agreement.casus", Untidy);
        Assert.Equal(1, small.Casus("fmt", "agreement.casus", "--check").Status);
        Assert.Equal(Untidy, File.ReadAllText(small.PathOf("agreement.casus")));
    }

    [Fact]
    public void A_text_with_a_mistake_of_shape_is_left_alone()
    {
        using var small = new SmallCase();
        small.Write("agreement.casus", Untidy + "Ukraine shall shall.\n");
        var outcome = small.Casus("fmt", ".");
        Assert.Equal(3, outcome.Status);
        Assert.Contains("error CAS1", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(Untidy + "Ukraine shall shall.\n", File.ReadAllText(small.PathOf("agreement.casus")));
    }
}
