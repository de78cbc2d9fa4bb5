using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Geography;

namespace Casus.Analysis.Backtest;

/// <summary>
/// Rows that meet the life and the span, against one zone (S2, S13); acts are counted apart, as the rows bound them.
/// </summary>
/// <param name="ActsAtMost">Null where a row leaves it open.</param>
public sealed record IncidentCount(
    int Total,
    int Inside,
    int Outside,
    int Undetermined,
    long ActsAtLeast,
    long? ActsAtMost
);

/// <summary>The same for a zone by name.</summary>
public sealed record ZoneCount(string Name, int Total, int Inside, int Outside, int Undetermined);

/// <summary>Counts rows against every zone that the agreement declares.</summary>
internal sealed class IncidentTally(ImmutableArray<Zone> zones)
{
    private readonly int[,] verdicts = new int[zones.Length, 3];
    private int total;
    private long atLeast;
    private long atMost;

    public void Add(IncidentRow row, Location location)
    {
        total++;
        atLeast = Math.Min(atLeast + row.CountMin, IncidentRow.Unbounded);
        atMost = Math.Min(atMost + row.CountMax, IncidentRow.Unbounded);
        for (var zone = 0; zone < zones.Length; zone++)
        {
            verdicts[zone, (int)location.Zones[zone]]++;
        }
    }

    /// <summary>Against the first zone declared; where there is none, no row is inside or outside of anything.</summary>
    public IncidentCount First
    {
        get
        {
            long? most = atMost >= IncidentRow.Unbounded ? null : atMost;
            return zones.IsEmpty
                ? new IncidentCount(total, 0, 0, total, atLeast, most)
                : new IncidentCount(
                    total,
                    Of(0, Verdict.Met),
                    Of(0, Verdict.NotMet),
                    Of(0, Verdict.Undetermined),
                    atLeast,
                    most
                );
        }
    }

    public ImmutableArray<ZoneCount> Zones =>
        [
            .. zones.Select(
                (zone, i) =>
                    new ZoneCount(
                        zone.Name,
                        total,
                        Of(i, Verdict.Met),
                        Of(i, Verdict.NotMet),
                        Of(i, Verdict.Undetermined)
                    )
            ),
        ];

    private int Of(int zone, Verdict verdict) => verdicts[zone, (int)verdict];
}
