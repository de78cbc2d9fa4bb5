namespace Casus.Core.Checking.Rules.Hollow;

/// <summary>`shall respond`, and no more.</summary>
internal sealed class BareResponse : Rule
{
    public override string Code => "CAS3208";
    public override string Title => "A response that is not named";
    public override RuleGroup Group => RuleGroup.Hollow;

    public override string Why =>
        "Anything is a response, a statement too: whether this was done is a matter of opinion.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var (_, norm, syntax) in text.Norms)
        {
            if (norm.IsDuty && Promises.IsBare(norm))
            {
                yield return At(
                    syntax.Predicate.Span,
                    $"{norm.Clause} binds {Wording.Subject(syntax.Subject)} to `{norm.Verb}`, and does not say with what.",
                    "give \"air defence of Annex 1\" to Ukraine"
                );
            }
        }
    }
}
