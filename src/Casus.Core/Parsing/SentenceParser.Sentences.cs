using System.Collections.Immutable;
using Casus.Core.Syntax;

namespace Casus.Core.Parsing;

/// <summary>Sentences: articles, declarations, positions, riders, blocks, clauses.</summary>
internal sealed partial class SentenceParser
{
    /// <summary>Reads the whole sentence up to its limit; null after a failure.</summary>
    public (BracketSyntax? Guard, SentenceBodySyntax Body)? Read()
    {
        if (position >= limit)
        {
            Fail(SyntaxProblems.EmptySentence);
            return null;
        }
        var guard = At(TokenKind.OpenBracket) ? Bracket() : null;
        var body = Body();
        if (!AtEnd)
        {
            FailAtRest();
        }
        return Failure is null ? (guard, body) : null;
    }

    private SentenceBodySyntax Body()
    {
        var opening = Peek();
        if (opening.Kind != TokenKind.Word)
        {
            return ClauseSentence();
        }
        if (
            string.Equals(opening.Text, "Article", StringComparison.Ordinal)
            && AtNumber(1)
            && (At(TokenKind.String, 2) || At(TokenKind.EndOfFile, 2))
        )
        {
            return Article();
        }
        return opening.Text switch
        {
            var text when ReservedWords.PositionLabels.Contains(text) => Position(),
            var text when ReservedWords.RiderLabels.Contains(text) => Rider(),
            var text when ReservedWords.BlockOpeners.Contains(text) => Block(),
            var text when ReservedWords.DeclarationLabels.Contains(text) => Label(),
            _ => ClauseSentence(),
        };
    }

    private ClauseSentenceSyntax ClauseSentence()
    {
        var clause = Clause();
        return new ClauseSentenceSyntax([clause]) { Clause = clause };
    }

    private ArticleSyntax Article()
    {
        var elements = new ElementList();
        Take(elements);
        var number = Take(elements);
        var title = At(TokenKind.String) ? Take(elements) : null;
        return new ArticleSyntax(elements.Done()) { Number = number, Title = title };
    }

    private RiderSyntax Rider()
    {
        var elements = new ElementList();
        var keyword = Take(elements);
        Expect("of", elements);
        var of = elements.Add(SimpleList());
        var to = TryTake("to", elements) ? elements.Add(SimpleList()) : null;
        ExpectColon(keyword, elements);
        if (!AtTail())
        {
            var clause = elements.Add(Clause());
            return new RiderSyntax(elements.Done())
            {
                Keyword = keyword,
                Of = of,
                To = to,
                Clause = clause,
            };
        }
        var tails = Tails(elements);
        return new RiderSyntax(elements.Done())
        {
            Keyword = keyword,
            Of = of,
            To = to,
            Tails = tails,
        };
    }

    private void ExpectColon(SyntaxToken keyword, ElementList elements)
    {
        if (!TryTake(TokenKind.Colon, elements))
        {
            Fail(token => SyntaxProblems.NoColon(keyword, token));
        }
    }

    private LabelSyntax Label()
    {
        var elements = new ElementList();
        var label = Take(elements);
        if (string.Equals(label.Text, "Times", StringComparison.Ordinal))
        {
            return Times(label, elements);
        }
        var names = ImmutableArray<NounPhraseSyntax>.Empty;
        var nameTails = ImmutableArray<TailSyntax>.Empty;
        if (!At(TokenKind.Colon))
        {
            names = Names(elements);
            nameTails = Tails(elements);
        }
        var content = ImmutableArray<SyntaxNode>.Empty;
        var contentTails = ImmutableArray<TailSyntax>.Empty;
        if (TryTake(TokenKind.Colon, elements))
        {
            content = Content(elements);
            contentTails = Tails(elements);
        }
        return new LabelSyntax(elements.Done())
        {
            Label = label,
            Names = names,
            NameTails = nameTails,
            Content = content,
            ContentTails = contentTails,
        };
    }

    private LabelSyntax Times(SyntaxToken label, ElementList elements)
    {
        Expect("are", elements);
        if (!AtRole())
        {
            Unexpected("`in` and a time zone");
        }
        var role = elements.Add(Role());
        return new LabelSyntax(elements.Done())
        {
            Label = label,
            Names = [],
            NameTails = [],
            Content = [],
            ContentTails = [],
            TimesRole = role,
        };
    }

    /// <summary>After a label a comma list need not close.</summary>
    private ImmutableArray<NounPhraseSyntax> Names(ElementList elements)
    {
        var names = ImmutableArray.CreateBuilder<NounPhraseSyntax>();
        names.Add(elements.Add(NounPhrase()));
        while (At(TokenKind.Comma) && AtNounPhrase(1))
        {
            Take(elements);
            names.Add(elements.Add(NounPhrase()));
        }
        if (TakeConnective(elements))
        {
            names.Add(elements.Add(NounPhrase()));
        }
        return names.ToImmutable();
    }

    private bool TakeConnective(ElementList elements)
    {
        if (At(TokenKind.Comma) && AtConnective(1))
        {
            Take(elements);
        }
        return AtConnective() && Taken(elements);
    }

    private ImmutableArray<SyntaxNode> Content(ElementList elements)
    {
        var content = ImmutableArray.CreateBuilder<SyntaxNode>();
        content.Add(elements.Add(ContentPart()));
        while (At(TokenKind.Comma) && (AtNounPhrase(1) || At("within", 1)))
        {
            Take(elements);
            content.Add(elements.Add(ContentPart()));
        }
        if (TakeConnective(elements))
        {
            content.Add(elements.Add(ContentPart()));
        }
        return content.ToImmutable();
    }

    private SyntaxNode ContentPart() => AtSpan() ? Span() : NounPhrase();

    private BlockSyntax Block()
    {
        var elements = new ElementList();
        var keyword = Take(elements);
        var events = ImmutableArray.CreateBuilder<EventSyntax>();
        ConditionSyntax? condition = null;
        if (keyword.Is("on"))
        {
            events.Add(elements.Add(Event()));
            while (At("or") && At("on", 1))
            {
                Take(elements);
                Take(elements);
                events.Add(elements.Add(Event()));
            }
        }
        else
        {
            condition = elements.Add(Condition());
        }
        ExpectColon(keyword, elements);
        var items = ImmutableArray.CreateBuilder<ItemSyntax>();
        items.Add(elements.Add(Item()));
        while (TryTake(TokenKind.Semicolon, elements))
        {
            items.Add(elements.Add(Item()));
        }
        return new BlockSyntax(elements.Done())
        {
            Keyword = keyword,
            Events = events.ToImmutable(),
            Condition = condition,
            Items = items.ToImmutable(),
        };
    }

    private EventSyntax Event()
    {
        var elements = new ElementList();
        var what = elements.Add(List());
        var spans = Spans(elements);
        return new EventSyntax(elements.Done()) { What = what, Spans = spans };
    }

    private ItemSyntax Item()
    {
        var elements = new ElementList();
        if (AtEnd)
        {
            Fail(SyntaxProblems.EmptySentence);
        }
        var guard = At(TokenKind.OpenBracket) ? elements.Add(Bracket()) : null;
        ConditionSyntax? condition = null;
        if (TryTake("if", elements))
        {
            condition = elements.Add(Condition());
            if (!At(TokenKind.Comma) || !At("then", 1))
            {
                Fail(SyntaxProblems.NoThen);
            }
            Take(elements);
            Take(elements);
        }
        var clause = elements.Add(Clause());
        return new ItemSyntax(elements.Done())
        {
            Guard = guard,
            If = condition,
            Clause = clause,
        };
    }
}
