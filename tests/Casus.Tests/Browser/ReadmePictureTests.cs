using Casus.Reports.Html;
using Casus.Tests.Cli;
using Casus.Tests.House;
using Microsoft.Playwright;
using Xunit;

namespace Casus.Tests.Browser;

/// <summary>
/// The README's picture is what `casus report` writes of two runs over data/osce: the same seven years under two texts.
/// </summary>
[Collection("Browser")]
public sealed class ReadmePictureTests(Chromium chromium)
{
    /// <summary>
    /// Pages change in small ways that a picture of this size need not follow: 2% of its pixels may differ.
    /// </summary>
    private const double Tolerance = 0.02;

    [Fact]
    public async Task MinskBesideTheLadder()
    {
        var folder = Directory.CreateTempSubdirectory("casus-picture-").FullName;
        try
        {
            foreach (var text in new[] { "minsk-2015", "ukraine-2026" })
            {
                Run(
                    ["backtest", $"agreements/{text}", "--incidents", "data/osce", "--in-force-from", "2015-02-15"],
                    ["--to", "2022-02-23", "--out", Path.Combine(folder, text)]
                );
            }
            var file = Path.Combine(folder, ReportHtml.FileName);
            Run(["report", Path.Combine(folder, "minsk-2015"), Path.Combine(folder, "ukraine-2026")], ["--out", file]);
            await using var opened = await OpenPage.OfAsync(
                chromium,
                stream => stream.Write(File.ReadAllBytes(file)),
                new Look(1280, 1400) { FixedFonts = true },
                hash: ""
            );

            var picture = await opened.Page.ScreenshotAsync(
                new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled }
            );

            Picture.Matches(
                RepositoryRoot.Of("docs", "pictures", "minsk-2015-beside-ukraine-2026.png"),
                picture,
                Tolerance
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Run(string[] first, string[] then)
    {
        var outcome = CasusProcess.Run(RepositoryRoot.Path, [.. first, .. then]);
        Assert.True(outcome.Status == 0, outcome.ToString());
    }
}
