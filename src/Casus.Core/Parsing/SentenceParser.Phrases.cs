using System.Collections.Immutable;
using Casus.Core.Syntax;

namespace Casus.Core.Parsing;

/// <summary>Phrases: lists, noun phrases, quantities, roles, brackets.</summary>
internal sealed partial class SentenceParser
{
    private bool AtNounPhrase(int ahead = 0)
    {
        var token = Peek(ahead);
        return token.Kind switch
        {
            TokenKind.String or TokenKind.Date or TokenKind.Number or TokenKind.Reference => true,
            TokenKind.OpenBracket => true,
            TokenKind.Word => !ReservedWords.All.Contains(token.Value)
                || ReservedWords.Determiners.Contains(token.Value)
                || AtLeastOrMost(ahead),
            _ => false,
        };
    }

    private bool AtLeastOrMost(int ahead = 0) => At("at", ahead) && AtEither("least", "most", ahead + 1);

    private bool AtThan(int ahead = 0) => Word(ahead) is "more" or "fewer" or "less" && At("than", ahead + 1);

    private bool AtRole(int ahead = 0) => ReservedWords.Prepositions.Contains(Word(ahead)) && !AtLeastOrMost(ahead);

    private bool AtConnective(int ahead = 0) => AtEither("and", "or", ahead);

    private bool AtSpan() => Word() is "within" or "after" or "before" or "until";

    private ListSyntax List()
    {
        var elements = new ElementList();
        var (items, joining) = Members(elements, NounPhrase, outer: true);
        return new ListSyntax(elements.Done()) { Items = items, Joining = joining };
    }

    private SimpleListSyntax SimpleList()
    {
        var elements = new ElementList();
        var (items, joining) = Members(elements, Simple, outer: false);
        return new SimpleListSyntax(elements.Done()) { Items = items, Joining = joining };
    }

    /// <summary>
    /// A, B and C: once it has a comma, a list must close. `, and` joins at the outer level: an inner list takes it
    /// only if it has a comma already.
    /// </summary>
    private (ImmutableArray<T> Items, Joining Joining) Members<T>(ElementList elements, Func<T> read, bool outer)
        where T : SyntaxNode
    {
        var items = ImmutableArray.CreateBuilder<T>();
        items.Add(elements.Add(read()));
        SyntaxToken? comma = null;
        while (!commasSeparate && At(TokenKind.Comma) && AtNounPhrase(1))
        {
            comma = Take(elements);
            items.Add(elements.Add(read()));
        }
        var closesAfterComma =
            (outer || comma is not null) && At(TokenKind.Comma) && AtConnective(1) && AtNounPhrase(2);
        if (closesAfterComma || (AtConnective() && AtNounPhrase(1)))
        {
            if (closesAfterComma)
            {
                Take(elements);
            }
            var joining = JoiningOf(Take(elements));
            items.Add(elements.Add(read()));
            return (items.ToImmutable(), joining);
        }
        if (comma is not null)
        {
            Fail(token => SyntaxProblems.OpenList(comma, token));
        }
        return (items.ToImmutable(), Joining.None);
    }

    private static Joining JoiningOf(SyntaxToken connective) => connective.Is("and") ? Joining.And : Joining.Or;

    private NounPhraseSyntax NounPhrase()
    {
        var elements = new ElementList();
        var head = elements.Add(Simple());
        var roles = ImmutableArray.CreateBuilder<SyntaxNode>();
        while (AtRole() || (At("within") && At("any", 1)))
        {
            roles.Add(elements.Add(AtRole() ? Role() : (SyntaxNode)AnyWindow()));
        }
        var relative = At("that") ? elements.Add(Relative()) : null;
        return new NounPhraseSyntax(elements.Done())
        {
            Head = head,
            Roles = roles.ToImmutable(),
            Relative = relative,
        };
    }

    private AnyWindowSyntax AnyWindow()
    {
        var elements = new ElementList();
        Expect("within", elements);
        while (ReservedWords.Determiners.Contains(Word()))
        {
            Take(elements);
        }
        var quantity = elements.Add(Quantity());
        var unit = Words(elements);
        RequireUnit(quantity, unit);
        return new AnyWindowSyntax(elements.Done()) { Quantity = quantity, Unit = unit };
    }

    /// <summary>The unit follows, or each value of the bracket brings its own: [24 hours | 2 days].</summary>
    private void RequireUnit(QuantitySyntax quantity, ImmutableArray<SyntaxToken> unit)
    {
        var brought = quantity.Bracket is { } bracket && bracket.Values.All(value => value.Any(char.IsLetter));
        if (unit.IsEmpty && !brought && Failure is null)
        {
            remarks.Add(SyntaxProblems.BareQuantity(quantity));
        }
    }

    private ImmutableArray<SyntaxToken> Words(ElementList elements)
    {
        var words = ImmutableArray.CreateBuilder<SyntaxToken>();
        while (AtTermWord())
        {
            words.Add(Take(elements));
        }
        return words.ToImmutable();
    }

    /// <summary>A plain word; `and/or` is refused where it stands.</summary>
    private bool AtTermWord() => AtPlain() && !SyntaxProblems.IsAndOr(Peek());

    private SimpleSyntax Simple() => Nested(ReadSimple);

