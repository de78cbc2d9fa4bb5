using Casus.Core.Diagnostics;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Clocks;

/// <summary>`forthwith` stands where a deadline could.</summary>
internal sealed class ForthwithHasNoMeasure : Rule
{
    public override string Code => "CAS3306";
    public override string Title => "`forthwith` has no measure";
    public override RuleGroup Group => RuleGroup.Clocks;
    public override Severity Severity => Severity.Information;

    public override string Why =>
        "Hours for one reader are weeks for another. It presses, but there is no instant at which the duty is overdue.";

    public override IEnumerable<Finding> Check(CheckedText text) =>
        from stated in text.Norms
        where stated.Norm is { Forthwith: true, Deadline: null, Kind: NormKind.Do, IsFallback: false }
        from tail in stated.Syntax.Tails.OfType<ForthwithTailSyntax>().Take(1)
        select At(
            tail.Span,
            $"Nothing says when `shall {stated.Norm.Verb}` forthwith is late.",
            "forthwith, within 72 hours"
        );
}
