using Casus.Core.Conditions;

namespace Casus.Core.Checking.Rules.Coverage;

/// <summary>
/// What all rules of this group do: of a text that forbids conduct, which kinds of a domain no sentence forbids,
/// answers or counts.
/// </summary>
internal abstract class Uncovered : Rule
{
    public sealed override RuleGroup Group => RuleGroup.Coverage;
    public sealed override bool NeedsWholeText => true;

    /// <summary>Leaves of the taxonomy, in the order in which they are named.</summary>
    protected abstract IReadOnlyList<string> Domain { get; }

    /// <summary>Where nothing could be done in the domain under this text at all, nothing is missing.</summary>
    protected virtual bool Applies(CheckedText text) => true;

    /// <summary>Whether a zone on land is enough for what happens in the domain.</summary>
    protected virtual bool ZonesSuffice => true;

    /// <summary>Kinds that a sentence covers by its words, though no row is tested for it.</summary>
    protected virtual IEnumerable<string> InWords(CheckedText text) => [];

    /// <summary>What was found, of conduct that is named in a list: "a naval attack".</summary>
    protected abstract string Say(string clause, string conducts, bool plural);

    /// <summary>What forbids it, to be pasted: the bearers, and the conduct that is left out.</summary>
    protected virtual string Suggest(CheckedText text, string bearers, string conducts) =>
        $"{bearers} shall not commit {conducts}.";

    public sealed override IEnumerable<Finding> Check(CheckedText text)
    {
        if (Prohibitions.First(text) is not { } first || !Applies(text))
        {
            yield break;
        }
        var covering = text.Uses.Where(use => ZonesSuffice || use.Pattern.Places.IsEmpty);
        var covered = covering.SelectMany(use => use.Pattern.Conducts).Concat(InWords(text)).Distinct().ToList();
        var left = Domain.Where(kind => !covered.Exists(term => MayBe(text, kind, term))).ToList();
        if (left.Count > 0)
        {
            yield return At(
                first.Span,
                Say(first.Clause, Listed(left, "and") + Outside(text, left), left.Count > 1),
                Suggest(text, string.Join(" and ", first.Norm!.Bearers.Actors.Names), Listed(left, "or"))
            );
        }
    }

    /// <summary>" outside Buffer", where a sentence covers it in a zone that does not suffice.</summary>
    private static string Outside(CheckedText text, List<string> left)
    {
        var use = text.Uses.Find(use =>
            use.Pattern.Places is [{ Relations: var relations }]
            && !relations.Contains(PlaceRelation.Across)
            && left.Exists(kind => use.Pattern.Conducts.Any(term => MayBe(text, kind, term)))
        );
        return use is null ? "" : $" outside {text.Agreement.Zones[use.Pattern.Places[0].Index].Name}";
    }

    /// <summary>A term without a measure may take in anything: that it is one is told elsewhere.</summary>
    private static bool MayBe(CheckedText text, string kind, string term)
    {
        var conduct = text.Agreement.Conduct;
        return conduct.IndexOf(kind) is >= 0 and var row
            && conduct.IndexOf(term) is >= 0 and var clause
            && conduct.Match(row, clause) != Verdict.NotMet;
    }

    private static string Listed(List<string> kinds, string joining) =>
        kinds.Count == 1
            ? WithArticle(kinds[0])
            : $"{string.Join(", ", kinds.Take(kinds.Count - 1).Select(WithArticle))} {joining} {WithArticle(kinds[^1])}";

    /// <summary>`an attack`, `artillery`.</summary>
    internal static string WithArticle(string kind) =>
        kind switch
        {
            "artillery" or "rocket artillery" or "jamming" => kind,
            "tank fire" or "small arms fire" or "fire at monitors" => kind,
            "denial of access" or "detention of monitors" => kind,
            "heavy weapon presence" or "troop presence" or "heavy fire" or "presence" => kind,
            "" => kind,
            _ => $"{("aeio".Contains(kind[0], StringComparison.OrdinalIgnoreCase) ? "an" : "a")} {kind}",
        };
}

/// <summary>The sentence at which it is said that a text forbids too little.</summary>
internal static class Prohibitions
{
    /// <summary>The first prohibition that rows can show to be broken; null where the text has none.</summary>
    public static PatternUse? First(CheckedText text) =>
        PatternUses
            .Contrary(text)
            .Where(use => use.Purpose == PatternPurpose.Forbids)
            .OrderBy(use => use.Span.Start)
            .FirstOrDefault();

    /// <summary>Whether the text has somebody who watches: a body that is a monitor, verifies or attributes.</summary>
    public static bool HasMonitor(CheckedText text) =>
        text.Agreement.Bodies.Any(body => !body.Outside && body.Role == "monitor")
        || MonitorAccess.Watchers(text).Any();
}
