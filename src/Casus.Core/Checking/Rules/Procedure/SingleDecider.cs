using Casus.Core.Procedures;

namespace Casus.Core.Checking.Rules.Procedure;

/// <summary>An answer to an act that hangs on the word of one.</summary>
internal sealed class SingleDecider : Rule
{
    public override string Code => "CAS3406";
    public override string Title => "A single decider";
    public override RuleGroup Group => RuleGroup.Procedure;

    public override string Why =>
        "Everything that follows hangs on one government, and on whether it answers at all; the others can neither "
        + "begin nor be held to anything.";

    public override IEnumerable<Finding> Check(CheckedText text) =>
        from decision in text.Decisions
        where decision.Procedure is { Rule: DecisionRule.Single, Block: not null }
        where !Outside.Decides(text, decision.Procedure)
        let name = decision.Procedure.Deciders.Names.FirstOrDefault()
        where name is not null
        let hanging = text
            .Norms.Where(stated => stated.Norm.Branch?.Procedure == decision.Procedure.Clause)
            .Select(stated => stated.Norm.Clause)
            .Distinct(StringComparer.Ordinal)
            .ToList()
        select At(
            decision.Syntax.Subject.Span,
            hanging.Count == 0
                ? $"{name} alone decides on {decision.Procedure.Subject ?? "this"}."
                : $"{name} alone decides on {decision.Procedure.Subject ?? "this"}; {string.Join(", ", hanging)} "
                    + $"{(hanging.Count == 1 ? "hangs" : "hang")} on it.",
            "the guarantors decide on assistance by two thirds of guarantors, without the accused"
        );
}
