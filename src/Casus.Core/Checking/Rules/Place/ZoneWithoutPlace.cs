using Casus.Core.Geography;

namespace Casus.Core.Checking.Rules.Place;

/// <summary>A zone that is named and nowhere drawn.</summary>
internal sealed class ZoneWithoutPlace : Rule
{
    public override string Code => "CAS3602";
    public override string Title => "A zone that is nowhere drawn";
    public override RuleGroup Group => RuleGroup.Place;

    public override string Why =>
        "Whether something lies in it cannot be computed, so what depends on it stays undetermined or is disputed.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var zone in text.Agreement.Zones.Where(zone => zone.Declared))
        {
            if (Open(zone.Area) is { } open)
            {
                yield return At(
                    text.Labels("zone").FirstOrDefault(label => label.WordsText() == zone.Written)?.Span ?? text.Whole,
                    $"`{open}` has no geometry here, so places in `{zone.Name}` are undetermined.",
                    $"Zone {zone.Name} from \"area.geojson\"."
                );
            }
        }
    }

    private static string? Open(Area area) =>
        area switch
        {
            Area.Named named => named.Name,
            Area.Union union => union.Of.Select(Open).FirstOrDefault(open => open is not null),
            Area.Difference difference => Open(difference.Of) ?? Open(difference.Except),
            _ => null,
        };
}
