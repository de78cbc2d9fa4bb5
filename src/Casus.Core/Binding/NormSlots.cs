using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>
/// A sentence or item that states a norm: its place, its index, and as much of it as its words alone tell.
/// </summary>
internal sealed record NormSlot(
    int Index,
    Numbered Place,
    ClauseSyntax Clause,
    ItemSyntax? Item,
    Modal Modal,
    NormKind Kind,
    string Verb
)
{
    /// <summary>`failing which`: the clause that arises where the norm before it fails.</summary>
    public bool IsFallback { get; init; }
    public int? Fallback { get; init; }
}

/// <summary>
/// Every norm of the text, found before any is bound: a breach names norms of other articles, and `the warning` the
/// duty to warn.
/// </summary>
internal sealed class NormSlots
{
    private readonly BindingContext context;
    private readonly List<NormSlot> slots = [];
    private ILookup<string, NormSlot>? byVerb;
    private ILookup<string, NormSlot>? byArticle;
    private readonly Dictionary<ClauseSyntax, int> slotOf = new(ReferenceEqualityComparer.Instance);

    public NormSlots(BindingContext context, IReadOnlyList<NumberedSentence> sentences)
    {
        this.context = context;
        foreach (var (place, sentence) in sentences)
        {
            if (sentence.Body is ClauseSentenceSyntax alone)
            {
                Add(place, alone.Clause, null, 0);
            }
            else if (sentence.Body is BlockSyntax block)
            {
                AddBlock(place, block);
            }
        }
    }

    public IReadOnlyList<NormSlot> All => slots;

    /// <summary>The norm of that index: slots are made in the order of indexes.</summary>
    public NormSlot At(int index) => slots[index];

    /// <summary>The norms of a verb, in order.</summary>
    public IEnumerable<NormSlot> OfVerb(string verb) =>
        (byVerb ??= slots.ToLookup(slot => slot.Verb, StringComparer.Ordinal))[verb];

    /// <summary>The norms of an article, in order.</summary>
    public IEnumerable<NormSlot> OfArticle(string article) =>
        (byArticle ??= slots.ToLookup(slot => slot.Place.Article, StringComparer.Ordinal))[article];

    public NormSlot? Of(ClauseSyntax clause) => slotOf.TryGetValue(clause, out var at) ? slots[at] : null;

    /// <summary>Places of the block's items, in order: their numbers, guards and whether they stand.</summary>
    public Numbered ItemPlace(Numbered place, BlockSyntax block, int index)
    {
        var item = block.Items[index];
        var guards = item.Guard is null ? place.Guards : place.Guards.Add(context.Brackets.GuardOf(item.Guard));
        return place with
        {
            Clause = Numbering.Item(place.Clause, index, block.Items.Length),
            Order = place.Order + (index + 1) * 10,
            Guards = guards,
            Stands = place.Stands && (item.Guard is null || context.Brackets.Stands(item.Guard)),
            Block = block,
        };
    }

    private void AddBlock(Numbered place, BlockSyntax block)
    {
        for (var i = 0; i < block.Items.Length; i++)
        {
            Add(ItemPlace(place, block, i), block.Items[i].Clause, block.Items[i], 0);
        }
    }

    private int? Add(Numbered place, ClauseSyntax clause, ItemSyntax? item, int depth)
    {
        if (clause.Predicate is not ModalPredicateSyntax modal)
        {
            return null;
        }
        var index = context.Norms.Count;
        context.Norms.Add(null);
        var verb = Lexicon.Verb(modal.Act.Verb.Value) ?? modal.Act.Verb.Value;
        var wording = ModalOf(modal);
        var slot = new NormSlot(index, place, clause, item, wording, KindOf(wording, verb, clause), verb)
        {
            IsFallback = depth > 0,
        };
        var at = slots.Count;
        slots.Add(slot);
        slotOf[clause] = at;
        if (clause.Tails.OfType<FailingWhichTailSyntax>().FirstOrDefault() is { } failing)
        {
            var fallback = Add(place with { Order = place.Order + depth + 1 }, failing.Clause, item, depth + 1);
            slots[at] = slot with { Fallback = fallback };
        }
        return index;
    }

    private static Modal ModalOf(ModalPredicateSyntax modal) =>
        modal.Modal.Value switch
        {
            "shall" => modal.Negated ? Modal.ShallNot : Modal.Shall,
            "may" => Modal.May,
            "would" => Modal.Would,
            "will" => modal.Seek ? Modal.WillSeek : Modal.Will,
            "intend" or "intends" => Modal.Intends,
            _ => Modal.Undertakes,
        };

    private static NormKind KindOf(Modal modal, string verb, ClauseSyntax clause) =>
        modal switch
        {
            Modal.May => NormKind.Permission,
            Modal.Would or Modal.WillSeek or Modal.Intends => NormKind.Intention,
            Modal.ShallNot => NormKind.Refrain,
            _ when Lexicon.KeepingVerbs.Contains(verb) && Recurs(clause) is null => NormKind.Keep,
            _ => NormKind.Do,
        };

    /// <summary>The unit of `in each year`, wherever it stands in the clause; null where it does not.</summary>
    public static Time.LengthUnit? Recurs(ClauseSyntax clause) =>
        RolesOf(clause)
            .Where(role => role.Prepositions[0].Is("in") || role.Prepositions[0].Is("per"))
            .Select(role => role.Objects.Items[0])
            .Where(item =>
                item.Determiners.Any(word => word.Value is "each" or "every")
                || item.Quantity is null && item.Determiners.IsEmpty
            )
            .Select(item => QuantityBinder.UnitOf(item.TermText))
            .FirstOrDefault(unit => unit is Time.LengthUnit.Month or Time.LengthUnit.Year);

    /// <summary>Every role of the act: those of its object, its own, and those lifted by a comma.</summary>
    public static IEnumerable<RoleSyntax> RolesOf(ClauseSyntax clause)
    {
        if (clause.Predicate is ModalPredicateSyntax modal)
        {
            foreach (var role in ActRoles(modal.Act))
            {
                yield return role;
            }
        }
        foreach (var role in clause.Tails.OfType<RoleTailSyntax>().SelectMany(tail => tail.Roles))
        {
            yield return role;
        }
    }

    public static IEnumerable<RoleSyntax> ActRoles(ActSyntax act) =>
        (act.Object?.Items.SelectMany(item => item.Roles).OfType<RoleSyntax>() ?? []).Concat(act.Roles);
}
