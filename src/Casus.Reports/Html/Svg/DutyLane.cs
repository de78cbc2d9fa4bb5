using Casus.Reports.Html.Words;
using Casus.Reports.Model;

namespace Casus.Reports.Html.Svg;

/// <summary>
/// Instances of one duty: a line from arising to deadline, its clock; a dashed line from the deadline on while nothing
/// is recorded; and a mark, by its shape, for what became of it. Instances that overlap lie below each other, in at
/// most four rows.
/// </summary>
internal sealed class DutyLane(TimeScale scale, long horizon, double top)
{
    private const int MostRows = 4;
    private const int MostBars = 300;
    private const double RowHeight = 11;
    private readonly List<double> ends = [];

    public int Undrawn { get; private set; }
    public double Height => Math.Max(24, ends.Count * RowHeight + 4);

    public void Draw(MarkupWriter plot, IReadOnlyList<DutyBar> bars, string clause)
    {
        Undrawn = Math.Max(0, bars.Count - MostBars);
        foreach (var bar in bars.Take(MostBars).OrderBy(bar => bar.At).ThenBy(bar => bar.Seq))
        {
            Draw(plot, bar, clause);
        }
    }

    private void Draw(MarkupWriter plot, DutyBar bar, string clause)
    {
        var end = bar.ClosedAt ?? (bar.Deadline is null || IsOverdue(bar) ? horizon : bar.Deadline.Value);
        var (x, last) = (scale.X(bar.At), scale.X(Math.Max(end, bar.Deadline ?? end)));
        var y = top + 6 + RowHeight * Row(x, Math.Max(last, x + 12));
        plot.Open("g", "bar " + bar.Status)
            .With("data-seq", bar.Seq)
            .With("data-duty", bar.Duty)
            .With("data-clause", clause)
            .With("data-from", bar.At)
            .With("data-to", end)
            .With("data-deadline", bar.Deadline)
            .With("data-status", bar.Status);
        var due = bar.Deadline is { } deadline ? scale.X(deadline) : last;
        plot.Line(x, y, Math.Max(due, x + 1), y, bar.Deadline is null ? "standing" : "clock");
        plot.Line(x, y - 4, x, y + 4, "arising");
        if (end > bar.Deadline)
        {
            plot.Line(due, y, scale.X(end), y, "late");
        }
        Mark(
            plot,
            bar.Status,
            bar.ClosedAt is { } closed ? scale.X(closed)
                : IsOverdue(bar) ? due
                : last,
            y
        );
        plot.Close();
    }

    private static bool IsOverdue(DutyBar bar) => bar.Status is "overdue" or "bornOverdue" or "performanceUnknown";

    private int Row(double x, double end)
    {
        for (var row = 0; row < ends.Count; row++)
        {
            if (ends[row] <= x)
            {
                ends[row] = end;
                return row;
            }
        }
        if (ends.Count < MostRows)
        {
            ends.Add(end);
            return ends.Count - 1;
        }
        ends[^1] = end;
        return ends.Count - 1;
    }

    public static void Mark(MarkupWriter plot, string status, double x, double y)
    {
        string N(double value) => MarkupWriter.Number(value);
        var path = status switch
        {
            "discharged" => $"M{N(x - 4)} {N(y)}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
            "breached" => $"M{N(x - 4)} {N(y - 4)}l8 8m0 -8l-8 8",
            "overdue" or "bornOverdue" or "performanceUnknown" => $"M{N(x - 4.5)} {N(y + 4)}l4.5 -8.5l4.5 8.5z",
            "open" => $"M{N(x - 4)} {N(y - 4)}l5 4l-5 4",
            _ => $"M{N(x)} {N(y - 4)}v8",
        };
        plot.Open("path", "mark " + status).With("d", path).Element("title", Labels.Status(status)).Close();
    }
}
