using Casus.Core.Binding;

namespace Casus.Core.Checking.Rules.Unreachable;

/// <summary>A clock, a start or a condition on something that no fact of the tables reports.</summary>
internal sealed class NoFactReports : Rule
{
    public override string Code => "CAS3101";
    public override string Title => "A clock or condition on something that no fact reports";
    public override RuleGroup Group => RuleGroup.Unreachable;

    public override string Why =>
        "No fact of the formats reports it, so it never comes: name an act of the acts table, or a finding of a body.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var body = text.Agreement.Bodies.FirstOrDefault(one => !one.Outside)?.Name ?? "Commission";
        foreach (var seen in text.Compilation.Observations)
        {
            if (seen.Kind == ObservationKind.UnreportedInstant)
            {
                var matter = seen.Text.Replace("\"", "", StringComparison.Ordinal);
                yield return At(seen.Span, seen.Message, $"{body} has found \"{matter}\"");
            }
            else if (seen.Kind == ObservationKind.UnreportedEvent)
            {
                yield return At(seen.Span, seen.Message);
            }
        }
    }
}
