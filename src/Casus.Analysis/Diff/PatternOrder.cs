using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Norms;

namespace Casus.Analysis.Diff;

/// <summary>
/// Whether a row that was what a clause asks for is so now (S2, S4, S7 to S9). All parts are joined by `and`, so each
/// moves the whole its own way; self-defence alone does not, for it excuses and is excused.
/// </summary>
internal sealed class PatternOrder(Lens lens, PlaceOrder places, EvidenceOrder evidence, PointOrder points)
{
    private readonly Dictionary<(int, int, UnitPair?), (Relation Relation, ImmutableArray<string> Doubts)> known = [];

    public Relation Of(int old, int now, UnitPair? owner)
    {
        if (!known.TryGetValue((old, now, owner), out var found))
        {
            var before = lens.Doubts;
            var relation = Compare(lens.Old.Patterns[old], lens.New.Patterns[now], owner);
            known[(old, now, owner)] = found = (relation, [.. lens.Doubts.Except(before, StringComparer.Ordinal)]);
        }
        foreach (var doubt in found.Doubts)
        {
            lens.Doubt(doubt);
        }
        return found.Relation;
    }

    private Relation Compare(IncidentPattern old, IncidentPattern now, UnitPair? owner)
    {
        var part = Order.Same;
        string? unclear = null;
        void Part(Order order, string doubt)
        {
            part = part.With(order);
            unclear ??= order == Order.Unknown ? doubt : null;
        }
        Part(Conducts(old.Conducts, now.Conducts), "neither list of conduct contains the other");
        Part(Named(old.Against, now.Against), "it must strike another");
        Part(
            Adding(lens.SameSet(old.Predicates, now.Predicates), old.Predicates, now.Predicates),
            "what a body must have found is another"
        );
        Part(
            Adding(lens.SameSet(old.OpenTextured, now.OpenTextured), old.OpenTextured, now.OpenTextured),
            "the word without a measure is another"
        );
        Part(Orders.Of(now.CalibreAtLeastMm ?? -1, old.CalibreAtLeastMm ?? -1), "");
        Part(Orders.Of(now.CalibreMoreThanMm ?? -1, old.CalibreMoreThanMm ?? -1), "");
        Part(
            old.Target == now.Target ? Order.Same
                : old.Target is null ? Order.Less
                : now.Target is null ? Order.More
                : Order.Unknown,
            "the target is another"
        );
        Part(Flag(old.Established, now.Established), "");
        Part(Flag(old.Attributed, now.Attributed), "");
        var by = By(old.By, now.By);
        Part(by, "other parties");
        var relation = Relation
            .Both(lens.From(owner, part, unclear ?? "in one way wider and in another narrower"))
            .With(Relation.Both(Places(old, now, owner)));
        relation = relation.With(evidence.Rejected());
        if (old.Established || now.Established)
        {
            relation = relation.With(evidence.Established());
        }
        if (old.By is not null || now.By is not null || old.Attributed || now.Attributed || !old.BreachOf.IsEmpty)
        {
            relation = relation.With(evidence.Attributed());
        }
        relation = relation.With(Breaches(old, now, owner, by));
        // What no row can surely be, in either text, no change makes it.
        var never = !old.OpenTextured.IsEmpty && !now.OpenTextured.IsEmpty;
        return never ? relation with { Met = Order.Same } : relation;
    }

    /// <summary>Over every term that a row may have, what it was and what it is under this list.</summary>
    private Order Conducts(ImmutableArray<string> old, ImmutableArray<string> now)
    {
        if (old.IsEmpty || now.IsEmpty)
        {
            return old.IsEmpty && now.IsEmpty ? Order.Same
                : old.IsEmpty ? Order.Less
                : Order.More;
        }
        var (before, after) = (lens.Old.Conduct, lens.New.Conduct);
        var order = Order.Same;
        foreach (var row in before.Names)
        {
            // A row of a term that only one text has is no row of the other, and compares nothing.
            if (after.IndexOf(lens.Name(row)) is >= 0 and var index)
            {
                var was = old.Max(term => before.Match(before.IndexOf(row), before.IndexOf(term)));
                var becomes = now.Max(term => after.Match(index, after.IndexOf(term)));
                order = order.With(Orders.Of((int)was, (int)becomes));
            }
        }
        return order;
    }

    private Order Named(ImmutableArray<string> old, ImmutableArray<string> now) =>
        old.IsEmpty || now.IsEmpty
            ? old.IsEmpty && now.IsEmpty
                ? Order.Same
                : old.IsEmpty
                    ? Order.Less
                    : Order.More
            : lens.OfSets(old, now);

    private static Order Adding(bool same, ImmutableArray<string> old, ImmutableArray<string> now) =>
        same ? Order.Same
        : old.IsEmpty ? Order.Less
        : now.IsEmpty ? Order.More
        : Order.Unknown;

    private static Order Flag(bool old, bool now) =>
        old == now ? Order.Same
        : now ? Order.Less
        : Order.More;

    private Order By(PartyTest? old, PartyTest? now) =>
        old is null && now is null ? Order.Same
        : old is null || now is null || old.OneParty != now.OneParty ? Order.Unknown
        : lens.OfSets(old.Names, now.Names);

