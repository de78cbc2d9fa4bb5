namespace Casus.Core.Checking.Rules.Clocks;

/// <summary>A notice of so many days, and no word of who gives it to whom.</summary>
internal sealed class NoticeWithoutStart : Rule
{
    private static readonly string[] Calls = ["deploy", "activate", "mobilise", "call", "notify", "send"];

    public override string Code => "CAS3310";
    public override string Title => "A period of notice with no start";
    public override RuleGroup Group => RuleGroup.Clocks;
    public override bool NeedsWholeText => true;

    public override string Why => "Days of notice run from a notice: who gives it, and to whom, is when they start.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var right in text.Agreement.Life.Withdrawals)
        {
            if (right is { Stands: true, Notice: { } notice, To: null })
            {
                yield return At(
                    text.SpanOf(right.Clause),
                    $"The {notice} of notice run from its receipt, and nobody is named to receive it.",
                    $"with {notice}{(notice.Amount == 1 ? "'s" : "'")} notice to {text.Agreement.Depositary ?? "the depositary"}"
                );
            }
        }
        var called = text.Norms.Any(stated =>
            Calls.Contains(stated.Norm.Verb, StringComparer.Ordinal)
            && (
                Names(stated.Norm.Object, "force")
                || Names(stated.Norm.Object, "personnel")
                || Names(stated.Norm.Object, "troop")
            )
        );
        if (called)
        {
            yield break;
        }
        foreach (var pledge in text.Agreement.Pledges)
        {
            if (pledge.Notice is { } notice && text.ProvisionOf(pledge.Clause) is { } place)
            {
                yield return At(
                    place.Span,
                    $"The {pledge.Unit} are ready at {notice} of notice, and no sentence says who gives the notice.",
                    $"{pledge.By.FirstOrDefault()} shall deploy the {pledge.Unit} within {notice} after a request by ..."
                );
            }
        }
    }

    private static bool Names(string written, string noun) =>
        written.Contains(noun, StringComparison.OrdinalIgnoreCase);
}
