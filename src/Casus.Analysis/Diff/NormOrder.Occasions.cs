using System.Collections.Immutable;
using Casus.Core.Norms;

namespace Casus.Analysis.Diff;

/// <summary>Whether what a norm arises from comes as often as before: rows, grades, acts, points.</summary>
internal sealed partial class NormOrder
{
    private Order Occasion(Norm old, Norm now, UnitPair? owner)
    {
        var entry = life.Entry().Turned();
        if (old.ForEach is { } one && now.ForEach is { } other)
        {
            return patterns.Of(one, other, owner).Met.With(entry);
        }
        if (old.ForEach is not null || now.ForEach is not null || old.Block is null != now.Block is null)
        {
            return lens.In(owner, Order.Unknown, "it arises on another occasion");
        }
        if (old.Block is not { } before || now.Block is not { } after)
        {
            return entry;
        }
        if (entry != Order.Same)
        {
            entry = lens.Doubt("acts are counted from another entry into force");
        }
        return Block(lens.Old.Blocks[before], lens.New.Blocks[after]).With(entry).With(Deemings());
    }

    public Order Block(Block old, Block now)
    {
        var owner = lens.Map.SentenceOf(old.Clause, now.Clause);
        if (!ReferenceEquals(lens.Map.SentenceOf(old.Clause, null), lens.Map.SentenceOf(null, now.Clause)))
        {
            // Items that moved to another block: its whole head is another.
            owner = lens.Map.ItemOf(old.Clause, now.Clause);
        }
        var order = lens.In(owner, Flags(old.Stands, now.Stands));
        if (old.While is { } one && now.While is { } other)
        {
            return order.With(conditions.Tracked(one, other, owner).Met);
        }
        if (old.While is not null || now.While is not null)
        {
            return lens.From(owner, Order.Unknown, "`On` and `If` are other occasions");
        }
        order = order.With(Triggers(old.Triggers, now.Triggers, owner));
        var times = points.AsFrom(old.After, now.After, owner).With(points.Until(old.Before, now.Before, owner));
        var locked = old.Triggers.Concat(now.Triggers).Any(each => each is Trigger.Arises);
        return order.With(
            times == Order.Same || !locked ? times : lens.Doubt("a grade that arose too early does not arise again")
        );
    }

    private Order Triggers(ImmutableArray<Trigger> old, ImmutableArray<Trigger> now, UnitPair? owner)
    {
        var order = Order.Same;
        for (var i = 0; i < Math.Min(old.Length, now.Length); i++)
        {
            order = order.With(Event(old[i], now[i], owner));
        }
        return order.With(lens.In(owner, Orders.Of(old.Length, now.Length)));
    }

    private Order Event(Trigger old, Trigger now, UnitPair? owner) =>
        (old, now) switch
        {
            (Trigger.Incident one, Trigger.Incident other) => patterns.Of(one.Pattern, other.Pattern, owner).Met,
            (Trigger.Arises one, Trigger.Arises other) => conditions
                .Tracked(one.Condition, other.Condition, owner)
                .Met.With(lens.From(owner, Parties(one.Parties, other.Parties), "other parties")),
            (Trigger.Acted one, Trigger.Acted other) => lens.SameAct(one.Act, other.Act)
                ? actsMoved(one.Act, other.Act)
                    ? lens.Doubt("the act that triggers it comes about otherwise")
                    : Order.Same
                : lens.From(owner, Acts(one.Act, other.Act), "another act triggers it"),
            (Trigger.Comes one, Trigger.Comes other) => points.When(one.Point, other.Point, owner).Turned(),
            (Trigger.OpenTextured, Trigger.OpenTextured) => Order.Same,
            (_, Trigger.OpenTextured) => lens.From(owner, Order.Less),
            (Trigger.OpenTextured, _) => lens.From(owner, Order.More),
            _ => lens.From(owner, Order.Unknown, "something else triggers it"),
        };

    private Order Acts(ActPattern old, ActPattern now)
    {
        var alike = old with { By = now.By, Clause = now.Clause is null ? null : old.Clause };
        if (actsMoved(old, now) || !lens.SameAct(alike with { By = [] }, now with { By = [] }) || old.All || now.All)
        {
            return Order.Unknown;
        }
        var cited = old.Clause is not null && now.Clause is null ? Order.More : Order.Same;
        var by =
            old.By.IsEmpty || now.By.IsEmpty
                ? old.By.IsEmpty && now.By.IsEmpty
                    ? Order.Same
                    : old.By.IsEmpty
                        ? Order.Less
                        : Order.More
                : lens.OfSets(old.By, now.By);
        return by.With(cited);
    }

    private Order Parties(ImmutableArray<string> old, ImmutableArray<string> now) =>
        (old.IsEmpty, now.IsEmpty) switch
        {
            (true, true) => Order.Same,
            (true, false) => Order.Less,
            (false, true) => Order.More,
            _ => lens.OfSets(old, now),
        };

    private Order Deemings()
    {
        var old = lens.Old.Deemings;
        var now = lens.New.Deemings;
        if (old.IsEmpty && now.IsEmpty)
        {
            return Order.Same;
        }
        var order = old.Length == now.Length ? Order.Same : Order.Unknown;
        foreach (var (one, other) in old.Zip(now))
        {
            var owner = lens.Map.SentenceOf(one.Clause, other.Clause);
            var from = patterns.Of(one.From, other.From, owner);
            order = order.With(from.With(patterns.Of(one.To, other.To, owner)).IsSame ? Order.Same : Order.Unknown);
        }
        return lens.From(null, order, "what counts as such an act is changed");
    }
}
