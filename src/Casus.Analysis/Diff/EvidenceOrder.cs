using Casus.Core.Evidence;

namespace Casus.Analysis.Diff;

/// <summary>Whether what was established, or attributed, before is so now (S7, S8).</summary>
internal sealed class EvidenceOrder(Lens lens)
{
    /// <summary>Of a row that must be established.</summary>
    public Relation Established()
    {
        var (old, now) = (lens.Old.Established, lens.New.Established);
        if (old is null || now is null)
        {
            return old is null && now is null ? Relation.Same : Said(old, now, Order.Unknown);
        }
        if (!lens.SameSet(old.VerifiedBy, now.VerifiedBy))
        {
            return Said(old, now, Order.Unknown);
        }
        var order = (old.Sources, now.Sources) switch
        {
            (null, null) => Order.Same,
            (null, _) => Order.More,
            (_, null) => Order.Less,
            var (few, many) => Orders.Of(many!.Value, few!.Value),
        };
        if (old.Sources is not null && now.Sources is not null)
        {
            order = order.With(Orders.Of(old.Within?.Seconds ?? long.MaxValue, now.Within?.Seconds ?? long.MaxValue));
        }
        return Said(old, now, order);
    }

    /// <summary>
    /// What every row feels of the standard: a body's rejection takes a row out of every count, established or not.
    /// </summary>
    public Relation Rejected()
    {
        var (old, now) = (lens.Old.Established, lens.New.Established);
        var same =
            old is null || now is null ? old is null && now is null : lens.SameSet(old.VerifiedBy, now.VerifiedBy);
        return same ? Relation.Same : Said(old, now, Order.Unknown);
    }

    /// <summary>
    /// Of a row whose party is asked. An act that is no longer attributed is nobody's for sure, and so possibly
    /// everybody's: fewer acts are surely a party's, and more are possibly another's.
    /// </summary>
    public Relation Attributed()
    {
        var (old, now) = (lens.Old.Attributed, lens.New.Attributed);
        if (old is null && now is null)
        {
            return Relation.Same;
        }
        var pair = lens.Map.SentenceOf(old?.Clause, now?.Clause);
        if (old is null || now is null || old.BySideOfOrigin || now.BySideOfOrigin)
        {
            var same =
                old is not null
                && now is not null
                && old.BySideOfOrigin == now.BySideOfOrigin
                && old.MinConfidence == now.MinConfidence
                && lens.SameSet(old.By, now.By);
            return same
                ? Relation.Same
                : Relation.Both(
                    lens.In(
                        pair,
                        Order.Unknown,
                        "who attributes is changed: an act may become another party's, not only nobody's"
                    )
                );
        }
        var order = Orders.Of((int)now.MinConfidence, (int)old.MinConfidence).With(lens.OfSets(old.By, now.By));
        order = lens.In(pair, order, "the standard of attribution is neither stricter nor looser");
        return new Relation(order, order.Turned());
    }

    /// <summary>Whether reports near each other are one incident.</summary>
    public Order SameIncident()
    {
        var (old, now) = (lens.Old.SameIncident, lens.New.SameIncident);
        if (old == now)
        {
            return Order.Same;
        }
        var pair = lens.Map.Pairs.FirstOrDefault(each => (each.New ?? each.Old)!.Verb == "Same");
        return lens.From(
            pair,
            lens.Doubt(
                "which reports are of one incident is changed: it joins counts and helps to establish, both at once"
            )
        );
    }

    private Relation Said(EstablishmentStandard? old, EstablishmentStandard? now, Order order) =>
        Relation.Both(
            lens.In(
                lens.Map.SentenceOf(old?.Clause, now?.Clause),
                order,
                "who verifies is changed: the same body's rejection takes a report out of every count"
            )
        );
}
