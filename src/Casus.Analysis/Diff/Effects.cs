using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Norms;

namespace Casus.Analysis.Diff;

/// <summary>What the difference does to every norm, and so to every party.</summary>
internal static class Effects
{
    public static ImmutableArray<NormEffect> Of(Comparison comparison)
    {
        var lens = comparison.Lens;
        var map = lens.Map;
        var effects = ImmutableArray.CreateBuilder<NormEffect>();
        for (var i = 0; i < map.Old.Norms.Length; i++)
        {
            var norm = map.Old.Norms[i];
            if (norm.Clause.Length == 0)
            {
                continue;
            }
            lens.Forget();
            effects.Add(
                map.Norms.TryGetValue(i, out var twin)
                    ? Kept(comparison, i, twin)
                    : Alone(lens, norm, i, null, lens.In(map.ItemOf(norm.Clause, null), Order.Less))
            );
        }
        var known = map.Norms.Values.ToHashSet();
        for (var i = 0; i < map.New.Norms.Length; i++)
        {
            var norm = map.New.Norms[i];
            if (!known.Contains(i) && norm.Clause.Length > 0)
            {
                lens.Forget();
                effects.Add(Alone(lens, norm, null, i, lens.In(map.ItemOf(null, norm.Clause), Order.More)));
            }
        }
        return effects.ToImmutable();
    }

    private static NormEffect Kept(Comparison comparison, int old, int now)
    {
        var lens = comparison.Lens;
        var (before, after) = (lens.Old.Norms[old], lens.New.Norms[now]);
        var relation = comparison.Norms.Of(old, now);
        var owner = lens.Map.ItemOf(before.Clause, after.Clause);
        var bearers = ImmutableDictionary.CreateBuilder<string, Order>(StringComparer.Ordinal);
        var (names, others) = (lens.Names(Names(before)), Names(after));
        if (before.Bearers.Actors.Role != after.Bearers.Actors.Role)
        {
            relation = relation with { Ground = lens.From(owner, Order.Unknown, "another bears it") };
        }
        if (before is { IsDuty: true, Stands: true } && after is { IsDuty: true, Stands: true })
        {
            relation = relation with { Ground = relation.Ground.With(comparison.Life.Duration()) };
        }
        var binds = before is { IsDuty: true, Stands: true } || after is { IsDuty: true, Stands: true };
        foreach (var name in names.Union(others))
        {
            var order =
                !others.Contains(name) ? lens.From(owner, Order.Less)
                : !names.Contains(name) ? lens.From(owner, Order.More)
                : Order.Same;
            bearers[name] = binds ? order : Order.Same;
        }
        return new NormEffect(
            before.Clause,
            after.Clause,
            old,
            now,
            relation.Ground,
            relation.Demand,
            bearers.ToImmutable(),
            Beneficiaries(lens.New, after),
            lens.Doubts
        );
    }

    private static NormEffect Alone(Lens lens, Norm norm, int? old, int? now, Order order) =>
        new(
            old is null ? null : norm.Clause,
            now is null ? null : norm.Clause,
            old,
            now,
            norm is { Stands: true, IsDuty: true } ? order : Order.Same,
            Order.Same,
            (old is null ? Names(norm) : lens.Names(Names(norm)))
                .Distinct(StringComparer.Ordinal)
                .ToImmutableDictionary(name => name, _ => Order.Same, StringComparer.Ordinal),
            old is null ? Beneficiaries(lens.New, norm) : lens.Names(Beneficiaries(lens.Old, norm)),
            lens.Doubts
        );

    private static ImmutableArray<string> Names(Norm norm) => norm.Bearers.Actors.Names;

    /// <summary>
    /// To whom it is owed: whom the text names; else the beneficiaries; where these bear it themselves, the others that
    /// bear it, or all others that are bound.
    /// </summary>
    private static ImmutableArray<string> Beneficiaries(Agreement agreement, Norm norm)
    {
        bool Has(string name, string role) =>
            agreement.Parties.Any(party => party.Name == name && party.Roles.Contains(role));
        var named = norm.Beneficiary?.Names ?? [];
        named = [.. named.Where(name => agreement.Parties.Any(party => party.Name == name))];
        if (!named.IsEmpty && !(norm.IsProcedural && named.All(name => Has(name, "adversary"))))
        {
            return named;
        }
        var bearers = Names(norm);
        ImmutableArray<string> protectedOnes =
        [
            .. agreement
                .Parties.Where(party => party.Roles.Contains("beneficiary"))
                .Select(party => party.Name)
                .Where(name => bearers.Length != 1 || bearers[0] != name),
        ];
        return !protectedOnes.IsEmpty
            ? protectedOnes
            :
            [
                .. agreement
                    .Parties.Where(party => party.Bound)
                    .Select(party => party.Name)
                    .Where(name => bearers.Length != 1 || bearers[0] != name),
            ];
    }

    /// <summary>Parties and bodies in the order declared, with what the effects mean to each.</summary>
    public static ImmutableArray<PartyEffect> Parties(DraftMap map, ImmutableArray<NormEffect> effects)
    {
        var names = map
            .Old.Parties.Select(party => map.Renames.NameOf(party.Name))
            .Concat(map.New.Parties.Select(party => party.Name))
            .Concat(map.New.Bodies.Select(body => body.Name))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var parties = ImmutableArray.CreateBuilder<PartyEffect>();
        foreach (var name in names)
        {
            var bears = Sum(
                effects
                    .Where(effect => effect.Bearers.ContainsKey(name))
                    .Select(effect => effect.Ground.With(effect.Demand).With(effect.Bearers[name]))
            );
            var has = Sum(effects.Where(effect => effect.Beneficiaries.Contains(name)).Select(effect => effect.Whole));
            if (bears is not null || has is not null)
            {
                parties.Add(new PartyEffect(name, bears, has));
            }
        }
        return parties.ToImmutable();
    }

    public static Direction Whole(IEnumerable<NormEffect> effects) =>
        Sum(effects.Select(effect => effect.Whole)) ?? Direction.Neither;

    /// <summary>Null where nothing changes; neither where some grow and some shrink.</summary>
    private static Direction? Sum(IEnumerable<Order> orders)
    {
        var changed = orders.Where(order => order != Order.Same).ToHashSet();
        return changed.Count == 0 ? null
            : changed.Contains(Order.Unknown) ? Direction.CannotTell
            : changed.Count > 1 ? Direction.Neither
            : changed.Contains(Order.More) ? Direction.Stronger
            : Direction.Weaker;
    }
}
