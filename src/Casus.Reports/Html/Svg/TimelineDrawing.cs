using Casus.Reports.Html.Words;
using Casus.Reports.Model;

namespace Casus.Reports.Html.Svg;

/// <summary>
/// The history in lanes on one axis: incidents, what is not covered, episodes; then for each text its grades and its
/// duties. What a lane draws closer than half a unit is drawn as one: the tables and report.json have every stretch.
/// </summary>
internal sealed class TimelineDrawing
{
    public const double Width = 1200;
    private const double Gutter = 216;
    private const double HistogramHeight = 72;
    private const int MostBins = 480;
    private readonly IReadOnlyList<ReportView> reports;
    private readonly ReportView first;
    private readonly TimeScale scale;
    private readonly MarkupWriter plot = new();
    private readonly MarkupWriter labels = new();
    private double y = 34;

    public TimelineDrawing(IReadOnlyList<ReportView> reports)
    {
        this.reports = reports;
        first = reports[0];
        scale = new TimeScale(
            reports.Min(report => report.Model.Span.From),
            reports.Max(report => report.Model.Span.To),
            Gutter,
            Width - 12
        );
    }

    /// <summary>Duties of which more instances arose than are drawn.</summary>
    public int UndrawnBars { get; private set; }

    public string Draw()
    {
        Incidents();
        Coverage();
        Episodes();
        foreach (var report in reports)
        {
            if (report.IsOneOfTwo)
            {
                Heading($"{report.Letter}  {report.Model.Agreement.Title}");
            }
            foreach (var lane in GradeLanes.Of(report))
            {
                Grade(report, lane);
            }
            foreach (var duties in DutyLanes(report.Model))
            {
                Duty(report, duties);
            }
        }
        return Frame();
    }

    private string Frame()
    {
        var height = y + 8;
        var svg = new MarkupWriter();
        svg.Open("svg", "chart")
            .With("id", "timeline")
            .With("viewBox", $"0 0 {MarkupWriter.Number(Width)} {MarkupWriter.Number(height)}")
            .With("role", "img")
            .With("aria-labelledby", "timeline-title timeline-desc")
            .With("data-from", scale.From)
            .With("data-to", scale.To)
            .With("data-x0", scale.Left)
            .With("data-x1", scale.Right);
        svg.Open("title").With("id", "timeline-title").Text("Timeline in lanes").Close();
        svg.Open("desc").With("id", "timeline-desc").Text(Description()).Close();
        svg.Open("defs").Open("clipPath").With("id", "timeline-clip");
        svg.Box(scale.Left - 6, 20, scale.Right - scale.Left + 12, height - 20, "clip").Close().Close().Close();
        svg.Open("g", "axis").With("id", "timeline-axis");
        foreach (var (at, label) in scale.Ticks(first.Clock))
        {
            svg.Line(scale.X(at), 24, scale.X(at), height - 8, label.Length > 0 ? "tick" : "tick minor");
            if (label.Length > 0)
            {
                var isLast = scale.X(at) > scale.Right - 40;
                svg.Label(scale.X(at) + (isLast ? 0 : 3), 16, label, "tick-label", isLast ? "end" : null);
            }
        }
        svg.Close();
        svg.Open("g").With("id", "timeline-plot").With("clip-path", "url(#timeline-clip)").Raw(plot.ToString()).Close();
        svg.Open("g", "lane-labels").Raw(labels.ToString()).Close().Close();
        return svg.ToString();
    }

    private string Description() =>
        $"Lanes from {first.Clock.ProseDay(scale.From)} to {first.Clock.ProseDay(scale.To)}: rows by time, what is not covered, "
        + "episodes, each grade as known and in hindsight, and each duty with its deadline. The same is in the table below.";

    private void Incidents()
    {
        var bins = Histogram.Of(first.Model.Places, MostBins);
        var top = Math.Max(1, bins.Select(bin => bin.Rows).DefaultIfEmpty(1).Max());
        Label("Incidents", "rows; the highest bar: " + Amount.Of(top), y + 14);
        plot.Open("g", "lane").With("data-lane", "incidents");
        foreach (var bin in bins.Where(bin => bin.Rows > 0))
        {
            var height = Math.Max(1.5, HistogramHeight * bin.Rows / top);
            var x = scale.X(bin.From);
            plot.Box(x, y + HistogramHeight - height, Math.Max(1, scale.X(bin.To) - x - 0.4), height, "bin")
                .With("data-bin", bin.Index)
                .With("data-from", bin.From)
                .With("data-to", bin.To)
                .With("data-rows", bin.Rows)
                .With("data-acts", bin.Acts)
                .Close();
        }
        plot.Close();
        plot.Line(scale.Left, y + HistogramHeight, scale.Right, y + HistogramHeight, "base");
        y += HistogramHeight + 8;
    }

