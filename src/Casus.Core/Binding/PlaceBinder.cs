using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Diagnostics;
using Casus.Core.Geography;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>Places: zones, territories and lines that a phrase names.</summary>
internal sealed class PlaceBinder(BindingContext context, Binders binders)
{
    /// <summary>`from or into Buffer`, `in Buffer`, `across Contact Line`.</summary>
    public PlaceTest? Test(RoleSyntax role)
    {
        var relations = role.Prepositions.Select(RelationOf).Distinct().ToImmutableArray();
        if (relations.Contains(PlaceRelation.Across))
        {
            var written = ActorBinder.Written(role.Objects.Items[0]);
            if (context.LineNamed(written) is { } line)
            {
                return new PlaceTest([PlaceRelation.Across], line);
            }
            Unknown(role.Objects.Items[0], context.Lines.Select(known => known.Name));
            return null;
        }
        var areas = role.Objects.Items.Select(item => AreaOf(item, report: true)).ToList();
        if (areas.Contains(null))
        {
            return null;
        }
        if (role.Objects.Items is [var only] && context.ZoneNamed(ActorBinder.Written(only)) is { } zone)
        {
            return new PlaceTest(relations, zone);
        }
        var area = areas is [var one] ? one! : new Area.Union([.. areas.Select(each => each!)]);
        return new PlaceTest(relations, context.ZoneOf(area, role.Objects.WordsText()));
    }

    /// <summary>The area that a phrase names; null, and an error where asked, if it names none.</summary>
    public Area? AreaOf(SimpleSyntax simple, bool report)
    {
        var written = ActorBinder.Written(simple);
        if (context.ZoneNamed(written) is { } zone)
        {
            return context.Zones[zone].Area;
        }
        if (simple.String is { } quoted)
        {
            return new Area.Named(quoted.Value);
        }
        if (Inflection.Singular(simple.TermText) is "territory" or "area" or "region" && !simple.Of.IsEmpty)
        {
            return new Area.Named(written);
        }
        if (context.PartyNamed(written) is { } party)
        {
            return new Area.Named($"territory of {party.Name}");
        }
        if (report)
        {
            Unknown(simple, context.Zones.Where(known => known.Declared).Select(known => known.Name));
        }
        return null;
    }

    /// <summary>The line of `from Contact Line`; null, and an error, if no such line is declared.</summary>
    public int? LineOf(SimpleSyntax simple)
    {
        if (context.LineNamed(ActorBinder.Written(simple)) is { } line)
        {
            return line;
        }
        Unknown(simple, context.Lines.Select(known => known.Name));
        return null;
    }

    /// <summary>`at a distance of at least 50 km from Contact Line` among the roles: metres and line.</summary>
    public (long Metres, int Line)? DistanceOf(IReadOnlyList<RoleSyntax> roles)
    {
        var distance = roles
            .Where(role => role.Prepositions[0].Value is "at" or "to")
            .SelectMany(role => role.Objects.Items)
            .FirstOrDefault(item => item.TermText == "distance");
        if (distance is null || distance.Of.IsEmpty)
        {
            return null;
        }
        if (distance.Of[0].String is { } quoted)
        {
            context.Observe(
                ObservationKind.OpenTextured,
                quoted,
                quoted.Value,
                $"\"{quoted.Value}\" is no distance that can be measured."
            );
            return null;
        }
        var from = roles.FirstOrDefault(role => role.Prepositions[0].Is("from"));
        if (from is null)
        {
            context.Report(
                Codes.UnknownPlace,
                distance,
                "A distance needs the line that it is measured from.",
                "from Contact Line"
            );
            return null;
        }
        return binders.Quantities.Metres(distance.Of[0]) is { } metres && LineOf(from.Objects.Items[0]) is { } line
            ? (metres, line)
            : null;
    }

    private static PlaceRelation RelationOf(SyntaxToken preposition) =>
        preposition.Value switch
        {
            "from" => PlaceRelation.From,
            "across" => PlaceRelation.Across,
            _ => PlaceRelation.In,
        };

    private void Unknown(SimpleSyntax simple, IEnumerable<string> known) =>
        context.Report(
            Codes.UnknownPlace,
            simple,
            $"`{simple.WordsText()}` is no declared place.",
            Suggest.Nearest(ActorBinder.Written(simple), known)
        );
}
