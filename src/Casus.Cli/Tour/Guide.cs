using System.CommandLine;
using System.Globalization;
using Casus.Analysis.Backtest;
using Casus.Cli.Backtests;
using Casus.Cli.Commands;
using Casus.Cli.Inputs;
using Casus.Cli.Terminals;
using Casus.Reports.Html;
using Casus.Reports.Text;

namespace Casus.Cli.Tour;

/// <summary>
/// The tour of the README: each step says why, shows the command to copy, runs it, and tells what came of it in a few
/// lines.
/// </summary>
internal sealed class Guide(TourPlaces places, string folder, RootCommand root, TextWriter output, TextWriter errors)
{
    private const int Indent = 3;
    private const int MostGrades = 4;
    private static readonly string[] Span = ["--in-force-from", "2015-02-15", "--to", "2022-02-23"];
    private static readonly string[] Suppositions =
    [
        "--assume",
        "verified_by=Commission",
        "--assume",
        "party=Russia:side=left",
        "--assume",
        "attributed_by=Commission:side=left",
        "--assume",
        "confidence=high:side=left",
    ];

    private readonly int width = Screen.Width;
    private int steps;

    /// <summary>The status of the first step that fails, else 0.</summary>
    public int Lead()
    {
        var minsk = places.Of("agreements/minsk-2015");
        var ladder = places.Of("agreements/ukraine-2026");
        var status = Check(ladder, "Check a text: a word without a measure is found where it stands.");
        status =
            status > ExitStatus.Findings
                ? status
                : Backtest(
                    "Seven years as the OSCE's monitors reported them, under the Package of Measures of 2015.",
                    [minsk, .. History(TourFolder.Minsk)]
                );
        status =
            status != 0
                ? status
                : Backtest(
                    "The same history under the ladder drafted in 2026.",
                    [ladder, .. History(TourFolder.Ladder)]
                );
        status =
            status != 0
                ? status
                : Backtest(
                    "The same, supposing that every report had been verified and one side's fire attributed.",
                    [ladder, .. History(TourFolder.Assumed), .. Suppositions]
                );
        status = status != 0 ? status : SideBySide();
        if (status == 0)
        {
            Part();
        }
        return status;
    }

    private int SideBySide()
    {
        string[] arguments =
        [
            "report",
            Path.Combine(folder, TourFolder.Minsk),
            Path.Combine(folder, TourFolder.Ladder),
            "--out",
            Path.Combine(folder, TourFolder.SideBySide),
        ];
        Announce("Both texts over one history, in one page.", arguments);
        return root.Parse(arguments).Invoke();
    }

    private string[] History(string name) =>
        ["--incidents", places.Of("data/osce"), .. Span, "--out", Path.Combine(folder, name)];

    private int Check(string text, string why)
    {
        Announce(why, ["check", text]);
        var said = new StringWriter(CultureInfo.InvariantCulture);
        var status = CheckCommand.Run(text, said, errors);
        foreach (var line in said.ToString().Split('\n').Where(line => line.Length > 0).TakeLast(3))
        {
            Tell(line);
        }
        return status;
    }

    private int Backtest(string why, string[] arguments)
    {
        Announce(why, ["backtest", .. arguments]);
        var parsed = root.Parse(["backtest", .. arguments]);
        if (BacktestCommand.Read(parsed, errors, out var status) is not { } request)
        {
            return status;
        }
        var job = new BacktestJob(request with { IsQuiet = true }, TextWriter.Null, errors);
        status = job.Run();
        if (job.Found is { } found)
        {
            Tell(found);
        }
        return status;
    }

    private void Tell(BacktestResult found)
    {
        foreach (var grade in found.Hindsight.Grades.Take(MostGrades))
        {
            Tell($"{grade.Clause} {grade.Name}: arose {grade.Arose}, undetermined {grade.Undetermined}".TrimStart());
        }
        var duties = found.AsKnown.Duties;
        Tell($"duties: {duties.Sum(duty => duty.Arose)} arose, {duties.Sum(duty => duty.Undetermined)} undetermined");
    }

    private void Announce(string why, string[] command)
    {
        steps++;
        if (steps > 1)
        {
            output.WriteLine();
        }
        LineBreaks.Indented($"{steps}. {why}", width, Indent).ForEach(output.WriteLine);
        Show(command);
    }

    /// <summary>A command to be copied, with the shell's mark where a line goes on.</summary>
    private void Show(IEnumerable<string> arguments)
    {
        const string GoesOn = " \\";
        var line = $"{"", Indent}$ {places.Program}";
        foreach (var argument in ShellWords.WithValues(arguments))
        {
            if (line.Length + 1 + argument.Length + GoesOn.Length > width)
            {
                output.WriteLine(line + GoesOn);
                line = new string(' ', Indent + 3) + argument;
            }
            else
            {
                line += $" {argument}";
            }
        }
        output.WriteLine(line);
    }

    private void Tell(string line) =>
        LineBreaks.Indented(new string(' ', Indent) + line.Trim(), width, 2).ForEach(output.WriteLine);

    private void Part()
    {
        output.WriteLine();
        output.WriteLine("Open:");
        Tell(Path.Combine(folder, TourFolder.SideBySide));
        foreach (var run in new[] { TourFolder.Minsk, TourFolder.Ladder, TourFolder.Assumed })
        {
            Tell(Path.Combine(folder, run, ReportHtml.FileName));
        }
        output.WriteLine("Next: your own table.");
        Show(["help", "backtest"]);
    }
}
