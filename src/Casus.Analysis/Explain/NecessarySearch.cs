using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Effects;
using Casus.Core.Facts;

namespace Casus.Analysis.Explain;

/// <summary>
/// Searches for minimal sets of facts without which an effect would not stand. What is named is replayed; what
/// of a count is said of "any
/// so many" is replayed whole where that is cheap, and otherwise rests on the count, with examples replayed.
/// </summary>
internal sealed class NecessarySearch(
    Agreement agreement,
    Variants variants,
    BecauseTree tree,
    IReadOnlyDictionary<string, IncidentRow> rows
)
{
    private const int MostSets = 6;
    private const int Examples = 3;
    private readonly List<NecessarySet> sets = [];
    private bool everyPart = true;
    private bool exhausted;

    public NecessaryFacts Of(Effect effect)
    {
        var candidates = Candidates(effect);
        if (candidates.IsEmpty)
        {
            return Found("it rests on the life of the agreement alone: no row and no act is needed", isVerified: true);
        }
        if (variants.MostReplays == 0)
        {
            return Found("not searched: the history is too long to be replayed many times", isVerified: false);
        }
        var loss = new LossTest(variants, effect);
        if (loss.IsLost(candidates) != true)
        {
            return Found(
                $"replayed: even without all {candidates.Length} facts on which it rests it would stand, by others",
                isVerified: true
            );
        }
        var rest = TakeSingles(loss, candidates);
        TakeGroups(loss, rest);
        TakeFindings(loss);
        return Found(SearchWords(), everyPart && !exhausted && sets.TrueForAll(set => set.Replayed));
    }

    private string SearchWords()
    {
        if (exhausted)
        {
            return "bounded search: replays ran out, so there may be smaller and other sets";
        }
        var others = "; sets that share facts with these were not looked for";
        return sets.TrueForAll(set => set.Replayed) && everyPart
            ? $"verified by replay{others}"
            : $"verified by replay in part: of `any so many` examples were replayed{others}";
    }

    private NecessaryFacts Found(string search, bool isVerified) =>
        new()
        {
            Sets = [.. sets],
            Search = search,
            IsVerified = isVerified,
            Replays = variants.Replays,
        };

    /// <summary>
    /// What it rests on; and, of a count, what else of the whole record was in its window for sure.
    /// </summary>
    private ImmutableArray<FactRef> Candidates(Effect effect)
    {
        var ids = tree.Closure(effect).ToList();
        var condition = GradeLookup.ConditionOf(agreement, effect);
        if (condition >= 0 && effect is { Kind: EffectKind.Arose, At: { } at })
        {
            ids.AddRange(variants.Base.Conditions.GroundsOf(condition, GradeLookup.KeyOf(effect), at).Rows);
        }
        return
        [
            .. ids.Distinct(StringComparer.Ordinal)
                .OrderBy(id => rows.ContainsKey(id) ? 1 : 0)
                .ThenBy(id => rows.TryGetValue(id, out var row) ? row.Occurred.To.Second : 0)
                .ThenBy(GroupOf, StringComparer.Ordinal)
                .Select(id => new FactRef(id)),
        ];
    }

    private ImmutableArray<FactRef> TakeSingles(LossTest loss, ImmutableArray<FactRef> candidates)
    {
        var singles = new List<FactRef>();
        var left = ImmutableArray.CreateBuilder<FactRef>();
        foreach (var fact in candidates)
        {
            // Half of the replays are for the sets of several.
            var lost = loss.Left > variants.MostReplays / 2 ? loss.IsLost([fact]) : null;
            everyPart &= lost is not null;
            if (lost == true)
            {
                singles.Add(fact);
            }
            else
            {
                left.Add(fact);
            }
        }
        foreach (var kind in singles.GroupBy(fact => rows.ContainsKey(fact.Id)))
        {
            Add(1, [.. kind], replayed: true);
        }
        return left.ToImmutable();
    }

    private void TakeGroups(LossTest loss, ImmutableArray<FactRef> rest)
    {
        // Facts of one sector and day stand together, so that a set is found among those that can take each other's
        // place.
        List<FactRef> left = [.. rest.OrderBy(fact => GroupOf(fact.Id), StringComparer.Ordinal)];
        while (left.Count > 1 && sets.Count < MostSets && loss.IsLost(left) is { } lost)
        {
            if (!lost || loss.Shrink(left) is not { } set)
            {
                exhausted |= lost;
                return;
            }
            var minimal = loss.IsMinimal(set, out var every);
            everyPart &= every;
            if (minimal != true)
            {
                exhausted |= minimal is null;
                // A part of it suffices although more did not: facts that work against each other are left alone.
                left.RemoveAll(set.Contains);
                continue;
            }
            var alike = Alike(set, left);
            if (alike.Count > set.Count && AreInterchangeable(loss, alike, set.Count) is { } replayed)
            {
                Add(set.Count, alike, replayed);
                left.RemoveAll(alike.Contains);
            }
            else
            {
                Add(set.Count, set, replayed: true);
                left.RemoveAll(set.Contains);
            }
        }
        exhausted |= left.Count > 1 && loss.Left == 0;
    }

    /// <summary>What holds of a row often holds of the finding that makes it count.</summary>
    private void TakeFindings(LossTest loss)
    {
        foreach (var set in sets.ToArray())
        {
            foreach (var (kind, finding) in Kinds)
            {
                var found = set
                    .Facts.Where(fact =>
                        rows.TryGetValue(fact.Id, out var row) && row.Findings.Any(one => one.Kind == kind)
                    )
                    .Select(fact => fact with { Finding = finding })
                    .ToList();
                if (found.Count != set.Facts.Length || sets.Count >= 3 * MostSets)
                {
                    continue;
                }
                var all = Subsets.Number(found.Count, set.Any) + Subsets.Number(found.Count, set.Any - 1) <= loss.Left;
                var tried = Subsets.OfSize(found, set.Any).Take(all ? int.MaxValue : Examples);
                if (tried.All(one => loss.IsMinimal(one, out _) == true))
                {
                    Add(set.Any, found, replayed: all);
                }
            }
        }
    }

    private static readonly (FindingKind Kind, string Finding)[] Kinds =
    [
        (FindingKind.Attributed, RowCopies.Attributed),
        (FindingKind.Verified, RowCopies.Verified),
    ];

    /// <summary>
    /// Whether any so many of them are a minimal set: true where every one was replayed; false where that rests
    /// on the count; null where it is
    /// not so, or not known.
    /// </summary>
    private bool? AreInterchangeable(LossTest loss, List<FactRef> alike, int any)
    {
        if (Subsets.Number(alike.Count, any) * any <= loss.Left / 2)
        {
            return Subsets.OfSize(alike, any).All(set => loss.IsMinimal(set, out _) == true) ? true : null;
        }
        if (!alike.TrueForAll(fact => CountsAlone(fact.Id)))
        {
            return null;
        }
        var step = Math.Max(1, (alike.Count - any) / Examples);
        for (var from = 0; from + any <= alike.Count; from += step)
        {
            var set = alike.GetRange(from, any);
            if (loss.IsLost(set) is not true || loss.IsLost(set.Take(any - 1)) is not false)
            {
                return null;
            }
        }
        return false;
    }

    /// <summary>One act for sure, and no other row about the same incident.</summary>
    private bool CountsAlone(string id) =>
        rows.TryGetValue(id, out var row)
        && row is { CountMin: 1, CountMax: 1 }
        && variants.Base.Conditions.StandingNow(id)?.Linked.IsEmpty == true;

    private List<FactRef> Alike(List<FactRef> set, List<FactRef> left)
    {
        var groups = set.Select(fact => GroupOf(fact.Id)).Distinct(StringComparer.Ordinal).ToList();
        return groups is [var only] && only.Length > 0 ? [.. left.Where(fact => GroupOf(fact.Id) == only)] : set;
    }

    /// <summary>Sector and local day of a row; empty for an act.</summary>
    private string GroupOf(string id)
    {
        if (!rows.TryGetValue(id, out var row))
        {
            return "";
        }
        var sectors = variants.Base.Conditions.StandingNow(id)?.Location.Sectors is { IsDefault: false } known
            ? string.Join('/', known)
            : "?";
        return FormattableString.Invariant($"{agreement.Calendar.DayOf(row.Occurred.To):D8} {sectors}");
    }

    private void Add(int any, IReadOnlyCollection<FactRef> facts, bool replayed) =>
        sets.Add(new NecessarySet(any, [.. facts], SetWords(any, facts), replayed));

    private string SetWords(int any, IReadOnlyCollection<FactRef> facts)
    {
        var first = facts.First();
        var what = rows.ContainsKey(first.Id) ? "row" : "act";
        var prefix = first.Finding switch
        {
            RowCopies.Attributed => "the attribution of ",
            RowCopies.Verified => "the verification of ",
            _ => "",
        };
        var which =
            facts.Count == 1 ? $"this {what}"
            : any == facts.Count
                ? any == 2 ? $"both of these {what}s"
                    : $"all {any} of these {what}s"
            : any == 1 ? $"any one of these {facts.Count} {what}s"
            : $"any {any} of these {facts.Count} {what}s";
        return prefix + which;
    }
}
