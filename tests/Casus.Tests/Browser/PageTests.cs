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

        File.Copy(new Uri(opened.Address).LocalPath, "/tmp/r1.html", true);
        Assert.Empty(opened.Asked);
    }
}
