using Casus.Core.Diagnostics;
using Casus.Core.Procedures;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Checking.Rules.Procedure;

/// <summary>A decision, and no word of what it means that somebody does not vote.</summary>
internal sealed class NoMeaningOfSilence : Rule
{
    public override string Code => "CAS3403";
    public override string Title => "No meaning of silence";
    public override RuleGroup Group => RuleGroup.Procedure;

    public override string Why =>
        "Whoever does not answer must count as something. Where the text is silent too, silence is read as no vote, so "
        + "that to stay away is the easiest way to refuse.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var (decision, syntax) in text.Decisions)
        {
            if (decision.SilenceWritten is not null || Outside.Decides(text, decision))
            {
                continue;
            }
            var single = decision.Rule == DecisionRule.Single;
            var who = single
                ? decision.Deciders.Names.FirstOrDefault() ?? "The decider"
                : "A member that does not vote";
            yield return At(
                    syntax.Predicate.Span,
                    single
                        ? $"{who} may say nothing, and the text does not say what follows: it is read as a no."
                        : $"{who} counts as nothing here, and the text does not say so.",
                    "..., silence counts as consent"
                )
                .With(Ending(syntax, "Count silence as consent", ", silence counts as consent"))
                .With(Ending(syntax, "Count silence as rejection", ", silence counts as rejection"));
        }
    }

    private static Fix Ending(ClauseSyntax syntax, string title, string words) =>
        Fix.Choice(title, new TextSpan(syntax.Span.End, 0), words);
}
