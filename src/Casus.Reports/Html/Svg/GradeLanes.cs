using Casus.Reports.Model;

namespace Casus.Reports.Html.Svg;

/// <summary>A stretch as drawn. Sector: where it is of one alone. Seq: of the first effect in it.</summary>
internal readonly record struct DrawnStretch(long From, long To, bool IsMet, bool IsHindsight, int? Sector, long? Seq);

/// <summary>The lanes of one grade and party, all sectors together, in both views.</summary>
internal sealed record GradeLaneGroup(int Grade, string? Party, IReadOnlyList<GradeLane> Lanes)
{
    private const double Together = 0.5;

    /// <summary>What is met lies over what is undetermined, so it comes last.</summary>
    public IEnumerable<DrawnStretch> Merged(TimeScale scale) =>
        from isMet in new[] { false, true }
        from isHindsight in new[] { false, true }
        from stretch in Merged(scale, isMet, isHindsight)
        select stretch;

    private List<DrawnStretch> Merged(TimeScale scale, bool isMet, bool isHindsight)
    {
        var stretches =
            from lane in Lanes
            where lane.Hindsight == isHindsight
            from stretch in lane.Stretches
            where stretch.Met == isMet
            orderby stretch.From, stretch.To
            select new DrawnStretch(stretch.From, stretch.To, isMet, isHindsight, lane.Sector, stretch.Seq);
        var merged = new List<DrawnStretch>();
        foreach (var stretch in stretches)
        {
            if (merged.Count > 0 && scale.X(stretch.From) <= scale.X(merged[^1].To) + Together)
            {
                var last = merged[^1];
                merged[^1] = last with
                {
                    To = Math.Max(last.To, stretch.To),
                    Sector = last.Sector == stretch.Sector ? last.Sector : null,
                };
            }
            else
            {
                merged.Add(stretch);
            }
        }
        return merged;
    }
}

internal static class GradeLanes
{
    private const int MostLanes = 16;

    /// <summary>A lane for each grade and party, or for each grade where these would be too many.</summary>
    public static IReadOnlyList<GradeLaneGroup> Of(ReportView report)
    {
        var byParty = report.Model.Lanes.GroupBy(lane => (lane.Grade, lane.Party)).ToArray();
        var groups =
            byParty.Length <= MostLanes
                ? byParty.Select(group => new GradeLaneGroup(group.Key.Grade, group.Key.Party, [.. group]))
                : report
                    .Model.Lanes.GroupBy(lane => lane.Grade)
                    .Select(group => new GradeLaneGroup(group.Key, null, [.. group]));
        return [.. groups.OrderBy(group => group.Grade).ThenBy(group => group.Party, StringComparer.Ordinal)];
    }
}
