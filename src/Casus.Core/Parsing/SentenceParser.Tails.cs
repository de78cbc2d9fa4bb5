using System.Collections.Immutable;
using Casus.Core.Syntax;

namespace Casus.Core.Parsing;

/// <summary>Tails, spans and points.</summary>
internal sealed partial class SentenceParser
{
    private bool AtTail(int ahead = 0) => ReservedWords.TailOpeners.Contains(Word(ahead));

    private ImmutableArray<TailSyntax> Tails(ElementList elements)
    {
        var tails = ImmutableArray.CreateBuilder<TailSyntax>();
        while (true)
        {
            var comma = At(TokenKind.Comma);
            var ahead = comma ? 1 : 0;
            if (AtTail(ahead))
            {
                TryTake(TokenKind.Comma, elements);
                tails.Add(elements.Add(Tail(comma)));
            }
            else if (comma && AtRole(1))
            {
                Take(elements);
                var roleElements = new ElementList();
                var roles = Roles(roleElements);
                tails.Add(elements.Add(new RoleTailSyntax(roleElements.Done()) { AfterComma = true, Roles = roles }));
            }
            else
            {
                return tails.ToImmutable();
            }
        }
    }

    private TailSyntax Tail(bool afterComma)
    {
        switch (Word())
        {
            case "if" or "unless" or "when":
                return ConditionTail(afterComma);
            case "except":
                return ExceptTail(afterComma);
            case "as":
                return AsTail(afterComma);
            case "within" or "after" or "before" or "until":
            {
                var span = Span();
                return new SpanTailSyntax([span]) { AfterComma = afterComma, Span1 = span };
            }
            case "forthwith":
                return new ForthwithTailSyntax([Take(new ElementList())]) { AfterComma = afterComma };
            case "jointly" or "alone":
            {
                var manner = Take(new ElementList());
                return new MannerTailSyntax([manner]) { AfterComma = afterComma, Manner = manner };
            }
            case "silence":
                return SilenceTail(afterComma);
            case "failing":
                return FailingTail(afterComma);
            default:
                return ListTail(afterComma);
        }
    }

    /// <summary>`subject to`, `notwithstanding`, `which may include`, `including`: words, then a list.</summary>
    private TailSyntax ListTail(bool afterComma)
    {
        var elements = new ElementList();
        var keyword = Take(elements).Value;
        switch (keyword)
        {
            case "subject":
                Expect("to", elements);
                break;
            case "which":
                Expect("may", elements);
                Expect("include", elements);
                break;
            default:
                break;
        }
        var list = elements.Add(List());
        return keyword switch
        {
            "subject" => new SubjectToTailSyntax(elements.Done()) { AfterComma = afterComma, To = list },
            "notwithstanding" => new NotwithstandingTailSyntax(elements.Done()) { AfterComma = afterComma, Of = list },
            "which" => new MayIncludeTailSyntax(elements.Done()) { AfterComma = afterComma, Means = list },
            _ => new IncludingTailSyntax(elements.Done()) { AfterComma = afterComma, List = list },
        };
    }

    private ConditionTailSyntax ConditionTail(bool afterComma)
    {
        var elements = new ElementList();
        var keyword = Take(elements);
        var condition = elements.Add(Condition(orUnless: true));
        return new ConditionTailSyntax(elements.Done())
        {
            AfterComma = afterComma,
            Keyword = keyword,
            Condition = condition,
        };
    }

    private ExceptTailSyntax ExceptTail(bool afterComma)
    {
        var elements = new ElementList();
        Expect("except", elements);
        if (TryTake("that", elements))
        {
            var that = elements.Add(Clause());
            return new ExceptTailSyntax(elements.Done())
            {
                AfterComma = afterComma,
                Spans = [],
                That = that,
            };
        }
        SyntaxToken? name = null;
        if (AtPlain() && At(TokenKind.Colon, 1))
        {
            name = Take(elements);
            Take(elements);
        }
        var objects = AtSpan() ? null : elements.Add(List());
        var spans = Spans(elements);
        return new ExceptTailSyntax(elements.Done())
        {
            AfterComma = afterComma,
            Name = name,
            Objects = objects,
            Spans = spans,
        };
    }

