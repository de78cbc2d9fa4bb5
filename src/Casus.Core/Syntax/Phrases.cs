using System.Collections.Immutable;

namespace Casus.Core.Syntax;

/// <summary>How a list is joined. A comma list must close with and / or.</summary>
public enum Joining
{
    None,
    And,
    Or,
}

/// <summary>list = np { "," np } [ and | or np ].</summary>
public sealed class ListSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    public required ImmutableArray<NounPhraseSyntax> Items { get; init; }
    public required Joining Joining { get; init; }
}

/// <summary>simples: as a list, of simple phrases.</summary>
public sealed class SimpleListSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    public required ImmutableArray<SimpleSyntax> Items { get; init; }
    public required Joining Joining { get; init; }
}

/// <summary>np = simple { role | within any quantity } [ relative ].</summary>
public sealed class NounPhraseSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    public required SimpleSyntax Head { get; init; }

    /// <summary>Roles and windows in source order: <see cref="RoleSyntax"/> or <see cref="AnyWindowSyntax"/>.</summary>
    public required ImmutableArray<SyntaxNode> Roles { get; init; }
    public RelativeSyntax? Relative { get; init; }
}

/// <summary>`within any 24 hours`.</summary>
public sealed class AnyWindowSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    public required QuantitySyntax Quantity { get; init; }

    /// <summary>The unit's words; empty where none.</summary>
    public required ImmutableArray<SyntaxToken> Unit { get; init; }
}

/// <summary>
/// simple = string | date | bracket | determiners [quantity] [TERM | string] { "of" simple }. Exactly the parts that
/// stand are set: a date or a lone bracket has no term; `at least 2 exercises` has a quantity and a term.
/// </summary>
public sealed class SimpleSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    public ImmutableArray<SyntaxToken> Determiners { get; init; } = [];
    public QuantitySyntax? Quantity { get; init; }

    /// <summary>The words of the bare term, in order; empty where there is none.</summary>
    public ImmutableArray<SyntaxToken> Term { get; init; } = [];

    /// <summary>The number or reference that closes a term: `Article 5`, `paragraph 5.2(b)`.</summary>
    public SyntaxToken? TermNumber { get; init; }
    public SyntaxToken? String { get; init; }
    public SyntaxToken? Date { get; init; }

    /// <summary>`of`: what the word before it is of (binds to the nearest).</summary>
    public ImmutableArray<SimpleSyntax> Of { get; init; } = [];

    /// <summary>
    /// The term's words in lower case, joined by spaces, with its number: "article 5"; empty where there is none.
    /// </summary>
    public string TermText =>
        string.Join(' ', Term.Select(word => word.Value).Concat(TermNumber is null ? [] : [TermNumber.Text]));
}

/// <summary>quantity = [comparator] ( number | bracket ) | comparator TERM.</summary>
public sealed class QuantitySyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    /// <summary>"at least", "at most", "exactly", "more than", "fewer than", "less than"; null where none.</summary>
    public string? Comparator { get; init; }
    public SyntaxToken? Number { get; init; }
    public BracketSyntax? Bracket { get; init; }

    /// <summary>A comparator before a term: the term stands in the phrase (at least moderate confidence).</summary>
    public bool OfTerm { get; init; }
}

/// <summary>role = PREP [and|or PREP] simples [simple].</summary>
public sealed class RoleSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    public required ImmutableArray<SyntaxToken> Prepositions { get; init; }
    public required SimpleListSyntax Objects { get; init; }

    /// <summary>The last simple, after "to" alone: to meet the danger.</summary>
    public SimpleSyntax? Infinitive { get; init; }
}

/// <summary>`that is established`, `that has ...`, `that continues 24 hours after the first warning`.</summary>
public sealed class RelativeSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    public StateSyntax? State { get; init; }
    public ActSyntax? Act { get; init; }
    public SyntaxToken? FixedVerb { get; init; }
    public SimpleSyntax? FixedObject { get; init; }
    public bool Negated { get; init; }
    public ImmutableArray<SpanSyntax> Spans { get; init; } = [];
}

/// <summary>`[grave: 5 | 10 | 20]`. As a guard: `[decider: each]`.</summary>
public sealed class BracketSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    /// <summary>Null where the bracket has no name.</summary>
    public string? Name { get; init; }

    /// <summary>Each value's words joined by a space, strings without quotes.</summary>
    public required ImmutableArray<string> Values { get; init; }
}

public enum SpanKind
{
    Within,
    After,
    Before,
    Until,
}

/// <summary>`within 24 hours after E`, `after E`, `until E`.</summary>
public sealed class SpanSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    public required SpanKind Kind { get; init; }

    /// <summary>Of within: determiners, number, unit (`within any 24 hours` has the determiner any).</summary>
    public SimpleSyntax? Length { get; init; }

    /// <summary>after, before or of; null where there is no anchor.</summary>
    public SyntaxToken? Relation { get; init; }
    public PointSyntax? Point { get; init; }
}

/// <summary>point = [ simple (after|before) ] np [ is state | has act | FIXED ].</summary>
public sealed class PointSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    /// <summary>`24 hours` of `24 hours after the warning`; null where none.</summary>
    public NounPhraseSyntax? Offset { get; init; }
    public SyntaxToken? OffsetRelation { get; init; }
    public required NounPhraseSyntax Anchor { get; init; }
    public StateSyntax? State { get; init; }
    public ActSyntax? Act { get; init; }
    public SyntaxToken? FixedVerb { get; init; }
}
