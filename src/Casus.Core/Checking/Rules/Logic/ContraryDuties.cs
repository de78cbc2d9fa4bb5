using Casus.Core.Binding;
using Casus.Core.Diagnostics;
using Casus.Core.Geography;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Logic;

/// <summary>
/// Away from a line and in a zone that lies nearer to it; to admit somebody and not to allow it: one bearer cannot
/// keep both.
/// </summary>
internal sealed class ContraryDuties : Rule
{
    private static readonly string[] Placing = ["keep", "hold", "maintain", "station", "deploy", "base", "retain"];
    private static readonly string[] Admitting = ["admit", "allow", "permit"];
    private static readonly string[] Shutting = ["deny", "exclude", "refuse", "obstruct"];

    public override string Code => "CAS3905";
    public override string Title => "Two duties that one bearer cannot both keep";
    public override RuleGroup Group => RuleGroup.Logic;

    public override string Why =>
        "Whichever is kept the other is breached, and the bearer, not the text, chooses which.";

    public override IEnumerable<Finding> Check(CheckedText text) => Distances(text).Concat(Doors(text));

    private static IEnumerable<Finding> Distances(CheckedText text)
    {
        var zones = text
            .Agreement.Zones.Where(zone => zone.Declared && zone.Area is Area.WithinOfLine)
            .GroupBy(zone => zone.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key,
                group => (Area.WithinOfLine)group.First().Area,
                StringComparer.OrdinalIgnoreCase
            );
        var placed = text
            .Norms.Where(stated =>
                stated.Norm.Kind is NormKind.Do or NormKind.Keep && Placing.Contains(stated.Norm.Verb)
            )
            .Select(stated => (stated, Conduct: Weapons.PresenceOf(stated.Syntax), Zone: ZoneOf(stated.Syntax, zones)))
            .Where(each => each is { Conduct: not null, Zone: not null })
            .ToLookup(each => (each.Conduct!, each.Zone!.Value.Area.Line));
        foreach (var away in text.Norms)
        {
            if (
                away.Norm is not { Kind: NormKind.Keep, Contrary: { } index }
                || text.Agreement.Patterns[index] is not { Conducts: [var conduct], Places: [var place] }
                || text.Agreement.Zones[place.Index] is not { Declared: false, Area: Area.WithinOfLine near }
            )
            {
                continue;
            }
            foreach (var (within, _, zone) in placed[(conduct, near.Line)])
            {
                var both = Both(away.Norm, within.Norm);
                if (
                    zone!.Value.Area.Metres <= near.Metres
                    && both.Count > 0
                    && AtOneTime(away.Norm, within.Norm)
                    && Weapons.AreWithin(within.Syntax, away.Syntax)
                    && !IsSettled(text, away.Norm, within.Norm)
                )
                {
                    yield return At(
                            within.Syntax.Predicate.Span,
                            $"All of {zone.Value.Name} is within {zone.Value.Area.Metres / 1000m:0.###} km of "
                                + $"{text.Agreement.Lines[near.Line].Name}, and {away.Norm.Clause} keeps {Wording.And(both)} "
                                + $"at least {(near.Metres + 1) / 1000m:0.###} km away from it.",
                            $"..., notwithstanding {away.Norm.Clause}"
                        )
                        .With(new RelatedPlace(away.Syntax.Span, $"{away.Norm.Clause} asks for the distance."));
                }
            }
        }
    }

    private static IEnumerable<Finding> Doors(CheckedText text)
    {
        var bodies = text.Agreement.Bodies.Select(body => body.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var open = text
            .Norms.Where(stated => IsOpening(stated.Norm) && Guest(stated.Syntax, bodies) is not null)
            .ToLookup(stated => Guest(stated.Syntax, bodies)!, StringComparer.OrdinalIgnoreCase);
        foreach (var shut in text.Norms.Where(stated => IsShutting(stated.Norm)))
        {
            var guest = Guest(shut.Syntax, bodies);
            foreach (var admits in guest is null ? [] : open[guest])
            {
                var both = Both(admits.Norm, shut.Norm);
                if (both.Count > 0 && SamePlace(admits.Syntax, shut.Syntax) && !IsSettled(text, admits.Norm, shut.Norm))
                {
                    yield return At(
                            shut.Syntax.Predicate.Span,
                            $"{Wording.And(both)} {Promises.Spoken(shut.Norm)} {guest} here and "
                                + $"{Promises.Spoken(admits.Norm)} it by {admits.Norm.Clause}.",
                            $"..., subject to {admits.Norm.Clause}"
                        )
                        .With(new RelatedPlace(admits.Syntax.Span, $"{admits.Norm.Clause} opens the door."));
                }
            }
        }
    }

    private static bool IsOpening(Norm norm) =>
        norm.Kind is NormKind.Do or NormKind.Keep && Admitting.Contains(norm.Verb) && Always(norm);

    private static bool IsShutting(Norm norm) =>
        Always(norm)
        && (
            norm.Kind == NormKind.Refrain
                ? Admitting.Contains(norm.Verb)
                : norm.Kind is NormKind.Do or NormKind.Keep && Shutting.Contains(norm.Verb)
        );

    /// <summary>
    /// Neither ends, and both stand in or outside the same block: then they bind together from the later start on.
    /// </summary>
    private static bool AtOneTime(Norm one, Norm other) =>
        one is { Until: null, OnlyIf: null } && other is { Until: null, OnlyIf: null } && one.Block == other.Block;

    private static bool Always(Norm norm) =>
        norm is { AsFrom: null, Until: null, OnlyIf: null, Block: null, Exceptions.IsEmpty: true };

    private static string? Guest(ClauseSyntax clause, HashSet<string> bodies) =>
        ObjectOf(clause) is { } head && bodies.TryGetValue(ActorBinder.Written(head), out var name) ? name : null;

    private static SimpleSyntax? ObjectOf(ClauseSyntax clause) =>
        clause.Predicate is ModalPredicateSyntax { Act.Object.Items: [var first, ..] } ? first.Head : null;

    private static (string Name, Area.WithinOfLine Area)? ZoneOf(
        ClauseSyntax clause,
        Dictionary<string, Area.WithinOfLine> zones
    )
    {
        foreach (var role in NormSlots.RolesOf(clause).Where(role => role.Prepositions[0].Value is "in" or "within"))
        {
            foreach (var name in role.Objects.Items.Select(ActorBinder.Written))
            {
                if (zones.TryGetValue(name, out var area))
                {
                    return (name, area);
                }
            }
        }
        return null;
    }

    private static bool SamePlace(ClauseSyntax one, ClauseSyntax other)
    {
        var (first, second) = (Places(one), Places(other));
        return first.Count == 0 || second.Count == 0 || first.Overlaps(second);
    }

    private static HashSet<string> Places(ClauseSyntax clause) =>
        NormSlots
            .RolesOf(clause)
            .Where(role => role.Prepositions[0].Value is "to" or "in" or "into" or "from")
            .SelectMany(role => role.Objects.Items)
            .Select(ActorBinder.Written)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static List<string> Both(Norm one, Norm other) =>
        [.. one.Bearers.Actors.Names.Intersect(other.Bearers.Actors.Names, StringComparer.Ordinal)];

    private static bool IsSettled(CheckedText text, Norm one, Norm other) =>
        text.Agreement.Priorities.Any(priority =>
            (Covers(priority.Stronger, one) && Covers(priority.Weaker, other))
            || (Covers(priority.Stronger, other) && Covers(priority.Weaker, one))
        );

    private static bool Covers(string reference, Norm norm) =>
        ReferenceBinder.Covers(reference, norm.Clause, norm.Article);
}
