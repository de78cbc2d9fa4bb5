using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Geography;

namespace Casus.Reference;

/// <summary>Conduct and place of a row against a pattern (S2, S4, S5, S14).</summary>
internal sealed class PlaceJudge(RecordAt record)
{
    public Verdict Conduct(IncidentRow row, IncidentPattern pattern) =>
        pattern.Conducts.IsEmpty
            ? Verdict.Met
            : pattern
                .Conducts.Select(conduct => record.Agreement.Conduct.Match(row.Conduct, conduct))
                .Aggregate(VerdictLogic.Or);

    public Verdict Places(IncidentRow row, IncidentPattern pattern) =>
        pattern
            .Places.Select(test =>
                test.Relations.Select(relation => Judge(row, relation, test.Index)).Aggregate(VerdictLogic.Or)
            )
            .Aggregate(Verdict.Met, VerdictLogic.And);

    /// <summary>In a sector; 0 asks for none.</summary>
    public Verdict Sector(IncidentRow row, int sector)
    {
        if (sector == 0)
        {
            return Verdict.Met;
        }
        var possible = record.LocationOf(row).Sectors;
        return possible.IsDefault ? Verdict.Undetermined
            : !possible.Contains(sector) ? Verdict.NotMet
            : possible.Length == 1 ? Verdict.Met
            : Verdict.Undetermined;
    }

    private Verdict Judge(IncidentRow row, PlaceRelation relation, int index)
    {
        var location = record.LocationOf(row);
        switch (relation)
        {
            case PlaceRelation.In:
                return location.Zones[index];
            case PlaceRelation.From:
                return record.Agreement.Zones[index].Area is Area.SideOfLine side
                    ? side.Left
                        ? location.OriginLeft[side.Line]
                        : location.OriginLeft[side.Line].Not()
                    : Verdict.Undetermined;
            default:
                var place = location.Left[index];
                var origin = location.OriginLeft[index];
                return place == Verdict.Undetermined || origin == Verdict.Undetermined
                    ? Verdict.Undetermined
                    : VerdictLogic.Of(place != origin);
        }
    }
}
