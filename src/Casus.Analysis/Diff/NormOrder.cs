using Casus.Core.Agreements;
using Casus.Core.Norms;

namespace Casus.Analysis.Diff;

/// <summary>
/// What became of a norm: when it stands, and what it asks. More ground or more demand is stronger; the ground decides
/// what a replay shows, the demand by when and how much.
/// </summary>
internal readonly record struct NormRelation(Order Ground, Order Demand)
{
    public Order Whole => Ground.With(Demand);
    public bool IsSame => Ground == Order.Same && Demand == Order.Same;
}

/// <summary>Compares two norms of the texts, by everything that they read (S12, S17, S19).</summary>
internal sealed partial class NormOrder(
    Lens lens,
    PatternOrder patterns,
    ConditionOrder conditions,
    PointOrder points,
    LifeOrder life,
    Func<ActPattern, ActPattern, bool> actsMoved,
    Func<string, string, bool> procedureMoved,
    Func<int, bool> normMoved
)
{
    public NormRelation Of(int oldIndex, int newIndex)
    {
        var (old, now) = (lens.Old.Norms[oldIndex], lens.New.Norms[newIndex]);
        var owner = lens.Map.ItemOf(old.Clause, now.Clause);
        if (!old.Stands && !now.Stands)
        {
            return default;
        }
        var force = Force(old, now, owner);
        if (!old.IsDuty && !now.IsDuty)
        {
            return new NormRelation(Order.Same, Order.Same);
        }
        if (force != Order.Same)
        {
            return new NormRelation(force, Order.Same);
        }
        if (!old.IsDuty || !now.IsDuty || !old.Stands || !now.Stands)
        {
            return default;
        }
        return new NormRelation(Ground(old, now, oldIndex, owner), Demand(old, now, owner));
    }

    /// <summary>A duty that was none, or is none any more.</summary>
    private Order Force(Norm old, Norm now, UnitPair? owner)
    {
        var before = old.Stands && old.IsDuty;
        var after = now.Stands && now.IsDuty;
        if (before != after)
        {
            return lens.In(owner, after ? Order.More : Order.Less);
        }
        return old.IsDuty && now.IsDuty && old.Kind != now.Kind
            ? lens.In(owner, Order.Unknown, "a duty of another kind")
            : Order.Same;
    }

    private Order Ground(Norm old, Norm now, int oldIndex, UnitPair? owner)
    {
        var trigger = Occasion(old, now, owner);
        if (trigger != Order.Same && IsDelicate(old, now))
        {
            trigger = lens.Doubt(
                "what triggers it comes at another time, and something else decides at that time whether a duty arises"
            );
        }
        return trigger
            .With(Branch(old, now, owner, trigger))
            .With(OnlyIf(old, now, owner))
            .With(Exceptions(old, now, owner))
            .With(Priorities(old, now, owner))
            .With(Riders(old, now))
            .With(points.AsFrom(old.AsFrom, now.AsFrom, owner))
            .With(points.Until(old.Until, now.Until, owner))
            .With(life.Of(old.Article, now.Article, now.Bearers.Actors.Names))
            .With(Fallback(old, oldIndex));
    }

    /// <summary>
    /// Where more than the trigger decides at the instant of the arising, an arising that comes later may be let
    /// through
    /// where the earlier one was not, and the first of all may so come earlier.
    /// </summary>
    private bool IsDelicate(Norm old, Norm now) =>
        life.CanSuspend
        || new[] { old, now }.Any(norm =>
            norm.OnlyIf is not null
            || norm.Exceptions.Any(exception => exception.Condition is not null)
            || !norm.SubjectTo.IsEmpty
        )
        || Stronger(lens.Old, old).Any()
        || Stronger(lens.New, now).Any()
        || RidersOf(lens.Old, old).Any()
        || RidersOf(lens.New, now).Any()
        || Narrowed(lens.Old, old)
        || Narrowed(lens.New, now);

    private static bool Narrowed(Agreement agreement, Norm norm) =>
        norm.Block is { } block
        && agreement.Blocks[block] is var given
        && (given.After is not null || given.Before is not null)
        && given.Triggers.Any(trigger => trigger is Trigger.Arises);

    private Order Branch(Norm old, Norm now, UnitPair? owner, Order trigger)
    {
        if (old.Branch is null && now.Branch is null)
        {
            return Order.Same;
        }
        if (old.Branch is not { } one || now.Branch is not { } other)
        {
            return lens.In(owner, Order.Unknown, "it hangs on a decision in one text alone");
        }
        var same = one.Carries == other.Carries && lens.Map.Clause(one.Procedure) == other.Procedure;
        if (!same)
        {
            return lens.From(owner, Order.Unknown, "it hangs on another decision");
        }
        return procedureMoved(one.Procedure, other.Procedure) || trigger != Order.Same
            ? lens.Doubt("it hangs on a decision that opens, or is decided, otherwise; votes may count elsewhere")
            : Order.Same;
    }

    private Order OnlyIf(Norm old, Norm now, UnitPair? owner) =>
        (old.OnlyIf, now.OnlyIf) switch
        {
            (null, null) => Order.Same,
            (null, _) => lens.In(owner, Order.Less),
            (_, null) => lens.In(owner, Order.More),
            ({ } one, { } other) => conditions.Of(one, other, owner).Met,
        };

    private Order Fallback(Norm old, int oldIndex)
    {
        if (!old.IsFallback)
        {
            return Order.Same;
        }
        var first = Enumerable
            .Range(0, lens.Old.Norms.Length)
            .FirstOrDefault(i => lens.Old.Norms[i].FailingWhich == oldIndex, -1);
        return first >= 0 && normMoved(first)
            ? lens.Doubt("it stands in where another duty is not done in time, and that duty is changed")
            : Order.Same;
    }

    private static Order Flags(bool old, bool now) =>
        old == now ? Order.Same
        : now ? Order.More
        : Order.Less;

    /// <summary>By when, how much, how freely, and what it forbids to be seen.</summary>
    private Order Demand(Norm old, Norm now, UnitPair? owner)
    {
        var order = Deadline(old, now, owner).With(lens.In(owner, Amount(old, now), "another amount, in another unit"));
        order = order.With(
            lens.In(
                owner,
                lens.SameText(old.Verb, now.Verb) && SameObject(old, now) ? Order.Same : Order.Unknown,
                "what must be done is another thing"
            )
        );
        order = order.With(lens.In(owner, old.Each == now.Each ? Order.Same : Order.Unknown, "it recurs otherwise"));
        order = order.With(
            lens.In(
                owner,
                old.Bearers.Mode == now.Bearers.Mode ? Order.Same : Order.Unknown,
                "each by itself, or all together"
            )
        );
        var discretion =
            old.AsItDeemsNecessary == now.AsItDeemsNecessary ? Order.Same
            : now.AsItDeemsNecessary ? Order.Less
            : Order.More;
        var gate =
            lens.SameText(old.DomesticGate, now.DomesticGate) ? Order.Same
            : old.DomesticGate is null ? Order.Less
            : now.DomesticGate is null ? Order.More
            : Order.Unknown;
        order = order.With(lens.In(owner, discretion)).With(lens.In(owner, gate, "its own procedures are others"));
        return old.Kind is NormKind.Keep or NormKind.Refrain ? order.With(patterns.Contrary(old, now).Met) : order;
    }

    // The amount stands in the object's words as well, and a contrary pattern says the place.
    private bool SameObject(Norm old, Norm now) =>
        lens.SameText(old.Object, now.Object)
        || old.Amount != now.Amount
        || (old.Contrary is not null && now.Contrary is not null)
        || (old.Kind == NormKind.Refrain && now.Kind == NormKind.Refrain);

    private static Order Amount(Norm old, Norm now) =>
        (old.Amount, now.Amount) switch
        {
            (null, null) => Order.Same,
            ({ } one, { } other) when one.Unit == other.Unit => Orders.Of(
                decimal.Compare(one.AtLeast, other.AtLeast),
                0
            ),
            (null, _) => Order.More,
            (_, null) => Order.Less,
            _ => Order.Unknown,
        };

    private Order Deadline(Norm old, Norm now, UnitPair? owner)
    {
        if (old.Forthwith != now.Forthwith)
        {
            var plain = old.Deadline is null && now.Deadline is null;
            return lens.In(
                owner,
                plain ? Flags(old.Forthwith, now.Forthwith) : Order.Unknown,
                "forthwith has no clock"
            );
        }
        if (old.Deadline is not { } before || now.Deadline is not { } after)
        {
            return old.Deadline is null && now.Deadline is null
                ? Order.Same
                : lens.In(owner, old.Deadline is null ? Order.More : Order.Less);
        }
        if (before.IsPoint != after.IsPoint)
        {
            return lens.In(owner, Order.Unknown, "the clock is of another kind");
        }
        var length = lens.In(
            owner,
            PointOrder.Length(before.Length, after.Length),
            "the lengths are of other calendars"
        );
        return length.With(points.When(before.From, after.From, owner)).Turned();
    }
}
