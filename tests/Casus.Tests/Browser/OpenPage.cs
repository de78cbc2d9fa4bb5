using Casus.Reports.Html;
using Casus.Reports.Model;
using Microsoft.Playwright;
using Xunit;

namespace Casus.Tests.Browser;

/// <summary>How a page is looked at.</summary>
/// <param name="Width">CSS pixels.</param>
internal sealed record Look(int Width = 1280, int Height = 900)
{
    public ColorScheme Scheme { get; init; } = ColorScheme.Light;
    public bool Scripts { get; init; } = true;

    /// <summary>Fixed fonts, so that a picture is the same where other fonts are installed.</summary>
    public bool FixedFonts { get; init; }
}

/// <summary>
/// A report.html opened from a file, as a reader would. Closing it says whether it asked for anything else.
/// </summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private const string FontsOfPictures = """
        :root { --serif: "DejaVu Serif" !important; --sans: "DejaVu Sans" !important; --mono: "DejaVu Sans Mono" !important; }
        *, *::before, *::after { transition: none !important; animation: none !important; caret-color: transparent !important; }
        """;
    private readonly string folder;
    private readonly IBrowserContext context;
    private readonly List<string> asked = [];
    private readonly List<string> errors = [];

    private OpenPage(string folder, IBrowserContext context, IPage page)
    {
        this.folder = folder;
        this.context = context;
        Page = page;
        Address = new Uri(Path.Combine(folder, ReportHtml.FileName)).AbsoluteUri;
    }

    public IPage Page { get; }
    public string Address { get; }

    /// <summary>What scripts complained of.</summary>
    public IReadOnlyList<string> Errors => errors;

    /// <summary>Requests besides the file itself.</summary>
    public IReadOnlyList<string> Asked => asked;

    public static Task<OpenPage> OfAsync(Chromium chromium, ReportModel model, Look? look = null, string hash = "") =>
        OfAsync(chromium, stream => ReportHtml.Write(stream, model), look ?? new Look(), hash);

    public static Task<OpenPage> OfAsync(Chromium chromium, ReportModel left, ReportModel right, Look? look = null) =>
        OfAsync(chromium, stream => ReportHtml.Write(stream, left, right), look ?? new Look(), "");

    public static async Task<OpenPage> OfAsync(Chromium chromium, Action<Stream> write, Look look, string hash)
    {
        var browser = await chromium.StartAsync();
        var folder = Directory.CreateTempSubdirectory("casus-page-").FullName;
        await using (var stream = File.Create(Path.Combine(folder, ReportHtml.FileName)))
        {
            write(stream);
        }
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = look.Width, Height = look.Height },
                ColorScheme = look.Scheme,
                JavaScriptEnabled = look.Scripts,
                ReducedMotion = ReducedMotion.Reduce,
                Locale = "en-GB",
                TimezoneId = "UTC",
            }
        );
        var page = await context.NewPageAsync();
        var opened = new OpenPage(folder, context, page);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(opened.Address, StringComparison.Ordinal))
            {
                opened.asked.Add(request.Url);
            }
        };
        page.PageError += (_, error) => opened.errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                opened.errors.Add(message.Text);
            }
        };
        await page.GotoAsync(opened.Address + hash);
        if (look.Scripts)
        {
            await page.WaitForSelectorAsync("html[data-answers]");
        }
        if (look.FixedFonts)
        {
            // The page's own policy allows no file, and styles within it.
            await page.AddStyleTagAsync(new PageAddStyleTagOptions { Content = FontsOfPictures });
        }
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        Assert.Empty(asked);
        Assert.Empty(errors);
    }
}
