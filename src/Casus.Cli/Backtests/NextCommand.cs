using Casus.Analysis.Backtest;
using Casus.Cli.Inputs;

namespace Casus.Cli.Backtests;

/// <summary>The one command that would tell the most after this one, ready to be copied.</summary>
internal sealed class NextCommand(BacktestRequest request, BacktestResult result)
{
    /// <summary>The arguments, quoted for a shell.</summary>
    public IReadOnlyList<string> Arguments
    {
        get
        {
            if (result.Alarm is { NeedsActs: true } && Alarm.GradeOf(result.Agreement) is { } grade)
            {
                return With("--alarm", grade);
            }
            if (request.Assume.Count == 0 && Assumption() is { } assumption)
            {
                return With("--assume", assumption);
            }
            return request.Out is null
                ? With("--out", "out")
                : ["./casus", "check", ShellWords.Quoted(request.Agreement)];
        }
    }

    /// <summary>What would decide most rows, if it were so.</summary>
    private string? Assumption()
    {
        var agreement = result.Agreement;
        var verifier = agreement.Established?.VerifiedBy.FirstOrDefault();
        var isUnestablished = result.Undecided.Any(undecided => undecided.What == Undecided.Establishment);
        return isUnestablished && verifier is not null ? $"verified_by={verifier}" : null;
    }

    private IReadOnlyList<string> With(string option, string value) =>
        [
            "./casus",
            "backtest",
            .. request.Arguments.Skip(1).Select(ShellWords.Quoted),
            option,
            ShellWords.Quoted(value),
        ];
}
