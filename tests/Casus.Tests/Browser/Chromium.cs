using Casus.Tests.Browser;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Casus.Tests.Browser;

/// <summary>
/// One Chromium for all tests of a page: the system's own, never a download. Where there is none, those tests are
/// skipped with that reason; in CI they fail. CASUS_CHROMIUM names another.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];
    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Starts it on first use: most runs of some tests need none.</summary>
    public async Task<IBrowser> StartAsync()
    {
        await starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (browser is not null)
            {
                return browser;
            }
            var program = Find();
            if (program is null)
            {
                const string Reason =
                    "Chromium is needed (Debian: apt-get install chromium fonts-dejavu), or CASUS_CHROMIUM with its path.";
                Assert.False(IsCi, Reason);
                Assert.Skip(Reason);
            }
            Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions
                {
                    ExecutablePath = program,
                    // The same picture on every machine: no hinting, no subpixels, no graphics card.
                    Args =
                    [
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-lcd-text",
                        "--font-render-hinting=none",
                        "--force-color-profile=srgb",
                        "--hide-scrollbars",
                        "--lang=en-GB",
                    ],
                }
            );
            return browser;
        }
        finally
        {
            starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
        playwright?.Dispose();
        starting.Dispose();
    }

    public static bool IsCi =>
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal);

    private static string? Find() =>
        Environment.GetEnvironmentVariable("CASUS_CHROMIUM") is { Length: > 0 } named
            ? named
            : Places.FirstOrDefault(File.Exists);
}
