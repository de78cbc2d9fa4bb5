using System.CommandLine;
using Casus.Cli.Reporting;
using Casus.Reports.Html;
using Casus.Reports.Model;

namespace Casus.Cli.Commands;

/// <summary>`report`: report.html of a run, or of two runs side by side, from their report.json alone.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string[]> Runs = new("RUN")
    {
        Description = "A folder that backtest --out wrote, or a report.json; with a second one, both side by side.",
        Arity = new ArgumentArity(1, 2),
    };
    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Where the page goes; report.html in this folder if not given.",
        HelpName = "FILE",
    };

    public static Command Build()
    {
        var command = new Command(
            "report",
            "Writes one page to open, print and mail: a run, or the same history under two texts side by side."
        )
        {
            Runs,
            Out,
        };
        command.SetAction(parsed => Run(parsed.GetValue(Runs) ?? [], parsed.GetValue(Out) ?? ReportHtml.FileName));
        return command;
    }

    private static int Run(string[] runs, string target)
    {
        var models = new List<ReportModel>();
        foreach (var run in runs)
        {
            if (SavedReport.Read(run, out var problem) is not { } model)
            {
                return Unusable.Report(Console.Error, problem!);
            }
            models.Add(model);
        }
        if (Directory.Exists(target))
        {
            target = Path.Combine(target, ReportHtml.FileName);
        }
        if (ReportPage.IsForeign(target))
        {
            return UsageErrors.Report(
                Console.Error,
                $"--out {target}: a file is there that is no report of Casus, and it is left as it is",
                "Name another file, or take that one away."
            );
        }
        if (ReportPage.Write(target, models) is { } failure)
        {
            return Unwritten.Report(
                Console.Error,
                target,
                failure,
                "Name a file in a folder that this user may write to."
            );
        }
        Console.Out.WriteLine($"{target}: {string.Join(" beside ", models.Select(model => model.Agreement.Title))}");
        return ExitStatus.Clean;
    }
}
