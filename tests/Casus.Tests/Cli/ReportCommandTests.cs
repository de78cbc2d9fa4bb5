using Casus.Reports.Model;
using Casus.Tests.Reports.Html;
using Xunit;

namespace Casus.Tests.Cli;

public sealed class ReportCommandTests
{
    [Fact]
    public void A_run_becomes_one_page_and_two_runs_one_page_too()
    {
        using var small = new SmallCase();
        Save(small, "left/report.json", MadeUpReport.Of(12, "The old truce"));
        Save(small, "right/report.json", MadeUpReport.Of(12, "The new truce"));
        var one = small.Casus("report", "left");
        Assert.Equal(0, one.Status);
        Assert.Contains(
            "<h1>The old truce</h1>",
            File.ReadAllText(small.PathOf("report.html")),
            StringComparison.Ordinal
        );
        var two = small.Casus("report", "left/report.json", "right", "--out", "both.html");
        Assert.Equal(0, two.Status);
        Assert.Contains("The new truce", File.ReadAllText(small.PathOf("both.html")), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(small.Folder, "*.part"));
    }

    [Fact]
    public void A_report_is_written_over_and_nothing_else_is()
    {
        using var small = new SmallCase();
        Save(small, "report.json", MadeUpReport.Of(12));
        small.Write("notes.html", "<html>mine</html>");
        var refused = small.Casus("report", ".", "--out", "notes.html");
        Assert.Equal(2, refused.Status);
        Assert.Contains("no report of Casus", refused.Errors, StringComparison.Ordinal);
        Assert.Equal("<html>mine</html>", File.ReadAllText(small.PathOf("notes.html")));
        Assert.Equal(0, small.Casus("report", ".").Status);
        Assert.Equal(0, small.Casus("report", ".").Status);
    }

    [Theory]
    [InlineData("{\"format\":99}", "it is of format 99, and this Casus reads format 1")]
    [InlineData("{\"format\":1,\"engine\":{\"version\":\"9.9.9\"}}", "it was made by Casus 9.9.9")]
    [InlineData("{\"format\":1,\"engine\":{\"version\":\"0.1.0\"}}", "it is not a whole report.json")]
    [InlineData("{\"format\":1,\"eng", "it is not a whole report.json")]
    [InlineData("[]", "it is not a whole report.json")]
    public void What_cannot_be_shown_is_said_and_nothing_is_written(string saved, string said)
    {
        using var small = new SmallCase();
        small.Write("run/report.json", saved);
        var outcome = small.Casus("report", "run");
        Assert.Equal(3, outcome.Status);
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(small.PathOf("report.html")));
    }

    [Fact]
    public void A_folder_without_a_run_is_said()
    {
        using var small = new SmallCase();
        var outcome = small.Casus("report", ".");
        Assert.Equal(3, outcome.Status);
        Assert.Contains("the folder has no report.json", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(3, small.Casus("report", "nowhere").Status);
        Assert.Equal(2, small.Casus("report").Status);
    }

    private static void Save(SmallCase small, string name, ReportModel model)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(small.PathOf(name))!);
        using var stream = File.Create(small.PathOf(name));
        ReportJson.Write(stream, model);
    }
}
