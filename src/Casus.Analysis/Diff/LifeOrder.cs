using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Lifecycle;

namespace Casus.Analysis.Diff;

/// <summary>Whether the agreement, or an article of it, is in force for longer or shorter (S13, S19).</summary>
internal sealed class LifeOrder(Lens lens, ConditionOrder conditions, PointOrder points)
{
    /// <summary>When it enters into force: earlier is less, as of any point.</summary>
    public Order Entry()
    {
        var (old, now) = (lens.Old.Life.Entry, lens.New.Life.Entry);
        if (old is null || now is null)
        {
            return old is null && now is null
                ? Order.Same
                : lens.From(
                    lens.Map.SentenceOf(old?.Clause, now?.Clause),
                    Order.Unknown,
                    "entry into force is by other facts"
                );
        }
        var owner = lens.Map.SentenceOf(old.Clause, now.Clause);
        if (old.OnDate is not null && now.OnDate is not null && old.Needs.IsEmpty && now.Needs.IsEmpty)
        {
            return points.When(old.OnDate, now.OnDate, owner);
        }
        if (old.OnDate is not null || now.OnDate is not null)
        {
            return lens.In(owner, Order.Unknown, "entry into force is by other facts");
        }
        return lens.From(
            owner,
            Needs(old.Needs, now.Needs),
            "entry into force needs other facts, neither more nor fewer"
        );
    }

    /// <summary>
    /// How long an article's norms can arise, the term of the whole apart; more is more.
    /// </summary>
    public Order Of(string oldArticle, string newArticle, ImmutableArray<string> newBearers) =>
        Ends(oldArticle, newArticle).With(Withdrawals(newBearers)).With(Suspensions()).With(Renewals());

    /// <summary>
    /// Something may hold an arising back for a while: then one that comes earlier may be lost where a later one is
    /// not.
    /// </summary>
    public bool CanSuspend =>
        Suspends(lens.Old.Life) || Suspends(lens.New.Life) || EntersLate(lens.Old) || EntersLate(lens.New);

    private static bool Suspends(Life life) =>
        life.Suspensions.Any(each => each.Stands) || life.Ends.Any(each => each.Stands && each.Kind != EndKind.Ends);

    /// <summary>A party whose consent the entry does not need may be bound after it, and by its own act.</summary>
    private static bool EntersLate(Agreement agreement)
    {
        if (agreement.Life.Entry is not { } entry || entry.Needs.IsEmpty)
        {
            return false;
        }
        var needed = entry.Needs.Where(need => need.Number is null).SelectMany(need => need.By).ToHashSet();
        return agreement.Parties.Any(party => party.Bound && !needed.Contains(party.Name));
    }

    private Order Needs(ImmutableArray<EntryNeed> old, ImmutableArray<EntryNeed> now)
    {
        if (old.Length != now.Length)
        {
            return Order.Unknown;
        }
        var order = Order.Same;
        foreach (var (one, other) in old.Zip(now))
        {
            if (one.Kind != other.Kind || one.Number != other.Number || !lens.SameSet(one.Including, other.Including))
            {
                return Order.Unknown;
            }
            // More that must consent: later.
            var by = lens.OfSets(one.By, other.By);
            order = order.With(one.Number is null ? by : by.Turned());
        }
        return order;
    }

    /// <summary>
    /// The term. Until the shorter of two ends, all is as it was; so it cuts everything off alike and moves nothing.
    /// </summary>
    public Order Duration()
    {
        var (old, now) = (lens.Old.Life.Duration, lens.New.Life.Duration);
        if (old is null || now is null)
        {
            return old is null && now is null
                ? Order.Same
                : lens.In(lens.Map.SentenceOf(old?.Clause, now?.Clause), old is null ? Order.Less : Order.More);
        }
        var owner = lens.Map.SentenceOf(old.Clause, now.Clause);
        return lens.In(owner, PointOrder.Length(old.Length, now.Length), "the two lengths cannot be compared")
            .With(
                points.When(old.From, now.From, owner) is var from && from == Order.Same ? Order.Same : Order.Unknown
            );
    }

    private Order Ends(string oldArticle, string newArticle)
    {
        var order = Order.Same;
        var left = lens.New.Life.Ends.Where(end => end.Stands && Reaches(end, newArticle)).ToList();
        foreach (var end in lens.Old.Life.Ends.Where(end => end.Stands && Reaches(end, oldArticle)))
        {
            var owner = lens.Map.SentenceOf(end.Clause, null);
            var twin = left.FirstOrDefault(other => ReferenceEquals(owner, lens.Map.SentenceOf(null, other.Clause)));
            if (twin is null)
            {
                order = order.With(lens.In(owner, end.Kind == EndKind.Suspended ? Order.Unknown : Order.More));
                continue;
            }
            left.Remove(twin);
            order = order.With(End(end, twin, owner));
        }
        foreach (var end in left)
        {
            var owner = lens.Map.SentenceOf(null, end.Clause);
            order = order.With(
                lens.In(
                    owner,
                    end.Kind == EndKind.Suspended ? Order.Unknown : Order.Less,
                    "what is suspended may arise later instead"
                )
            );
        }
        return order;
    }

