using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Geography;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>
/// Which rows are contrary to a duty to keep or not to do. Where nothing in the taxonomy is, only a finding can show
/// the breach, and the compiler says so.
/// </summary>
internal sealed class ContraryBinder(BindingContext context, Binders binders)
{
    private static readonly string[] Placing = ["deploy", "station", "move", "bring", "keep", "base", "transfer"];

    public int? Bind(NormSlot slot, ActorSet bearers)
    {
        var act = ((ModalPredicateSyntax)slot.Clause.Predicate).Act;
        var by = new PartyTest(false, bearers.Names);
        var pattern = slot.Kind == NormKind.Refrain ? Forbidden(slot, act) : Broken(slot, act);
        if (pattern is null)
        {
            context.Report(
                Codes.NotWatched,
                slot.Clause.Predicate,
                $"No row of an incident table can be contrary to `{slot.Clause.Predicate.WordsText()}`."
            );
            return null;
        }
        return context.PatternOf(pattern with { By = by });
    }

    private IncidentPattern? Forbidden(NormSlot slot, ActSyntax act)
    {
        var roles = NormSlots.RolesOf(slot.Clause).ToList();
        return slot.Verb switch
        {
            "commit" or "conduct" or "carry" or "perform" or "make" => Event(act, slot.Place),
            "use" => Use(act),
            "attack" or "strike" or "shell" or "fire" or "invade" => Strike(act, slot),
            "fly" => Presence(act, roles, ["aircraft flight", "drone flight"]),
            "jam" => Of("jamming"),
            "detain" => Of("detention of monitors"),
            "obstruct" or "deny" => Within(Of("denial of access"), roles),
            _ when Placing.Contains(slot.Verb) => Presence(act, roles, []),
            _ => null,
        };
    }

    private IncidentPattern? Broken(NormSlot slot, ActSyntax act)
    {
        var roles = NormSlots.RolesOf(slot.Clause).ToList();
        switch (slot.Verb)
        {
            case "admit"
            or "allow"
            or "permit"
                when act.Object?.Items[0].Head is { } who && context.BodyNamed(ActorBinder.Written(who)) is not null:
                return Within(Of("denial of access"), roles);
            case "keep" or "hold" or "maintain" or "observe" or "respect" or "preserve" or "ensure":
                var noun = Inflection.Singular(act.Object?.Items[0].Head.TermText ?? "");
                if (noun is "ceasefire" or "truce" or "cessation")
                {
                    return Within(Of("attack"), roles);
                }
                return binders.Places.DistanceOf(roles) is { } distance ? TooNear(act, distance) : null;
            default:
                return null;
        }
    }

    private IncidentPattern? Event(ActSyntax act, Numbered place)
    {
        if (act.Object is not { } list)
        {
            return null;
        }
        if (list.Joining == Joining.And)
        {
            // Both together, or each? The parser has asked (CAS1009).
            return null;
        }
        return binders.Conditions.Bind(list, place) is BoundEvent.Incident incident
            ? act.Roles.Aggregate<RoleSyntax, BoundEvent?>(
                incident,
                (bound, role) => bound is null ? null : binders.Roles.Apply(bound, [role], list.Items[0], place)
            )
                is BoundEvent.Incident shaped
                ? shaped.Pattern
                : null
            : null;
    }

    private IncidentPattern? Use(ActSyntax act)
    {
        var head = act.Object?.Items[0].Head;
        var noun = Inflection.Singular(head?.TermText ?? "");
        if (noun is not ("weapon" or "heavy weapon" or "armed force" or "force"))
        {
            return null;
        }
        return Of(noun == "heavy weapon" ? "heavy fire" : "attack");
    }

    private IncidentPattern? Strike(ActSyntax act, NormSlot slot)
    {
        var struck = act.Object is null ? null : binders.Actors.Try(act.Object.Items[0].Head, slot.Place);
        return Of(
            slot.Verb == "shell" ? "heavy fire"
            : slot.Verb == "invade" ? "ground assault"
            : "attack"
        ) with
        {
            Against = struck?.Names ?? [],
        };
    }

    private IncidentPattern? Presence(ActSyntax act, IReadOnlyList<RoleSyntax> roles, ImmutableArray<string> otherwise)
    {
        var conduct = act.Object is null
            ? null
            : Lexicon.PresenceOf(Inflection.Singular(act.Object.Items[0].Head.TermText));
        if (conduct is null && otherwise.IsEmpty)
        {
            return null;
        }
        return Within(Of(conduct is null ? otherwise : [conduct]), roles);
    }

    // A distance of at least 50 km is kept at 50,000 m and broken at 49,999 m: distances are whole metres (S4).
    private IncidentPattern? TooNear(ActSyntax act, (long Metres, int Line) distance)
    {
        if (
            act.Object?.Items[0].Head is not { } head
            || Lexicon.PresenceOf(Inflection.Singular(head.TermText)) is not { } conduct
        )
        {
            return null;
        }
        var written = $"less than {distance.Metres / 1000m:0.###} km from {context.Lines[distance.Line].Name}";
        var zone = context.ZoneOf(new Area.WithinOfLine(distance.Line, distance.Metres - 1), written);
        var pattern = Of(conduct) with { Places = [new PlaceTest([PlaceRelation.In], zone)] };
        if (head.Of is [var of] && binders.Quantities.Number(of) is { Unit: "mm" } calibre)
        {
            pattern =
                calibre.Comparator == "more than"
                    ? pattern with
                    {
                        CalibreMoreThanMm = (int)Math.Min(calibre.Value, int.MaxValue),
                    }
                    : pattern with
                    {
                        CalibreAtLeastMm = (int)Math.Min(calibre.Value, int.MaxValue),
                    };
        }
        return pattern;
    }

    private IncidentPattern Within(IncidentPattern pattern, IReadOnlyList<RoleSyntax> roles)
    {
        foreach (var role in roles.Where(role => role.Prepositions[0].Value is "in" or "into" or "to" or "from"))
        {
            if (
                role.Objects.Items.All(item => binders.Places.AreaOf(item, report: false) is not null)
                && binders.Places.Test(role) is { } test
            )
            {
                pattern = pattern with { Places = pattern.Places.Add(test with { Relations = [PlaceRelation.In] }) };
            }
        }
        return pattern;
    }

    private static IncidentPattern Of(string conduct) => Of([conduct]);

    private static IncidentPattern Of(ImmutableArray<string> conducts) =>
        new() { Name = string.Join(" or ", conducts), Conducts = conducts };
}