    private void Coverage()
    {
        if (first.Model.Uncovered.IsEmpty)
        {
            return;
        }
        Label("Not covered", "no table is complete", y + 11);
        plot.Open("g", "lane").With("data-lane", "coverage");
        foreach (var gap in first.Model.Uncovered)
        {
            var x = scale.X(gap.From);
            plot.Box(x, y, Math.Max(1, scale.X(gap.To) - x), 14, "gap")
                .With("data-from", gap.From)
                .With("data-to", gap.To)
                .Close();
        }
        plot.Close();
        y += 32;
    }

    private void Episodes()
    {
        if (first.Model.Episodes.IsEmpty)
        {
            return;
        }
        Label("Episodes", "against the alarm", y + 12);
        plot.Open("g", "lane").With("data-lane", "episodes");
        var free = double.MinValue;
        for (var i = 0; i < first.Model.Episodes.Length; i++)
        {
            var episode = first.Model.Episodes[i];
            var (x, end) = (scale.X(episode.Span.From), scale.X(episode.Span.To));
            var detected = episode.Hindsight.Detected;
            plot.Box(x, y, Math.Max(3, end - x), 16, "episode " + detected)
                .With("data-episode", i)
                .With("data-from", episode.Span.From)
                .With("data-to", episode.Span.To)
                .With("data-detected", detected)
                .Element("title", $"{episode.Name}, {episode.From} to {episode.To}: {Labels.Detected(detected)}")
                .Close();
            // Names that would run into each other are left to the marks' own words and to the table.
            var name = x < free ? Mark(detected) : Cut($"{Mark(detected)} {episode.Name}", 26);
            plot.Label(x + 1, y + 28, name, "episode-name");
            free = Math.Max(free, x + (name.Length * 6.2) + 8);
        }
        plot.Close();
        y += 40;
    }

    private static string Mark(string detected) =>
        detected switch
        {
            "yes" => "✓",
            "no" => "✕",
            _ => "?",
        };

    private void Heading(string text)
    {
        labels.Line(0, y + 2, Width, y + 2, "lane-rule");
        labels.Label(0, y + 22, Cut(text, 110), "lane-heading");
        y += 34;
    }

    private void Grade(ReportView report, GradeLaneGroup group)
    {
        var grade = report.Model.Grades[group.Grade];
        var clause = grade.Clause is { } number ? number + " " : "";
        Label(clause + grade.Name, group.Party is { } party ? "by " + party : "by anyone", y + 10);
        plot.Open("g", "lane")
            .With("data-lane", "grade")
            .With("data-grade", group.Grade)
            .With("data-party", group.Party)
            .With("data-report", report.Index);
        plot.Line(scale.Left, y + 11, scale.Right, y + 11, "base faint");
        foreach (var stretch in group.Merged(scale))
        {
            var view = stretch.IsHindsight ? "hindsight" : "known";
            var verdict = stretch.IsMet ? "met" : "undetermined";
            var x = scale.X(stretch.From);
            plot.Box(
                    x,
                    stretch.IsHindsight ? y + 12 : y,
                    Math.Max(1, scale.X(stretch.To) - x),
                    10,
                    $"stretch {view} {verdict}"
                )
                .With("data-view", view)
                .With("data-verdict", verdict)
                .With("data-sector", stretch.Sector)
                .With("data-from", stretch.From)
                .With("data-to", stretch.To)
                .With("data-seq", stretch.Seq)
                .Close();
        }
        plot.Close();
        y += 32;
    }

    /// <summary>
    /// Duties to respond first, a lane each; of those that stand by themselves a lane for each sentence.
    /// </summary>
    private static IEnumerable<int[]> DutyLanes(ReportModel model) =>
        Enumerable
            .Range(0, model.Duties.Length)
            .GroupBy(index => (model.Duties[index].Triggered ? index : -1, model.Duties[index].Clause))
            .OrderByDescending(group => model.Duties[group.First()].Triggered)
            .Select(group => group.ToArray());

    private void Duty(ReportView report, int[] indices)
    {
        var duty = report.Model.Duties[indices[0]];
        var here = report.Model.Bars.Where(bar => indices.Contains(bar.Duty));
        // What several owe in the same way at the same time is drawn once.
        var bars = duty.Triggered
            ? here.ToArray()
            : here.DistinctBy(bar => (bar.At, bar.Deadline, bar.ClosedAt, bar.Status)).ToArray();
        if (bars.Length == 0)
        {
            return;
        }
        var bearers = string.Join(", ", indices.Select(index => report.Model.Duties[index].Bearer));
        var lane = new DutyLane(scale, report.Model.Horizon, y);
        Label($"{duty.Clause} {bearers}", duty.Says, y + 10);
        plot.Open("g", "lane")
            .With("data-lane", "duty")
            .With("data-clause", duty.Clause)
            .With("data-report", report.Index);
        lane.Draw(plot, bars, duty.Clause);
        plot.Close();
        UndrawnBars += lane.Undrawn;
        y += lane.Height + 12;
    }

    private void Label(string name, string note, double at)
    {
        labels.Label(0, at, Cut(name, 27), "lane-name");
        labels.Label(0, at + 13, Cut(note, 36), "lane-note");
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";
}
