using Casus.Core.Agreements;
using Casus.Core.Lifecycle;
using Casus.Core.Norms;

namespace Casus.Analysis.Diff;

/// <summary>Whether a norm is excused as often as before: by exceptions, stronger norms, riders.</summary>
internal sealed partial class NormOrder
{
    /// <summary>A duty arises where no exception is met or undetermined: a wider exception leaves less.</summary>
    private Order Exceptions(Norm old, Norm now, UnitPair? owner)
    {
        var before = old.Exceptions.Where(each => each.Condition is not null).ToList();
        var after = now.Exceptions.Where(each => each.Condition is not null).ToList();
        var order = lens.In(owner, Orders.Of(after.Count, before.Count));
        foreach (var (one, other) in before.Zip(after))
        {
            order = order.With(conditions.Of(one.Condition!, other.Condition!, owner).Possible.Turned());
        }
        return order;
    }

    private Order Priorities(Norm old, Norm now, UnitPair? owner)
    {
        var subject = old.SubjectTo.Select(lens.Map.Clause).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var order =
            subject.SetEquals(now.SubjectTo) ? Order.Same
            : subject.IsSubsetOf(now.SubjectTo) || subject.IsSupersetOf(now.SubjectTo)
                ? Orders.Of(now.SubjectTo.Length, old.SubjectTo.Length)
            : Order.Unknown;
        order = lens.In(owner, order, "it yields to another norm");
        var before = Stronger(lens.Old, old).Select(lens.Map.Clause).ToHashSet(StringComparer.Ordinal);
        if (!before.SetEquals(Stronger(lens.New, now)))
        {
            return order.With(lens.From(null, Order.Unknown, "other norms prevail over it"));
        }
        var prevailing = Stronger(lens.Old, old).Concat(old.SubjectTo).ToList();
        var moved =
            prevailing.Count > 0
            && Enumerable
                .Range(0, lens.Old.Norms.Length)
                .Any(i => prevailing.Exists(name => Covers(name, lens.Old.Norms[i])) && normMoved(i));
        return moved ? order.With(lens.Doubt("a norm that prevails over it is changed")) : order;
    }

    private static IEnumerable<string> Stronger(Agreement agreement, Norm norm) =>
        agreement
            .Priorities.Where(priority => Covers(priority.Weaker, norm))
            .Select(priority => priority.Stronger)
            .Concat(
                agreement
                    .Norms.Where(other => other.Notwithstanding.Any(weaker => Covers(weaker, norm)))
                    .Select(other => other.Clause)
            );

    private static bool Covers(string reference, Norm norm) =>
        reference == norm.Article || Core.Facts.ActRecord.IsUnder(norm.Clause, reference);

    /// <summary>Exceptions that riders write into it for their parties.</summary>
    private Order Riders(Norm old, Norm now)
    {
        var order = Order.Same;
        var left = RidersOf(lens.New, now).ToList();
        foreach (var rider in RidersOf(lens.Old, old))
        {
            var twin = left.FirstOrDefault(other =>
                other.Kind == rider.Kind
                && lens.SameSet(rider.Of, other.Of)
                && lens.SameText(rider.Written, other.Written)
            );
            if (twin is null)
            {
                order = order.With(lens.In(RiderPair(rider, isNew: false), Order.More));
                continue;
            }
            left.Remove(twin);
            var same = rider
                .Exceptions.Zip(twin.Exceptions)
                .All(pair =>
                    pair.First.Condition is null
                    || pair.Second.Condition is null
                    || conditions.Of(pair.First.Condition, pair.Second.Condition, null).IsSame
                );
            order = order.With(same ? Order.Same : lens.Doubt("what a reservation excepts is changed"));
        }
        return left.Aggregate(order, (all, rider) => all.With(lens.In(RiderPair(rider, isNew: true), Order.Less)));
    }

    private static IEnumerable<Rider> RidersOf(Agreement agreement, Norm norm) =>
        agreement.Riders.Where(rider =>
            rider.Kind != RiderKind.Understanding
            && !rider.Exceptions.IsEmpty
            && (rider.Target is null || Covers(rider.Target, norm))
            && rider.Of.Intersect(norm.Bearers.Actors.Names).Any()
        );

    private UnitPair? RiderPair(Rider rider, bool isNew) =>
        lens.Map.Pairs.FirstOrDefault(pair =>
            (isNew ? pair.New : pair.Old) is { Kind: UnitKind.Rider } unit
            && rider.Of.All(name => unit.Text.Contains(name, StringComparison.Ordinal))
            && (rider.Target is null || unit.Text.Contains(rider.Target, StringComparison.Ordinal))
        );
}
