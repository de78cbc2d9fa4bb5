using System.Collections.Frozen;
using Casus.Core.Norms;

namespace Casus.Core.Checking.Rules.Clocks;

/// <summary>A duty to do something, and no word of when.</summary>
internal sealed class DutyWithoutDeadline : Rule
{
    /// <summary>What goes on, and is not done once: outside a block it needs no deadline.</summary>
    private static readonly FrozenSet<string> Continuing = (
        "perform apply implement execute fulfil cooperate coordinate promote encourage facilitate continue monitor "
        + "patrol investigate inspect verify attribute find report notify inform warn defend secure guard share "
        + "contribute finance fund equip train improve strengthen intensify deter discuss negotiate host refrain resist"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    public override string Code => "CAS3305";
    public override string Title => "A duty to act with no deadline";
    public override RuleGroup Group => RuleGroup.Clocks;

    public override string Why => "It can never be said to be late, so it can never be shown to be broken.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var stated in text.Norms)
        {
            var norm = stated.Norm;
            if (
                norm is not { Kind: NormKind.Do, IsDuty: true, Deadline: null, Forthwith: false, Each: null }
                // What a consultation lacks is said once, by CAS3410.
                || norm.Verb is "consult"
                || norm.Until is not null
            )
            {
                continue;
            }
            if (norm.Block is not null || norm.IsFallback)
            {
                yield return At(
                    stated.Syntax.Predicate.Span,
                    $"`shall {norm.Verb}` has no deadline: once owed, it stays open for ever.",
                    "within 24 hours"
                );
            }
            else if (norm.AsFrom is null && norm.ForEach is null && !Continuing.Contains(norm.Verb))
            {
                yield return At(
                    stated.Syntax.Predicate.Span,
                    $"`shall {norm.Verb}` says neither by when nor from when.",
                    "within 30 days after entry into force"
                );
            }
        }
    }
}
