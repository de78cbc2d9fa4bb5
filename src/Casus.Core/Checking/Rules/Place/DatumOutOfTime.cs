using System.Globalization;
using NodaTime;

namespace Casus.Core.Checking.Rules.Place;

/// <summary>A line whose date lies after that of the text, or more than a year before it.</summary>
internal sealed class DatumOutOfTime : Rule
{
    /// <summary>A front that moves is seldom where it was a year ago.</summary>
    private const int OldDays = 365;

    public override string Code => "CAS3606";
    public override string Title => "A datum of another time";
    public override RuleGroup Group => RuleGroup.Place;

    public override string Why =>
        "A line that is to be drawn after the signature can be moved until then; one from long before is no longer where the sides stand.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Agreement.TextDate is not { } signed)
        {
            yield break;
        }
        foreach (var line in text.Agreement.Lines)
        {
            if (line.AsOf is not { } asOf)
            {
                continue;
            }
            var days = Period.DaysBetween(signed, asOf);
            if (days > 0 || days < -OldDays)
            {
                yield return At(
                    text.Declaration(line.Name, "line")?.Span ?? text.Whole,
                    days > 0
                        ? $"{line.Name} is as of {Iso(asOf)}, {Days(days)} after the text of {Iso(signed)}: until then it can still be moved."
                        : $"{line.Name} is as of {Iso(asOf)}, {Days(-days)} before the text of {Iso(signed)}.",
                    $"Line {line.Name} from \"{line.File ?? "line.geojson"}\", as of {Iso(signed)}."
                );
            }
        }
    }

    private static string Days(int days) =>
        days == 1 ? "1 day" : $"{days.ToString("#,0", CultureInfo.InvariantCulture)} days";

    private static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
