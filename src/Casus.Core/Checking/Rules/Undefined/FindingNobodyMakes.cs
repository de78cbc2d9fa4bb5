using Casus.Core.Diagnostics;
using Casus.Core.Evidence;
using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Undefined;

/// <summary>A quality that holds once a body has found it, and no sentence obliges the body to look.</summary>
internal sealed class FindingNobodyMakes : Rule
{
    private static readonly string[] Looking =
    [
        "find",
        "verify",
        "investigate",
        "attribute",
        "inspect",
        "decide",
        "record",
        "report",
        "state",
        "publish",
    ];

    public override string Code => "CAS3013";
    public override string Title => "A finding that nobody must make";
    public override RuleGroup Group => RuleGroup.Undefined;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "Until the body has found it the answer is not no but nothing, and the body breaches nothing by staying silent.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Agreement.Predicates.IsEmpty)
        {
            yield break;
        }
        var asked = text.Agreement.Patterns.SelectMany(pattern => pattern.Predicates).ToHashSet(StringComparer.Ordinal);
        var looking = text
            .Norms.Where(stated => stated.Norm.IsDuty && Looking.Contains(stated.Norm.Verb))
            .SelectMany(stated => stated.Norm.Bearers.Actors.Names)
            .Concat(text.Decisions.SelectMany(decision => decision.Procedure.Deciders.Names))
            .ToHashSet(StringComparer.Ordinal);
        var idle = text
            .Agreement.Predicates.Where(predicate =>
                asked.Contains(predicate.Adjective)
                && !predicate.FoundBy.IsEmpty
                && !predicate.FoundBy.Any(looking.Contains)
                && text.ProvisionOf(predicate.Clause)?.Stands == true
            )
            .GroupBy(predicate => string.Join('\n', predicate.FoundBy), StringComparer.Ordinal);
        foreach (var group in idle)
        {
            var predicates = group.ToList();
            var words = predicates.Select(predicate => $"`{predicate.Adjective}`").ToList();
            var finders = predicates[0].FoundBy;
            var finding = At(
                Place(text, predicates[0]),
                $"{Wording.And(words)} {Wording.For(words, "waits", "wait")} for a finding of {Wording.Or(finders)}, and no "
                    + "sentence obliges it to look or by when.",
                $"{finders[0]} shall report \"its finding\" within 48 hours after the attack is reported."
            );
            foreach (var other in predicates.Skip(1))
            {
                finding = finding.With(new RelatedPlace(Place(text, other), $"`{other.Adjective}` too."));
            }
            yield return finding;
        }
    }

    private static Core.Text.TextSpan Place(CheckedText text, FindingPredicate predicate) =>
        text.ProvisionOf(predicate.Clause)?.Statement?.Predicate is StatePredicateSyntax state
            ? state.State.Span
            : text.SpanOf(predicate.Clause);
}
