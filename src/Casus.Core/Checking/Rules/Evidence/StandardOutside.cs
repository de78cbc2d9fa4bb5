using System.Collections.Immutable;
using Casus.Core.Text;

namespace Casus.Core.Checking.Rules.Evidence;

/// <summary>A standard that only a body or a state outside the text can meet.</summary>
internal sealed class StandardOutside : Rule
{
    public override string Code => "CAS3504";
    public override string Title => "A finding that only an outsider can make";
    public override RuleGroup Group => RuleGroup.Evidence;

    public override string Why =>
        "The text cannot oblige it, cannot say how it decides, and falls silent when the other instrument ends it.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var agreement = text.Agreement;
        if (
            agreement.Established is { Sources: null } established
            && Only(text, established.VerifiedBy) is { } verifies
        )
        {
            yield return Say(text.SpanOf(established.Clause), verifies, "verifies an incident");
        }
        if (agreement.Attributed is { BySideOfOrigin: false } attributed && Only(text, attributed.By) is { } attributes)
        {
            yield return Say(text.SpanOf(attributed.Clause), attributes, "attributes an incident");
        }
        foreach (var predicate in agreement.Predicates)
        {
            if (Only(text, predicate.FoundBy) is { } finds)
            {
                yield return Say(text.SpanOf(predicate.Clause), finds, $"finds it {predicate.Adjective}");
            }
        }
    }

    /// <summary>The names, if there are some and none of them is under the text.</summary>
    private static string? Only(CheckedText text, ImmutableArray<string> by) =>
        !by.IsEmpty && !by.Any(name => Standing.IsWithin(text, name)) ? string.Join(" or ", by) : null;

    private static Finding Say(TextSpan span, string names, string does) =>
        At(
            span,
            $"Only {names} {does}, and stands outside this text.",
            "Body Commission, as monitor. ... when Commission has verified it"
        );
}
