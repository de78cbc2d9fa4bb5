using Casus.Reports.Model;

namespace Casus.Reports.Html.Words;

/// <summary>What was found, in plain words: first what arose for certain, then what may have, then why.</summary>
internal static class Finding
{
    public static string Lead(ReportModel model)
    {
        var duties = model.Duties.Where(duty => duty.Triggered).ToArray();
        if (duties.Length == 0)
        {
            return "This text binds nobody to respond: whatever happens, no duty to respond can arise from it.";
        }
        var arose = duties.Sum(duty => (long)duty.AsKnown.Arose);
        var undetermined = duties.Sum(duty => (long)duty.AsKnown.Undetermined);
        var certain = model.Assumptions.IsEmpty ? "For certain" : "If what is assumed holds";
        var sure = arose switch
        {
            0 => $"{certain}, no duty to respond arose",
            1 => $"{certain}, one duty to respond arose",
            _ => $"{certain}, {Amount.Of(arose)} duties to respond arose",
        };
        return undetermined switch
        {
            0 => sure + "; and none is left undetermined.",
            1 => sure + "; in one " + (arose > 0 ? "more case one" : "case it") + " may have.",
            _ when arose == 0 => $"{sure}; in {Amount.Of(undetermined)} cases one may have.",
            _ => $"{sure}; in {Amount.Of(undetermined)} more cases one may have.",
        };
    }

    /// <summary>
    /// What a number that is not undetermined stands for: where columns were assumed it is not certain.
    /// </summary>
    public static string Certainty(ReportModel model) =>
        model.Assumptions.IsEmpty ? "for certain" : "if what is assumed holds";

    /// <summary>The grade that the alarm names, else the last of the text; null where it has none.</summary>
    public static GradeRow? AlarmGrade(ReportModel model) =>
        model
            .Grades.Where(grade => model.Alarm?.Name.Contains(grade.Name, StringComparison.Ordinal) == true)
            .MaxBy(grade => grade.Name.Length)
        ?? model.Grades.LastOrDefault();

    /// <summary>What keeps the rest open, and what became of what arose; empty where there is nothing to say.</summary>
    public static string Why(ReportModel model)
    {
        var said = new List<string>();
        if (model.Undecided.MaxBy(note => note.Rows) is { Rows: > 0 } note)
        {
            said.Add(
                $"What is wanting most often is the {note.What}, in {Amount.Of(note.Rows, "row", "rows")}. "
                    + $"It would be settled by {note.Settle.TrimEnd('.')}."
            );
        }
        var duties = model.Duties.Where(duty => duty.Triggered).Select(duty => duty.AsKnown).ToArray();
        if (duties.Sum(duty => (long)duty.Arose) > 0)
        {
            said.Add(Became(duties));
        }
        return string.Join(' ', said);
    }

    public static string Replayed(ReportModel model, ReportClock clock)
    {
        var incidents = model.Incidents;
        var acts =
            incidents.ActsAtMost is { } most && most == incidents.ActsAtLeast
                ? Amount.Of(most, "act", "acts")
                : "at least " + Amount.Of(incidents.ActsAtLeast, "act", "acts");
        var where = model.Zones.IsEmpty
            ? ""
            : $" Of these, {Amount.Of(incidents.Inside)} lie surely inside {model.Zones[0].Name}, "
                + $"{Amount.Of(incidents.Outside)} surely outside, and {Amount.Of(incidents.Undetermined)} may lie on either side of its edge.";
        return $"{Amount.Of(incidents.Total, "row", "rows")}, {acts}, from {clock.ProseSpan(model.Span)}, were judged by the text as it was "
            + $"known at each instant, and once more in hindsight.{where}";
    }

    /// <summary>The alarm against the episodes; null where none were given.</summary>
    public static string? Episodes(ReportModel model)
    {
        if (model.Episodes.IsEmpty || model.Alarm is not { } alarm)
        {
            return null;
        }
        int With(string detected) => model.Episodes.Count(episode => episode.Hindsight.Detected == detected);
        return $"Of {Amount.Of(model.Episodes.Length, "episode", "episodes")}, the alarm ({alarm.Name}) finds {Amount.Of(With("yes"))} "
            + $"and misses {Amount.Of(With("no"))}; {Amount.Of(With("undetermined"))} cannot be decided (in hindsight).";
    }

    private static string Became(DutyFigures[] duties)
    {
        var parts = new List<string>();
        void Add(long count, string what)
        {
            if (count > 0)
            {
                parts.Add($"{Amount.Of(count)} {what}");
            }
        }
        Add(duties.Sum(duty => (long)duty.Discharged), "discharged");
        Add(duties.Sum(duty => (long)duty.Breached), "breached");
        Add(duties.Sum(duty => (long)duty.Overdue), "overdue, whether performed is not known");
        Add(duties.Sum(duty => (long)duty.Open), "open");
        Add(duties.Sum(duty => (long)duty.Excused), "excused");
        Add(duties.Sum(duty => (long)duty.WithoutCause), "without their cause since");
        Add(duties.Sum(duty => (long)duty.Ended), "ended");
        return parts.Count == 0 ? "" : $"Of those that arose: {string.Join("; ", parts)}.";
    }
}
