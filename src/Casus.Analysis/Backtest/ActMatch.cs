using Casus.Core.Facts;
using Casus.Core.Norms;

namespace Casus.Analysis.Backtest;

/// <summary>Whether an act of the table is one that a trigger waits for, by kind and persons.</summary>
internal static class ActMatch
{
    public static bool Holds(Act act, ActPattern pattern) =>
        act.Kind == pattern.Kind
        && (pattern.By.IsEmpty || act.By.Any(by => pattern.By.Contains(by)))
        && (pattern.To.IsEmpty || act.To is null || pattern.To.Contains(act.To));
}
