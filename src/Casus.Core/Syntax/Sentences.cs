using System.Collections.Immutable;

namespace Casus.Core.Syntax;

/// <summary>A whole text.</summary>
public sealed class DocumentSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    public required ImmutableArray<SentenceSyntax> Sentences { get; init; }
    public required SyntaxToken EndOfFile { get; init; }
}

/// <summary>sentence = [ bracket ] ( article | position | rider | label | block | clause ) fullstop.</summary>
public sealed class SentenceSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    public BracketSyntax? Guard { get; init; }
    public required SentenceBodySyntax Body { get; init; }

    /// <summary>Missing where recovery stopped at an article or at the end of the file.</summary>
    public required SyntaxToken FullStop { get; init; }

    /// <summary>Prose lines before it.</summary>
    public ImmutableArray<string> Prose { get; init; } = [];
}

public abstract class SentenceBodySyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements);

/// <summary>What could not be parsed: its tokens, kept for colours and for the full text.</summary>
public sealed class ErrorSentenceSyntax(ImmutableArray<SyntaxElement> elements) : SentenceBodySyntax(elements);

public sealed class ArticleSyntax(ImmutableArray<SyntaxElement> elements) : SentenceBodySyntax(elements)
{
    public required SyntaxToken Number { get; init; }
    public SyntaxToken? Title { get; init; }
}

/// <summary>Position, Source, Milestone.</summary>
public sealed class PositionSyntax(ImmutableArray<SyntaxElement> elements) : SentenceBodySyntax(elements)
{
    public required SyntaxToken Keyword { get; init; }
    public required SimpleListSyntax Of { get; init; }
    public ListSyntax? On { get; init; }

    /// <summary>accepts, rejects, proposes.</summary>
    public SyntaxToken? Stance { get; init; }

    /// <summary>
    /// What stands beside stance and evidence, in order: noun phrases, roles, tails; a list where `and` or `or` joins.
    /// </summary>
    public required ImmutableArray<SyntaxNode> Content { get; init; }
    public required ImmutableArray<EvidenceSyntax> Evidence { get; init; }

    /// <summary>Strings that stand alone: links.</summary>
    public required ImmutableArray<SyntaxToken> Links { get; init; }
}

/// <summary>said | claimed | reported | signed by P on DATE.</summary>
public sealed class EvidenceSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    public required SyntaxToken Verb { get; init; }
    public required SimpleSyntax By { get; init; }
    public required SyntaxToken On { get; init; }
}

/// <summary>Reservation, Understanding, Caveat.</summary>
public sealed class RiderSyntax(ImmutableArray<SyntaxElement> elements) : SentenceBodySyntax(elements)
{
    public required SyntaxToken Keyword { get; init; }
    public required SimpleListSyntax Of { get; init; }
    public SimpleListSyntax? To { get; init; }
    public ImmutableArray<TailSyntax> Tails { get; init; } = [];
    public ClauseSyntax? Clause { get; init; }
}

/// <summary>
/// A declaration: Agreement, Form, Times, Party, Parties, State, Group, Body, Line, Zone, Sectors, Conduct, Depositary,
/// Same.
/// </summary>
public sealed class LabelSyntax(ImmutableArray<SyntaxElement> elements) : SentenceBodySyntax(elements)
{
    public required SyntaxToken Label { get; init; }

    /// <summary>Before the colon.</summary>
    public required ImmutableArray<NounPhraseSyntax> Names { get; init; }
    public required ImmutableArray<TailSyntax> NameTails { get; init; }

    /// <summary>After the colon: <see cref="NounPhraseSyntax"/> or <see cref="SpanSyntax"/>.</summary>
    public required ImmutableArray<SyntaxNode> Content { get; init; }
    public required ImmutableArray<TailSyntax> ContentTails { get; init; }

    /// <summary>Of `Times are in Europe/Kyiv`.</summary>
    public RoleSyntax? TimesRole { get; init; }
}

/// <summary>`On E [or on E]: item; item` or `If C: item; item`.</summary>
public sealed class BlockSyntax(ImmutableArray<SyntaxElement> elements) : SentenceBodySyntax(elements)
{
    public required SyntaxToken Keyword { get; init; }
    public required ImmutableArray<EventSyntax> Events { get; init; }
    public ConditionSyntax? Condition { get; init; }
    public required ImmutableArray<ItemSyntax> Items { get; init; }
}

/// <summary>event = list { span }.</summary>
public sealed class EventSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    public required ListSyntax What { get; init; }
    public required ImmutableArray<SpanSyntax> Spans { get; init; }
}

/// <summary>item = [ bracket ] [ "if" cond "," "then" ] clause.</summary>
public sealed class ItemSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    public BracketSyntax? Guard { get; init; }
    public ConditionSyntax? If { get; init; }
    public required ClauseSyntax Clause { get; init; }
}

/// <summary>A clause that stands alone.</summary>
public sealed class ClauseSentenceSyntax(ImmutableArray<SyntaxElement> elements) : SentenceBodySyntax(elements)
{
    public required ClauseSyntax Clause { get; init; }
}
