using Casus.Core.Conditions;
using Casus.Core.Norms;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Checking;

/// <summary>What a sentence wants of the rows that meet a pattern.</summary>
internal enum PatternPurpose
{
    /// <summary>They are contrary to a prohibition.</summary>
    Forbids,

    /// <summary>They are contrary to a duty to keep, hold or admit.</summary>
    Keeps,

    /// <summary>They set a block going.</summary>
    Starts,

    /// <summary>They are counted.</summary>
    Counts,
}

/// <summary>A sentence that stands and asks for rows that meet a pattern, with the words that do.</summary>
internal sealed record PatternUse(IncidentPattern Pattern, string Clause, TextSpan Span, PatternPurpose Purpose)
{
    /// <summary>Of a prohibition or a duty to keep.</summary>
    public Norm? Norm { get; init; }
}

/// <summary>Where the text asks for incidents.</summary>
internal static class PatternUses
{
    /// <summary>In the order of the text; see <see cref="CheckedText.Uses"/>.</summary>
    public static List<PatternUse> Find(CheckedText text)
    {
        var uses = new List<PatternUse>(Contrary(text));
        foreach (var block in text.Agreement.Blocks.Where(block => block.Stands))
        {
            var span = EventOf(text, block);
            foreach (var trigger in block.Triggers.OfType<Trigger.Incident>())
            {
                uses.Add(
                    new PatternUse(text.Agreement.Patterns[trigger.Pattern], block.Clause, span, PatternPurpose.Starts)
                );
            }
        }
        foreach (var tracked in text.Agreement.Conditions)
        {
            if (tracked is { Stands: true, Clause: { } clause })
            {
                var span = text.SpanOf(clause);
                Counted(
                    tracked.Condition,
                    pattern =>
                        uses.Add(new PatternUse(text.Agreement.Patterns[pattern], clause, span, PatternPurpose.Counts))
                );
            }
        }
        uses.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return uses;
    }

    /// <summary>The prohibitions and the duties to keep that a row can be contrary to.</summary>
    public static IEnumerable<PatternUse> Contrary(CheckedText text) =>
        from stated in text.Norms
        where stated.Norm.Contrary is not null
        select new PatternUse(
            text.Agreement.Patterns[stated.Norm.Contrary!.Value],
            stated.Norm.Clause,
            stated.Syntax.Predicate.Span,
            stated.Norm.Kind == NormKind.Refrain ? PatternPurpose.Forbids : PatternPurpose.Keeps
        )
        {
            Norm = stated.Norm,
        };

    /// <summary>The words after `On` or `If`; the whole block where the tree has none.</summary>
    public static TextSpan EventOf(CheckedText text, Block block)
    {
        if (text.ProvisionOf(block.Clause)?.Sentence.Body is not BlockSyntax syntax)
        {
            return text.SpanOf(block.Clause);
        }
        return syntax.Events is [var first, ..]
            ? TextSpan.FromBounds(first.Span.Start, syntax.Events[^1].Span.End)
            : syntax.Condition?.Span ?? syntax.Span;
    }

    private static void Counted(Condition condition, Action<int> found)
    {
        switch (condition)
        {
            case Condition.Count count:
                found(count.Pattern);
                break;
            case Condition.Series series:
                found(series.Pattern);
                break;
            case Condition.And all:
                Each(all.Parts);
                break;
            case Condition.Or any:
                Each(any.Parts);
                break;
            case Condition.Not not:
                Counted(not.Part, found);
                break;
        }

        void Each(IEnumerable<Condition> parts)
        {
            foreach (var part in parts)
            {
                Counted(part, found);
            }
        }
    }
}
