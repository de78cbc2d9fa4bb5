using Casus.Reports.Html.Words;
using Casus.Reports.Model;

namespace Casus.Reports.Html.Tables;

/// <summary>The table of rows, written as <see cref="EffectRows"/> is.</summary>
internal static class RowRows
{
    private const string Head =
        "<thead><tr><th scope=col>Row<th scope=col>From<th scope=col>To<th scope=col>Known<th scope=col>Conduct<th scope=col class=n>Count"
        + "<th scope=col>Party<th scope=col>Established<th scope=col>Attributed<th scope=col>Breach<th scope=col>Source</thead>";

    public static string Write(ReportView report)
    {
        var table = new MarkupWriter();
        table.Open("table", "figures-table dense").With("id", report.Id("rows-table"));
        table.Element("caption", "Rows").Raw(Head).Open("tbody");
        var rows = report.Model.Rows.Rows;
        for (var i = 0; i < rows.Length; i++)
        {
            Row(table, report, rows[i], i);
        }
        return table.Close().Close().ToString();
    }

    private static void Row(MarkupWriter table, ReportView report, RowLine row, int index)
    {
        table
            .Begin("tr")
            .With("id", report.Id($"row-{index}"))
            .With("data-row", index)
            .With("data-from", row.From)
            .With("data-to", row.To)
            .With("data-place", row.Place)
            .With("data-conduct", row.Conduct);
        table.Begin("th").With("scope", "row").Text(row.Id);
        table.Begin("td").Text(report.Clock.Minute(row.From));
        table.Begin("td").Text(report.Clock.Minute(row.To));
        table.Begin("td").Text(report.Clock.Minute(row.KnownAt));
        table.Begin("td").Text(row.Conduct);
        table.Begin("td").With("class", "n").Text(Count(row));
        table.Begin("td").Text(row.Party ?? "unknown");
        Verdict(table, row.Established);
        Verdict(table, row.Attributed);
        Verdict(table, row.Breach);
        table.Begin("td").Text(row.Source ?? "");
        if (!row.Assumed.IsEmpty)
        {
            table.Open("span", "mark-assumed").Text("assumed: " + string.Join(", ", row.Assumed)).Close();
        }
    }

    private static void Verdict(MarkupWriter table, string verdict) =>
        table.Begin("td").With("class", "v-" + verdict).Text(Labels.Verdict(verdict));

    private static string Count(RowLine row) =>
        row.CountMax == row.CountMin
            ? Amount.Of(row.Count)
            : $"{Amount.Of(row.CountMin)} to {(row.CountMax is { } most ? Amount.Of(most) : "*")}";
}
