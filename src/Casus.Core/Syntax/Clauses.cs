using System.Collections.Immutable;

namespace Casus.Core.Syntax;

/// <summary>clause = list predicate { tails }.</summary>
public sealed class ClauseSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    public required ListSyntax Subject { get; init; }
    public required PredicateSyntax Predicate { get; init; }
    public required ImmutableArray<TailSyntax> Tails { get; init; }
}

public abstract class PredicateSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements);

/// <summary>
/// `shall [not] [jointly] V ...`, `may V`, `will [seek to] V`, `would V`, `undertakes to V`, `intends to V`.
/// </summary>
public sealed class ModalPredicateSyntax(ImmutableArray<SyntaxElement> elements) : PredicateSyntax(elements)
{
    public required SyntaxToken Modal { get; init; }
    public bool Negated { get; init; }
    public bool Seek { get; init; }

    /// <summary>jointly or alone.</summary>
    public SyntaxToken? Manner { get; init; }
    public required ActSyntax Act { get; init; }
}

/// <summary>`is [not] established`.</summary>
public sealed class StatePredicateSyntax(ImmutableArray<SyntaxElement> elements) : PredicateSyntax(elements)
{
    public bool Negated { get; init; }
    public required StateSyntax State { get; init; }
}

/// <summary>`has [not] verified it`.</summary>
public sealed class FactPredicateSyntax(ImmutableArray<SyntaxElement> elements) : PredicateSyntax(elements)
{
    public bool Negated { get; init; }
    public required ActSyntax Act { get; init; }
}

/// <summary>
/// A reserved verb: means, counts (as), decides, lasts, ends, enters, applies, prevails, continues, carries, fails.
/// </summary>
public sealed class FixedPredicateSyntax(ImmutableArray<SyntaxElement> elements) : PredicateSyntax(elements)
{
    public required SyntaxToken Verb { get; init; }
    public bool As { get; init; }
    public ListSyntax? Object { get; init; }
    public required ImmutableArray<RoleSyntax> Roles { get; init; }
}

/// <summary>act = WORD [list] { role }: exactly one word is the verb.</summary>
public sealed class ActSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    public required SyntaxToken Verb { get; init; }
    public ListSyntax? Object { get; init; }
    public required ImmutableArray<RoleSyntax> Roles { get; init; }
}

/// <summary>state = WORD { and|or WORD } { role }.</summary>
public sealed class StateSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    public required ImmutableArray<SyntaxToken> Words { get; init; }
    public required Joining Joining { get; init; }
    public required ImmutableArray<RoleSyntax> Roles { get; init; }
}

/// <summary>cond = clause { [","] (and|or) (when|if) clause }.</summary>
public sealed class ConditionSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    public required ImmutableArray<ClauseSyntax> Clauses { get; init; }

    /// <summary>One fewer than clauses.</summary>
    public required ImmutableArray<Joining> Joinings { get; init; }

    /// <summary>What opens each clause but the first: when, if or, in a tail, unless. As many as joinings.</summary>
    public required ImmutableArray<SyntaxToken> Keywords { get; init; }
}

public abstract class TailSyntax(ImmutableArray<SyntaxElement> elements) : SyntaxNode(elements)
{
    /// <summary>A comma stands before it: it is lifted to the whole clause.</summary>
    public bool AfterComma { get; init; }
}

public sealed class SpanTailSyntax(ImmutableArray<SyntaxElement> elements) : TailSyntax(elements)
{
    public required SpanSyntax Span1 { get; init; }
}

public sealed class ForthwithTailSyntax(ImmutableArray<SyntaxElement> elements) : TailSyntax(elements);

/// <summary>jointly or alone.</summary>
public sealed class MannerTailSyntax(ImmutableArray<SyntaxElement> elements) : TailSyntax(elements)
{
    public required SyntaxToken Manner { get; init; }
}

/// <summary>if, unless, when.</summary>
public sealed class ConditionTailSyntax(ImmutableArray<SyntaxElement> elements) : TailSyntax(elements)
{
    public required SyntaxToken Keyword { get; init; }
    public required ConditionSyntax Condition { get; init; }
}

/// <summary>`except N: within D of E`, `except drones of Mission`, `except that C`.</summary>
public sealed class ExceptTailSyntax(ImmutableArray<SyntaxElement> elements) : TailSyntax(elements)
{
    public SyntaxToken? Name { get; init; }
    public ListSyntax? Objects { get; init; }
    public required ImmutableArray<SpanSyntax> Spans { get; init; }

    /// <summary>
    /// Roles after a span: `of an attack on it in the same sector` keeps its roles in the span's point.
    /// </summary>
    public ClauseSyntax? That { get; init; }
}

public sealed class SubjectToTailSyntax(ImmutableArray<SyntaxElement> elements) : TailSyntax(elements)
{
    public required ListSyntax To { get; init; }
}

public sealed class NotwithstandingTailSyntax(ImmutableArray<SyntaxElement> elements) : TailSyntax(elements)
{
    public required ListSyntax Of { get; init; }
}

/// <summary>`as of DATE`, `as from point`, `as it deems necessary`, `as beneficiary`.</summary>
public sealed class AsTailSyntax(ImmutableArray<SyntaxElement> elements) : TailSyntax(elements)
{
    public SyntaxToken? OfDate { get; init; }
    public PointSyntax? From { get; init; }

    /// <summary>The words after `as it`: deems necessary, stands. Default where it is not that form.</summary>
    public ImmutableArray<SyntaxToken> It { get; init; }
    public NounPhraseSyntax? Role { get; init; }
}

public sealed class MayIncludeTailSyntax(ImmutableArray<SyntaxElement> elements) : TailSyntax(elements)
{
    public required ListSyntax Means { get; init; }
}

public sealed class IncludingTailSyntax(ImmutableArray<SyntaxElement> elements) : TailSyntax(elements)
{
    public required ListSyntax List { get; init; }
}

public sealed class SilenceTailSyntax(ImmutableArray<SyntaxElement> elements) : TailSyntax(elements)
{
    public required SimpleSyntax Meaning { get; init; }
}

public sealed class FailingWhichTailSyntax(ImmutableArray<SyntaxElement> elements) : TailSyntax(elements)
{
    public required ClauseSyntax Clause { get; init; }
}

/// <summary>"," role { role }: lifted to the whole clause.</summary>
public sealed class RoleTailSyntax(ImmutableArray<SyntaxElement> elements) : TailSyntax(elements)
{
    public required ImmutableArray<RoleSyntax> Roles { get; init; }
}
