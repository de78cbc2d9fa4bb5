using Casus.Core.Conditions;
using Casus.Core.Norms;
using Casus.Core.Procedures;

namespace Casus.Core.Checking;

/// <summary>What sentences wait for: the points of their clocks and the acts that their conditions ask for.</summary>
internal static class Waits
{
    /// <summary>Clock, start, end and condition of a norm, inner points included; not those of its block.</summary>
    /// <param name="mustComeFirst">Without alternatives and denials: what cannot be done without.</param>
    public static IEnumerable<Point> Of(CheckedText text, Norm norm, bool mustComeFirst = false) =>
        Inner(norm.AsFrom)
            .Concat(Inner(norm.Until))
            .Concat(Inner(norm.Deadline?.From))
            .Concat(norm.OnlyIf is { } condition ? Of(text, condition, mustComeFirst) : []);

    /// <summary>When a decision opens and closes.</summary>
    public static IEnumerable<Point> Of(Procedure procedure) =>
        Inner(procedure.OpensAfter).Concat(Inner(procedure.Deadline?.From));

    /// <summary>Spans on the event, the event itself, and what a graded event continues after.</summary>
    /// <param name="mustComeFirst">Without alternatives and denials: what cannot be done without.</param>
    public static IEnumerable<Point> Of(CheckedText text, Block block, bool mustComeFirst = false)
    {
        var points = Inner(block.After).Concat(Inner(block.Before));
        if (mustComeFirst && block.Triggers.Length > 1)
        {
            return points;
        }
        foreach (var trigger in block.Triggers)
        {
            points = trigger switch
            {
                Trigger.Acted acted => points.Append(new Point.OfAct(acted.Act, First: false)),
                Trigger.Comes comes => points.Concat(Inner(comes.Point)),
                Trigger.Arises arises => points.Concat(Of(text, new Condition.Of(arises.Condition, []), mustComeFirst)),
                _ => points,
            };
        }
        return block.While is { } held ? points.Concat(Of(text, new Condition.Of(held, []), mustComeFirst)) : points;
    }

    /// <summary>The acts among the points: performed, recorded, or found.</summary>
    public static IEnumerable<ActPattern> Acts(IEnumerable<Point> points) =>
        points.SelectMany<Point, ActPattern>(point =>
            point switch
            {
                Point.OfAct act => [act.Act],
                Point.WhenMet { Condition: Condition.Held held } => [held.Act],
                _ => [],
            }
        );

    private static IEnumerable<Point> Inner(Point? point) =>
        point switch
        {
            null => [],
            Point.Offset offset => Inner(offset.From).Prepend(offset),
            _ => [point],
        };

    // Conditions refer to earlier ones alone, so this ends.
    private static IEnumerable<Point> Of(CheckedText text, Condition condition, bool mustComeFirst) =>
        condition switch
        {
            Condition.Of of => Of(text, text.Agreement.Conditions[of.Condition].Condition, mustComeFirst),
            Condition.Spread spread => Of(text, text.Agreement.Conditions[spread.Condition].Condition, mustComeFirst),
            Condition.OnDays days => Of(text, text.Agreement.Conditions[days.Condition].Condition, mustComeFirst),
            Condition.Persists persists => Inner(persists.After)
                .Concat(Of(text, text.Agreement.Conditions[persists.Condition].Condition, mustComeFirst)),
            Condition.And all => all.Parts.SelectMany(part => Of(text, part, mustComeFirst)),
            Condition.Or any when !mustComeFirst => any.Parts.SelectMany(part => Of(text, part, mustComeFirst)),
            Condition.Not not when !mustComeFirst => Of(text, not.Part, mustComeFirst),
            Condition.Held held => [new Point.WhenMet(held)],
            Condition.Reached reached => Inner(reached.Point),
            _ => [],
        };
}
