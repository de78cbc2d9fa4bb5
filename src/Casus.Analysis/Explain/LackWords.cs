using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Stepping;
using Casus.Core.Stepping.Counting;

namespace Casus.Analysis.Explain;

/// <summary>What a row would have to be, or is not, in the words of the agreement.</summary>
internal sealed class LackWords(Agreement agreement, int pattern, ConditionKey key)
{
    /// <summary>What bodies find comes first: it is most often what is missing.</summary>
    private static readonly Shortfall[] Kinds =
    [
        Shortfall.Attributed,
        Shortfall.Established,
        Shortfall.Party,
        Shortfall.Place,
        Shortfall.Sector,
        Shortfall.Time,
        Shortfall.Conduct,
        Shortfall.Excused,
        Shortfall.Rejected,
        Shortfall.Details,
        Shortfall.Count,
        Shortfall.Life,
        Shortfall.OpenTextured,
    ];

    public string Wanted(Shortfall lacking) =>
        string.Join(", and ", Kinds.Where(kind => lacking.HasFlag(kind)).Select(WantedOne).Distinct());

    public string Failed(Shortfall failing) =>
        string.Join(", ", Kinds.Where(kind => failing.HasFlag(kind)).Select(FailedOne).Distinct());

    public static int Number(Shortfall lacking) => System.Numerics.BitOperations.PopCount((uint)lacking);

    private string WantedOne(Shortfall kind) =>
        kind switch
        {
            Shortfall.Time => "dated within the window for sure",
            Shortfall.Conduct => $"shown to be {string.Join(" or ", Conducts(agreement, pattern))}",
            Shortfall.Place => $"placed in {Zones()} for sure",
            Shortfall.Sector => key.Sector == 0 ? "placed in one sector" : $"placed in sector {key.Sector} for sure",
            Shortfall.Party => $"with the party named{Of(key)}",
            Shortfall.Attributed => Attributed(),
            Shortfall.Established => Established(),
            Shortfall.Rejected => "not rejected in the same second as verified",
            Shortfall.Excused => "shown to be no self-defence",
            Shortfall.Life => "within the life of the agreement for sure",
            Shortfall.Details => "with whom or what it struck, or its calibre, stated",
            Shortfall.OpenTextured => "under a measure for the words that have none",
            Shortfall.Count => "at least one act for sure",
            _ => "",
        };

    private string FailedOne(Shortfall kind) =>
        kind switch
        {
            Shortfall.Time => "outside the window",
            Shortfall.Conduct => "of another kind",
            Shortfall.Place => $"outside {Zones()}",
            Shortfall.Sector => "in another sector",
            Shortfall.Party or Shortfall.Attributed => "of another party",
            Shortfall.Established or Shortfall.Rejected => "rejected",
            Shortfall.Excused => "self-defence",
            Shortfall.Life => "outside the life, or in a suspension",
            Shortfall.Details => "against another, or of another calibre",
            Shortfall.Count => "a row of no act",
            _ => "for another reason",
        };

    /// <summary>The terms that a pattern asks for, or the norms whose breach it is.</summary>
    public static IEnumerable<string> Conducts(Agreement agreement, int pattern)
    {
        var asked = agreement.Patterns[pattern];
        return asked
            .Conducts.Concat(
                asked.BreachOf.SelectMany(norm =>
                    agreement.Norms[norm].Contrary is { } contrary ? agreement.Patterns[contrary].Conducts : []
                )
            )
            .Distinct();
    }

    private string Zones()
    {
        var named = agreement
            .Patterns[pattern]
            .Places.Concat(agreement.Patterns[pattern].BreachOf.SelectMany(Places))
            .Where(place => !place.Relations.Contains(PlaceRelation.Across))
            .Select(place => agreement.Zones[place.Index])
            .Select(zone => zone.Declared ? zone.Name : zone.Written)
            .Distinct()
            .ToList();
        return named.Count == 0 ? "the place that is asked for" : string.Join(" and ", named);
    }

    private IEnumerable<PlaceTest> Places(int norm) =>
        agreement.Norms[norm].Contrary is { } contrary ? agreement.Patterns[contrary].Places : [];

    private string Attributed()
    {
        var standard = agreement.Attributed!;
        var by = standard.By.IsEmpty
            ? ""
            : $"attributed{To(key)} by {string.Join(" or ", standard.By)} with at least {standard.MinConfidence.ToString().ToLowerInvariant()} confidence";
        var side = standard.BySideOfOrigin ? "with the side that fire came from" : "";
        return by.Length > 0 && side.Length > 0 ? $"{by} or {side}" : by + side;
    }

    private string Established()
    {
        if (agreement.Established is not { } standard)
        {
            return "with one word on it instead of two that contradict each other";
        }
        var by = standard.VerifiedBy.IsEmpty ? "" : $"verified by {string.Join(" or ", standard.VerifiedBy)}";
        var within = standard.Within is { } length ? $" within {length}" : "";
        var sources = standard.Sources is { } number ? $"reported by {number} sources{within}" : "";
        return by.Length > 0 && sources.Length > 0 ? $"{by} or {sources}" : by + sources;
    }

    private static string To(ConditionKey key) => key.Party == ConditionKey.AnyParty ? "" : $" to {key.Party}";

    private static string Of(ConditionKey key) => key.Party == ConditionKey.AnyParty ? "" : $" ({key.Party})";
}
