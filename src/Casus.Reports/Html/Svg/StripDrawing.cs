using Casus.Reports.Model;

namespace Casus.Reports.Html.Svg;

/// <summary>
/// Months by sector for each grade, in hindsight: a cell is solid where the grade was met on some day, hatched where it
/// was undetermined alone, deeper the more days; a dot: it arose. Months that are not wholly covered are hatched over
/// the top.
/// </summary>
internal static class StripDrawing
{
    private const double Width = 1200;
    private const double Gutter = 216;
    private const double RowHeight = 15;

    public static string Draw(ReportView report)
    {
        var strips = report.Model.Strips;
        var step = (Width - 12 - Gutter) / Math.Max(1, strips.Months.Length);
        var body = new MarkupWriter();
        var y = 34.0;
        Gaps(body, strips, step, ref y);
        foreach (var grade in strips.Cells.GroupBy(cell => cell.Grade).OrderBy(grade => grade.Key))
        {
            body.Label(0, y + 11, report.Model.Grades[grade.Key].Name, "lane-name");
            foreach (var row in Rows(strips, grade))
            {
                Row(body, strips, row, grade.Key, step, y);
                y += RowHeight;
            }
            y += 12;
        }
        return Frame(report, strips, step, y, body.ToString());
    }

    private static IEnumerable<(int Sector, StripCell[] Cells)> Rows(StripTable strips, IEnumerable<StripCell> cells)
    {
        var bySector = cells.ToLookup(cell => cell.Sector);
        var sectors = bySector.Contains(0) ? [0] : Enumerable.Range(1, Math.Max(strips.Sectors, 1));
        return sectors.Select(sector => (sector, bySector[sector].OrderBy(cell => cell.Month).ToArray()));
    }

    private static void Row(
        MarkupWriter body,
        StripTable strips,
        (int Sector, StripCell[] Cells) row,
        int grade,
        double step,
        double y
    )
    {
        body.Label(Gutter - 8, y + 11, row.Sector == 0 ? "all" : $"{row.Sector}", "sector-label", "end");
        body.Box(Gutter, y, step * strips.Months.Length, RowHeight - 2, "empty-row").Close();
        body.Open("g", "strip-row").With("data-grade", grade).With("data-sector", row.Sector);
        foreach (var cell in row.Cells)
        {
            var x = Gutter + cell.Month * step;
            var isMet = cell.DaysMet > 0;
            var days = isMet ? cell.DaysMet : cell.DaysUndetermined;
            body.Box(x, y, step - 0.8, RowHeight - 2, $"cell {(isMet ? "met" : "undetermined")} deep{Depth(days)}")
                .With("data-month", cell.Month)
                .Close();
            if (cell.Arose > 0)
            {
                body.Open("circle", "arose")
                    .With("cx", x + step / 2)
                    .With("cy", y + RowHeight / 2 - 1)
                    .With("r", 2.4)
                    .Close();
            }
        }
        body.Close();
    }

    /// <summary>Days summed over parties: some, a week, two weeks, nearly all.</summary>
    private static int Depth(int days) =>
        days switch
        {
            < 4 => 1,
            < 11 => 2,
            < 22 => 3,
            _ => 4,
        };

    private static void Gaps(MarkupWriter body, StripTable strips, double step, ref double y)
    {
        if (strips.UncoveredDays.All(days => days == 0))
        {
            return;
        }
        body.Label(0, y + 9, "Not covered", "lane-name");
        for (var month = 0; month < strips.UncoveredDays.Length; month++)
        {
            if (strips.UncoveredDays[month] > 0)
            {
                body.Box(Gutter + month * step, y, step - 0.8, 11, "month-gap").With("data-month", month).Close();
            }
        }
        y += 22;
    }

    private static string Frame(ReportView report, StripTable strips, double step, double height, string body)
    {
        var id = report.Id("strips");
        var svg = new MarkupWriter();
        svg.Open("svg", "chart")
            .With("id", id)
            .With("viewBox", $"0 0 {MarkupWriter.Number(Width)} {MarkupWriter.Number(height)}")
            .With("role", "img")
            .With("aria-labelledby", $"{id}-title {id}-desc");
        svg.Open("title").With("id", id + "-title").Text("Months by sector").Close();
        svg.Open("desc")
            .With("id", id + "-desc")
            .Text(
                "For each grade and sector, the months in which it was met, undetermined or not covered. The same is in the table below."
            )
            .Close();
        var every =
            strips.Months.Length > 120 ? 60
            : strips.Months.Length > 36 ? 12
            : 3;
        for (var month = 0; month < strips.Months.Length; month++)
        {
            var isJanuary = strips.Months[month].AsSpan(5, 2).SequenceEqual("01");
            if (every == 3 ? month % 3 == 0 : isJanuary)
            {
                var x = Gutter + month * step;
                svg.Line(x, 22, x, height - 8, "tick");
                var label = every == 3 ? Words.ReportClock.Month(strips.Months[month]) : strips.Months[month][..4];
                var isLast = x > Width - 52;
                svg.Label(isLast ? Width - 12 : x + 2, 16, label, "tick-label", isLast ? "end" : null);
            }
        }
        return svg.Raw(body).Close().ToString();
    }
}
