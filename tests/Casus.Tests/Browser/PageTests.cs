using Casus.Tests.Reports.Html;
using Microsoft.Playwright;
using Xunit;

namespace Casus.Tests.Browser;

[Collection("Browser")]
public sealed class PageTests(Chromium chromium)
{
    [Fact]
    public async Task OpensAndAsksForNothing()
    {
        await using var opened = await OpenPage.OfAsync(chromium, MadeUpReport.Of(300));

        await opened.Page.ScreenshotAsync(new PageScreenshotOptions { Path = "/tmp/p1.png", FullPage = true });
        Assert.Empty(opened.Asked);
    }
}
