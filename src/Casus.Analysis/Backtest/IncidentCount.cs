using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Facts;
using Casus.Core.Stepping.Counting;

namespace Casus.Analysis.Backtest;

/// <summary>
/// Rows that meet the life and the span, against the first zone declared (S2, S13); acts are counted apart, as the rows
/// bound them.
/// </summary>
/// <param name="Undetermined">Where no zone is declared, all of them: nothing is inside or outside of anything.</param>
/// <param name="ActsAtMost">Null where a row leaves it open.</param>
public sealed record IncidentCount(
    int Total,
    int Inside,
    int Outside,
    int Undetermined,
    long ActsAtLeast,
    long? ActsAtMost
)
{
    internal static IncidentCount Of(ConditionMachine conditions, IEnumerable<IncidentRow> rows)
    {
        long atLeast = 0;
        long atMost = 0;
        foreach (var row in rows.Where(row => conditions.InRecord(row.Id)))
        {
            atLeast = Math.Min(atLeast + row.CountMin, IncidentRow.Unbounded);
            atMost = Math.Min(atMost + row.CountMax, IncidentRow.Unbounded);
        }
        long? bound = atMost >= IncidentRow.Unbounded ? null : atMost;
        var total = conditions.RowCount;
        var zones = conditions.ZoneTotals();
        return zones.IsEmpty
            ? new IncidentCount(total, 0, 0, total, atLeast, bound)
            : new IncidentCount(total, zones[0].Inside, zones[0].Outside, zones[0].Undetermined, atLeast, bound);
    }
}

/// <summary>The same rows against a zone by name.</summary>
public sealed record ZoneCount(string Name, int Total, int Inside, int Outside, int Undetermined)
{
    internal static ImmutableArray<ZoneCount> Of(Agreement agreement, ConditionMachine conditions) =>
        [
            .. conditions
                .ZoneTotals()
                .Where(zone => agreement.Zones[zone.Zone].Declared)
                .Select(zone => new ZoneCount(
                    agreement.Zones[zone.Zone].Name,
                    zone.Total,
                    zone.Inside,
                    zone.Outside,
                    zone.Undetermined
                )),
        ];
}
