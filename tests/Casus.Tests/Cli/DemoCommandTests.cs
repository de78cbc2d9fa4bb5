using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Cli;

public sealed class DemoCommandTests
{
    [Fact]
    public void The_tour_runs_from_any_folder_shows_its_commands_and_ends_with_what_to_open()
    {
        using var small = new SmallCase();
        var outcome = small.Casus("demo", "--out", "tour");
        Assert.True(outcome.Status == 0, outcome.ToString());
        var program = RepositoryRoot.Of("casus");
        Assert.Contains($"$ {program} check ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("3.6 series: arose 1, undetermined 1", outcome.Output, StringComparison.Ordinal);
        foreach (var page in new[] { "side-by-side.html", "minsk-2015/report.html", "ukraine-2026/report.html" })
        {
            Assert.Contains($"   tour/{page}\n", outcome.Output, StringComparison.Ordinal);
            Assert.True(File.Exists(small.PathOf($"tour/{page}")), page);
        }
        Assert.EndsWith("help backtest", outcome.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.True(outcome.Output.Split('\n').Length <= 60, outcome.Output);
        // What an earlier tour wrote may be written again.
        Assert.Equal(0, small.Casus("demo", "--out", "tour").Status);
    }

    [Theory]
    [InlineData("tour/notes.txt", "it holds 'notes.txt', which no tour wrote")]
    [InlineData("tour/minsk-2015/notes.txt", "it holds 'minsk-2015', which no tour wrote")]
    [InlineData("tour", "it is a file, not a folder")]
    public void A_folder_of_somebody_elses_is_left_alone(string file, string said)
    {
        using var small = new SmallCase();
        small.Write(file, "mine");
        var before = small.Added();
        var outcome = small.Casus("demo", "--out", "tour");
        Assert.Equal(2, outcome.Status);
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(before, small.Added());
    }
}