    private Order Places(IncidentPattern old, IncidentPattern now, UnitPair? owner)
    {
        if (old.Places.Length != now.Places.Length)
        {
            return (old.Places.IsEmpty, now.Places.IsEmpty) switch
            {
                (true, _) => lens.From(owner, Order.Less),
                (_, true) => lens.From(owner, Order.More),
                _ => lens.From(owner, Order.Unknown, "another number of places is asked"),
            };
        }
        var order = Order.Same;
        foreach (var (before, after) in old.Places.Zip(now.Places))
        {
            order = order.With(lens.From(owner, Relations(before, after)));
            if (before.Relations.Contains(PlaceRelation.Across) || after.Relations.Contains(PlaceRelation.Across))
            {
                var same =
                    before.Relations.SequenceEqual(after.Relations) && places.SameLine(before.Index, after.Index);
                order = order.With(
                    same ? Order.Same : lens.From(owner, Order.Unknown, "the line that is crossed is another")
                );
                continue;
            }
            var zone = places.Zone(before.Index, after.Index, owner);
            order = order.With(zone);
        }
        return order;
    }

    private static Order Relations(PlaceTest old, PlaceTest now)
    {
        var before = old.Relations.ToHashSet();
        return before.SetEquals(now.Relations) ? Order.Same
            : before.IsSubsetOf(now.Relations) ? Order.More
            : before.IsSupersetOf(now.Relations) ? Order.Less
            : Order.Unknown;
    }

    /// <summary>Contrary to at least one of the norms, and not excused.</summary>
    private Relation Breaches(IncidentPattern old, IncidentPattern now, UnitPair? owner, Order by)
    {
        if (old.BreachOf.IsEmpty || now.BreachOf.IsEmpty)
        {
            var order = old.BreachOf.IsEmpty
                ? now.BreachOf.IsEmpty
                    ? Order.Same
                    : Order.Less
                : Order.More;
            return Relation.Both(lens.From(owner, order));
        }
        var relation = Relation.Same;
        var left = now.BreachOf.ToList();
        foreach (var one in old.BreachOf)
        {
            if (lens.Map.Norms.TryGetValue(one, out var twin) && left.Remove(twin))
            {
                relation = relation.With(Contrary(lens.Old.Norms[one], lens.New.Norms[twin]));
            }
            else
            {
                relation = relation.With(
                    Gone(lens.Old.Norms[one], Order.Less, owner, lens.Map.ItemOf(lens.Old.Norms[one].Clause, null))
                );
            }
        }
        foreach (var added in left)
        {
            relation = relation.With(
                Gone(lens.New.Norms[added], Order.More, owner, lens.Map.ItemOf(null, lens.New.Norms[added].Clause))
            );
        }
        var defended =
            old.BreachOf.Any(i => Defends(lens.Old.Norms[i])) || now.BreachOf.Any(i => Defends(lens.New.Norms[i]));
        return defended ? Defended(relation, by) : relation;
    }

    /// <summary>
    /// An act answers an attack that was itself a breach; whatever makes more breaches makes more excuses too.
    /// </summary>
    private Relation Defended(Relation relation, Order by)
    {
        var same =
            relation.IsSame
            && by == Order.Same
            && evidence.Established().IsSame
            && evidence.Attributed().IsSame
            && evidence.SameIncident() == Order.Same
            && places.Sectors() == Order.Same
            && places.AllZones() == Order.Same;
        return same
            ? Relation.Same
            : Relation.Both(
                lens.Doubt("what is a breach is also what excuses a reply to it, so the change works both ways")
            );
    }

    private Relation Gone(Norm norm, Order order, UnitPair? owner, UnitPair? sentence) =>
        norm.Contrary is null || !norm.Stands ? Relation.Same : Relation.Both(lens.Either(sentence, owner, order));

    /// <summary>A row's being contrary to a norm, self-defence apart.</summary>
    public Relation Contrary(Norm old, Norm now)
    {
        var owner = lens.Map.ItemOf(old.Clause, now.Clause);
        var sees = (old.Contrary, now.Contrary);
        var relation = sees switch
        {
            (null, null) => Relation.Same,
            ({ } one, { } other) => Of(one, other, owner),
            (null, _) => Relation.Both(lens.In(owner, Order.More)),
            _ => Relation.Both(lens.In(owner, Order.Less)),
        };
        relation = relation.With(Relation.Both(lens.In(owner, Flag(!old.Stands, !now.Stands))));
        relation = relation.With(
            Relation.Both(lens.From(owner, lens.OfSets(Addressees(lens.Old, old), Addressees(lens.New, now))))
        );
        relation = relation.With(Relation.Both(points.AsFrom(old.AsFrom, now.AsFrom, owner)));
        if (!SameDefence(old, now))
        {
            relation = relation.With(
                Relation.Both(lens.In(owner, Order.Unknown, "self-defence excuses, and is excused, by other acts"))
            );
        }
        var doubted = Flag(Doubted(old), Doubted(now));
        return relation with { Met = relation.Met.With(lens.In(owner, doubted)) };
    }

    private static ImmutableArray<string> Addressees(Core.Agreements.Agreement agreement, Norm norm) =>
        norm.Contrary is { } pattern && agreement.Patterns[pattern].By is { } by ? by.Names : norm.Bearers.Actors.Names;

    public static bool Defends(Norm norm) => norm.Exceptions.Any(each => each.SelfDefence is not null);

    private static bool Doubted(Norm norm) => norm.Exceptions.Any(each => each.Condition is Condition.OpenTextured);

    private static bool SameDefence(Norm old, Norm now) =>
        old
            .Exceptions.Select(each => each.SelfDefence)
            .OfType<SelfDefence>()
            .SequenceEqual(now.Exceptions.Select(each => each.SelfDefence).OfType<SelfDefence>());
}
