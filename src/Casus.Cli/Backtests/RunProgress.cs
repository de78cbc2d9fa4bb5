using Casus.Analysis.Backtest;
using Casus.Core.Effects;
using Spectre.Console;

namespace Casus.Cli.Backtests;

/// <summary>Runs a backtest; on a terminal with a progress bar on standard error, elsewhere in silence.</summary>
internal static class RunProgress
{
    /// <summary>Fewer facts are done before a bar could be read.</summary>
    private const int WorthABar = 20_000;

    public static BacktestResult Over(BacktestInput input, Action<Effect> sink)
    {
        var facts = input.Incidents.Length + (input.Acts?.Length ?? 0);
        if (Console.IsErrorRedirected || facts < WorthABar)
        {
            return BacktestRun.Run(input, sink, null);
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console
            .Progress()
            .AutoClear(true)
            .Start(context =>
            {
                var task = context.AddTask("stepping through the facts", maxValue: facts);
                return BacktestRun.Run(input, sink, done => task.Value = done);
            });
    }
}
