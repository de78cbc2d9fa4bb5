using Casus.Core.Diagnostics;
using Casus.Core.Norms;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Checking.Rules.Hollow;

/// <summary>Those whom the text calls guarantors would, intend to, or will seek to do what they guarantee.</summary>
internal sealed class WeakPromise : Rule
{
    public override string Code => "CAS3205";
    public override string Title => "A guarantee in words that do not bind";
    public override RuleGroup Group => RuleGroup.Hollow;

    public override string Why =>
        "`would`, `intends to` and `will seek to` state an intention: nothing arises from it and it cannot be breached.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var guarantors = text.PartiesAs("guarantor").ToHashSet(StringComparer.Ordinal);
        var promised = text.Agreement.Title.Contains("guarantee", StringComparison.OrdinalIgnoreCase);
        foreach (var (_, norm, syntax) in text.Norms)
        {
            if (
                norm.Kind != NormKind.Intention
                || syntax.Predicate is not ModalPredicateSyntax predicate
                || !(promised || norm.Bearers.Actors.Names.Any(guarantors.Contains))
            )
            {
                continue;
            }
            var span = TextSpan.FromBounds(predicate.Modal.Span.Start, predicate.Act.Verb.Span.Start);
            var words = Promises.Spoken(norm);
            var finding = At(
                predicate.Span,
                $"`{words}` binds {Wording.Subject(syntax.Subject)} to nothing, in a text that guarantees.",
                $"shall {norm.Verb}"
            );
            yield return IsShared(syntax.Subject)
                ? finding
                : finding.With(
                    Fix.Choice($"Write `shall {norm.Verb}`: it then binds, and can be breached", span, "shall ")
                );
        }
    }

    /// <summary>`the guarantors`: `shall` would first have to say whether each or all together.</summary>
    private static bool IsShared(ListSyntax subject) =>
        subject.Joining == Joining.Or
        || subject.Items.Any(item =>
            !item.Head.Determiners.Any(word => word.Value is "each" or "every" or "any")
            && item.Head.TermText.EndsWith('s')
        );
}
