using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Norms;

namespace Casus.Analysis.Diff;

/// <summary>
/// Two agreements seen together: which norm, zone, name of the old is which of the new. Where a pair is in focus, only
/// what that pair of sentences says differently counts as different; all else is read as equal.
/// </summary>
internal sealed class Lens
{
    private readonly DraftMap map;
    private readonly UnitPair? focus;
    private readonly List<string> doubts = [];

    public Lens(DraftMap map, UnitPair? focus)
    {
        this.map = map;
        this.focus = focus;
    }

    public Agreement Old => map.Old;
    public Agreement New => map.New;
    public DraftMap Map => map;

    /// <summary>Why no argument held, since the last <see cref="Forget"/>.</summary>
    public ImmutableArray<string> Doubts => [.. doubts.Distinct(StringComparer.Ordinal)];

    public void Forget() => doubts.Clear();

    /// <summary>A difference that stands in one sentence alone.</summary>
    public Order In(UnitPair? owner, Order order, string? doubt = null) =>
        Told(
            focus is null || ReferenceEquals(focus, owner) || (owner is not { InSameWords: false } && IsShared),
            order,
            doubt
        );

    /// <summary>
    /// A difference that may come of this sentence or of a definition or declaration that it reads; it is counted with
    /// each of them.
    /// </summary>
    public Order From(UnitPair? owner, Order order, string? doubt = null) =>
        Told(focus is null || ReferenceEquals(focus, owner) || IsShared, order, doubt);

    /// <summary>A difference that comes of either sentence: of a norm that went, or of the one that named it.</summary>
    public Order Either(UnitPair? one, UnitPair? other, Order order) =>
        Told(focus is null || ReferenceEquals(focus, one) || ReferenceEquals(focus, other) || IsShared, order, null);

    public Order Doubt(string reason, Order order = Order.Unknown)
    {
        if (order == Order.Unknown)
        {
            doubts.Add(reason);
        }
        return order;
    }

    private Order Told(bool counts, Order order, string? doubt)
    {
        if (!counts)
        {
            return Order.Same;
        }
        return doubt is null ? order : Doubt(doubt, order);
    }

    /// <summary>Whether the sentence in focus is one that others read.</summary>
    private bool IsShared => focus is { } pair && (pair.New ?? pair.Old)!.IsGeneral;

    public string Name(string old) => map.Renames.NameOf(old);

    public ImmutableArray<string> Names(ImmutableArray<string> old) => [.. old.Select(Name)];

    public bool SameSet(ImmutableArray<string> old, ImmutableArray<string> now) =>
        Names(old).ToHashSet(StringComparer.Ordinal).SetEquals(now);

    /// <summary>More names, more; neither within the other: unknown.</summary>
    public Order OfSets(ImmutableArray<string> old, ImmutableArray<string> now)
    {
        var before = Names(old).ToHashSet(StringComparer.Ordinal);
        return before.SetEquals(now) ? Order.Same
            : before.IsSubsetOf(now) ? Order.More
            : before.IsSupersetOf(now) ? Order.Less
            : Order.Unknown;
    }

    public bool SameText(string? old, string? now)
    {
        if (old is null || now is null)
        {
            return old is null && now is null;
        }
        var before = map.Moved([.. Words(old)]);
        return before.SequenceEqual(Words(now));
    }

    private static IEnumerable<string> Words(string text) =>
        text.ToLowerInvariant()
            .Replace(",", " , ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool SameAct(ActPattern old, ActPattern now) =>
        old.Kind == now.Kind
        && old.Verb == now.Verb
        && old.All == now.All
        && SameSet(old.By, now.By)
        && SameSet(old.To, now.To)
        && (old.Clause is null ? now.Clause is null : map.Clause(old.Clause) == now.Clause)
        && SameText(old.Matter, now.Matter);
}
