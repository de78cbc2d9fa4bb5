using Casus.Core.Norms;

namespace Casus.Core.Checking.Rules.Life;

/// <summary>`shall` in an instrument whose form may bind nobody in law.</summary>
internal sealed class DutiesInLooseForm : Rule
{
    private static readonly string[] Loose =
    [
        "memorandum",
        "declaration",
        "statement",
        "communique",
        "understanding",
        "framework",
        "plan",
        "intent",
        "document",
        "arrangement",
        "compact",
        "recommendation",
        "paper",
    ];

    public override string Code => "CAS3807";
    public override string Title => "Duties in a form that may not bind";
    public override RuleGroup Group => RuleGroup.Life;

    public override string Why =>
        "`shall` makes a duty only in an instrument that is meant to bind. When it is called on, one side says treaty and "
        + "the other says political assurance.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var form = text.Agreement.Form;
        if (
            text.Labels("form").FirstOrDefault() is not { } label
            || (form.Doubt is null && !Loose.Any(word => form.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
        )
        {
            yield break;
        }
        var duties = text.Norms.Count(stated => stated.Norm.IsDuty && stated.Norm.Modal is not Modal.Intends);
        if (duties > 0)
        {
            var doubt = form.Doubt is null || form.Doubt == form.Name ? "" : $" ({form.Doubt})";
            yield return At(
                label.Span,
                $"The form is `{form.Name}`{doubt}, and {duties} "
                    + $"{(duties == 1 ? "sentence says" : "sentences say")} `shall`.",
                "Form: treaty."
            );
        }
    }
}
