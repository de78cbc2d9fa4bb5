using Casus.Analysis.Backtest;
using Casus.Core.Text;
using Casus.Reports;
using Casus.Reports.Html;
using Casus.Reports.Model;
using Casus.Reports.Model.Building;
using Casus.Reports.Output;

namespace Casus.Cli.Backtests;

/// <summary>report.json, and report.html which is made of it.</summary>
internal static class ReportFiles
{
    public const string Page = "report.html";

    public static void Write(
        OutputFolder folder,
        BacktestReport report,
        SourceText text,
        BacktestInput input,
        History history,
        EffectSelection effects
    )
    {
        var model = new ReportBuilder(report, text, effects)
        {
            Notes = history.Notes,
            Uncovered = input.Uncovered,
            Synthetic = [.. SyntheticRows.Words(input.Acts ?? [])],
        }.Build();
        using (var data = folder.Create(ReportJson.FileName))
        {
            ReportJson.Write(data, model);
        }
        using var page = folder.Create(Page);
        ReportHtml.Write(page, model);
    }
}
