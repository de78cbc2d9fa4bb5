using System.Globalization;
using Casus.Core.Geography;

namespace Casus.Core.Checking.Rules.Place;

/// <summary>A line from which distances are measured, and which is nowhere drawn.</summary>
internal sealed class LineWithoutDatum : Rule
{
    public override string Code => "CAS3601";
    public override string Title => "A distance without a datum";
    public override RuleGroup Group => RuleGroup.Place;

    public override string Why =>
        "A distance is as good as the line that it is measured from. One that moves, or that nobody drew, is each side's own.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var line in text.Agreement.Lines.Where(line => line.File is null))
        {
            var asOf = line.AsOf?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "2026-01-06";
            yield return At(
                text.Declaration(line.Name, "line")?.Span ?? text.Whole,
                $"`{line.Name}` {Lacks(line)}, so every distance from it is undetermined.",
                $"Line {line.Name} from \"line.geojson\", as of {asOf}."
            );
        }
    }

    private static string Lacks(DatumLine line) =>
        line.Moving ? "moves with the front, and no file says where it stands"
        : line.AsOf is { } date
            ? $"has a date ({date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}) and no file that draws it"
        : "names no file";
}
