using System.Collections.Immutable;
using System.CommandLine;
using Casus.Analysis.Backtest;
using Casus.Cli.Backtests;
using Casus.Cli.Commands;
using Casus.Core.Text;
using Casus.Data.Tables;

namespace Casus.Cli.Runs;

/// <summary>A run read again from its own inputs: all that its replay needs.</summary>
internal sealed record RunAgain(BacktestInput Input, SourceText Source)
{
    /// <summary>Null with a status, and with words on the errors, where it cannot be read again.</summary>
    public static RunAgain? Of(RunFolder run, TextWriter errors, out int status)
    {
        if (!Directory.Exists(run.From))
        {
            var gone = new InputProblem(
                run.From,
                null,
                "there is no such folder, and the run was made from it",
                "its inputs are named from there",
                "Put the folder back, or make the run again where the inputs are now"
            );
            status = Unusable.Report(errors, gone);
            return null;
        }
        using var from = WorkingFolder.Enter(run.From);
        var parsed = new RootCommand { BacktestCommand.Build() }.Parse(run.Arguments);
        if (parsed.Errors.Count > 0 || BacktestCommand.Read(parsed, errors, out status) is not { } request)
        {
            status = Unusable.Report(
                errors,
                new InputProblem(
                    run.Folder,
                    null,
                    "its summary keeps a command that is none",
                    "the run cannot be made again from it",
                    "Make the run again with ./casus backtest ... --out DIR"
                )
            );
            return null;
        }
        if (PreparedText.Read(request, errors, out status) is not { } text)
        {
            return null;
        }
        var history = History.Read(request, text.Agreement);
        if (history.Problems.Count > 0)
        {
            status = Unusable.Report(errors, history.Problems);
            return null;
        }
        return new RunAgain(text.With(history), text.Source);
    }

    /// <summary>Says which files are not what the run read; answers whether there are any.</summary>
    public static bool TellChanged(
        RunFolder run,
        ImmutableArray<(string File, bool Missing)> changed,
        TextWriter errors
    )
    {
        foreach (var (file, missing) in changed)
        {
            var what = missing
                ? $"the run read it, and it is no longer there (looked for in {run.From})"
                : "the run read it, and it has changed since (its SHA-256 is another)";
            var problem = new InputProblem(
                file,
                null,
                what,
                "a replay would be of other facts than the run",
                $"Put the file back, or make the run again: {run.Command}"
            );
            errors.WriteLine($"casus: {problem}");
        }
        return !changed.IsEmpty;
    }
}
