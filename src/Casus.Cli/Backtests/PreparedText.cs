using Casus.Analysis.Backtest;
using Casus.Cli.Inputs;
using Casus.Core.Agreements;
using Casus.Core.Binding;
using Casus.Core.Diagnostics;
using Casus.Core.Text;
using Casus.Core.Time;
using Casus.Data.Coverage;
using Casus.Data.Tables;
using Casus.Reports.Text;

namespace Casus.Cli.Backtests;

/// <summary>The days that a request names: entry into force and span; null where it names none.</summary>
internal readonly record struct RequestedDays(Moment? InForceFrom, Moment? From, Moment? To);

/// <summary>
/// The text of a request, compiled under its choices, and what of the request can only be read with it.
/// </summary>
internal sealed record PreparedText(BacktestRequest Request, Compilation Compilation, RequestedDays Days)
{
    public Agreement Agreement => Compilation.Agreement;

    public SourceText Source => Compilation.Source;

    /// <summary>Null with a status, and with words on the errors, where the request cannot be run.</summary>
    public static PreparedText? Read(BacktestRequest request, TextWriter errors, out int status)
    {
        if (Choices.Read(request.Choose, out var reason) is not { } choices)
        {
            status = UsageErrors.Report(errors, reason!, "Write --choose NAME=VALUE.");
            return null;
        }
        if (AgreementText.Open(request.Agreement, out var problem) is not { } text)
        {
            status = Unusable.Report(errors, problem!);
            return null;
        }
        var compilation = text.Compile(choices);
        if (Choices.Check(compilation.Agreement, choices) is { } refused)
        {
            status = UsageErrors.Report(errors, refused, "Write --choose NAME=VALUE with a bracket of the text.");
            return null;
        }
        if (compilation.HasErrors)
        {
            status = ReportErrors(compilation, errors);
            return null;
        }
        if (AlarmProblem(request, compilation.Agreement) is { } unknown)
        {
            status = UsageErrors.Report(errors, unknown, "Name a grade of the text, or leave --alarm out.");
            return null;
        }
        if (AssumedNames.Problem(request.Assume, compilation.Agreement) is { } stranger)
        {
            status = UsageErrors.Report(errors, stranger, "Name one of the text's own.");
            return null;
        }
        var days = ReadDays(request, compilation.Agreement.Calendar, ref reason);
        status = reason is null
            ? ExitStatus.Clean
            : UsageErrors.Report(errors, reason, "Write a date, such as 2015-02-15.");
        return reason is null ? new PreparedText(request, compilation, days) : null;
    }

    /// <summary>All that the run is a function of.</summary>
    public BacktestInput With(History history)
    {
        var coverage = CoverageOfInputs.Over(Reach(history), history.Coverage);
        return new BacktestInput
        {
            Agreement = Agreement,
            Incidents = history.Incidents,
            Acts = history.Acts,
            Episodes = history.Episodes,
            Alarm = Request.Alarm is { } name ? Alarm.Named(Agreement, name) : Alarm.Of(Agreement),
            Suppose = Request.Suppose,
            InForceFrom = Days.InForceFrom,
            From = Days.From,
            To = Days.To,
            Uncovered = coverage.Uncovered,
            CoverageStated = !coverage.TakenAsComplete,
        };
    }

    /// <summary>
    /// Every instant that a run over the history may judge: from its first fact to a century after its last.
    /// </summary>
    private TimeInterval Reach(History history)
    {
        const long Century = 36_525L * 86_400;
        var stated = new[] { Days.InForceFrom, Days.From, Days.To }.OfType<Moment>();
        var rows = history.Incidents.SelectMany(row => new[] { row.Occurred.From, row.KnownAt });
        var acts = (history.Acts ?? []).SelectMany(act => new[] { act.At, act.KnownAt });
        var times = stated.Concat(rows).Concat(acts).DefaultIfEmpty(new Moment(0)).ToArray();
        return new TimeInterval(times.Min(), times.Max().Plus(Century));
    }

    private static int ReportErrors(Compilation compilation, TextWriter errors)
    {
        var wrong = compilation.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error);
        DiagnosticText.Write(errors, compilation.Source, wrong);
        errors.WriteLine(
            $"casus: {compilation.Source.Path} has errors and is not run. Mend them; ./casus check says all of them."
        );
        return ExitStatus.UnusableInput;
    }

    private static RequestedDays ReadDays(BacktestRequest request, AgreementCalendar calendar, ref string? reason)
    {
        var inForceFrom = DayOption.Read("--in-force-from", request.InForceFrom, calendar, ref reason)?.From;
        var from = DayOption.Read("--from", request.From, calendar, ref reason)?.From;
        var to = DayOption.Read("--to", request.To, calendar, ref reason)?.To;
        if (from > to)
        {
            reason ??= $"--from {request.From} --to {request.To}: the end is before the start";
        }
        if (inForceFrom > to)
        {
            reason ??=
                $"--in-force-from {request.InForceFrom} --to {request.To}: the end is before the entry into force";
        }
        return new RequestedDays(inForceFrom, from, to);
    }

    private static string? AlarmProblem(BacktestRequest request, Agreement agreement)
    {
        if (request.Alarm is not { } name || Alarm.Named(agreement, name) is not null)
        {
            return null;
        }
        var names = Alarm.NamesOf(agreement);
        var has = names.IsEmpty ? "it defines none" : $"it defines {string.Join(", ", names)}";
        return $"--alarm {name}: the text defines no grade of that name{NearMiss.Question(name, names)} ({has})";
    }
}
