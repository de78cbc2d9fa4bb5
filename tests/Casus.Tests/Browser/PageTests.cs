using System.Text.RegularExpressions;
using Casus.Tests.Reports.Html;
using Microsoft.Playwright;
using Xunit;

namespace Casus.Tests.Browser;

/// <summary>
/// What a reader does with a page: each test opens it from a file, and closing it says that nothing else was asked for.
/// </summary>
[Collection("Browser")]
public sealed class PageTests(Chromium chromium)
{
    private const string ShownRows = "#rows-table tbody tr:not([hidden])";
    private const string ShownEffects = "#effects-table tbody tr:not([hidden])";

    [Fact]
    public async Task WithoutScriptsItHasTheChartsTheTablesAndTheText()
    {
        await using var opened = await OpenPage.OfAsync(chromium, MadeUpReport.Of(120), new Look { Scripts = false });
        var page = opened.Page;

        foreach (var chart in new[] { "#timeline", "#map", "#strips" })
        {
            var box = await page.Locator(chart).BoundingBoxAsync();
            Assert.True(box is { Width: > 600, Height: > 100 }, chart);
        }
        Assert.True(await page.Locator("#text li").CountAsync() > 10);
        Assert.True(await page.Locator("#map .place").CountAsync() > 10);
        Assert.Equal(120, await page.Locator(ShownRows).CountAsync());
        Assert.False(await page.Locator("#casus-controls").IsVisibleAsync());
        foreach (var twin in await page.Locator("figure > details.twin").AllAsync())
        {
            Assert.True(await twin.Locator("table tbody tr").CountAsync() > 0);
        }
    }

    [Fact]
    public async Task ABrushNarrowsMapTablesStripsAndCounts()
    {
        await using var opened = await OpenPage.OfAsync(chromium, MadeUpReport.Of(240));
        var page = opened.Page;
        var rows = await page.Locator(ShownRows).CountAsync();
        var effects = await page.Locator(ShownEffects).CountAsync();

        await DragAsync(page, 0.30, 0.34);

        var left = await page.Locator(ShownRows).CountAsync();
        Assert.InRange(left, 1, rows / 4);
        Assert.True(await page.Locator(ShownEffects).CountAsync() < effects);
        Assert.True(await page.Locator("#strips .cell.dimmed").CountAsync() > 0);
        Assert.Equal($"{left} rows", await page.Locator("#casus-selected-rows").TextContentAsync());
        await Assertions.Expect(page.Locator("#casus-status")).ToContainTextAsync($"{left} rows");
        Assert.Equal(left, await CountOnMapAsync(page) + await UnplacedAsync(page));

        await page.Locator("#casus-clear").ClickAsync();

        Assert.Equal(rows, await page.Locator(ShownRows).CountAsync());
        Assert.Equal(0, await page.Locator("#map .dimmed").CountAsync());
    }

    [Fact]
    public async Task TheBrushIsMovedByKeysAndByDates()
    {
        await using var opened = await OpenPage.OfAsync(chromium, MadeUpReport.Of(240));
        var page = opened.Page;
        var (from, to) = (page.Locator("#casus-from"), page.Locator("#casus-to"));

        await from.FillAsync("2021-05-01");
        await to.FillAsync("2021-05-31");
        await to.BlurAsync();
        var (start, end) = (await from.InputValueAsync(), await to.InputValueAsync());
        Assert.True(string.CompareOrdinal(start, "2021-05-01") <= 0, start);
        Assert.True(string.CompareOrdinal(end, "2021-05-31") >= 0, end);

        await page.Locator("rect.brush").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        var (movedStart, movedEnd) = (await from.InputValueAsync(), await to.InputValueAsync());
        Assert.True(string.CompareOrdinal(movedStart, start) > 0);
        Assert.True(string.CompareOrdinal(movedEnd, end) > 0);

        await page.Keyboard.PressAsync("Shift+ArrowLeft");
        Assert.Equal(movedStart, await from.InputValueAsync());
        Assert.True(string.CompareOrdinal(await to.InputValueAsync(), movedEnd) < 0);

        await page.Keyboard.PressAsync("Escape");
        Assert.True(await page.Locator("#casus-clear").IsDisabledAsync());
    }

