using Casus.Core.Binding;
using Casus.Core.Conditions;
using Casus.Core.Diagnostics;
using Casus.Core.Geography;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Place;

/// <summary>One has to hold or bring something into a zone that overlaps an area in which it may not be.</summary>
internal sealed class OpposedZones : Rule
{
    private static readonly string[] Placing =
    [
        "keep",
        "hold",
        "maintain",
        "deploy",
        "station",
        "base",
        "move",
        "bring",
        "send",
    ];

    public override string Code => "CAS3610";
    public override string Title => "Overlapping zones with opposed norms";
    public override RuleGroup Group => RuleGroup.Place;

    public override string Why =>
        "Where the two areas overlap, whoever keeps the one norm breaks the other, and each side can name the one that suits it.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var forbidden = PatternUses.Contrary(text).Where(use => use.Pattern.Places is [_, ..]).ToList();
        if (forbidden.Count == 0)
        {
            yield break;
        }
        foreach (var stated in text.Norms)
        {
            if (Placed(text, stated) is not { } placed)
            {
                continue;
            }
            foreach (
                var use in forbidden.Where(use =>
                    use.Norm != stated.Norm && Concerns(text, use, stated, placed.Conduct)
                )
            )
            {
                var zone = text.Agreement.Zones[use.Pattern.Places[0].Index];
                if (Overlap(text, zone.Area, placed.Zone.Area) is { } overlap)
                {
                    yield return At(
                            stated.Syntax.Predicate.Span,
                            $"{stated.Norm.Clause} puts {placed.Conduct} into {placed.Zone.Name}, and {use.Clause} keeps it out of "
                                + $"{Area(zone)}: {overlap}.",
                            $"..., notwithstanding {use.Clause}"
                        )
                        .With(new RelatedPlace(use.Span, $"{use.Clause} keeps it out."));
                    break;
                }
            }
        }
    }

    private static string Area(Zone zone) => zone.Declared ? zone.Name : $"what lies {zone.Name}";

    /// <summary>What a norm has held or brought, as conduct, and where; null where it is no such norm.</summary>
    private static (string Conduct, Zone Zone)? Placed(CheckedText text, StatedNorm stated)
    {
        if (stated.Norm.Kind == NormKind.Refrain || !Placing.Contains(stated.Norm.Verb, StringComparer.Ordinal))
        {
            return null;
        }
        var head = (stated.Syntax.Predicate as ModalPredicateSyntax)?.Act.Object?.Items.FirstOrDefault()?.Head;
        if (head is null || Lexicon.PresenceOf(Inflection.Singular(head.TermText)) is not { } conduct)
        {
            return null;
        }
        foreach (
            var role in NormSlots.RolesOf(stated.Syntax).Where(r => r.Prepositions[0].Value is "in" or "into" or "to")
        )
        {
            var name = role.Objects.Items[0].WordsText();
            if (
                text.Agreement.Zones.FirstOrDefault(zone =>
                    zone.Declared && string.Equals(zone.Name, name, StringComparison.OrdinalIgnoreCase)
                ) is
                { } zone
            )
            {
                return (conduct, zone);
            }
        }
        return null;
    }

    private static bool Concerns(CheckedText text, PatternUse use, StatedNorm stated, string conduct) =>
        use.Norm!.Bearers.Actors.Names.Intersect(stated.Norm.Bearers.Actors.Names).Any()
        && !text.Agreement.Priorities.Any(priority =>
            Settles(priority.Stronger, priority.Weaker, use.Norm, stated.Norm)
        )
        && use.Pattern.Places[0].Relations.Contains(PlaceRelation.In)
        && use.Pattern.Conducts.Any(term =>
            text.Agreement.Conduct.IndexOf(term) is >= 0 and var clause
            && text.Agreement.Conduct.IndexOf(conduct) is >= 0 and var row
            && text.Agreement.Conduct.Match(row, clause) == Verdict.Met
        );

    private static bool Settles(string stronger, string weaker, Norm one, Norm other) =>
        (Is(stronger, one) && Is(weaker, other)) || (Is(stronger, other) && Is(weaker, one));

    private static bool Is(string reference, Norm norm) => reference == norm.Clause || reference == norm.Article;

    /// <summary>How far they overlap, in words; null where they do not, or nobody can tell.</summary>
    private static string? Overlap(CheckedText text, Area forbidden, Area placed)
    {
        if (forbidden is not Area.WithinOfLine one || placed is not Area.WithinOfLine other)
        {
            return forbidden == placed ? "it is the same area" : null;
        }
        var line = text.Agreement.Lines[one.Line];
        if (one.Line == other.Line)
        {
            return other.Metres <= one.Metres
                ? $"all of {LineMeasures.Km(other.Metres)} km along {line.Name}"
                : $"the first {LineMeasures.Km(one.Metres)} of {LineMeasures.Km(other.Metres)} km from {line.Name}";
        }
        var second = text.Agreement.Lines[other.Line];
        var nearest = Math.Min(
            LineMeasures.Nearest(line, second) ?? double.PositiveInfinity,
            LineMeasures.Nearest(second, line) ?? double.PositiveInfinity
        );
        return nearest < one.Metres + other.Metres
            ? $"{line.Name} and {second.Name} come within {LineMeasures.Km(nearest)} km of each other, and the areas reach "
                + $"{LineMeasures.Km(one.Metres)} and {LineMeasures.Km(other.Metres)} km from them"
            : null;
    }
}
