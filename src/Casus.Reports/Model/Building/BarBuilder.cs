using System.Collections.Immutable;
using Casus.Core.Norms;
using Casus.Reports.Json;

namespace Casus.Reports.Model.Building;

/// <summary>
/// Instances of duties; where they are too many, those that respond to something come first, and the earliest of them.
/// </summary>
internal sealed class BarBuilder(ImmutableArray<DutyRow> duties, EffectSelection effects)
{
    private const int Most = 3_000;

    public ImmutableArray<DutyBar> Build(IReadOnlyList<DutyStanding> standings)
    {
        var index = new Dictionary<(string, string), int>();
        for (var i = 0; i < duties.Length; i++)
        {
            index.Add((duties[i].Clause, duties[i].Bearer), i);
        }
        return
        [
            .. standings
                .OrderByDescending(standing => duties[index[(standing.Clause, standing.Bearer)]].Triggered)
                .ThenBy(standing => standing.Effect)
                .Take(Most)
                .Select(standing => Bar(standing, index[(standing.Clause, standing.Bearer)]))
                .OrderBy(bar => bar.At)
                .ThenBy(bar => bar.Seq),
        ];
    }

    private DutyBar Bar(DutyStanding standing, int duty) =>
        new(
            duty,
            standing.Beneficiary,
            standing.At.Second,
            standing.KnownAt.Second,
            standing.Deadline?.Second,
            effects.ClosedAt(standing.Effect),
            standing.Status == DutyStatus.Overdue && effects.BornOverdue(standing.Effect)
                ? "bornOverdue"
                : JsonNames.Of(standing.Status),
            standing.Supposed,
            standing.Effect
        );
}
