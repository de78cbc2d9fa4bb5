using Casus.Core.Diagnostics;
using Casus.Core.Norms;

namespace Casus.Core.Checking.Rules.Hollow;

/// <summary>All that follows on an event is that the parties talk, and nothing waits for the end of it.</summary>
internal sealed class TalkOnly : Rule
{
    private static readonly string[] Talks = ["consult", "discuss", "meet", "convene", "negotiate"];

    public override string Code => "CAS3209";
    public override string Title => "Consultation that leads to nothing";
    public override RuleGroup Group => RuleGroup.Hollow;
    public override Severity Severity => Severity.Information;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "Whoever has come and talked has kept it. If somebody stays away, no sentence says what then.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var items = text
            .Norms.Where(stated => stated.Norm.Block is not null)
            .ToLookup(stated => stated.Norm.Block!.Value);
        var decides = text
            .Agreement.Procedures.Where(procedure => procedure.Stands && procedure.Block is not null)
            .Select(procedure => procedure.Block!.Value)
            .ToHashSet();
        var awaited = text
            .Agreement.Blocks.Where(block => block.Stands)
            .Any(block => Waits.Acts(Waits.Of(text, block)).Any(act => act.Verb == "consult"));
        foreach (var block in items)
        {
            var norms = block.ToList();
            var talk = norms.FirstOrDefault(stated => stated.Norm.IsDuty && Talks.Contains(stated.Norm.Verb));
            if (
                talk.Norm is not null
                && !awaited
                && !decides.Contains(block.Key)
                && norms.TrueForAll(stated =>
                    Talks.Contains(stated.Norm.Verb) || stated.Norm.Kind == NormKind.Permission
                )
            )
            {
                yield return At(
                    talk.Syntax.Predicate.Span,
                    $"Nothing follows on what {talk.Norm.Clause} requires: no decision, no duty, no rule for absence.",
                    "the guarantors decide on assistance by two thirds of guarantors, within 48 hours after the consultation"
                );
            }
        }
    }
}
