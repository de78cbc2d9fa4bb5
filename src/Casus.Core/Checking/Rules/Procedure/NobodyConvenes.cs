using Casus.Core.Diagnostics;
using Casus.Core.Norms;
using Casus.Core.Procedures;

namespace Casus.Core.Checking.Rules.Procedure;

/// <summary>A vote of several in an answer to an act, and nobody who calls it.</summary>
internal sealed class NobodyConvenes : Rule
{
    private static readonly string[] Convening = ["convene", "chair", "call", "meet", "request"];

    public override string Code => "CAS3411";
    public override string Title => "Nobody convenes the deciders";
    public override RuleGroup Group => RuleGroup.Procedure;
    public override Severity Severity => Severity.Information;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "Several must vote, and nobody must put the question. Here a vote opens by itself; governments do not.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (
            text.Norms.Any(stated => Convening.Contains(stated.Norm.Verb, StringComparer.Ordinal) && stated.Norm.IsDuty)
        )
        {
            yield break;
        }
        foreach (var (decision, syntax) in text.Decisions)
        {
            var chaired = text.Agreement.Bodies.Any(body =>
                body.Chair is not null
                && decision.Deciders.Written.Contains(body.Name, StringComparison.OrdinalIgnoreCase)
            );
            if (
                decision is { Block: not null, OpensAfter: not Point.OfAct, Rule: not DecisionRule.Single }
                && decision.Deciders.Names.Length > 1
                && !chaired
                && !Outside.Decides(text, decision)
            )
            {
                yield return At(
                    syntax.Subject.Span,
                    $"{decision.Deciders.Names.Length} decide here, and no sentence says who puts the question to them.",
                    "... shall convene the guarantors within 12 hours;"
                );
            }
        }
    }
}
