using Casus.Core.Conditions;

namespace Casus.Core.Checking.Rules.Place;

/// <summary>Acts are counted by sectors of one line, and asked for along another that no sector follows.</summary>
internal sealed class LineWithoutSectors : Rule
{
    public override string Code => "CAS3608";
    public override string Title => "Kilometres of line that no sector follows";
    public override RuleGroup Group => RuleGroup.Place;

    public override string Why =>
        "Acts along it are counted in the sectors of the other line, or in none, so a threshold in one sector means nothing there.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Agreement.Sectors is not { } sectors || !CountsBySector(text))
        {
            yield break;
        }
        var used = text
            .Uses.Where(use => use.Purpose != PatternPurpose.Keeps)
            .SelectMany(use => use.Pattern.Places)
            .SelectMany(test =>
                test.Relations.Contains(PlaceRelation.Across)
                    ? [test.Index]
                    : LineMeasures.LinesOf(text.Agreement.Zones[test.Index].Area)
            )
            .Distinct()
            .Where(line => line != sectors.Line)
            .Order()
            .ToList();
        var along = text.Agreement.Lines[sectors.Line].Name;
        foreach (var index in used)
        {
            var line = text.Agreement.Lines[index];
            var length = LineMeasures.Length(line) is { } metres ? $"The {LineMeasures.Km(metres)} km" : "All";
            yield return At(
                text.Declaration(line.Name, "line")?.Span ?? text.Whole,
                $"{length} of {line.Name} have no sectors: sectors follow {along}, and acts along {line.Name} are counted in those, or in none.",
                $"Measure the zones from {along}, or count everywhere together."
            );
        }
    }

    private static bool CountsBySector(CheckedText text) =>
        text.Agreement.Conditions.Any(tracked =>
            tracked.Stands
            && tracked.Condition
                is Condition.Count { Scope: PlaceScope.OneSector }
                    or Condition.Series { Scope: PlaceScope.OneSector }
                    or Condition.Spread
                    or Condition.OnDays { Sectors: not null }
        ) || text.Norms.Any(stated => stated.Norm.Exceptions.Any(except => except.SelfDefence?.SameSector == true));
}
