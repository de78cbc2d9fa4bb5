using System.Globalization;
using Casus.Analysis.Backtest;
using Casus.Core.Time;

namespace Casus.Reports.Text;

/// <summary>
/// A backtest on a screen of 40 lines, at 80 columns or more: what was read, what the text would have required, what it
/// would have missed, and what could not be decided. It says what the text requires, never what the world would have
/// done.
/// </summary>
public sealed class BacktestText(BacktestReport report, IReadOnlyList<string> nextCommand, int width)
{
    private const int Usual = 80;
    private const int Label = 10;
    private const int MostGrades = 4;
    private const int MostDuties = 5;
    private const int MostEpisodes = 3;

    private readonly BacktestResult result = report.Result;
    private readonly List<string> lines = [];
    private bool hasMark;

    /// <summary>
    /// At most 40 lines at 80 columns or more; narrower, what stands beside each other there stands below.
    /// </summary>
    /// <param name="nextCommand">Its arguments, quoted for a shell; none: no command is proposed.</param>
    /// <param name="width">No line is longer; at least 40.</param>
    public static void Write(TextWriter writer, BacktestReport report, IReadOnlyList<string> nextCommand, int width)
    {
        var text = new BacktestText(report, nextCommand, width);
        text.Compose();
        foreach (var line in text.lines)
        {
            writer.WriteLine(line);
        }
    }

    private void Compose()
    {
        var title = $"{result.Agreement.Title}: what the text would have required";
        lines.Add(TextTable.Cut(title.Length <= width ? title : result.Agreement.Title, width));
        AddRead();
        AddGrades();
        AddDuties();
        AddEpisodes();
        AddUndecided();
        if (hasMark)
        {
            Add("*", "rests on rows of which --assume filled a column", 1);
        }
        Add("supposed", string.Join("; ", result.Suppositions), 3);
        var assumed = report.Assumptions.Select(assumption => $"{assumption.Written} ({Number(assumption.Rows)} rows)");
        Add("assumed", string.Join("; ", assumed), 4);
        Add("warning", string.Join("; ", result.Warnings), 1);
        AddNext();
    }

    private void AddRead()
    {
        var incidents = result.Incidents;
        var choices = result.Agreement.Brackets.Select(bracket => $"{bracket.Name} {bracket.Chosen}");
        Add("choices", string.Join(", ", choices), 2);
        var tables = report.Inputs.Where(input => input.Kind == InputKind.Incidents).ToArray();
        var rows = tables.Sum(input => input.Rows);
        var rejected = report.Inputs.Sum(input => input.Rejected);
        // A life that goes on for years after the last fact says nothing of those years.
        var to = Moment.Min(result.Span.To, result.Horizon);
        var facts = result.LastKnown is { } last && Day(last) != Day(to) && last < to ? $"; facts to {Day(last)}" : "";
        Add(
            "read",
            $"{Number(rows)} incident rows, {Number(rejected)} rejected; {Number(incidents.Total)} in the life and span, "
                + $"{Day(result.Span.From)} to {Day(to)}{facts}",
            2
        );
        var acts =
            incidents.ActsAtMost is not { } most ? $"acts {Number(incidents.ActsAtLeast)} or more"
            : most == incidents.ActsAtLeast ? $"acts {Number(most)}"
            : $"acts {Number(incidents.ActsAtLeast)} to {Number(most)}";
        var zone = result.Zones.IsEmpty ? "no zone is declared" : result.Zones[0].Name;
        Add(
            "place",
            $"{zone}: inside {Number(incidents.Inside)} | outside {Number(incidents.Outside)} "
                + $"| undetermined {Number(incidents.Undetermined)}; {acts}",
            2
        );
        var datums = result.Agreement.Lines.Where(line => !line.Vertices.IsEmpty).Select(Datum);
        Add("line", string.Join("; ", datums), 1);
        Add("coverage", result.CoverageStated ? "stated" : "taken as complete: the tables make no statement", 1);
    }

    private static string Datum(Core.Geography.DatumLine line)
    {
        var asOf = line.AsOf is { } date ? $" as of {Json.IsoDate.Of(date)}" : "";
        var accuracy = line.AccuracyKm is { } km ? FormattableString.Invariant($", drawn to about {km} km") : "";
        return $"{line.Name}{asOf}{accuracy}";
    }

    private void AddGrades()
    {
        if (result.Hindsight.Grades.IsEmpty)
        {
            return;
        }
        var table = new TextTable(width, 6, 12, 9, 10);
        table.Add("grade (in hindsight)", "arose", "|undetermined", "days met", "|undeterm.");
        foreach (var grade in result.Hindsight.Grades.Take(MostGrades))
        {
            table.Add(
                grade.Clause is null ? grade.Name : $"{grade.Clause} {grade.Name}",
                Marked(grade.Arose, grade.Assumed),
                Number(grade.Undetermined),
                Number(grade.DaysMet),
                Number(grade.DaysUndetermined)
            );
        }
        AddTable(table, result.Hindsight.Grades.Length - MostGrades, "grades");
    }

