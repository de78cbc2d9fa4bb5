using System.Text;
using Casus.Reports.Model;

namespace Casus.Reports.Html;

/// <summary>The models as the islands read them (web/CONTRACT.md): without what the page holds as tables.</summary>
internal static class PageData
{
    public static string Script(IReadOnlyList<ReportView> reports)
    {
        using var buffer = new MemoryStream();
        buffer.Write("{\"format\":1,\"reports\":["u8);
        for (var i = 0; i < reports.Count; i++)
        {
            if (i > 0)
            {
                buffer.WriteByte((byte)',');
            }
            ReportJson.Write(buffer, Slim(reports[i].Model));
        }
        buffer.Write("]}"u8);
        // Inside a script only this could end it.
        var json = Encoding
            .UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length)
            .Replace("<", "\\u003c", StringComparison.Ordinal);
        return $"<script type=\"application/json\" id=\"casus-report\">{json}</script>";
    }

    private static ReportModel Slim(ReportModel model) =>
        model with
        {
            Rows = model.Rows with { Rows = [] },
            Effects = [],
            Text = [],
        };
}
