using System.Collections.Immutable;
using Casus.Core.Syntax;

namespace Casus.Core.Parsing;

/// <summary>Clauses: subject, predicate, conditions.</summary>
internal sealed partial class SentenceParser
{
    private ClauseSyntax Clause() => Nested(ReadClause);

    private ClauseSyntax ReadClause()
    {
        var elements = new ElementList();
        var start = position;
        var subject = elements.Add(List());
        var predicate = elements.Add(Predicate(start));
        var tails = Tails(elements);
        var clause = new ClauseSyntax(elements.Done())
        {
            Subject = subject,
            Predicate = predicate,
            Tails = tails,
        };
        if (Failure is null)
        {
            remarks.AddRange(ClauseReadings.Of(clause));
        }
        return clause;
    }

    private PredicateSyntax Predicate(int subjectStart)
    {
        var word = Word();
        switch (word)
        {
            case "shall" or "may" or "would" or "will" or "undertake" or "undertakes" or "intend" or "intends":
                return Modal();
            case "is" or "are":
            {
                var elements = new ElementList();
                Take(elements);
                var negated = TryTake("not", elements);
                var state = elements.Add(State());
                return new StatePredicateSyntax(elements.Done()) { Negated = negated, State = state };
            }
            case "has" or "have":
            {
                var elements = new ElementList();
                Take(elements);
                var negated = TryTake("not", elements);
                var act = elements.Add(Act());
                return new FactPredicateSyntax(elements.Done()) { Negated = negated, Act = act };
            }
            default:
                if (!ReservedWords.FixedVerbs.Contains(word))
                {
                    FailWithoutAuxiliary(subjectStart);
                }
                return Fixed();
        }
    }

    private ModalPredicateSyntax Modal()
    {
        var elements = new ElementList();
        var modal = Take(elements);
        var negated = modal.Is("shall") && TryTake("not", elements);
        var seek = modal.Is("will") && TryTake("seek", elements);
        if (seek || modal.Value is "undertake" or "undertakes" or "intend" or "intends")
        {
            Expect("to", elements);
        }
        if (At("not"))
        {
            Fail(token => SyntaxProblems.NotAfterAuxiliary(modal, token));
        }
        var manner = AtEither("jointly", "alone") ? Take(elements) : null;
        var act = elements.Add(Act());
        return new ModalPredicateSyntax(elements.Done())
        {
            Modal = modal,
            Negated = negated,
            Seek = seek,
            Manner = manner,
            Act = act,
        };
    }

    private FixedPredicateSyntax Fixed()
    {
        var elements = new ElementList();
        var verb = Take(elements);
        var hasAs = TryTake("as", elements);
        var thing = AtNounPhrase() ? elements.Add(List()) : null;
        var roles = Roles(elements);
        return new FixedPredicateSyntax(elements.Done())
        {
            Verb = verb,
            As = hasAs,
            Object = thing,
            Roles = roles,
        };
    }

    private ActSyntax Act()
    {
        var elements = new ElementList();
        var verb = Verb(elements);
        var thing = AtNounPhrase() ? elements.Add(List()) : null;
        var roles = Roles(elements);
        return new ActSyntax(elements.Done())
        {
            Verb = verb,
            Object = thing,
            Roles = roles,
        };
    }

    private SyntaxToken Verb(ElementList elements)
    {
        if (!AtTermWord())
        {
            Fail(SyntaxProblems.NoVerb);
        }
        return Take(elements);
    }

    private StateSyntax State()
    {
        var elements = new ElementList();
        var words = ImmutableArray.CreateBuilder<SyntaxToken>();
        words.Add(Verb(elements));
        var connectives = new List<SyntaxToken>();
        while (AtConnective() && AtPlain(1))
        {
            connectives.Add(Take(elements));
            words.Add(Verb(elements));
        }
        if (connectives.Find(word => !word.Is(connectives[0].Value)) is { } other)
        {
            remarks.Add(SyntaxProblems.MixedStates(other));
        }
        var roles = Roles(elements);
        return new StateSyntax(elements.Done())
        {
            Words = words.ToImmutable(),
            Joining = connectives.Count == 0 ? Joining.None : JoiningOf(connectives[0]),
            Roles = roles,
        };
    }

    /// <summary>A further clause opens with `when` or `if`; in a tail also with `unless`.</summary>
    private ConditionSyntax Condition(bool orUnless = false)
    {
        var elements = new ElementList();
        var clauses = ImmutableArray.CreateBuilder<ClauseSyntax>();
        var joinings = ImmutableArray.CreateBuilder<Joining>();
        var keywords = ImmutableArray.CreateBuilder<SyntaxToken>();
        clauses.Add(elements.Add(Clause()));
        while (true)
        {
            var ahead = At(TokenKind.Comma) ? 1 : 0;
            var opens = AtEither("when", "if", ahead + 1) || (orUnless && At("unless", ahead + 1));
            if (!AtConnective(ahead) || !opens)
            {
                break;
            }
            TryTake(TokenKind.Comma, elements);
            joinings.Add(JoiningOf(Take(elements)));
            keywords.Add(Take(elements));
            clauses.Add(elements.Add(Clause()));
        }
        return new ConditionSyntax(elements.Done())
        {
            Clauses = clauses.ToImmutable(),
            Joinings = joinings.ToImmutable(),
            Keywords = keywords.ToImmutable(),
        };
    }
}
