using System.Collections.Frozen;
using Casus.Core.Binding;
using Casus.Core.Diagnostics;
using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Clocks;

/// <summary>
/// `within 24 hours of E` where a deadline is meant: it is read as `after`, and can be read as either side.
/// </summary>
internal sealed class DeadlineWithOf : Rule
{
    private static readonly FrozenSet<string> Units = FrozenSet.ToFrozenSet(
        ["second", "minute", "hour", "day", "week", "month", "year"],
        StringComparer.Ordinal
    );

    public override string Code => "CAS3340";
    public override string Title => "A deadline written with `of`";
    public override RuleGroup Group => RuleGroup.Clocks;
    public override Severity Severity => Severity.Information;

    public override string Why =>
        "Within 24 hours of a thing may be before it as well as after it; here it is read as after.";

    public override IEnumerable<Finding> Check(CheckedText text) =>
        from provision in text.Provisions
        where provision.Stands && IsOwedOrDecided(provision.Statement?.Predicate)
        from tail in provision.Statement!.Tails.OfType<SpanTailSyntax>()
        let of = tail.Span1.Relation
        where of is not null && of.Is("of") && IsTime(tail.Span1.Length)
        select At(of.Span, "`of` is read as `after` here.").With(Fix.Safe("Write `after` for `of`", of.Span, "after"));

    private static bool IsOwedOrDecided(PredicateSyntax? predicate) =>
        predicate is ModalPredicateSyntax or FixedPredicateSyntax { Verb.Value: "decides" or "decide" };

    private static bool IsTime(SimpleSyntax? length) =>
        length is { Term: [.., var unit] } && Units.Contains(Inflection.Singular(unit.Value));
}
