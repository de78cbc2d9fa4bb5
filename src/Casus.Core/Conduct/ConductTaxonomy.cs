using System.Collections.Immutable;
using Casus.Core.Conditions;

namespace Casus.Core.Conduct;

/// <summary>
/// The tree of conduct terms (formats.md), which an agreement's <c>Conduct</c> sentences extend. Leaves exclude each
/// other. A row at or under a clause's term is met; a row that may be (it shares leaves) is undetermined; else not met
/// (S2).
/// </summary>
public sealed class ConductTaxonomy
{
    private readonly ImmutableDictionary<string, Term> terms;
    private readonly Verdict[][] matches;

    private ConductTaxonomy(ImmutableDictionary<string, Term> terms)
    {
        this.terms = terms;
        Names = [.. terms.Values.OrderBy(term => term.Index).Select(term => term.Name)];
        var leaves = Names.Select(name => LeavesOf(name)).ToArray();
        matches = new Verdict[Names.Length][];
        for (var row = 0; row < Names.Length; row++)
        {
            matches[row] = new Verdict[Names.Length];
            for (var clause = 0; clause < Names.Length; clause++)
            {
                matches[row][clause] = Judge(row, clause, leaves);
            }
        }
    }

    public static ConductTaxonomy BuiltIn { get; } = BuildIn();

    /// <summary>
    /// All terms, in order of declaration; the position is the index that <see cref="Match(int, int)"/> takes.
    /// </summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The index of a term, by any spelling of its case or plural; -1 where there is none.</summary>
    public int IndexOf(string name)
    {
        var key = name.Trim().ToLowerInvariant();
        if (terms.TryGetValue(key, out var term))
        {
            return term.Index;
        }
        return key.EndsWith('s') && terms.TryGetValue(key[..^1], out term) ? term.Index : -1;
    }

    public bool IsOpenTextured(string name) =>
        IndexOf(name) is >= 0 and var i && terms[Names[i].ToLowerInvariant()].Open;

    /// <summary>Children of a term, as declared.</summary>
    public ImmutableArray<string> ChildrenOf(string name) => terms[name.ToLowerInvariant()].Children;

    /// <summary>Whether a row of the first term is under a clause's second term.</summary>
    public Verdict Match(int row, int clause) => matches[row][clause];

    public Verdict Match(string row, string clause) => matches[IndexOf(row)][IndexOf(clause)];

    /// <summary>
    /// Whether the second term is the first, or below it; false where either is no term. What is above a term cannot
    /// become a part of it.
    /// </summary>
    public bool Holds(string above, string name) =>
        terms.TryGetValue(above.ToLowerInvariant(), out var term)
        && (
            string.Equals(above, name, StringComparison.OrdinalIgnoreCase)
            || term.Children.Any(child => Holds(child, name))
        );

    /// <summary>Kin (S7): either may be the other.</summary>
    public bool AreKin(int a, int b) => matches[a][b] != Verdict.NotMet || matches[b][a] != Verdict.NotMet;

    /// <summary>
    /// Adds a term with its children, or adds children to a term that stands. Children that are not terms yet become
    /// leaves; open: the leaves are quoted, with no measure, so that a row is under them only if it says just that. No
    /// child may hold the term already (<see cref="Holds"/>).
    /// </summary>
    public ConductTaxonomy With(string name, IEnumerable<(string Name, bool Open)> children)
    {
        var next = terms.ToBuilder();
        foreach (var child in children)
        {
            Declare(next, child.Name, [], child.Open);
        }
        Declare(next, name, children.Select(child => child.Name), open: false);
        return new ConductTaxonomy(next.ToImmutable());
    }

    private static ConductTaxonomy BuildIn()
    {
        var builder = ImmutableDictionary.CreateBuilder<string, Term>(StringComparer.Ordinal);
        void Add(string name, params string[] children)
        {
            foreach (var child in children)
            {
                Declare(builder, child, [], open: false);
            }
            Declare(builder, name, children, open: false);
        }
        Add("heavy fire", "artillery", "mortar", "rocket artillery", "tank fire");
        string[] others = ["small arms fire", "drone strike", "missile strike", "air strike", "ground assault"];
        Add("attack", ["heavy fire", .. others, "naval attack", "explosive device"]);
        Add("presence", "heavy weapon presence", "troop presence", "fortification");
        Add("overflight", "drone flight", "aircraft flight");
        Add("obstruction", "denial of access", "detention of monitors", "fire at monitors", "jamming");
        Add("cyber attack");
        // What is heard or seen as an explosion is of no known kind: any of the leaves that explode.
        string[] explosive = ["artillery", "mortar", "rocket artillery", "tank fire", "drone strike"];
        Add(
            "explosion",
            [.. explosive, "missile strike", "air strike", "naval attack", "explosive device", "demolition"]
        );
        return new ConductTaxonomy(builder.ToImmutable());
    }

    private static void Declare(
        ImmutableDictionary<string, Term>.Builder terms,
        string name,
        IEnumerable<string> children,
        bool open
    )
    {
        var key = name.ToLowerInvariant();
        var known = terms.TryGetValue(key, out var term) ? term : new Term(name, terms.Count, [], open);
        terms[key] = known with { Children = [.. known.Children.Union(children, StringComparer.OrdinalIgnoreCase)] };
    }

    private HashSet<int> LeavesOf(string name)
    {
        var term = terms[name.ToLowerInvariant()];
        return term.Children.IsEmpty ? [term.Index] : [.. term.Children.SelectMany(LeavesOf)];
    }

    private Verdict Judge(int row, int clause, HashSet<int>[] leaves)
    {
        if (row == clause || leaves[row].IsSubsetOf(leaves[clause]))
        {
            return Verdict.Met;
        }
        if (leaves[row].Overlaps(leaves[clause]))
        {
            return Verdict.Undetermined;
        }
        return leaves[clause].Any(leaf => terms[Names[leaf].ToLowerInvariant()].Open)
            ? Verdict.Undetermined
            : Verdict.NotMet;
    }

    private sealed record Term(string Name, int Index, ImmutableArray<string> Children, bool Open);
}
