using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Binding;

namespace Casus.Analysis.Diff;

/// <summary>
/// What moved where between two drafts: sentences, numbers, names, and the parts of the model that they make.
/// </summary>
internal sealed class DraftMap
{
    private readonly Dictionary<string, string> sentences = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> articles = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, bool), UnitPair> byOldClause = [];
    private readonly Dictionary<(string, bool), UnitPair> byNewClause = [];

    private DraftMap(Compilation old, Compilation now)
    {
        Old = old.Agreement;
        New = now.Agreement;
        var before = DiffUnit.Of(old.Tree);
        var after = DiffUnit.Of(now.Tree);
        var pairs = Pairing.Of(before, after);
        Renames = Renames.Of(before, after, pairs);
        foreach (var (one, other) in pairs)
        {
            if (before[one].Kind == UnitKind.Heading)
            {
                articles[before[one].Article] = after[other].Article;
            }
        }
        foreach (var (one, other) in pairs)
        {
            if (before[one].Clause is { } number && after[other].Clause is { } moved)
            {
                (before[one].Kind == UnitKind.Item ? items : sentences).TryAdd(number, moved);
            }
        }
        Pairs = Build(before, after, pairs);
        Norms = NormPairs();
    }

    public Agreement Old { get; }
    public Agreement New { get; }
    public Renames Renames { get; }

    /// <summary>In the order of the new text; what was removed stands where it stood.</summary>
    public ImmutableArray<UnitPair> Pairs { get; }

    /// <summary>Old index to new; each norm of either text that has a twin.</summary>
    public IReadOnlyDictionary<int, int> Norms { get; }

    public static DraftMap Of(Compilation old, Compilation now) => new(old, now);

    /// <summary>Where a clause or an article went; itself where nothing is known of it.</summary>
    public string Clause(string old) =>
        sentences.TryGetValue(old, out var moved) ? moved
        : items.TryGetValue(old, out var item) ? item
        : articles.TryGetValue(old, out var article) ? article
        : old;

    /// <summary>The pair that a clause of the old text, or of the new one, belongs to; of a block, its head.</summary>
    public UnitPair? SentenceOf(string? old, string? now) =>
        Find(old, now, isItem: false) ?? Find(old, now, isItem: true);

    /// <summary>
    /// The same, of a norm or procedure: an item has its own unit, though it may share the block's number.
    /// </summary>
    public UnitPair? ItemOf(string? old, string? now) => Find(old, now, isItem: true) ?? Find(old, now, isItem: false);

    private UnitPair? Find(string? old, string? now, bool isItem) =>
        now is not null && byNewClause.TryGetValue((now, isItem), out var after) ? after
        : old is not null && byOldClause.TryGetValue((old, isItem), out var before) ? before
        : null;

    public UnitPair? Labelled(string label, string oldName, string newName) =>
        Pairs.FirstOrDefault(pair =>
            (pair.New is { } unit && unit.Verb == label && Holds(unit, newName))
            || (pair.Old is { } one && one.Verb == label && Holds(one, oldName))
        );

    private static bool Holds(DiffUnit unit, string name) =>
        unit.Number.Contains(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Tokens of the old text as they read with the new names and numbers.</summary>
    public ImmutableArray<string> Moved(ImmutableArray<string> tokens) =>
        References.Mapped(Renames.Apply(tokens), article => articles.GetValueOrDefault(article, article), Clause);

    private ImmutableArray<UnitPair> Build(
        ImmutableArray<DiffUnit> old,
        ImmutableArray<DiffUnit> now,
        Dictionary<int, int> pairs
    )
    {
        var ofNew = pairs.ToDictionary(pair => pair.Value, pair => pair.Key);
        var built = ImmutableArray.CreateBuilder<UnitPair>();
        var next = 0;
        void Removed(int until)
        {
            for (; next < until; next++)
            {
                if (!pairs.ContainsKey(next))
                {
                    Add(new UnitPair(built.Count, old[next], null));
                }
            }
        }
        void Add(UnitPair pair)
        {
            built.Add(pair);
            if (pair.Old?.Clause is { } before)
            {
                byOldClause.TryAdd((before, pair.Old.Kind == UnitKind.Item), pair);
            }
            if (pair.New?.Clause is { } after)
            {
                byNewClause.TryAdd((after, pair.New.Kind == UnitKind.Item), pair);
            }
        }
        for (var i = 0; i < now.Length; i++)
        {
            if (!ofNew.TryGetValue(i, out var one))
            {
                Add(new UnitPair(built.Count, null, now[i]));
                continue;
            }
            // What was removed before this sentence is told before it, unless the sentence itself moved back.
            Removed(one >= next ? one : next);
            var same = Moved(old[one].Tokens).SequenceEqual(now[i].Tokens);
            var pair = new UnitPair(built.Count, old[one], now[i]) { InSameWords = same };
            Add(old[one].Kind == UnitKind.Heading ? pair with { InSameWords = old[one].Title == now[i].Title } : pair);
        }
        Removed(old.Length);
        return built.ToImmutable();
    }

    private Dictionary<int, int> NormPairs()
    {
        var found = new Dictionary<int, int>();
        var waiting = Enumerable
            .Range(0, New.Norms.Length)
            .Where(i => New.Norms[i].Clause.Length > 0)
            .GroupBy(i => (New.Norms[i].Clause, New.Norms[i].IsFallback))
            .ToDictionary(group => group.Key, group => new Queue<int>(group));
        for (var i = 0; i < Old.Norms.Length; i++)
        {
            var norm = Old.Norms[i];
            if (
                (items.TryGetValue(norm.Clause, out var moved) || sentences.TryGetValue(norm.Clause, out moved))
                && waiting.TryGetValue((moved, norm.IsFallback), out var queue)
                && queue.TryDequeue(out var other)
            )
            {
                found[i] = other;
            }
        }
        return found;
    }
}
