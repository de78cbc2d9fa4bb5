using Casus.Core.Diagnostics;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Checking.Rules.Evidence;

/// <summary>Several sources are asked for, and not that they be independent.</summary>
internal sealed class IndependenceUndefined : Rule
{
    public override string Code => "CAS3509";
    public override string Title => "Sources that need not be independent";
    public override RuleGroup Group => RuleGroup.Evidence;

    public override string Why =>
        "Two papers that print one communiqué, or two organs of one party, are two sources by the words and one in fact.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Agreement.Established is not { Sources: > 1 } established)
        {
            yield break;
        }
        if (text.ProvisionOf(established.Clause)?.Statement is not { } statement)
        {
            yield break;
        }
        foreach (var condition in statement.Tails.OfType<ConditionTailSyntax>().Select(tail => tail.Condition))
        {
            foreach (var clause in condition.Clauses)
            {
                var head = clause.Subject.Items.FirstOrDefault()?.Head;
                if (head?.Term is [.., var noun] && noun.Value is "source" or "sources" && !SaysSo(head))
                {
                    yield return At(
                            head.Span,
                            $"{established.Sources} sources establish an incident, and nothing asks that they be independent of "
                                + "one another or of the parties.",
                            $"at least {established.Sources} independent sources"
                        )
                        .With(
                            Fix.Choice(
                                "Write `independent` before `sources`",
                                new TextSpan(noun.Span.Start, 0),
                                "independent "
                            )
                        );
                }
            }
        }
    }

    private static bool SaysSo(SimpleSyntax head) => head.Term.Any(word => word.Value == "independent");
}
