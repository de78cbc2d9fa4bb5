using System.Collections.Immutable;
using Casus.Core.Facts;

namespace Casus.Analysis.Backtest;

/// <summary>
/// Facts in the order in which they became known; ties keep the order of the tables, rows before acts.
/// </summary>
internal static class FactOrder
{
    public static IEnumerable<Fact> Of(ImmutableArray<IncidentRow> rows, ImmutableArray<Act> acts)
    {
        // OrderBy is stable.
        var known = rows.OrderBy(row => row.KnownAt).ToArray();
        var done = acts.OrderBy(act => act.KnownAt).ToArray();
        var next = 0;
        foreach (var row in known)
        {
            while (next < done.Length && done[next].KnownAt < row.KnownAt)
            {
                yield return new ActRecorded(done[next++]);
            }
            yield return new IncidentReported(row);
        }
        while (next < done.Length)
        {
            yield return new ActRecorded(done[next++]);
        }
    }
}
