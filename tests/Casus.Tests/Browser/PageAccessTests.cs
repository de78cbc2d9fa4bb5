using Casus.Tests.Reports.Html;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Casus.Tests.Browser;

/// <summary>
/// The page can be read by everyone: no violation that axe finds, at the widths and in the colours that readers have.
/// </summary>
[Collection("Browser")]
public sealed class PageAccessTests(Chromium chromium)
{
    public static TheoryData<int, bool> Looks =>
        new()
        {
            { 360, false },
            { 360, true },
            { 1280, false },
            { 1280, true },
            { 2560, false },
            { 2560, true },
        };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task AxeFindsNoViolation(int width, bool isDark)
    {
        var look = new Look(width) { Scheme = isDark ? ColorScheme.Dark : ColorScheme.Light };
        await using var opened = await OpenPage.OfAsync(chromium, MadeUpReport.Of(60), look);
        var page = opened.Page;
        await page.EvaluateAsync("document.querySelectorAll('details').forEach((box) => (box.open = true))");
        await HoldsAsync(page);

        // With everything open that the islands open.
        await page.Locator("#casus-from").FillAsync("2021-05-01");
        await page.Locator("#casus-from").BlurAsync();
        await page.Locator("#effects-table tbody tr:not([hidden]) td:nth-child(2)").First.ClickAsync();
        await page.Locator("#map g.cluster:not(.dimmed)").First.DispatchEventAsync("click");
        await HoldsAsync(page);
    }

    [Fact]
    public async Task AxeFindsNoViolationInTwoReportsSideBySide()
    {
        await using var opened = await OpenPage.OfAsync(
            chromium,
            MadeUpReport.Of(60),
            MadeUpReport.Of(60, "Other truce")
        );

        await HoldsAsync(opened.Page);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    [InlineData(2560)]
    public async Task NothingIsWiderThanThePage(int width)
    {
        await using var opened = await OpenPage.OfAsync(chromium, MadeUpReport.Of(60), new Look(width));

        Assert.Equal(width, await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    private static async Task HoldsAsync(IPage page)
    {
        // What rests fades in no more: colours are judged as they stay.
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Select(Words));
    }

    private static string Words(AxeResultItem item) =>
        $"{item.Id}: {item.Help}: "
        + string.Join("; ", item.Nodes.Take(4).Select(node => $"{node.Target} {node.Html}"));
}
