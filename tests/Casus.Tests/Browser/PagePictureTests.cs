using Casus.Tests.House;
using Casus.Tests.Reports.Html;
using Microsoft.Playwright;
using Xunit;

namespace Casus.Tests.Browser;

/// <summary>
/// Key states look as they were approved: approved/*.png, 1% of the pixels may differ. Fonts are those of fonts-dejavu,
/// whatever else is installed.
/// </summary>
[Collection("Browser")]
public sealed class PagePictureTests(Chromium chromium)
{
    private const double Tolerance = 0.01;

    [Theory]
    [InlineData("top-1280", 1280, false)]
    [InlineData("top-1280-dark", 1280, true)]
    [InlineData("top-360", 360, false)]
    public Task TheTop(string name, int width, bool isDark) => LooksAsync(name, width, isDark, _ => Task.CompletedTask);

    [Theory]
    [InlineData("brushed", false)]
    [InlineData("brushed-dark", true)]
    public Task ATimelineThatIsBrushed(string name, bool isDark) =>
        LooksAsync(
            name,
            1280,
            isDark,
            async page =>
            {
                await page.Locator("#casus-from").FillAsync("2021-04-01");
                await page.Locator("#casus-to").FillAsync("2021-08-31");
                await page.Locator("#casus-to").BlurAsync();
                await page.Locator("#timeline-section").EvaluateAsync("(section) => section.scrollIntoView()");
            }
        );

    [Fact]
    public Task TheMapZoomed() =>
        LooksAsync(
            "map-zoomed",
            1280,
            isDark: false,
            async page =>
            {
                await page.Locator("button[aria-label='Zoom in on the map']").ClickAsync();
                await page.Locator("#map-section").EvaluateAsync("(section) => section.scrollIntoView()");
            }
        );

    [Fact]
    public Task ABecauseThatIsOpen() =>
        LooksAsync(
            "because",
            1280,
            isDark: false,
            async page =>
            {
                await page.Locator("#timeline g.bar").First.DispatchEventAsync("click");
                await page.Locator("#timeline-section").EvaluateAsync("(section) => section.scrollIntoView()");
            }
        );

    [Fact]
    public Task TheTextWithItsFigures() =>
        LooksAsync(
            "text",
            1280,
            isDark: false,
            page => page.Locator("#text-section").EvaluateAsync("(section) => section.scrollIntoView()")
        );

    private async Task LooksAsync(string name, int width, bool isDark, Func<IPage, Task> prepare)
    {
        var look = new Look(width) { Scheme = isDark ? ColorScheme.Dark : ColorScheme.Light, FixedFonts = true };
        await using var opened = await OpenPage.OfAsync(chromium, MadeUpReport.Of(240), look);
        var page = opened.Page;
        await prepare(page);
        // The map gathers its marks anew a little after a gesture.
        await page.WaitForTimeoutAsync(200);
        var picture = await page.ScreenshotAsync(
            new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled }
        );
        Picture.Matches(
            RepositoryRoot.Of("tests", "Casus.Tests", "Browser", "approved", name + ".png"),
            picture,
            Tolerance
        );
    }
}
