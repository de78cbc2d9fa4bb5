namespace Casus.Reports.Html.Words;

/// <summary>Two reports against each other.</summary>
internal static class Comparison
{
    /// <summary>
    /// In what the two histories differ; null where they are one: the same incidents over the same span.
    /// </summary>
    public static string? Difference(IReadOnlyList<ReportView> reports)
    {
        if (reports.Count < 2)
        {
            return null;
        }
        var (a, b) = (reports[0], reports[1]);
        var said = new List<string>();
        if (!Tables(a).SetEquals(Tables(b)))
        {
            said.Add($"A was replayed over {Names(a)}, B over {Names(b)}, and these are not the same bytes.");
        }
        if (a.Model.Span != b.Model.Span)
        {
            said.Add($"A is judged from {a.Clock.ProseSpan(a.Model.Span)}, B from {b.Clock.ProseSpan(b.Model.Span)}.");
        }
        var (left, right) = (Assumptions(a), Assumptions(b));
        if (left != right)
        {
            said.Add($"A assumes {left}; B assumes {right}.");
        }
        return said.Count == 0
            ? null
            : string.Join(' ', said) + " The map, the rows by time and the gaps are those of A.";
    }

    private static HashSet<string> Tables(ReportView report) =>
        [.. report.Model.Inputs.Where(input => input.Kind is "incidents" or "acts").Select(input => input.Sha256)];

    private static string Names(ReportView report) =>
        string.Join(
            ", ",
            report.Model.Inputs.Where(input => input.Kind is "incidents" or "acts").Select(input => input.File)
        );

    private static string Assumptions(ReportView report) =>
        report.Model.Assumptions.IsEmpty
            ? "nothing"
            : string.Join("; ", report.Model.Assumptions.Select(assumption => assumption.Written));
}
