namespace Casus.Core.Checking.Rules.Place;

/// <summary>Conduct is forbidden in zones alone, and some of a line, or all of it, lies in none of them.</summary>
internal sealed class LineOutsideZones : Rule
{
    /// <summary>Less than this of a line is within what it can be drawn to.</summary>
    private const double LeastMetres = 1_000;

    public override string Code => "CAS3607";
    public override string Title => "Kilometres of line that no zone covers";
    public override RuleGroup Group => RuleGroup.Place;

    public override string Why => "There the front runs on and nothing is forbidden: the fighting moves to it.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var prohibitions = PatternUses.Contrary(text).Where(use => use.Purpose == PatternPurpose.Forbids).ToList();
        if (prohibitions.Count == 0 || prohibitions.Exists(use => use.Pattern.Places.IsEmpty))
        {
            yield break;
        }
        var zones = prohibitions
            .SelectMany(use => use.Pattern.Places)
            .Where(test => !test.Relations.Contains(Conditions.PlaceRelation.Across))
            .Select(test => test.Index)
            .ToHashSet();
        if (zones.Count == 0)
        {
            yield break;
        }
        for (var index = 0; index < text.Agreement.Lines.Length; index++)
        {
            var line = text.Agreement.Lines[index];
            if (zones.Any(zone => LineMeasures.Holds(text.Agreement.Zones[zone].Area, index)))
            {
                continue;
            }
            if (LineMeasures.Length(line) is not { } length)
            {
                continue;
            }
            var outside = LineMeasures.OutsideOf(text.Agreement, line, zones);
            if (outside >= LeastMetres)
            {
                yield return At(
                        text.Declaration(line.Name, "line")?.Span ?? text.Whole,
                        $"{LineMeasures.Km(outside)} of the {LineMeasures.Km(length)} km of {line.Name} lie in no zone where anything is "
                            + $"forbidden ({string.Join(", ", zones.Select(zone => text.Agreement.Zones[zone].Name))}).",
                        $"Zone {line.Name} Zone: within 15 km of {line.Name}."
                    )
                    .With(
                        new Diagnostics.RelatedPlace(
                            prohibitions[0].Span,
                            $"{prohibitions[0].Clause} forbids in zones alone."
                        )
                    );
            }
        }
    }
}
