using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Clocks;

/// <summary>A `within` on the event of a block, and not in an item.</summary>
internal sealed class TwoReadings : Rule
{
    public override string Code => "CAS3313";
    public override string Title => "A `within` on an event has three readings";
    public override RuleGroup Group => RuleGroup.Clocks;

    public override string Why =>
        "It may be the time by which the event must happen, the deadline of the answer, or a delay before it. Casus reads "
        + "the first; whoever must answer may read the last.";

    public override IEnumerable<Finding> Check(CheckedText text) =>
        from provision in text.Provisions
        where provision is { Item: null, Stands: true, Sentence.Body: BlockSyntax }
        from each in ((BlockSyntax)provision.Sentence.Body).Events
        from span in each.Spans
        where span is { Kind: SpanKind.Within, Length: not null, Point: not null }
        select At(
            span.Span,
            $"`{span.WordsText()}` is read of the event: it must happen by then.",
            $"... {span.WordsText()};"
        );
}
