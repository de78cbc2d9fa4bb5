using Casus.Core.Diagnostics;
using Casus.Core.Norms;

namespace Casus.Core.Checking.Rules.Unreachable;

/// <summary>Duties each of which waits for the performance of the next, back to the first.</summary>
internal sealed class WaitingCircle : Rule
{
    public override string Code => "CAS3107";
    public override string Title => "Duties that wait for each other";
    public override RuleGroup Group => RuleGroup.Unreachable;

    public override string Why =>
        "Each may rightly say that the other comes first: nothing is overdue, and nothing is ever done.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var byVerb = text
            .Norms.Where(stated => stated.Norm.Kind is NormKind.Do or NormKind.Permission)
            .ToLookup(stated => stated.Norm.Verb, StringComparer.Ordinal);
        var waits = new Dictionary<int, List<List<StatedNorm>>>();
        foreach (var stated in text.Norms)
        {
            var needs = Needs(text, stated.Norm)
                .Select(act => byVerb[act.Verb].Where(other => May(other.Norm, act)).ToList())
                .Where(candidates => candidates.Count > 0)
                .ToList();
            if (needs.Count > 0)
            {
                waits[stated.Index] = needs;
            }
        }
        if (waits.Count == 0)
        {
            yield break;
        }
        Release(waits);
        var told = new HashSet<int>();
        foreach (var stated in text.Norms.Where(stated => waits.ContainsKey(stated.Index)))
        {
            if (Circle(stated, waits) is not { } circle || !told.Add(circle.Min(each => each.Index)))
            {
                continue;
            }
            var clauses = circle.Select(each => each.Norm.Clause).ToList();
            var finding = At(
                circle[0].Syntax.Span,
                clauses.Count == 1
                    ? $"{clauses[0]} waits for its own performance."
                    : $"{clauses[0]} waits for {string.Join(", which waits for ", clauses.Skip(1).Append(clauses[0]))}.",
                "..., within 30 days after entry into force"
            );
            foreach (var other in circle.Skip(1))
            {
                finding = finding.With(new RelatedPlace(other.Syntax.Span, $"{other.Norm.Clause} waits in its turn."));
            }
            yield return finding;
        }
    }

    private static IEnumerable<ActPattern> Needs(CheckedText text, Norm norm)
    {
        var own = Waits.Acts(Waits.Of(text, norm with { Until = null }, mustComeFirst: true));
        return text.BlockOf(norm) is { } block
            ? own.Concat(Waits.Acts(Waits.Of(text, block, mustComeFirst: true)))
            : own;
    }

    private static bool May(Norm norm, ActPattern act) =>
        act.By.IsEmpty || norm.Bearers.Actors.Names.Intersect(act.By, StringComparer.Ordinal).Any();

    /// <summary>
    /// What waits for something that can be done first is no part of a circle; what is left is stuck.
    /// </summary>
    private static void Release(Dictionary<int, List<List<StatedNorm>>> waits)
    {
        while (true)
        {
            var free = waits
                .Where(pair =>
                    pair.Value.TrueForAll(candidates => candidates.Exists(other => !waits.ContainsKey(other.Index)))
                )
                .Select(pair => pair.Key)
                .ToList();
            if (free.Count == 0)
            {
                return;
            }
            free.ForEach(index => waits.Remove(index));
        }
    }

    /// <summary>From a stuck norm along what it waits for until one comes again.</summary>
    private static List<StatedNorm>? Circle(StatedNorm from, Dictionary<int, List<List<StatedNorm>>> waits)
    {
        var way = new List<StatedNorm>();
        var current = from;
        while (waits.TryGetValue(current.Index, out var needs))
        {
            if (way.FindIndex(each => each.Index == current.Index) is >= 0 and var at)
            {
                return way[at..];
            }
            if (way.Count > waits.Count)
            {
                return null;
            }
            way.Add(current);
            var stuck = needs.Find(candidates => candidates.TrueForAll(other => waits.ContainsKey(other.Index)));
            if (stuck is null)
            {
                return null;
            }
            current = stuck[0];
        }
        return null;
    }
}
