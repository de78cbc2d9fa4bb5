using Casus.Core.Procedures;

namespace Casus.Core.Checking.Rules.Procedure;

/// <summary>Unanimity or consensus of more than two, in the answer to an act.</summary>
internal sealed class AnyoneBlocks : Rule
{
    public override string Code => "CAS3408";
    public override string Title => "Unanimity: any one blocks";
    public override RuleGroup Group => RuleGroup.Procedure;

    public override string Why =>
        "The answer is as strong as the most reluctant member. The more decide, the likelier it is that one refuses.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var (decision, syntax) in text.Decisions)
        {
            var block = text.BlockOf(decision);
            if (
                block is null
                || decision.Rule is not (DecisionRule.Unanimity or DecisionRule.Consensus)
                || Outside.Decides(text, decision)
            )
            {
                continue;
            }
            var accused = decision.WithoutAccused ? Accusations.Accused(text, block) : [];
            var names = decision.Deciders.Names;
            var voting = accused.Count == 1 ? names.Length - names.Count(accused.Contains) : names.Length;
            if (voting <= 2)
            {
                continue;
            }
            var silent = decision is { Rule: DecisionRule.Unanimity, SilenceConsents: false };
            yield return At(
                syntax.Predicate.Span,
                $"Any one of {voting} ({Phrases.List(names)}) blocks by saying no"
                    + $"{(silent ? ", or by saying nothing" : "")}.",
                "by two thirds of guarantors, without the accused"
            );
        }
    }
}