    /// <summary>It ends when any of the conditions is surely met: a wider condition ends it sooner.</summary>
    private Order End(EndRule old, EndRule now, UnitPair? owner)
    {
        if (old.Kind != now.Kind)
        {
            return lens.In(owner, Order.Unknown, "it ends in another way");
        }
        var order = points.Until(old.Until, now.Until, owner) == Order.Same ? Order.Same : Order.Unknown;
        foreach (var (one, other) in old.When.Zip(now.When))
        {
            order = order.With(conditions.Of(one, other, owner).Met.Turned());
        }
        order = order.With(lens.In(owner, Orders.Of(now.When.Length, old.When.Length)));
        return old.Kind == EndKind.Suspended && order != Order.Same
            ? lens.Doubt("what is suspended may arise later instead")
            : order;
    }

    private static bool Reaches(EndRule end, string article) => end.Article is null || end.Article == article;

    /// <summary>A right of those bearers to withdraw: notice that is longer keeps them longer.</summary>
    private Order Withdrawals(ImmutableArray<string> bearers)
    {
        var order = Order.Same;
        foreach (var right in lens.Old.Life.Withdrawals.Where(right => right.Stands))
        {
            var owner = lens.Map.SentenceOf(right.Clause, null);
            var twin = lens.New.Life.Withdrawals.FirstOrDefault(other =>
                other.Stands && ReferenceEquals(owner, lens.Map.SentenceOf(null, other.Clause))
            );
            order = order.With(
                twin is null ? Left(owner, right, bearers, Order.More) : Right(right, twin, bearers, owner)
            );
        }
        foreach (var right in lens.New.Life.Withdrawals.Where(right => right.Stands))
        {
            var owner = lens.Map.SentenceOf(null, right.Clause);
            if (
                !lens.Old.Life.Withdrawals.Any(other =>
                    other.Stands && ReferenceEquals(owner, lens.Map.SentenceOf(other.Clause, null))
                )
            )
            {
                order = order.With(right.By.Intersect(bearers).Any() ? lens.In(owner, Order.Less) : Order.Same);
            }
        }
        return order;
    }

    private Order Left(UnitPair? owner, WithdrawalRight right, ImmutableArray<string> bearers, Order order) =>
        lens.Names(right.By).Intersect(bearers).Any() ? lens.In(owner, order) : Order.Same;

    private Order Right(WithdrawalRight old, WithdrawalRight now, ImmutableArray<string> bearers, UnitPair? owner)
    {
        var before = lens.Names(old.By).Intersect(bearers).ToHashSet();
        var after = now.By.Intersect(bearers).ToHashSet();
        if (before.Count == 0 && after.Count == 0)
        {
            return Order.Same;
        }
        var who =
            before.SetEquals(after) ? Order.Same
            : before.IsSubsetOf(after) ? Order.Less
            : before.IsSupersetOf(after) ? Order.More
            : Order.Unknown;
        var notice = (old.Notice, now.Notice) switch
        {
            (null, null) => Order.Same,
            ({ } one, { } other) => PointOrder.Length(one, other),
            (null, _) => Order.More,
            _ => Order.Less,
        };
        return lens.In(owner, who.With(notice), "the right to withdraw is another")
            .With(points.AsFrom(old.AsFrom, now.AsFrom, owner).Turned());
    }

    private Order Suspensions()
    {
        static string Key(SuspensionRight right, Func<string, string> name, Func<string, string> clause) =>
            $"{string.Join('|', right.By.Select(name))} {(right.Article is null ? "" : clause(right.Article))}";
        var old = lens.Old.Life.Suspensions.Where(each => each.Stands).ToList();
        var now = lens.New.Life.Suspensions.Where(each => each.Stands).ToList();
        var same = old.Select(each => Key(each, lens.Name, lens.Map.Clause))
            .Order(StringComparer.Ordinal)
            .SequenceEqual(now.Select(each => Key(each, name => name, clause => clause)).Order(StringComparer.Ordinal));
        if (same)
        {
            return Order.Same;
        }
        var order = Order.Same;
        foreach (
            var clause in old.Select(each => (each.Clause, Old: true))
                .Concat(now.Select(each => (each.Clause, Old: false)))
        )
        {
            var owner = clause.Old
                ? lens.Map.SentenceOf(clause.Clause, null)
                : lens.Map.SentenceOf(null, clause.Clause);
            order = order.With(lens.In(owner, Order.Unknown, "what is suspended may arise later instead"));
        }
        return order;
    }

    private Order Renewals()
    {
        var old = lens.Old.Life.Renewals.Where(each => each.Stands).ToList();
        var now = lens.New.Life.Renewals.Where(each => each.Stands).ToList();
        var order = Order.Same;
        foreach (var one in old)
        {
            var owner = lens.Map.SentenceOf(one.Clause, null);
            var other = now.FirstOrDefault(each => ReferenceEquals(owner, lens.Map.SentenceOf(null, each.Clause)));
            if (other is null)
            {
                order = order.With(lens.In(owner, Order.Less));
                continue;
            }
            now.Remove(other);
            var when = (one.When, other.When) switch
            {
                (null, null) => Order.Same,
                ({ } before, { } after) => conditions.Of(before, after, owner).Met,
                (null, _) => lens.In(owner, Order.Less),
                _ => lens.In(owner, Order.More),
            };
            order = order.With(lens.In(owner, PointOrder.Length(one.Length, other.Length))).With(when);
        }
        foreach (var added in now)
        {
            order = order.With(lens.In(lens.Map.SentenceOf(null, added.Clause), Order.More));
        }
        return order;
    }
}
