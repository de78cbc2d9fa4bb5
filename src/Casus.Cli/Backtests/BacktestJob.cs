using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Casus.Analysis.Backtest;
using Casus.Cli.Runs;
using Casus.Cli.Terminals;
using Casus.Core.Stepping;
using Casus.Data.Incidents;
using Casus.Data.Tables;
using Casus.Reports;
using Casus.Reports.Export;
using Casus.Reports.Json;
using Casus.Reports.Model.Building;
using Casus.Reports.Output;
using Casus.Reports.Text;
using NodaTime.TimeZones;

namespace Casus.Cli.Backtests;

/// <summary>
/// One backtest from the files to the files: reads, runs, writes aside, publishes, and prints the summary.
/// </summary>
internal sealed class BacktestJob(BacktestRequest request, TextWriter output, TextWriter errors)
{
    private const int MostNotes = 6;
    private const string RejectedFile = "rejected.csv";

    /// <summary>What was found; null where the run came to no end.</summary>
    public BacktestResult? Found { get; private set; }

    public int Run() => PreparedText.Read(request, errors, out var status) is { } text ? Open(text) : status;

    private int Open(PreparedText text)
    {
        if (request.Out is null)
        {
            return Read(text, null);
        }
        // An interrupted run leaves nothing behind; the signals are taken before there is anything.
        OutputFolder? opened = null;
        void Leave(PosixSignalContext context)
        {
            opened?.Dispose();
            Environment.Exit(ExitStatus.Interrupted);
        }
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Leave);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Leave);
        using var folder = opened = OutputFolder.Open(request.Out, out var problem);
        if (folder is null)
        {
            return UsageErrors.Report(
                errors,
                $"--out {request.Out}: nothing can be written there ({problem})",
                "Name a folder that this user may write to."
            );
        }
        return Read(text, folder);
    }

    private int Read(PreparedText text, OutputFolder? folder)
    {
        History history;
        using (Stage.Begin("reading the tables", 0, request.IsQuiet))
        {
            history = History.Read(request, text.Agreement);
        }
        if (!request.IsQuiet)
        {
            TellNotes(history.Notes);
        }
        if (history.Problems.Count > 0)
        {
            return Unusable.Report(errors, history.Problems);
        }
        if (!history.Rejected.IsEmpty)
        {
            TellRejected(history);
        }
        if (MustStop(history))
        {
            if (folder is not null && Guarded(folder, () => PublishRejected(folder, history)) is not 0 and var failed)
            {
                return failed;
            }
            errors.WriteLine(
                "casus: too many rows could not be read, so nothing was counted. Mend the table, name the --mapping that fits, "
                    + "or write --allow-rejects to go on without them."
            );
            return ExitStatus.UnusableInput;
        }
        var input = text.With(history);
        if (BacktestRun.Problem(input) is { } cannot)
        {
            return Unusable.Report(
                errors,
                new InputProblem(request.Incidents[0], null, cannot.What, cannot.Why, cannot.Instead)
            );
        }
        return Guarded(folder, () => Count(text, input, history, folder));
    }

    /// <summary>Once all is read, only writing can fail for want of room or permission.</summary>
    private int Guarded(OutputFolder? folder, Func<int> write)
    {
        try
        {
            return write();
        }
        catch (Exception failure) when (folder is { IsPublished: false } && Unwritten.IsOne(failure))
        {
            return Unwritten.Report(
                errors,
                $"--out {request.Out}",
                failure,
                "What was there before is as it was. Make room, or name another folder."
            );
        }
    }

    private int Count(PreparedText text, BacktestInput input, History history, OutputFolder? folder)
    {
        BacktestResult result;
        var shown = new EffectSelection();
        using (var effects = folder is null ? null : new EffectsJsonLines(folder.Create("effects.jsonl")))
        {
            result = RunProgress.Over(
                input,
                effect =>
                {
                    effects?.Write(effect);
                    shown.Add(effect);
                },
                request.IsQuiet
            );
        }
        var report = new BacktestReport(
            result,
            history.Inputs,
            history.Assumptions,
            EngineVersion.Current,
            TzdbDateTimeZoneSource.Default.VersionId
        )
        {
            Run = request.Out is { } to ? RunRecord.Of(request, text.Source, to) : null,
        };
        if (folder is not null)
        {
            using (var summary = folder.Create("summary.json"))
            {
                SummaryJson.Write(summary, report);
            }
            using (Stage.Begin("writing the report", 0, request.IsQuiet))
            {
                ReportFiles.Write(folder, report, text.Source, input, history, shown);
            }
            using (var stage = Stage.Begin("writing the judged rows", input.Incidents.Length, request.IsQuiet))
            {
                Action<int>? progress = stage is null ? null : written => stage.Advance(written);
                IncidentExport.Write(folder, request.Export, result, input.Incidents, progress);
            }
            WriteRejected(folder, history.Rejected);
            folder.Publish();
        }
        Found = result;
        BacktestText.Write(
            output,
            report,
            request.IsQuiet ? [] : new NextCommand(request, result).Arguments,
            Screen.Width
        );
        return ExitStatus.Clean;
    }

    private bool MustStop(History history) =>
        !request.AllowRejects && (history.TooManyRejected || (history.Incidents.IsEmpty && !history.Rejected.IsEmpty));

    private void TellNotes(ImmutableArray<string> notes)
    {
        foreach (var note in notes.Take(MostNotes))
        {
            errors.WriteLine($"casus: {note}");
        }
        if (notes.Length > MostNotes)
        {
            errors.WriteLine($"casus: and {notes.Length - MostNotes} more notes on the inputs");
        }
    }

    private void TellRejected(History history)
    {
        var first = history.Rejected[0];
        var where = request.Out is null ? "--out DIR writes all of them to rejected.csv" : $"all are in {RejectedFile}";
        errors.WriteLine($"casus: {history.Rejected.Length} rows could not be read; {where}. The first is");
        errors.WriteLine($"  {first.Place}: {first.Column} '{first.Value}': {first.Reason}");
    }

    private static int PublishRejected(OutputFolder folder, History history)
    {
        WriteRejected(folder, history.Rejected);
        folder.Publish();
        return ExitStatus.Clean;
    }

    private static void WriteRejected(OutputFolder folder, ImmutableArray<RejectedRow> rejected)
    {
        using var writer = new StreamWriter(folder.Create(RejectedFile));
        RejectedWriter.Write(writer, rejected);
    }
}