    private AsTailSyntax AsTail(bool afterComma)
    {
        var elements = new ElementList();
        Expect("as", elements);
        if (TryTake("of", elements))
        {
            var date = Expect(TokenKind.Date, "a date", elements);
            return new AsTailSyntax(elements.Done()) { AfterComma = afterComma, OfDate = date };
        }
        if (TryTake("from", elements))
        {
            var from = elements.Add(Point());
            return new AsTailSyntax(elements.Done()) { AfterComma = afterComma, From = from };
        }
        if (TryTake("it", elements))
        {
            if (!AtTermWord())
            {
                Unexpected("what it does, such as `deems necessary` or `stands`,");
            }
            var words = Words(elements);
            return new AsTailSyntax(elements.Done()) { AfterComma = afterComma, It = words };
        }
        var role = elements.Add(NounPhrase());
        return new AsTailSyntax(elements.Done()) { AfterComma = afterComma, Role = role };
    }

    private SilenceTailSyntax SilenceTail(bool afterComma)
    {
        var elements = new ElementList();
        Expect("silence", elements);
        Expect("counts", elements);
        Expect("as", elements);
        var meaning = elements.Add(Simple());
        return new SilenceTailSyntax(elements.Done()) { AfterComma = afterComma, Meaning = meaning };
    }

    private FailingWhichTailSyntax FailingTail(bool afterComma)
    {
        var elements = new ElementList();
        Expect("failing", elements);
        Expect("which", elements);
        var clause = elements.Add(Clause());
        return new FailingWhichTailSyntax(elements.Done()) { AfterComma = afterComma, Clause = clause };
    }

    private ImmutableArray<SpanSyntax> Spans(ElementList elements)
    {
        var spans = ImmutableArray.CreateBuilder<SpanSyntax>();
        while (AtSpan())
        {
            spans.Add(elements.Add(Span()));
        }
        return spans.ToImmutable();
    }

    private SpanSyntax Span()
    {
        var elements = new ElementList();
        var keyword = Take(elements);
        if (!keyword.Is("within"))
        {
            var kind = keyword.Value switch
            {
                "after" => SpanKind.After,
                "before" => SpanKind.Before,
                _ => SpanKind.Until,
            };
            var instant = elements.Add(Point());
            return new SpanSyntax(elements.Done()) { Kind = kind, Point = instant };
        }
        var length = elements.Add(Length());
        SyntaxToken? relation = null;
        PointSyntax? point = null;
        if (Word() is "after" or "before" or "of")
        {
            relation = Take(elements);
            point = elements.Add(Point());
        }
        return new SpanSyntax(elements.Done())
        {
            Kind = SpanKind.Within,
            Length = length,
            Relation = relation,
            Point = point,
        };
    }

    /// <summary>
    /// Of `within`: determiners, a quantity, a unit; the `of` that may follow opens the point and not a phrase.
    /// </summary>
    private SimpleSyntax Length()
    {
        var elements = new ElementList();
        var determiners = ImmutableArray.CreateBuilder<SyntaxToken>();
        while (ReservedWords.Determiners.Contains(Word()))
        {
            determiners.Add(Take(elements));
        }
        var quantity = elements.Add(Quantity());
        var unit = Words(elements);
        var number = !unit.IsEmpty && AtNumber() ? Take(elements) : null;
        RequireUnit(quantity, unit);
        return new SimpleSyntax(elements.Done())
        {
            Determiners = determiners.ToImmutable(),
            Quantity = quantity,
            Term = unit,
            TermNumber = number,
        };
    }

    private PointSyntax Point()
    {
        var elements = new ElementList();
        var anchor = elements.Add(NounPhrase());
        NounPhraseSyntax? offset = null;
        SyntaxToken? relation = null;
        if (AtEither("after", "before"))
        {
            relation = Take(elements);
            offset = anchor;
            anchor = elements.Add(NounPhrase());
        }
        StateSyntax? state = null;
        ActSyntax? act = null;
        SyntaxToken? verb = null;
        if (AtEither("is", "are"))
        {
            Take(elements);
            state = elements.Add(State());
        }
        else if (AtEither("has", "have"))
        {
            Take(elements);
            act = elements.Add(Act());
        }
        else if (ReservedWords.FixedVerbs.Contains(Word()))
        {
            verb = Take(elements);
        }
        return new PointSyntax(elements.Done())
        {
            Offset = offset,
            OffsetRelation = relation,
            Anchor = anchor,
            State = state,
            Act = act,
            FixedVerb = verb,
        };
    }
}
