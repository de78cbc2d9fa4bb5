using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Norms;

namespace Casus.Analysis.Diff;

/// <summary>Names what changed in a sentence, from the model that the sentence made in either text.</summary>
internal sealed class DetailFinder(DraftMap map, Comparison comparison)
{
    private readonly List<Detail> details = [];
    private Agreement Old => map.Old;
    private Agreement New => map.New;
    private Lens Lens => comparison.Lens;

    public ImmutableArray<Detail> Of(UnitPair pair)
    {
        if (pair.Old is null || pair.New is null)
        {
            OneSided(pair);
        }
        else if (pair.New.Kind is UnitKind.Label)
        {
            Label(pair.Old, pair.New);
        }
        else if (pair.New.Kind is UnitKind.Position)
        {
            Words(pair, Aspect.Position, "what is recorded of a position is changed; nothing is owed by it");
        }
        else if (pair.New.Kind is UnitKind.Rider)
        {
            Words(pair, Aspect.Exception, "what a party reserves is changed");
        }
        else if (pair.New.Kind is not UnitKind.Heading)
        {
            Sentence(pair);
        }
        Brackets(pair);
        return [.. details.Distinct()];
    }

    private void OneSided(UnitPair pair)
    {
        var unit = (pair.New ?? pair.Old)!;
        if (unit.Kind == UnitKind.Heading)
        {
            return;
        }
        var agreement = pair.New is null ? Old : New;
        var norm = agreement.Norms.FirstOrDefault(norm =>
            norm.Clause == unit.Clause && !norm.IsFallback && unit.Kind != UnitKind.BlockHead
        );
        var what = unit.Kind switch
        {
            UnitKind.Position => "a recorded position, source or milestone",
            UnitKind.Rider => "a reservation, caveat or understanding",
            UnitKind.Label => "a declaration",
            UnitKind.BlockHead => "an occasion on which duties arise",
            _ when norm is not null => Kind(norm),
            _ when unit.Verb is "means" or "is" or "counts" => "a definition",
            _ when unit.Verb == "decides" => "a way to decide",
            _ => "a sentence on the life of the agreement or on its norms",
        };
        var (before, after) = (pair.Old?.Text ?? "", pair.New?.Text ?? "");
        details.Add(
            pair.New is null
                ? new Detail(Aspect.Removed, before, after, $"{what} is removed")
                : new Detail(Aspect.Added, before, after, $"{what} is added")
        );
    }

    private static string Kind(Norm norm)
    {
        var who = norm.Bearers.Actors.Written;
        return norm.Kind switch
        {
            NormKind.Do => $"a duty of {who}",
            NormKind.Keep => $"a lasting duty of {who}",
            NormKind.Refrain => $"a prohibition on {who}",
            NormKind.Permission => $"a permission or power of {who}",
            _ => $"an intention of {who}, which binds nobody",
        };
    }

    private void Label(DiffUnit old, DiffUnit now)
    {
        var (before, after) = WordDiff.Core(old.Text, now.Text);
        switch (now.Verb)
        {
            case "Zone":
                Zone(before, after, old, now);
                break;
            case "Conduct":
                Add(Aspect.Scope, before, after, "what counts as this conduct is changed, wherever the word is used");
                break;
            case "Sectors":
                Add(Aspect.Scope, before, after, "the line is cut into other sectors");
                break;
            case "Same":
                Add(Aspect.Evidence, before, after, "when two reports are about one incident is changed");
                break;
            case "Party" or "State" or "Group":
                Add(Aspect.Bearer, before, after, "who belongs to the parties or to a group is changed");
                break;
            case "Body" or "Depositary":
                Add(Aspect.Declaration, before, after, "a body, or who sits on it, is changed");
                break;
            case "Times":
                Add(Aspect.Declaration, before, after, "days begin and end at other instants");
                break;
            case "Line":
                Add(Aspect.Scope, before, after, "the line from which places are measured is another");
                break;
            case "Agreement":
                // A draft's number and date are what every new draft changes.
                if (Old.Title != New.Title)
                {
                    Add(Aspect.Wording, before, after, "the agreement has another title; nothing is owed by it");
                }
                break;
            default:
                Add(Aspect.Declaration, before, after, "a declaration is changed");
                break;
        }
    }

