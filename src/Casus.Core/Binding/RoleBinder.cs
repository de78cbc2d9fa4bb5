using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>What prepositions say of an event: by whom, on whom, where, under which article.</summary>
internal sealed class RoleBinder(BindingContext context, Binders binders)
{
    private static readonly HashSet<string> PlaceWords = new(StringComparer.Ordinal) { "in", "into", "from", "across" };

    public BoundEvent? Apply(BoundEvent bound, IEnumerable<RoleSyntax> roles, NounPhraseSyntax phrase, Numbered place)
    {
        BoundEvent? current = bound;
        foreach (var role in roles)
        {
            current = current is null ? null : One(current, role, phrase, place);
        }
        return current;
    }

    private BoundEvent? One(BoundEvent bound, RoleSyntax role, NounPhraseSyntax phrase, Numbered place)
    {
        var preposition = role.Prepositions[0].Value;
        return bound switch
        {
            BoundEvent.Acted acted => Of(acted, preposition, role, place),
            BoundEvent.Open or BoundEvent.Comes => bound,
            _ when preposition == "by" => By(bound, role, place),
            _ when preposition is "on" or "against" => Against(bound, role, place),
            _ when PlaceWords.Contains(preposition) => Where(bound, role),
            _ => Doubt(bound, role),
        };
    }

    private BoundEvent.Acted? Of(BoundEvent.Acted acted, string preposition, RoleSyntax role, Numbered place)
    {
        switch (preposition)
        {
            case "by":
                return binders.Actors.Bind(role.Objects, place) is { } by
                    ? acted with
                    {
                        Act = acted.Act with { By = by.Names },
                    }
                    : null;
            case "to" when binders.Actors.Try(role.Objects.Items[0], place) is { } to:
                return acted with { Act = acted.Act with { To = to.Names } };
            case "under" when binders.References.Bind(role.Objects.Items[0]) is { } reference:
                return acted with { Act = acted.Act with { Clause = reference } };
            default:
                // What it is about is recorded for people; the acts table has no column for it.
                return acted with { Act = acted.Act with { Matter = role.Objects.WordsText() } };
        }
    }

    private BoundEvent? By(BoundEvent bound, RoleSyntax role, Numbered place)
    {
        var first = role.Objects.Items[0];
        var noun = Inflection.Singular(first.TermText);
        if (noun is "party" or "side" or "" && first.Determiners.Any(word => word.Value is "any"))
        {
            return bound;
        }
        if (noun is "party" or "side" && first.Determiners.Any(word => word.Value is "one" or "each" or "a" or "same"))
        {
            return Patterns(
                bound,
                pattern => pattern with { By = new PartyTest(true, Actors(pattern)) },
                onlyUnset: true
            );
        }
        if (ConductsOf(role) is { } conducts)
        {
            return Patterns(bound, pattern => pattern with { Conducts = conducts }, onlyUnset: false);
        }
        if (binders.Actors.Bind(role.Objects, place) is not { } actors)
        {
            return null;
        }
        if (bound is BoundEvent.Graded graded && KeyedByParty(graded.Condition))
        {
            return graded with { Parties = actors.Names };
        }
        return Patterns(bound, pattern => pattern with { By = new PartyTest(false, actors.Names) }, onlyUnset: false);
    }

    /// <summary>`a breach of Article 1 by heavy fire`: by what conduct; null where the role names none.</summary>
    private ImmutableArray<string>? ConductsOf(RoleSyntax role)
    {
        var found = role
            .Objects.Items.Select(item => context.Conduct.IndexOf(ActorBinder.Written(item).ToLowerInvariant()))
            .ToList();
        return found.Contains(-1) ? null : [.. found.Select(index => context.Conduct.Names[index])];
    }

    private BoundEvent? Against(BoundEvent bound, RoleSyntax role, Numbered place)
    {
        var items = role.Objects.Items;
        if (items.Any(item => !binders.Actors.IsActor(item, place)))
        {
            return Doubt(bound, role);
        }
        return binders.Actors.Bind(role.Objects, place) is { } struck
            ? Patterns(bound, pattern => pattern with { Against = struck.Names }, onlyUnset: false)
            : null;
    }

    private BoundEvent? Where(BoundEvent bound, RoleSyntax role)
    {
        var test = binders.Places.Test(role);
        return test is null
            ? null
            : Patterns(bound, pattern => pattern with { Places = pattern.Places.Add(test) }, onlyUnset: false);
    }

    private BoundEvent Doubt(BoundEvent bound, RoleSyntax role)
    {
        context.Observe(
            ObservationKind.OpenTextured,
            role,
            role.WordsText(),
            $"Nothing in a row says `{role.WordsText()}`."
        );
        return Patterns(
            bound,
            pattern => pattern with { OpenTextured = pattern.OpenTextured.Add(role.WordsText()) },
            onlyUnset: false
        );
    }

    /// <summary>
    /// Whose acts can meet it: the addressees of the norms that it breaches, else every party and state.
    /// </summary>
    private ImmutableArray<string> Actors(IncidentPattern pattern)
    {
        var addressees = pattern
            .BreachOf.SelectMany(norm => binders.References.AddresseesOf(norm))
            .Distinct(StringComparer.Ordinal);
        return pattern.BreachOf.IsEmpty ? [.. context.Parties.Select(party => party.Name)] : [.. addressees];
    }

    private bool KeyedByParty(int condition) =>
        ConditionRewriting.PatternsOf(context, condition).Any(pattern => pattern.By is not null);

    private BoundEvent Patterns(BoundEvent bound, Func<IncidentPattern, IncidentPattern> change, bool onlyUnset) =>
        bound switch
        {
            BoundEvent.Incident incident when !onlyUnset || incident.Pattern.By is null => incident with
            {
                Pattern = change(incident.Pattern),
            },
            BoundEvent.Graded graded when !onlyUnset || !KeyedByParty(graded.Condition) => graded with
            {
                Condition = ConditionRewriting.With(context, graded.Condition, change),
            },
            _ => bound,
        };
}
