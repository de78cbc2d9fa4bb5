using System.Globalization;
using Casus.Core.Diagnostics;
using Casus.Core.Geography;

namespace Casus.Core.Checking.Rules.Place;

/// <summary>A line that is drawn less finely than the zone along it is deep, or than a tenth of that.</summary>
internal sealed class CoarseLine : Rule
{
    public override string Code => "CAS3604";
    public override string Title => "A line coarser than its zone allows";
    public override RuleGroup Group => RuleGroup.Place;
    public override Severity Severity => Severity.Information;

    public override string Why =>
        "Within the line's own error nobody can say whether an act lay in the zone; Casus measures from the line as drawn.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var narrowest = new Dictionary<int, (Zone Zone, long Metres)>();
        foreach (var zone in text.Agreement.Zones.Where(zone => zone.Declared))
        {
            if (zone.Area is Area.WithinOfLine within)
            {
                if (!narrowest.TryGetValue(within.Line, out var known) || within.Metres < known.Metres)
                {
                    narrowest[within.Line] = (zone, within.Metres);
                }
            }
        }
        foreach (var (index, (zone, metres)) in narrowest)
        {
            var line = text.Agreement.Lines[index];
            if (line.AccuracyKm is not { } accuracyKm || accuracyKm * 10_000 <= metres)
            {
                continue;
            }
            var share = Math.Round(accuracyKm * 100_000 / metres).ToString(CultureInfo.InvariantCulture);
            yield return At(
                text.Declaration(line.Name, "line")?.Span ?? text.Whole,
                $"{line.Name} is drawn to about {accuracyKm.ToString("0.#", CultureInfo.InvariantCulture)} km, and {zone.Name} is "
                    + $"{LineMeasures.Km(metres)} km deep on each side: {share} percent of its depth is uncertain.",
                $"A file whose line is drawn to {LineMeasures.Km(metres / 10.0)} km or better, agreed and annexed."
            );
        }
    }
}