    private void Zone(string before, string after, DiffUnit old, DiffUnit now)
    {
        var one = Array.FindIndex([.. Old.Zones], zone => old.Text.Contains(zone.Name, StringComparison.Ordinal));
        var other = Array.FindIndex([.. New.Zones], zone => now.Text.Contains(zone.Name, StringComparison.Ordinal));
        var order = one < 0 || other < 0 ? Order.Unknown : comparison.Places.Zone(one, other, null);
        if (order == Order.Same)
        {
            return;
        }
        var meaning = order switch
        {
            Order.Less => "the zone is smaller: fewer acts fall in it",
            Order.More => "the zone is larger: more acts fall in it",
            _ => "the zone is another",
        };
        Add(Aspect.Scope, before, after, meaning);
    }

    private void Sentence(UnitPair pair)
    {
        var (before, after) = (pair.Old!.Clause, pair.New!.Clause);
        if (pair.New.Kind == UnitKind.BlockHead)
        {
            new TriggerDetails(map, comparison, details).Block(pair);
            return;
        }
        var norms = map
            .Norms.Where(twins => Old.Norms[twins.Key].Clause == before && New.Norms[twins.Value].Clause == after)
            .OrderBy(twins => twins.Key);
        var isLife = IsLife(Old, before) || IsLife(New, after);
        foreach (var (one, other) in isLife ? [] : norms.AsEnumerable())
        {
            new NormDetails(map, comparison, details).Of(Old.Norms[one], New.Norms[other], pair);
        }
        new ConditionDetails(map, comparison, details).Definition(pair);
        new EvidenceDetails(map, details).Of(pair);
        var procedure = (
            Old.Procedures.FirstOrDefault(each => each.Clause == before),
            New.Procedures.FirstOrDefault(each => each.Clause == after)
        );
        if (procedure is ({ } was, { } becomes))
        {
            new ProcedureDetails(map, details).Of(was, becomes, pair, comparison.Procedures.Same(was, becomes));
        }
        if (isLife)
        {
            Words(pair, Aspect.Life, "when the agreement or a part of it begins, ends, or may be left is changed");
        }
        if (pair.New.Verb is "counts" or "prevails" or "applies")
        {
            Words(pair, Aspect.Scope, "what counts as what, or which norm prevails, is changed");
        }
    }

    private static bool IsLife(Agreement agreement, string? clause) =>
        agreement.Clauses.Any(each => each.Number == clause && each.Kind == ClauseKind.Life)
        || agreement.Life.Withdrawals.Any(each => each.Clause == clause)
        || agreement.Life.Suspensions.Any(each => each.Clause == clause);

    /// <summary>
    /// What is on offer in a bracket is told, chosen or not; only what is chosen changes what is owed.
    /// </summary>
    private void Brackets(UnitPair pair)
    {
        foreach (var bracket in New.Brackets)
        {
            var twin = Old.Brackets.FirstOrDefault(other => other.Name == bracket.Name);
            if (
                twin is null
                || twin.Values.SequenceEqual(bracket.Values)
                || !Offers(pair.New, bracket)
                || !Offers(pair.Old, twin)
            )
            {
                continue;
            }
            var chosen =
                twin.Chosen == bracket.Chosen
                    ? $"other values are on offer; compared is {bracket.Chosen} in both"
                    : $"other values are on offer; compared are {twin.Chosen} and {bracket.Chosen}";
            Add(Aspect.Bracket, string.Join(" | ", twin.Values), string.Join(" | ", bracket.Values), chosen);
        }
    }

    private static bool Offers(DiffUnit? unit, Bracket bracket) =>
        unit is not null && unit.Text.Contains($"[{bracket.Name}:", StringComparison.OrdinalIgnoreCase);

    private void Words(UnitPair pair, Aspect aspect, string meaning)
    {
        var (before, after) = WordDiff.Core(pair.Old!.Text, pair.New!.Text);
        Add(aspect, before, after, meaning);
    }

    private void Add(Aspect aspect, string before, string after, string meaning) =>
        details.Add(new Detail(aspect, before, after, meaning));
}
