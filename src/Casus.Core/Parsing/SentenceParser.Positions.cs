using System.Collections.Immutable;
using Casus.Core.Syntax;

namespace Casus.Core.Parsing;

/// <summary>Positions, sources and milestones: what someone has said, and on whose word.</summary>
internal sealed partial class SentenceParser
{
    private PositionSyntax Position()
    {
        var elements = new ElementList();
        var keyword = Take(elements);
        TryTake("of", elements);
        var of = elements.Add(SimpleList());
        var on = TryTake("on", elements) ? elements.Add(List()) : null;
        ExpectColon(keyword, elements);
        commasSeparate = true;
        var stance = ReservedWords.Stances.Contains(Word()) ? Take(elements) : null;
        var content = ImmutableArray.CreateBuilder<SyntaxNode>();
        var evidence = ImmutableArray.CreateBuilder<EvidenceSyntax>();
        var links = ImmutableArray.CreateBuilder<SyntaxToken>();
        var comma = stance is not null && TryTake(TokenKind.Comma, elements);
        while (comma || !AtEnd)
        {
            if (ReservedWords.EvidenceVerbs.Contains(Word()) && At("by", 1))
            {
                evidence.Add(elements.Add(Evidence()));
            }
            else if (comma && AtLink())
            {
                links.Add(Take(elements));
            }
            else
            {
                content.Add(elements.Add(PositionPart(comma)));
            }
            comma = TryTake(TokenKind.Comma, elements);
        }
        commasSeparate = false;
        return new PositionSyntax(elements.Done())
        {
            Keyword = keyword,
            Of = of,
            On = on,
            Stance = stance,
            Content = content.ToImmutable(),
            Evidence = evidence.ToImmutable(),
            Links = links.ToImmutable(),
        };
    }

    /// <summary>A string that stands alone after a comma is where the evidence can be read.</summary>
    private bool AtLink() => At(TokenKind.String) && (At(TokenKind.Comma, 1) || At(TokenKind.EndOfFile, 1));

    private SyntaxNode PositionPart(bool afterComma)
    {
        if (AtRole())
        {
            return Role();
        }
        if (AtTail())
        {
            return Tail(afterComma);
        }
        var list = List();
        return list.Items.Length == 1 ? list.Items[0] : list;
    }

    private EvidenceSyntax Evidence()
    {
        var elements = new ElementList();
        var verb = Take(elements);
        Expect("by", elements);
        var by = elements.Add(Simple());
        Expect("on", elements);
        var on = Expect(TokenKind.Date, "a date", elements);
        return new EvidenceSyntax(elements.Done())
        {
            Verb = verb,
            By = by,
            On = on,
        };
    }
}
