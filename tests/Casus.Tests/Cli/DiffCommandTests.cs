using System.Text.Json;
using Xunit;

namespace Casus.Tests.Cli;

public sealed class DiffCommandTests
{
    [Fact]
    public void A_text_and_itself_mean_the_same()
    {
        using var small = new SmallCase();
        var outcome = small.Casus("diff", ".", "agreement.casus");
        Assert.Equal(0, outcome.Status);
        Assert.Contains("no change of meaning", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_that_weakens_is_a_finding_and_its_reverse_is_none()
    {
        using var small = new SmallCase();
        Write(small, "later.casus", "shall assist", "may assist");
        Assert.Equal(1, small.Casus("diff", ".", "later.casus").Status);
        Assert.Equal(0, small.Casus("diff", "later.casus", ".").Status);
    }

    [Fact]
    public void As_json_standard_output_is_one_document()
    {
        using var small = new SmallCase();
        Write(small, "later.casus", "shall assist", "may assist");
        var outcome = small.Casus("diff", ".", "later.casus", "--json");
        using var document = JsonDocument.Parse(outcome.Output);
        Assert.Equal("weaker", document.RootElement.GetProperty("direction").GetString());
        var change = Assert.Single(document.RootElement.GetProperty("changes").EnumerateArray());
        Assert.Equal("force", change.GetProperty("details")[0].GetProperty("aspect").GetString());
    }

    [Fact]
    public void Texts_are_compared_under_the_values_that_are_chosen()
    {
        using var small = new SmallCase();
        Write(small, "later.casus", "[grave: 2 | 3]", "[grave: 3 | 2]");
        Assert.Equal(1, small.Casus("diff", ".", "later.casus").Status);
        var alike = small.Casus("diff", ".", "later.casus", "--choose", "grave=3");
        Assert.Equal(0, alike.Status);
        Assert.Contains("bracket", alike.Output, StringComparison.Ordinal);
        Assert.Equal(2, small.Casus("diff", ".", "later.casus", "--choose", "grave=9").Status);
        Assert.Equal(2, small.Casus("diff", ".", "later.casus", "--choose", "brave=3").Status);
    }

    [Fact]
    public void A_text_with_errors_is_shown_as_check_shows_it_and_not_compared()
    {
        using var small = new SmallCase();
        Write(small, "later.casus", "shall assist", "shall shall");
        var outcome = small.Casus("diff", ".", "later.casus", "--redline", "redline.docx");
        Assert.Equal(3, outcome.Status);
        Assert.Contains("later.casus:", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("error CAS", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
        Assert.False(File.Exists(small.PathOf("redline.docx")));
    }

    [Fact]
    public void A_redline_is_written_whole()
    {
        using var small = new SmallCase();
        Write(small, "later.casus", "shall assist", "may assist");
        var outcome = small.Casus(
            "diff",
            ".",
            "later.casus",
            "--redline",
            "out/redline.docx",
            "--author",
            "A",
            "--date",
            "2026-02-01"
        );
        Assert.Equal(1, outcome.Status);
        Assert.Equal(["redline.docx"], Directory.GetFiles(small.PathOf("out")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("diff", ".")]
    [InlineData("diff", ".", ".", "--format", "docx")]
    [InlineData("diff", ".", ".", "--date", "yesterday")]
    public void A_command_line_that_it_does_not_take_is_refused(params string[] arguments)
    {
        using var small = new SmallCase();
        Assert.Equal(2, small.Casus(arguments).Status);
    }

    [Fact]
    public void A_text_that_is_not_there_is_unusable()
    {
        using var small = new SmallCase();
        Assert.Equal(3, small.Casus("diff", ".", "nowhere.casus").Status);
    }

    private static void Write(SmallCase small, string file, string old, string now)
    {
        Assert.Contains(old, SmallCase.Agreement, StringComparison.Ordinal);
        small.Write(file, SmallCase.Agreement.Replace(old, now, StringComparison.Ordinal));
    }
}
