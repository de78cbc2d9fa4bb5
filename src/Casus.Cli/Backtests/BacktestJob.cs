using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Casus.Analysis.Backtest;
using Casus.Cli.Inputs;
using Casus.Core.Agreements;
using Casus.Core.Diagnostics;
using Casus.Core.Stepping;
using Casus.Core.Time;
using Casus.Data.Coverage;
using Casus.Data.Incidents;
using Casus.Data.Tables;
using Casus.Reports;
using Casus.Reports.Json;
using Casus.Reports.Output;
using Casus.Reports.Text;
using NodaTime.TimeZones;

namespace Casus.Cli.Backtests;

/// <summary>One backtest from the files to the files: reads, runs, writes aside, publishes, and prints the summary.</summary>
internal sealed class BacktestJob(BacktestRequest request, TextWriter output, TextWriter errors)
{
    private const int MostNotes = 6;
    private const string RejectedFile = "rejected.csv";

    public int Run()
    {
        if (Choices.Read(request.Choose, out var reason) is not { } choices)
        {
            return UsageErrors.Report(errors, reason!, "Write --choose NAME=VALUE.");
        }
        if (AgreementText.Open(request.Agreement, out var problem) is not { } text)
        {
            return Unusable.Report(errors, problem!);
        }
        var compilation = text.Compile(choices);
        var agreement = compilation.Agreement;
        if (Choices.Check(agreement, choices) is { } refused)
        {
            return UsageErrors.Report(errors, refused, "Write --choose NAME=VALUE with a bracket of the text.");
        }
        if (compilation.HasErrors)
        {
            var wrong = compilation.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error);
            DiagnosticText.Write(errors, compilation with { Diagnostics = [.. wrong] });
            errors.WriteLine(
                $"casus: {text.Source.Path} has errors and is not run. Mend them; ./casus check says all of them."
            );
            return ExitStatus.UnusableInput;
        }
        if (AlarmProblem(agreement) is { } unknown)
        {
            return UsageErrors.Report(errors, unknown, "Name a grade of the text, or leave --alarm out.");
        }
        var days = ReadDays(agreement.Calendar, ref reason);
        return reason is null
            ? Open(agreement, days)
            : UsageErrors.Report(errors, reason, "Write a date, such as 2015-02-15.");
    }

    private (Moment? InForceFrom, Moment? From, Moment? To) ReadDays(AgreementCalendar calendar, ref string? reason)
    {
        var inForceFrom = DayOption.Read("--in-force-from", request.InForceFrom, calendar, ref reason)?.From;
        var from = DayOption.Read("--from", request.From, calendar, ref reason)?.From;
        var to = DayOption.Read("--to", request.To, calendar, ref reason)?.To;
        if (from > to)
        {
            reason ??= $"--from {request.From} --to {request.To}: the end is before the start";
        }
        return (inForceFrom, from, to);
    }

    private int Open(Agreement agreement, (Moment? InForceFrom, Moment? From, Moment? To) days)
    {
        if (request.Out is null)
        {
            return Read(agreement, days, null);
        }
        using var folder = OutputFolder.Open(request.Out, out var problem);
        if (folder is null)
        {
            return UsageErrors.Report(
                errors,
                $"--out {request.Out}: nothing can be written there ({problem})",
                "Name a folder that this user may write to."
            );
        }
        // An interrupted run leaves nothing behind.
        void Leave(PosixSignalContext context)
        {
            folder.Dispose();
            Environment.Exit(ExitStatus.Interrupted);
        }
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Leave);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Leave);
        return Read(agreement, days, folder);
    }

    private int Read(Agreement agreement, (Moment? InForceFrom, Moment? From, Moment? To) days, OutputFolder? folder)
    {
        var history = History.Read(request, agreement);
        TellNotes(history.Notes);
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
            if (folder is not null)
            {
                WriteRejected(folder, history.Rejected);
                folder.Publish();
            }
            errors.WriteLine(
                "casus: too many rows could not be read, so nothing was counted. Mend the table, name the --mapping that fits, "
                    + "or write --allow-rejects to go on without them."
            );
            return ExitStatus.UnusableInput;
        }
        var coverage = CoverageOfInputs.Over(Reach(history, days), history.Coverage);
        var input = new BacktestInput
        {
            Agreement = agreement,
            Incidents = history.Incidents,
            Acts = history.Acts,
            Episodes = history.Episodes,
            Alarm = request.Alarm is { } name ? Alarm.Named(agreement, name) : Alarm.Of(agreement),
            Suppose = request.Suppose,
            InForceFrom = days.InForceFrom,
            From = days.From,
            To = days.To,
            Uncovered = coverage.Uncovered,
            CoverageStated = !coverage.TakenAsComplete,
        };
        if (BacktestRun.Problem(input) is { } cannot)
        {
            return Unusable.Report(
                errors,
                new InputProblem(request.Incidents[0], null, cannot.What, cannot.Why, cannot.Instead)
            );
        }
        return Count(input, history, folder);
    }

    /// <summary>Every instant that a run over the history may judge: from its first fact to a century after its last.</summary>
    private static TimeInterval Reach(History history, (Moment? InForceFrom, Moment? From, Moment? To) days)
    {
        const long Century = 36_525L * 86_400;
        var stated = new[] { days.InForceFrom, days.From, days.To }.OfType<Moment>();
        var rows = history.Incidents.SelectMany(row => new[] { row.Occurred.From, row.KnownAt });
        var acts = (history.Acts ?? []).SelectMany(act => new[] { act.At, act.KnownAt });
        var times = stated.Concat(rows).Concat(acts).DefaultIfEmpty(new Moment(0)).ToArray();
        return new TimeInterval(times.Min(), times.Max().Plus(Century));
    }

    private int Count(BacktestInput input, History history, OutputFolder? folder)
    {
        BacktestResult result;
        using (var effects = folder is null ? null : new EffectsJsonLines(folder.Create("effects.jsonl")))
        {
            result = RunProgress.Over(input, effect => effects?.Write(effect));
        }
        var report = new BacktestReport(
            result,
            history.Inputs,
            history.Assumptions,
            EngineVersion.Current,
            TzdbDateTimeZoneSource.Default.VersionId
        );
        if (folder is not null)
        {
            using (var summary = folder.Create("summary.json"))
            {
                SummaryJson.Write(summary, report);
            }
            WriteRejected(folder, history.Rejected);
            folder.Publish();
        }
        BacktestText.Write(output, report, new NextCommand(request, result).Arguments);
        return ExitStatus.Clean;
    }

    private string? AlarmProblem(Agreement agreement)
    {
        if (request.Alarm is not { } name || Alarm.Named(agreement, name) is not null)
        {
            return null;
        }
        var names = Alarm.NamesOf(agreement);
        var has = names.IsEmpty ? "it defines none" : $"it defines {string.Join(", ", names)}";
        return $"--alarm {name}: the text defines no grade of that name{NearMiss.Question(name, names)} ({has})";
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
        errors.WriteLine($"  {first.File}:{first.Line}: {first.Column} '{first.Value}': {first.Reason}");
    }

    private static void WriteRejected(OutputFolder folder, ImmutableArray<RejectedRow> rejected)
    {
        using var writer = new StreamWriter(folder.Create(RejectedFile));
        RejectedWriter.Write(writer, rejected);
    }
}