    private void AddDuties()
    {
        var duties = result.AsKnown.Duties;
        if (duties.IsEmpty)
        {
            Add("duties", "none arose, and none was left undetermined", 1);
            return;
        }
        var table = new TextTable(width, 6, 8, 10, 6, 8, 8);
        table.Add("duty (as known)", "arose", "|undet.", "discharged", "open", "overdue", "supposed");
        foreach (var duty in ByWeight(duties).Take(MostDuties))
        {
            table.Add(
                $"{duty.Clause} {duty.Bearer}",
                Marked(duty.Arose, duty.Assumed),
                Number(duty.Undetermined),
                Number(duty.Discharged),
                Number(duty.Open),
                Number(duty.Overdue),
                Number(duty.Supposed)
            );
        }
        AddTable(table, duties.Length - MostDuties, "duties");
        // A breach is shown by a finding, a sighting or a late performance; it rests on what was assumed as they do.
        var broken = duties
            .Where(duty => duty.Breached > 0)
            .Select(duty => $"{duty.Clause} {duty.Bearer} {duty.Breached}");
        var assumed = report.Assumptions.IsEmpty ? "" : " (as far as what is assumed holds)";
        Add("broken", duties.Any(duty => duty.Breached > 0) ? string.Join(", ", broken) + assumed : "", 2);
    }

    /// <summary>
    /// What failed first; then what arose in response, and what may have: to act before procedure; then what is owed
    /// whatever happens. Each by number.
    /// </summary>
    private IEnumerable<DutyCount> ByWeight(IEnumerable<DutyCount> duties)
    {
        var norms = result.Agreement.Norms.ToLookup(norm => norm.Clause, StringComparer.Ordinal);
        bool IsResponse(DutyCount duty) => norms[duty.Clause].Any(norm => norm.Block is not null);
        return duties
            .OrderByDescending(duty => duty.Breached + duty.Overdue)
            .ThenByDescending(IsResponse)
            .ThenByDescending(duty => duty.Arose > 0)
            .ThenBy(duty => norms[duty.Clause].All(norm => norm.IsProcedural))
            .ThenByDescending(duty => duty.Arose)
            .ThenByDescending(duty => duty.Undetermined);
    }

    private void AddEpisodes()
    {
        if (result.Alarm is not { } alarm)
        {
            Add("alarm", "none: no On binds a guarantor (--alarm NAME chooses a grade)", 1);
            return;
        }
        var needsActs = alarm.NeedsActs ? "; only an act can raise it" : "";
        Add("alarm", $"{alarm.Name}{(alarm.Clause is null ? "" : $" ({alarm.Clause})")}{needsActs}", 1);
        var episodes = result.Hindsight.Episodes;
        if (episodes.IsEmpty)
        {
            return;
        }
        int With(Detection detection) => episodes.Count(outcome => outcome.Detected == detection);
        var falseAlarms = result.Hindsight.FalseAlarms;
        var perYear = falseAlarms.PerYear is { } rate
            ? $" ({rate.ToString("0.##", CultureInfo.InvariantCulture)} a year)"
            : "";
        Add(
            "episodes",
            $"{With(Detection.Yes)} found, {With(Detection.No)} missed, {With(Detection.Undetermined)} undetermined; "
                + $"false alarms {falseAlarms.Count}{perYear}{(result.IsCovered ? "" : ", where the tables are complete")}",
            2
        );
        foreach (var outcome in episodes.Take(MostEpisodes))
        {
            var found = outcome.Detected switch
            {
                Detection.Yes => string.Create(
                    CultureInfo.InvariantCulture,
                    $"found after {outcome.LagHours:0.#} hours"
                ),
                Detection.No => "missed",
                _ => $"undetermined: {outcome.Reason}",
            };
            lines.Add(TextTable.Cut($"{"", Label}{outcome.Episode.Name}: {found}", width));
        }
        AddMore(episodes.Length - MostEpisodes, "episodes");
    }

    private void AddUndecided()
    {
        foreach (var undecided in result.Undecided.Take(3))
        {
            Add("undecided", $"{undecided.What}, {Number(undecided.Rows)} rows; wants {undecided.Settle}", 1);
        }
    }

    private void AddTable(TextTable table, int more, string what)
    {
        lines.AddRange(table.Lines);
        AddMore(more, what);
    }

    private void AddMore(int more, string what)
    {
        if (more > 0)
        {
            Add("", $"and {more} more {what}; summary.json has all (--out DIR)", 2);
        }
    }

    /// <summary>
    /// A command to be copied: broken between arguments, with the shell's mark of a line that goes on.
    /// </summary>
    private void AddNext()
    {
        const string GoesOn = " \\";
        if (nextCommand.Count == 0)
        {
            return;
        }
        var line = $"{"next", -Label}";
        var isFirst = true;
        foreach (var argument in nextCommand)
        {
            if (!isFirst && line.Length + 1 + argument.Length + GoesOn.Length > width)
            {
                lines.Add(line + GoesOn);
                line = new string(' ', Label) + argument;
            }
            else
            {
                line += isFirst ? argument : $" {argument}";
            }
            isFirst = false;
        }
        lines.Add(line);
    }

    /// <summary>
    /// A labelled text, wrapped to at most so many lines; on a screen of fewer than 80 columns to as many as the text
    /// has there.
    /// </summary>
    private void Add(string label, string text, int mostLines)
    {
        if (text.Length == 0)
        {
            return;
        }
        mostLines = width < Usual ? (mostLines * Usual / (width - Label)) + 1 : mostLines;
        var wrapped = LineBreaks.Of(text, width - Label);
        for (var i = 0; i < Math.Min(wrapped.Count, mostLines); i++)
        {
            var isCut = i == mostLines - 1 && wrapped.Count > mostLines;
            var line = isCut ? TextTable.Cut($"{wrapped[i]} ...", width - Label) : wrapped[i];
            lines.Add($"{(i == 0 ? label : ""), -Label}{line}");
        }
    }

    private string Marked(int number, int assumed)
    {
        hasMark |= assumed > 0;
        return assumed > 0 ? $"{Number(number)}*" : Number(number);
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private string Day(Moment moment) =>
        Json.IsoDate.Of(AgreementCalendar.LocalDateOf(result.Agreement.Calendar.DayOf(moment)));
}