    private SimpleSyntax ReadSimple()
    {
        var elements = new ElementList();
        var determiners = ImmutableArray.CreateBuilder<SyntaxToken>();
        SyntaxToken? text = null;
        SyntaxToken? date = null;
        SyntaxToken? number = null;
        QuantitySyntax? quantity = null;
        ImmutableArray<SyntaxToken> term = [];
        if (At(TokenKind.Date))
        {
            date = Take(elements);
        }
        else
        {
            while (ReservedWords.Determiners.Contains(Word()))
            {
                determiners.Add(Take(elements));
            }
            quantity = AtQuantity() ? elements.Add(Quantity()) : null;
            term = Words(elements);
            if (!term.IsEmpty)
            {
                number = AtNumber() ? Take(elements) : null;
            }
            else if (At(TokenKind.String))
            {
                text = Take(elements);
            }
        }
        if (determiners.Count == 0 && quantity is null && term.IsEmpty && text is null && date is null)
        {
            Fail(NoNounPhrase);
        }
        var of = ImmutableArray.CreateBuilder<SimpleSyntax>();
        while (TryTake("of", elements))
        {
            of.Add(elements.Add(Simple()));
        }
        return new SimpleSyntax(elements.Done())
        {
            Determiners = determiners.ToImmutable(),
            Quantity = quantity,
            Term = term,
            TermNumber = number,
            String = text,
            Date = date,
            Of = of.ToImmutable(),
        };
    }

    private bool AtQuantity() =>
        AtNumber() || At(TokenKind.OpenBracket) || At("exactly") || AtLeastOrMost() || AtThan();

    private QuantitySyntax Quantity()
    {
        var elements = new ElementList();
        string? comparator = null;
        if (At("exactly"))
        {
            comparator = Take(elements).Value;
        }
        else if (AtLeastOrMost() || AtThan())
        {
            comparator = $"{Take(elements).Value} {Take(elements).Value}";
        }
        if (AtNumber())
        {
            var number = Take(elements);
            return new QuantitySyntax(elements.Done()) { Comparator = comparator, Number = number };
        }
        if (comparator is not null && AtTermWord())
        {
            return new QuantitySyntax(elements.Done()) { Comparator = comparator, OfTerm = true };
        }
        if (!At(TokenKind.OpenBracket))
        {
            Unexpected("a number or a bracket");
        }
        var bracket = elements.Add(Bracket());
        return new QuantitySyntax(elements.Done()) { Comparator = comparator, Bracket = bracket };
    }

    private RoleSyntax Role()
    {
        var elements = new ElementList();
        var prepositions = ImmutableArray.CreateBuilder<SyntaxToken>();
        prepositions.Add(Take(elements));
        if (AtConnective() && ReservedWords.Prepositions.Contains(Word(1)))
        {
            Take(elements);
            prepositions.Add(Take(elements));
        }
        var objects = elements.Add(SimpleList());
        var infinitive =
            prepositions[0].Is("to") && ReservedWords.Determiners.Contains(Word()) ? elements.Add(Simple()) : null;
        return new RoleSyntax(elements.Done())
        {
            Prepositions = prepositions.ToImmutable(),
            Objects = objects,
            Infinitive = infinitive,
        };
    }

    private ImmutableArray<RoleSyntax> Roles(ElementList elements)
    {
        var roles = ImmutableArray.CreateBuilder<RoleSyntax>();
        while (AtRole())
        {
            roles.Add(elements.Add(Role()));
        }
        return roles.ToImmutable();
    }

    private RelativeSyntax Relative()
    {
        var elements = new ElementList();
        Expect("that", elements);
        var negated = false;
        StateSyntax? state = null;
        ActSyntax? act = null;
        SyntaxToken? verb = null;
        SimpleSyntax? thing = null;
        if (AtEither("is", "are"))
        {
            Take(elements);
            negated = TryTake("not", elements);
            state = elements.Add(State());
        }
        else if (AtEither("has", "have"))
        {
            Take(elements);
            negated = TryTake("not", elements);
            act = elements.Add(Act());
        }
        else if (ReservedWords.FixedVerbs.Contains(Word()))
        {
            verb = Take(elements);
            TryTake("as", elements);
            thing = AtNounPhrase() ? elements.Add(Simple()) : null;
        }
        else
        {
            Unexpected("`is`, `are`, `has`, `have` or a verb that stands alone, after `that`,");
        }
        var spans = Spans(elements);
        return new RelativeSyntax(elements.Done())
        {
            State = state,
            Act = act,
            FixedVerb = verb,
            FixedObject = thing,
            Negated = negated,
            Spans = spans,
        };
    }

    private BracketSyntax Bracket()
    {
        var elements = new ElementList();
        Expect(TokenKind.OpenBracket, "`[`", elements);
        string? name = null;
        var values = ImmutableArray.CreateBuilder<string>();
        if (AtPlain())
        {
            var first = TermWithNumber(elements);
            if (TryTake(TokenKind.Colon, elements))
            {
                name = first;
                values.Add(Value(elements));
            }
            else
            {
                values.Add(first);
            }
        }
        else
        {
            values.Add(Value(elements));
        }
        while (TryTake(TokenKind.Bar, elements))
        {
            values.Add(Value(elements));
        }
        if (!TryTake(TokenKind.CloseBracket, elements))
        {
            Fail(SyntaxProblems.OpenBracket);
        }
        return new BracketSyntax(elements.Done()) { Name = name, Values = values.ToImmutable() };
    }

    private string TermWithNumber(ElementList elements)
    {
        var words = Words(elements).Select(word => word.Text).ToList();
        if (AtNumber())
        {
            words.Add(Take(elements).Text);
        }
        return string.Join(' ', words);
    }

    /// <summary>Reserved words may stand in a value.</summary>
    private string Value(ElementList elements)
    {
        if (At(TokenKind.String))
        {
            return Take(elements).Value;
        }
        var words = new List<string>();
        if (AtNumber())
        {
            words.Add(Take(elements).Text);
        }
        while (At(TokenKind.Word))
        {
            words.Add(Take(elements).Text);
        }
        if (words.Count == 0)
        {
            Fail(SyntaxProblems.NoValue);
        }
        return string.Join(' ', words);
    }
}
