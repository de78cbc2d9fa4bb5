using Casus.Core.Checking.Timing;
using Casus.Core.Norms;
using Casus.Core.Time;

namespace Casus.Core.Checking.Rules.Life;

/// <summary>A monitor that goes before the duties whose breach only it can find.</summary>
internal sealed class MandateEndsFirst : Rule
{
    public override string Code => "CAS3805";
    public override string Title => "The monitor's mandate ends before the duty it serves";
    public override RuleGroup Group => RuleGroup.Life;

    public override string Why =>
        "The duties go on, and nobody is there to find that they are broken: what needs a finding can no longer arise.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var bodies = text
            .Agreement.Bodies.Where(body => !body.Outside && IsNeeded(text, body.Name))
            .Select(body => body.Name)
            .ToList();
        if (bodies.Count == 0)
        {
            yield break;
        }
        foreach (var stated in text.Norms)
        {
            if (
                stated.Norm is { IsDuty: true, Until: { } until } norm
                && bodies.Find(name => Serves(norm, name)) is { } body
                && Shorter(text, until) is { } why
            )
            {
                yield return At(
                    stated.Syntax.Span,
                    $"What {body} does here ends {why}; what only it can find is owed longer.",
                    "..., until this agreement ends"
                );
            }
        }
    }

    private static bool IsNeeded(CheckedText text, string body) =>
        text.Agreement.Attributed?.By.Contains(body) == true
        || text.Agreement.Established?.VerifiedBy.Contains(body) == true
        || text.Agreement.Bodies.Any(one => one.Name == body && one.Role == "monitor");

    private static bool Serves(Norm norm, string body) =>
        norm.Bearers.Actors.Names.Contains(body)
        || (
            norm.Verb is "admit" or "allow" or "permit"
            && norm.Object.Contains(body, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>When it ends, where that is before the agreement does; else null.</summary>
    private static string? Shorter(CheckedText text, Point until)
    {
        var duration = text.Agreement.Life.Duration;
        switch (until)
        {
            case Point.Offset { Before: false, From: Point.EntryIntoForce } offset:
                var whole = duration is { From: Point.EntryIntoForce } term ? term.Length : (Length?)null;
                var why = whole is null ? "the agreement has no term" : $"the agreement lasts {whole}";
                return
                    (whole is null && duration is null)
                    || (whole is { } length && Delay.Of(offset.Length).Most < Delay.Of(length).Least)
                    ? $"{offset.Length} after entry into force, and {why}"
                    : null;
            case Point.Stated stated:
                var day = AgreementCalendar
                    .LocalDateOf(text.Agreement.Calendar.DayOf(stated.Last))
                    .ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                if (duration is null)
                {
                    return $"on {day}, and the agreement has no term";
                }
                return
                    text.Agreement.TextDate is { } date
                    && duration.From is Point.EntryIntoForce
                    && stated.Last
                        < text.Agreement.Calendar.Add(
                            text.Agreement.Calendar.StartOfDay(AgreementCalendar.NumberOf(date)),
                            duration.Length
                        )
                    ? $"on {day}, and the agreement lasts {duration.Length}"
                    : null;
            default:
                return null;
        }
    }
}
