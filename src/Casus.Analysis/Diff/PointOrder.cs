using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Time;

namespace Casus.Analysis.Diff;

/// <summary>
/// Whether a point in time, or a length of it, comes earlier (less) or later (more) than before (S12, S18).
/// </summary>
internal sealed class PointOrder(
    Lens lens,
    Func<ActPattern, ActPattern, bool> actsMoved,
    Func<string, string, bool> procedureMoved
)
{
    /// <summary>Set once: conditions and points read each other.</summary>
    public required Func<
        Core.Conditions.Condition,
        Core.Conditions.Condition,
        UnitPair?,
        Relation
    > Conditions { get; set; }
    public required EvidenceOrder Evidence { get; init; }
    public required Func<Order> Entry { get; set; }

    public Order When(Point old, Point now, UnitPair? owner)
    {
        switch (old, now)
        {
            case (Point.Stated one, Point.Stated other):
                return lens.In(owner, Orders.Of(one.Last.Second, other.Last.Second));
            case (Point.Offset one, Point.Offset other) when one.Before == other.Before:
                var length = lens.In(owner, Length(one.Length, other.Length), "the lengths are of other calendars");
                return (one.Before ? length.Turned() : length).With(When(one.From, other.From, owner));
            case (Point.EntryIntoForce, Point.EntryIntoForce):
                return Entry();
            case (Point.Signature, Point.Signature):
            case (Point.AsKnown, Point.AsKnown):
            case (Point.TriggerAct, Point.TriggerAct):
            case (Point.FirstAct, Point.FirstAct):
                return Order.Same;
            case (Point.TriggerEstablished, Point.TriggerEstablished):
                return Unless(Evidence.Established().IsSame && Evidence.SameIncident() == Order.Same);
            case (Point.TriggerAttributed, Point.TriggerAttributed):
                return Unless(Evidence.Attributed().IsSame);
            case (Point.OfAct one, Point.OfAct other) when one.First == other.First && lens.SameAct(one.Act, other.Act):
                return actsMoved(one.Act, other.Act)
                    ? lens.Doubt($"a clock starts with the act ({Act(other.Act)}), and that act moves")
                    : Order.Same;
            case (Point.OutcomeOf one, Point.OutcomeOf other) when lens.Map.Clause(one.Procedure) == other.Procedure:
                return procedureMoved(one.Procedure, other.Procedure)
                    ? lens.Doubt("a clock starts with the outcome of a decision, which comes about otherwise")
                    : Order.Same;
            case (Point.WhenMet one, Point.WhenMet other):
                return Unless(Conditions(one.Condition, other.Condition, owner).IsSame);
            case (Point.Unknown one, Point.Unknown other):
                return lens.In(
                    owner,
                    lens.SameText(one.Text, other.Text) ? Order.Same : Order.Unknown,
                    "the event is another"
                );
            case (_, Point.AsKnown) when IsOfTheTrigger(old):
                return lens.In(owner, Order.More);
            case (Point.AsKnown, _) when IsOfTheTrigger(now):
                return lens.In(owner, Order.Less);
            default:
                return lens.In(owner, Order.Unknown, "the clock starts with another event");
        }
    }

    /// <summary>`as from P`: from later on is less.</summary>
    public Order AsFrom(Point? old, Point? now, UnitPair? owner) =>
        (old, now) switch
        {
            (null, null) => Order.Same,
            (null, _) => lens.In(owner, Order.Less),
            (_, null) => lens.In(owner, Order.More),
            _ => When(old, now, owner).Turned(),
        };

    /// <summary>`until E`: until earlier is less.</summary>
    public Order Until(Point? old, Point? now, UnitPair? owner) =>
        (old, now) switch
        {
            (null, null) => Order.Same,
            (null, _) => lens.In(owner, Order.Less),
            (_, null) => lens.In(owner, Order.More),
            _ => When(old, now, owner),
        };

    /// <summary>
    /// Shorter is less. Lengths of different calendars are told apart where no clock change could turn them.
    /// </summary>
    public static Order Length(Length old, Length now)
    {
        if (old.Unit == now.Unit)
        {
            return Orders.Of(old.Amount, now.Amount);
        }
        var (least, most) = Bounds(old);
        var (leastNow, mostNow) = Bounds(now);
        return least == most && leastNow == mostNow ? Orders.Of(least, leastNow)
            : SameDays(old) is { } days && SameDays(now) == days ? Order.Same
            : mostNow <= least ? Order.Less
            : leastNow >= most ? Order.More
            : Order.Unknown;
    }

    // Weeks are seven days of the calendar; years are twelve months of it.
    private static (int, LengthUnit)? SameDays(Length length) =>
        length.Unit switch
        {
            LengthUnit.Day => (length.Amount, LengthUnit.Day),
            LengthUnit.Week => (length.Amount * 7, LengthUnit.Day),
            LengthUnit.Month => (length.Amount, LengthUnit.Month),
            LengthUnit.Year => (length.Amount * 12, LengthUnit.Month),
            _ => null,
        };

    private static (long Least, long Most) Bounds(Length length)
    {
        const long Hour = 3600;
        const long Day = 24 * Hour;
        if (length.IsElapsed)
        {
            return (length.Seconds!.Value, length.Seconds.Value);
        }
        var (least, most) = length.Unit switch
        {
            LengthUnit.Day => (1L, 1L),
            LengthUnit.Week => (7L, 7L),
            LengthUnit.Month => (28L, 31L),
            _ => (365L, 366L),
        };
        // A clock change moves the end by an hour, or by what a zone has moved in one night.
        return ((least * length.Amount * Day) - Day, (most * length.Amount * Day) + Day);
    }

    private Order Unless(bool same) =>
        same ? Order.Same : lens.Doubt("a clock starts with a finding, and what is needed for it is changed");

    private static bool IsOfTheTrigger(Point point) =>
        point is Point.TriggerAct or Point.FirstAct or Point.TriggerEstablished or Point.TriggerAttributed;

    private static string Act(ActPattern act) =>
        act.Matter ?? (act.Kind == ActKind.Performance ? act.Verb : act.Kind.ToString().ToLowerInvariant());
}
