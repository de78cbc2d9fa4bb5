using System.Collections.Immutable;
using Casus.Core.Diagnostics;

namespace Casus.Core.Checking.Rules.Procedure;

/// <summary>
/// A veto in the hand of a party that may stand accused: in a decision of the text, or in a body outside it to which
/// the text sends the question.
/// </summary>
internal sealed class AccusedMayVeto : Rule
{
    public override string Code => "CAS3402";
    public override string Title => "The accused holds a veto";
    public override RuleGroup Group => RuleGroup.Procedure;

    public override string Why =>
        "One vote ends the matter, and it is that of the party whose act is in question. What is sent to such a body "
        + "comes back undecided.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var (decision, syntax) in text.Decisions)
        {
            if (text.BlockOf(decision) is not { } block)
            {
                continue;
            }
            var vetoes = decision.Vetoes.Concat(OfBodies(text, decision.Deciders.Names));
            var both = Accusations.Accused(text, block).Where(vetoes.Contains).ToList();
            if (both.Count > 0)
            {
                yield return At(
                    syntax.Span,
                    $"{string.Join(", ", both)} may be accused of what this decides on, and may veto it.",
                    "by two thirds of guarantors, without the accused"
                );
            }
        }
        var outside = text.Agreement.Bodies.Where(body => !body.Vetoes.IsEmpty).ToList();
        if (outside.Count == 0)
        {
            yield break;
        }
        foreach (var stated in text.Norms)
        {
            if (
                text.BlockOf(stated.Norm) is not { } block
                || outside.Find(body => Names(stated.Norm.Object, body.Name)) is not { } body
            )
            {
                continue;
            }
            var both = Accusations.Accused(text, block).Where(body.Vetoes.Contains).ToList();
            if (both.Count > 0)
            {
                var finding = At(
                    stated.Syntax.Span,
                    $"The question goes to {body.Name}, where {string.Join(", ", both)} "
                        + $"{(both.Count == 1 ? "holds a veto and may be the one" : "hold vetoes and may be the ones")} accused.",
                    "the guarantors decide on assistance by two thirds of guarantors, without the accused, within 48 hours"
                );
                yield return text.Declaration(body.Name, "body") is { } declared
                    ? finding.With(new RelatedPlace(declared.Span, $"{body.Name}: its vetoes."))
                    : finding;
            }
        }
    }

    private static IEnumerable<string> OfBodies(CheckedText text, ImmutableArray<string> names) =>
        text.Agreement.Bodies.Where(body => names.Contains(body.Name)).SelectMany(body => body.Vetoes);

    private static bool Names(string written, string body) =>
        written.Contains(body, StringComparison.OrdinalIgnoreCase);
}
