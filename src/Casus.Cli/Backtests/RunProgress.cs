using Casus.Analysis.Backtest;
using Casus.Cli.Terminals;
using Casus.Core.Effects;

namespace Casus.Cli.Backtests;

/// <summary>Runs a backtest; who watches at a terminal sees how far it is.</summary>
internal static class RunProgress
{
    public static BacktestResult Over(BacktestInput input, Action<Effect> sink, bool isQuiet)
    {
        var facts = input.Incidents.Length + (input.Acts?.Length ?? 0);
        using var stage = Stage.Begin("stepping through the facts", facts, isQuiet);
        return BacktestRun.Run(input, sink, stage is null ? null : reached => stage.Advance(reached));
    }
}
