using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Norms;

namespace Casus.Analysis.Diff;

/// <summary>
/// Whether a condition that was met at an instant is met now (S3, S6, S14). What is asked of its parts moves the whole
/// the same way, save under a denial, and save where the argument stops: see docs/diff.md.
/// </summary>
internal sealed class ConditionOrder(
    Lens lens,
    PatternOrder patterns,
    PlaceOrder places,
    EvidenceOrder evidence,
    PointOrder points,
    Func<ActPattern, ActPattern, bool> actsMoved,
    Func<string, string, bool> procedureMoved
)
{
    /// <summary>A condition that is followed through time, by its index in either text.</summary>
    public Relation Tracked(int old, int now, UnitPair? owner)
    {
        var (before, after) = (lens.Old.Conditions[old], lens.New.Conditions[now]);
        var own = before.Name is null && after.Name is null ? owner : lens.Map.SentenceOf(before.Clause, after.Clause);
        if (before.Name is not null && after.Name is not null && !SameSentence(before, after))
        {
            // Another grade altogether, named by the sentence that reads it.
            var direct = Of(before.Condition, after.Condition, owner);
            return direct.IsSame ? Relation.Same : Named(direct, owner);
        }
        return Of(before.Condition, after.Condition, own);
    }

    private Relation Named(Relation relation, UnitPair? owner) =>
        new(
            lens.From(owner, relation.Met, "another grade is asked for"),
            lens.From(owner, relation.Possible, "another grade is asked for")
        );

    private bool SameSentence(TrackedCondition old, TrackedCondition now) =>
        lens.Map.SentenceOf(old.Clause, null) is { } pair
        && ReferenceEquals(pair, lens.Map.SentenceOf(null, now.Clause));

    public Relation Of(Condition old, Condition now, UnitPair? owner)
    {
        if (old is Condition.And || now is Condition.And)
        {
            return Parts(Conjuncts(old), Conjuncts(now), Order.Less, owner);
        }
        if (old is Condition.Or || now is Condition.Or)
        {
            return Parts(Disjuncts(old), Disjuncts(now), Order.More, owner);
        }
        return (old, now) switch
        {
            (Condition.Count one, Condition.Count other) => Count(one, other, owner),
            (Condition.Series one, Condition.Series other) => Series(one, other, owner),
            (Condition.Of one, Condition.Of other) => Tracked(one.Condition, other.Condition, owner)
                .With(Relation.Both(lens.From(owner, Parties(one.Parties, other.Parties), "other parties"))),
            (Condition.Spread one, Condition.Spread other) => Tracked(one.Condition, other.Condition, owner)
                .With(Relation.Both(lens.In(owner, Orders.Of(other.AtLeast, one.AtLeast))))
                .With(Relation.Both(places.Sectors().With(places.AllZones()))),
            (Condition.OnDays one, Condition.OnDays other) => OnDays(one, other, owner),
            (Condition.Persists one, Condition.Persists other) => Persists(one, other, owner),
            (Condition.Not one, Condition.Not other) => Of(one.Part, other.Part, owner).Turned,
            (Condition.Held one, Condition.Held other) => Relation.Both(Held(one.Act, other.Act, owner)),
            (Condition.Decided one, Condition.Decided other) => Relation.Both(Decided(one, other, owner)),
            (Condition.Reached one, Condition.Reached other) => Relation.Both(
                points.When(one.Point, other.Point, owner).Turned()
            ),
            (Condition.OpenTextured, Condition.OpenTextured) => Relation.Same,
            (_, Condition.OpenTextured) => new Relation(lens.From(owner, Order.Less), lens.From(owner, Order.More)),
            (Condition.OpenTextured, _) => new Relation(lens.From(owner, Order.More), lens.From(owner, Order.Less)),
            _ => Relation.Both(lens.From(owner, Order.Unknown, "the condition is of another kind")),
        };
    }

    private static ImmutableArray<Condition> Conjuncts(Condition condition) =>
        condition is Condition.And and ? and.Parts : [condition];

    private static ImmutableArray<Condition> Disjuncts(Condition condition) =>
        condition is Condition.Or or ? or.Parts : [condition];

    /// <summary>One part more asks more of `and`, and lets in more of `or`.</summary>
    private Relation Parts(ImmutableArray<Condition> old, ImmutableArray<Condition> now, Order oneMore, UnitPair? owner)
    {
        if (old.Length == now.Length)
        {
            return old.Zip(now).Aggregate(Relation.Same, (all, pair) => all.With(Of(pair.First, pair.Second, owner)));
        }
        var (few, many) = old.Length < now.Length ? (old, now) : (now, old);
        var left = many.ToList();
        foreach (var part in few)
        {
            var twin = left.FirstOrDefault(other =>
                (old.Length < now.Length ? Of(part, other, owner) : Of(other, part, owner)).IsSame
                && part.GetType() == other.GetType()
            );
            if (twin is null)
            {
                return Relation.Both(lens.From(owner, Order.Unknown, "other conditions are joined"));
            }
            left.Remove(twin);
        }
        return Relation.Both(lens.From(owner, old.Length < now.Length ? oneMore : oneMore.Turned()));
    }

    private Relation Count(Condition.Count old, Condition.Count now, UnitPair? owner)
    {
        if (old.Measure != now.Measure || old.Scope != now.Scope)
        {
            return Relation.Both(lens.In(owner, Order.Unknown, "another thing is counted, or in other places"));
        }
        var acts = patterns
            .Of(old.Pattern, now.Pattern, owner)
            .With(Relation.Both(lens.In(owner, Window(old.Window, now.Window), "the windows are of other kinds")));
        if (old.Scope == PlaceScope.OneSector)
        {
            acts = acts.With(Relation.Both(places.Sectors().With(places.AllZones())));
        }
        acts = acts.With(Relation.Both(evidence.SameIncident()));
        var counted = acts with { Met = Joined(acts.Met, old.AtLeast, now.AtLeast) };
        return counted.With(Relation.Both(lens.In(owner, Orders.Of(now.AtLeast, old.AtLeast))));
    }

    /// <summary>
    /// Fewer acts may count for more where reports are joined: of three reports that one link makes one incident, the
    /// two that are left without it may be two (S7). That there is any at all, no joining can change.
    /// </summary>
    private Order Joined(Order acts, long old, long now)
    {
        if (lens.Old.SameIncident is null && lens.New.SameIncident is null)
        {
            return acts;
        }
        var holds = acts switch
        {
            Order.Less => old <= 1,
            Order.More => now <= 1,
            _ => true,
        };
        return holds
            ? acts
            : lens.Doubt(
                "fewer reports are counted, but where reports are joined to one incident, two that a third had linked count apart without it"
            );
    }

    private static Order Window(Window old, Window now) =>
        (old, now) switch
        {
            (Core.Conditions.Window.Sliding one, Core.Conditions.Window.Sliding other) => Orders.Of(
                one.Seconds,
                other.Seconds
            ),
            (Core.Conditions.Window.OneDay, Core.Conditions.Window.OneDay) => Order.Same,
            (Core.Conditions.Window.Ever, Core.Conditions.Window.Ever) => Order.Same,
            (_, Core.Conditions.Window.Ever) => Order.More,
            (Core.Conditions.Window.Ever, _) => Order.Less,
            _ => Order.Unknown,
        };

    private Relation Series(Condition.Series old, Condition.Series now, UnitPair? owner)
    {
        if (old.Scope != now.Scope)
        {
            return Relation.Both(lens.In(owner, Order.Unknown, "the series runs in other places"));
        }
        var relation = patterns
            .Of(old.Pattern, now.Pattern, owner)
            .With(Relation.Both(lens.In(owner, Orders.Of(old.GapSeconds, now.GapSeconds))))
            .With(Relation.Both(evidence.SameIncident()));
        return old.Scope == PlaceScope.OneSector
            ? relation.With(Relation.Both(places.Sectors().With(places.AllZones())))
            : relation;
    }

    private Relation OnDays(Condition.OnDays old, Condition.OnDays now, UnitPair? owner)
    {
        var relation = Tracked(old.Condition, now.Condition, owner)
            .With(Relation.Both(lens.In(owner, Orders.Of(now.Days, old.Days))));
        var spread = (old.Sectors, now.Sectors) switch
        {
            (null, null) => Order.Same,
            ({ } few, { } many) => Orders.Of(many, few),
            _ => Order.Unknown,
        };
        relation = relation.With(Relation.Both(lens.In(owner, spread, "sectors are asked for in one text alone")));
        var same =
            old.SameSectors == now.SameSectors ? Order.Same
            : now.SameSectors ? Order.Less
            : Order.More;
        relation = relation.With(Relation.Both(lens.In(owner, same)));
        return old.Sectors is null && now.Sectors is null
            ? relation
            : relation.With(Relation.Both(places.Sectors().With(places.AllZones())));
    }

    private Relation Persists(Condition.Persists old, Condition.Persists now, UnitPair? owner)
    {
        var tested = lens.In(
                owner,
                PointOrder.Length(old.Length, now.Length) == Order.Same ? Order.Same : Order.Unknown,
                "it is tested once, at another instant"
            )
            .With(points.When(old.After, now.After, owner) == Order.Same ? Order.Same : Order.Unknown);
        var inner = Tracked(old.Condition, now.Condition, owner);
        var runs = lens.Old.Conditions[old.Condition].Condition is Condition.Series;
        if (runs && !inner.IsSame)
        {
            tested = tested.With(
                lens.Doubt("a series that begins or lapses otherwise is tested after another warning, or not at all")
            );
        }
        return inner.With(Relation.Both(tested));
    }

    private Order Held(ActPattern old, ActPattern now, UnitPair? owner)
    {
        if (lens.SameAct(old, now))
        {
            return actsMoved(old, now) ? lens.Doubt("the act that is asked for comes about otherwise") : Order.Same;
        }
        var alike = now with { By = old.By, To = old.To };
        if (
            !lens.SameAct(old, alike with { By = lens.Names(old.By), To = lens.Names(old.To) })
            || !lens.SameSet(old.To, now.To)
        )
        {
            return lens.From(owner, Order.Unknown, "another act is asked for");
        }
        var who = lens.OfSets(old.By, now.By);
        return lens.From(owner, old.All ? who.Turned() : who, "others must do it");
    }

    private Order Decided(Condition.Decided old, Condition.Decided now, UnitPair? owner)
    {
        if (old.Carried != now.Carried || lens.Map.Clause(old.Procedure) != now.Procedure)
        {
            return lens.In(owner, Order.Unknown, "it hangs on another outcome");
        }
        return procedureMoved(old.Procedure, now.Procedure)
            ? lens.Doubt("it hangs on a decision that comes about otherwise")
            : Order.Same;
    }

    private Order Parties(ImmutableArray<string> old, ImmutableArray<string> now) =>
        (old.IsEmpty, now.IsEmpty) switch
        {
            (true, true) => Order.Same,
            (true, false) => Order.Less,
            (false, true) => Order.More,
            _ => lens.OfSets(old, now),
        };
}
