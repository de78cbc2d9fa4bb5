using Casus.Reports.Model;

namespace Casus.Reports.Html.Words;

/// <summary>What became of a sentence: written beside it. Sure: for certain; May: undetermined.</summary>
internal sealed record ClauseFigure(string Sure, string May, bool IsAnySure, bool IsAnyUndetermined);

internal static class ClauseFigures
{
    public static Dictionary<string, ClauseFigure> Of(ReportModel model)
    {
        var figures = new Dictionary<string, ClauseFigure>(StringComparer.Ordinal);
        foreach (var clause in model.Duties.GroupBy(duty => duty.Clause, StringComparer.Ordinal))
        {
            var (arose, may) = (
                clause.Sum(duty => (long)duty.AsKnown.Arose),
                clause.Sum(duty => (long)duty.AsKnown.Undetermined)
            );
            figures[clause.Key] = new ClauseFigure(
                $"{Amount.Of(arose)} arose",
                $"{Amount.Of(may)} may have",
                arose > 0,
                may > 0
            );
        }
        foreach (var grade in model.Grades.Where(grade => grade.Clause is not null))
        {
            var (arose, may) = (grade.Hindsight.Arose, grade.Hindsight.Undetermined);
            figures[grade.Clause!] = new ClauseFigure(
                $"{Amount.Of(arose)} arose, {Amount.Of(grade.Hindsight.DaysMet, "day", "days")}",
                $"{Amount.Of(may)} may have, {Amount.Of(grade.Hindsight.DaysUndetermined, "day", "days")}",
                arose > 0,
                may > 0
            );
        }
        return figures;
    }
}
