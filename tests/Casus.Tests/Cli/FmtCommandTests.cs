using System.Diagnostics;
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
    public void Several_texts_are_laid_out_each_for_itself_and_the_worst_status_is_told()
    {
        using var small = new SmallCase();
        small.Write("a.casus", Untidy);
        small.Write("b.casus", Tidy);
        small.Write("wrong.casus", "Ukraine shall shall.\n");
        Assert.Equal(1, small.Casus("fmt", "a.casus", "b.casus", "--check").Status);
        Assert.Equal(3, small.Casus("fmt", "wrong.casus", "none.casus", "a.casus", "b.casus").Status);
        Assert.Equal(Tidy, File.ReadAllText(small.PathOf("a.casus")));
        Assert.Equal(2, small.Casus("fmt", "-", "a.casus").Status);
        Assert.Equal(2, small.Casus("fmt").Status);
    }

    [Theory]
    [InlineData(Untidy, "-", 0, Tidy)]
    [InlineData(Untidy, "- --check", 1, "standard input: would be laid out anew\n")]
    [InlineData(Tidy, "- --check", 0, "standard input: laid out\n")]
    [InlineData("Ukraine shall shall.\n", "-", 3, "")]
    [InlineData("", "-", 0, "")]
    public void Standard_input_is_laid_out_to_standard_output(string text, string how, int status, string printed)
    {
        using var small = new SmallCase();
        small.Write("input", text);
        var start = new ProcessStartInfo("bash", ["-c", $"exec dotnet \"$0\" fmt {how} < input", CasusProcess.Program])
        {
            WorkingDirectory = small.Folder,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        Assert.Equal(printed, process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(status, process.ExitCode);
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
