using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Checking.Rules.Unreachable;

/// <summary>`after the first warning`, where nobody shall or may warn.</summary>
internal sealed class GateNobodyOpens : Rule
{
    public override string Code => "CAS3105";
    public override string Title => "A step that waits for what nobody shall or may do";
    public override RuleGroup Group => RuleGroup.Unreachable;
    public override bool NeedsWholeText => true;

    public override string Why => "The clock, or the tier, starts at an act that no sentence asks of anybody.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var done = text.Norms.Select(stated => stated.Norm.Verb).ToHashSet(StringComparer.Ordinal);
        foreach (var block in text.Agreement.Blocks.Where(block => block.Stands))
        {
            var events = (text.ProvisionOf(block.Clause)?.Sentence.Body as BlockSyntax)?.Events;
            var acted = block.Triggers.OfType<Trigger.Acted>().Select(trigger => trigger.Act).ToList();
            if (Missing(Waits.Of(text, block), done, acted) is { } act)
            {
                yield return Said(events is [var first, ..] ? first.Span : text.SpanOf(block.Clause), act);
            }
        }
        foreach (var (_, norm, syntax) in text.Norms)
        {
            if (Missing(Waits.Of(text, norm), done, Before(text, text.BlockOf(norm))) is { } act)
            {
                yield return Said(Clock(syntax), act);
            }
        }
        foreach (var (procedure, syntax) in text.Decisions)
        {
            if (Missing(Waits.Of(procedure), done, Before(text, text.BlockOf(procedure))) is { } act)
            {
                yield return Said(Clock(syntax), act);
            }
        }
    }

    private static Finding Said(TextSpan place, ActPattern act) =>
        At(
            place,
            $"This waits for the {act.Matter ?? act.Verb}, and nobody shall or may {act.Verb}.",
            act.Kind switch
            {
                ActKind.Consultation => "the guarantors shall jointly consult within 24 hours",
                ActKind.Request => "any party may request assistance",
                _ => $"any guarantor may {act.Verb} Russia",
            }
        );

    /// <summary>`after the request` in a block on a request: the event itself.</summary>
    private static List<ActPattern> Before(CheckedText text, Block? block) =>
        block is null ? [] : [.. block.Triggers.OfType<Trigger.Acted>().Select(trigger => trigger.Act)];

    private static ActPattern? Missing(IEnumerable<Point> points, HashSet<string> done, List<ActPattern> given) =>
        points
            .OfType<Point.OfAct>()
            .Select(point => point.Act)
            .FirstOrDefault(act =>
                act.Kind
                    is ActKind.Warning
                        or ActKind.Request
                        or ActKind.Notice
                        or ActKind.Statement
                        or ActKind.Consultation
                && !done.Contains(act.Verb)
                && !given.Exists(other => other.Kind == act.Kind)
            );

    private static TextSpan Clock(ClauseSyntax clause) =>
        clause.Tails.FirstOrDefault(tail => tail is SpanTailSyntax or AsTailSyntax { From: not null })?.Span
        ?? clause.Span;
}
