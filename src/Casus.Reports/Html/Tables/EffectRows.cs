using Casus.Reports.Html.Words;
using Casus.Reports.Model;

namespace Casus.Reports.Html.Tables;

/// <summary>
/// The table of effects. There may be thousands, so that it is written as text, and cells are not closed, as HTML
/// allows.
/// </summary>
internal static class EffectRows
{
    private const int MostFacts = 4;
    private const string Head =
        "<thead><tr><th scope=col class=n>No.<th scope=col>What<th scope=col>Clause<th scope=col>Grade<th scope=col>Who"
        + "<th scope=col>When<th scope=col>Known<th scope=col>Due<th scope=col class=n>Count<th scope=col>Because</thead>";

    public static string Write(ReportView report)
    {
        var table = new MarkupWriter();
        table.Open("table", "figures-table dense").With("id", report.Id("effects-table"));
        table.Element("caption", "Effects").Raw(Head).Open("tbody");
        foreach (var effect in report.Model.Effects)
        {
            Row(table, report, effect);
        }
        return table.Close().Close().ToString();
    }

    private static void Row(MarkupWriter table, ReportView report, EffectLine effect)
    {
        table
            .Begin("tr")
            .With("id", report.Id($"effect-{effect.Seq}"))
            .With("data-seq", effect.Seq)
            .With("data-kind", effect.Kind)
            .With("data-clause", effect.Clause)
            .With("data-at", effect.At)
            .With("data-known", effect.KnownAt)
            .With("data-more", More(report, effect));
        table.Begin("td").With("class", "n").Text($"{effect.Seq}");
        table
            .Begin("td")
            .Text(
                Labels.Kind(effect.Kind)
                    + (effect.Hindsight ? " (hindsight)" : "")
                    + (effect.Supposed ? " (supposed)" : "")
            );
        table.Begin("td");
        if (effect.Clause is { } clause)
        {
            table.Open("a").With("href", report.ClauseLink(clause)).Text(clause).Close();
        }
        table.Begin("td").Text(effect.Grade ?? "");
        table.Begin("td").Text(Who(effect));
        table.Begin("td").Text(effect.At is { } at ? report.Clock.Minute(at) : "");
        table.Begin("td").Text(report.Clock.Minute(effect.KnownAt));
        table.Begin("td").Text(effect.Deadline is { } due ? report.Clock.Minute(due) : "");
        table.Begin("td").With("class", "n").Text(effect.Count is { } count ? Amount.Of(count) : "");
        table.Begin("td").With("class", "because");
        Because(table, report, effect);
    }

    /// <summary>
    /// Rows of the because that the cell has no room for, by their numbers in the table of rows; null where there are
    /// none.
    /// </summary>
    private static string? More(ReportView report, EffectLine effect)
    {
        var more = effect.Facts.Skip(MostFacts).Select(report.RowIndex).Where(row => row is not null);
        var text = string.Join(' ', more.Select(row => $"{row}"));
        return text.Length > 0 ? text : null;
    }

    private static string Who(EffectLine effect)
    {
        var owes = (effect.Bearer, effect.Beneficiary) switch
        {
            ({ } bearer, { } beneficiary) => $"{bearer} to {beneficiary}",
            ({ } bearer, null) => bearer,
            _ => "",
        };
        var of = effect.Party is { } party ? $"acts of {party}" : "";
        var where = effect.Sector is { } sector ? $"sector {sector}" : "";
        return string.Join("; ", new[] { owes, of, where }.Where(part => part.Length > 0));
    }

    private static void Because(MarkupWriter table, ReportView report, EffectLine effect)
    {
        var isFirst = true;
        void Separate()
        {
            table.Text(isFirst ? "" : ", ");
            isFirst = false;
        }
        foreach (var fact in effect.Facts.Take(MostFacts))
        {
            Separate();
            Link(table, report.RowLink(fact), "fact", fact);
        }
        var more = Math.Max(effect.FactCount, effect.Facts.Length) - Math.Min(MostFacts, effect.Facts.Length);
        if (more > 0)
        {
            Separate();
            table.Text($"and {Amount.Of(more)} more");
        }
        foreach (var earlier in effect.Effects)
        {
            Separate();
            Link(table, report.EffectLink(earlier), "effect", $"no. {earlier}");
        }
        if (effect.Note is { } note)
        {
            Separate();
            table.Text(note);
        }
        if (isFirst)
        {
            table.Text("the agreement's life alone");
        }
    }

    private static void Link(MarkupWriter table, string? link, string kind, string text)
    {
        if (link is null)
        {
            table.Text(text);
        }
        else
        {
            table.Open("a", kind).With("href", link).Text(text).Close();
        }
    }
}
