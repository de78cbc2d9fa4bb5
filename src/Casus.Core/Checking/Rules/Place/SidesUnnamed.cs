using Casus.Core.Conditions;
using Casus.Core.Geography;
using Casus.Core.Text;

namespace Casus.Core.Checking.Rules.Place;

/// <summary>The text asks on which side of a line something lies, and nothing says whose sides they are.</summary>
internal sealed class SidesUnnamed : Rule
{
    public override string Code => "CAS3605";
    public override string Title => "A line whose sides nobody is named for";
    public override RuleGroup Group => RuleGroup.Place;

    public override string Why =>
        "Left and right are of the line's direction. Which of them is whose must be in its file, or no side can be told.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var told = new HashSet<int>();
        foreach (var (line, span, why) in Asked(text))
        {
            var drawn = text.Agreement.Lines[line];
            if (drawn.File is not null && (drawn.Left is null || drawn.Right is null) && told.Add(line))
            {
                yield return At(
                    span,
                    $"{why} of {drawn.Name}, and its file does not say whose side is left and whose is right.",
                    "\"left\": \"Ukraine\", \"right\": \"Russia\""
                );
            }
        }
    }

    private static IEnumerable<(int Line, TextSpan Span, string Why)> Asked(CheckedText text)
    {
        if (text.Agreement.Attributed is { BySideOfOrigin: true } attributed)
        {
            for (var line = 0; line < text.Agreement.Lines.Length; line++)
            {
                yield return (line, text.SpanOf(attributed.Clause), $"{attributed.Clause} attributes by the side");
            }
        }
        foreach (var use in text.Uses)
        {
            foreach (var test in use.Pattern.Places.Where(test => test.Relations.Contains(PlaceRelation.Across)))
            {
                yield return (test.Index, use.Span, $"{use.Clause} asks for what crosses from side to side");
            }
        }
        foreach (var zone in text.Agreement.Zones.Where(zone => zone.Declared && zone.Area is Area.SideOfLine))
        {
            yield return (
                ((Area.SideOfLine)zone.Area).Line,
                text.Declaration(zone.Name, "zone")?.Span ?? text.Whole,
                $"{zone.Name} is one side"
            );
        }
    }
}
