using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Casus.Tests.Reports.Html;
using Microsoft.Playwright;
using Xunit;

namespace Casus.Tests.Browser;

/// <summary>On A4 the page is as the server wrote it, whatever a reader had chosen.</summary>
[Collection("Browser")]
public sealed class PagePrintTests(Chromium chromium)
{
    [Fact]
    public async Task PrintsOnA4AndCutsNothingOff()
    {
        await using var opened = await OpenPage.OfAsync(chromium, MadeUpReport.Of(60));
        var page = opened.Page;
        await page.Locator("#casus-from").FillAsync("2022-10-01");
        await page.Locator("#casus-from").BlurAsync();
        var file = Path.Combine(Path.GetDirectoryName(new Uri(opened.Address).LocalPath)!, "page.pdf");

        await page.PdfAsync(new PagePdfOptions { Path = file, Format = "A4" });

        var info = await RunAsync("pdfinfo", file);
        var pages = int.Parse(
            Regex.Match(info, @"Pages:\s+(\d+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value,
            CultureInfo.InvariantCulture
        );
        Assert.InRange(pages, 3, 40);
        Assert.Contains("A4", info, StringComparison.Ordinal);
        var text = await RunAsync("pdftotext", "-layout", file, "-");
        Assert.Contains("Truce of the Two Banks", text, StringComparison.Ordinal);
        Assert.DoesNotContain("All of the time", text, StringComparison.Ordinal);
        Assert.Contains("2021", text, StringComparison.Ordinal);

        // In the width of A4 less its margins nothing is wider than the paper.
        await page.SetViewportSizeAsync(698, 1000);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        var wide = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('main svg.chart, main table')]
              .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > 698 + 1)
              .map((each) => `${each.id} ${each.getBoundingClientRect().right}`)
            """
        );
        Assert.Empty(wide);
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, process.ExitCode);
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.False(Chromium.IsCi, $"{program} is needed (Debian: apt-get install poppler-utils)");
            Assert.Skip($"{program} is needed (Debian: apt-get install poppler-utils)");
            return "";
        }
    }
}
