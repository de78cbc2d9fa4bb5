using System.Text;
using Casus.Reports.Html.Parts;
using Casus.Reports.Model;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Casus.Reports.Html;

/// <summary>
/// report.html: one file that asks nothing of any network, whole without scripts. The same models give the same bytes.
/// </summary>
public static class ReportHtml
{
    public const string FileName = "report.html";

    public static void Write(Stream stream, ReportModel model) => Write(stream, [new ReportView(model, 0, 1)]);

    /// <summary>
    /// The same history under two texts, or one text over two histories: what differs is said on the page.
    /// </summary>
    public static void Write(Stream stream, ReportModel left, ReportModel right) =>
        Write(stream, [new ReportView(left, 0, 2), new ReportView(right, 1, 2)]);

    private static void Write(Stream stream, IReadOnlyList<ReportView> reports)
    {
        // Nothing here waits for anything: the components take their parameters and draw.
        using var renderer = new HtmlRenderer(new NoServices(), NullLoggerFactory.Instance);
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        var drawing = renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(
                new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(Page.Reports)] = reports }
            );
            var page = await renderer.RenderComponentAsync<Page>(parameters);
            page.WriteHtmlTo(writer);
        });
        drawing.GetAwaiter().GetResult();
    }

    /// <summary>The components ask for none.</summary>
    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