    [Fact]
    public async Task AMarkInALaneTellsWhyByKeysAlone()
    {
        await using var opened = await OpenPage.OfAsync(chromium, MadeUpReport.Of(240));
        var page = opened.Page;
        var mark = page.Locator("#timeline [data-seq][tabindex='0']");

        await mark.FocusAsync();
        Assert.Contains("why", await mark.GetAttributeAsync("aria-label"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        var because = page.Locator("#casus-because");
        await Assertions.Expect(because.Locator("h2")).ToBeFocusedAsync();
        Assert.Contains("#effect-", page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await because.IsVisibleAsync());
        await Assertions.Expect(page.Locator("#timeline [data-seq]:focus")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task ABecauseHasItsSentenceItsFactsAndTheEffectsBeforeIt()
    {
        await using var opened = await OpenPage.OfAsync(chromium, MadeUpReport.Of(240));
        var page = opened.Page;
        await page.EvaluateAsync("document.querySelectorAll('details').forEach((box) => (box.open = true))");
        var row = page.Locator("#effects-table tr:has(a.effect):has(a.fact)").First;
        var seq = await row.GetAttributeAsync("data-seq");

        await row.Locator("td").Nth(1).ClickAsync();

        var because = page.Locator("#casus-because");
        await Assertions.Expect(because.Locator("h2")).ToHaveTextAsync($"Why: effect {seq}");
        Assert.True(await because.Locator("blockquote").CountAsync() == 1);
        Assert.True(
            await because.Locator(".because-tree > .fact").CountAsync() >= await row.Locator("a.fact").CountAsync()
        );
        await because.Locator(".because-tree > .earlier button").First.ClickAsync();
        await Assertions.Expect(because.Locator("h2")).Not.ToHaveTextAsync($"Why: effect {seq}");
        await page.GoBackAsync();
        await Assertions.Expect(because.Locator("h2")).ToHaveTextAsync($"Why: effect {seq}");
        await page.GoBackAsync();
        await Assertions.Expect(because).ToBeHiddenAsync();
    }

    [Fact]
    public async Task ADeepLinkOpensTheBecause()
    {
        var model = MadeUpReport.Of(120);
        var seq = model.Effects[^1].Seq;
        await using var opened = await OpenPage.OfAsync(chromium, model, hash: $"#effect-{seq}");

        await Assertions.Expect(opened.Page.Locator("#casus-because h2")).ToHaveTextAsync($"Why: effect {seq}");
    }

    [Fact]
    public async Task ALineOfTheTextNarrowsToItsClause()
    {
        await using var opened = await OpenPage.OfAsync(chromium, MadeUpReport.Of(240));
        var page = opened.Page;
        var effects = await page.Locator(ShownEffects).CountAsync();

        var button = page.Locator("#text .only-clause").Last;
        var label = await button.GetAttributeAsync("aria-label");
        await button.ClickAsync();

        var clause = label!["only this: clause ".Length..];
        Assert.True(await page.Locator(ShownEffects).CountAsync() < effects);
        Assert.Contains(clause, await page.Locator("#casus-clear-clause").TextContentAsync(), StringComparison.Ordinal);
        Assert.True(await page.Locator("#timeline g.lane.faded").CountAsync() > 0);
        await page.Locator("#casus-clear-clause").ClickAsync();
        Assert.Equal(effects, await page.Locator(ShownEffects).CountAsync());
    }

    [Fact]
    public async Task TheTimelineZoomsToHoursAndBack()
    {
        await using var opened = await OpenPage.OfAsync(chromium, MadeUpReport.Of(240));
        var page = opened.Page;
        var whole = await page.Locator("#timeline-axis text").AllTextContentsAsync();

        await page.Locator("#timeline").FocusAsync();
        for (var press = 0; press < 16; press++)
        {
            await page.Keyboard.PressAsync("+");
        }

        var labels = await page.Locator("#timeline-axis text").AllTextContentsAsync();
        Assert.Contains(labels, label => label.Contains(":00", StringComparison.Ordinal));
        await page.Keyboard.PressAsync("0");
        Assert.Equal(whole, await page.Locator("#timeline-axis text").AllTextContentsAsync());
    }

    [Fact]
    public async Task TheMapZoomsAndItsClustersComeApart()
    {
        await using var opened = await OpenPage.OfAsync(chromium, MadeUpReport.Of(240));
        var page = opened.Page;
        var before = await CountOnMapAsync(page);
        var bar = await page.Locator("#map-scale text").TextContentAsync();

        await page.Locator("#map").FocusAsync();
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("ArrowRight");

        await Assertions.Expect(page.Locator("#map-scale text")).Not.ToHaveTextAsync(bar!);
        await Assertions
            .Expect(page.Locator("#map-view"))
            .ToHaveAttributeAsync("transform", new Regex(@"scale\(2\.5", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(before, await CountOnMapAsync(page));
        await page.Keyboard.PressAsync("0");
        await Assertions.Expect(page.Locator("#map-scale text")).ToHaveTextAsync(bar!);
    }

    [Fact]
    public async Task OneBrushDrivesBothOfTwoReports()
    {
        await using var opened = await OpenPage.OfAsync(
            chromium,
            MadeUpReport.Of(240),
            MadeUpReport.Of(240, "Other truce")
        );
        var page = opened.Page;

        await DragAsync(page, 0.30, 0.34);

        var left = await page.Locator("#a-rows-table tbody tr:not([hidden])").CountAsync();
        Assert.InRange(left, 1, 60);
        Assert.Equal(left, await page.Locator("#b-rows-table tbody tr:not([hidden])").CountAsync());
        Assert.Equal(2, await page.Locator("#casus-controls .report-counts").CountAsync());
    }

    /// <summary>Drags over the lanes, from one share of their width to another.</summary>
    private static async Task DragAsync(IPage page, double from, double to)
    {
        await page.Locator("#timeline").EvaluateAsync("(drawing) => drawing.scrollIntoView({ block: 'center' })");
        var box = await page.Locator("rect.brush-surface").BoundingBoxAsync();
        Assert.NotNull(box);
        var y = box.Y + 60;
        await page.Mouse.MoveAsync((float)(box.X + box.Width * from), y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync((float)(box.X + box.Width * to), y, new MouseMoveOptions { Steps = 4 });
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.Locator("#casus-clear")).ToBeEnabledAsync();
        // What a frame still owes.
        await page.EvaluateAsync(
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
        );
    }

    private static Task<int> CountOnMapAsync(IPage page) =>
        page.EvaluateAsync<int>(
            "() => [...document.querySelectorAll('#map .cluster')].reduce((sum, each) => sum + Number(each.dataset.rows), 0)"
        );

    /// <summary>Rows left in the table that lie at no place which the map can show.</summary>
    private static Task<int> UnplacedAsync(IPage page) =>
        page.EvaluateAsync<int>(
            """
            () => {
              const drawn = new Set([...document.querySelectorAll('#map .place')].map((each) => each.dataset.place));
              const rows = [...document.querySelectorAll('#rows-table tbody tr:not([hidden])')];
              return rows.filter((row) => !drawn.has(row.dataset.place)).length;
            }
            """
        );
}
