using Casus.Core.Binding;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.LanguageServer.Names;

/// <summary>
/// What a text declares and defines, read from its sentences alone: what another sentence gets wrong takes nothing
/// away.
/// Of what is declared twice the first counts.
/// </summary>
internal sealed class Declarations
{
    private readonly HashSet<(NameKind, string)> known = [];

    private Declarations() { }

    public List<NamedThing> All { get; } = [];

    public static Declarations Of(Compilation compilation)
    {
        var declarations = new Declarations();
        foreach (var sentence in compilation.Tree.Sentences)
        {
            declarations.Read(sentence);
        }
        foreach (var clause in compilation.Agreement.Clauses)
        {
            declarations.Add(NameKind.Clause, clause.Number, clause.Span);
        }
        return declarations;
    }

    private void Read(SentenceSyntax sentence)
    {
        switch (sentence.Body)
        {
            case LabelSyntax label:
                Label(label);
                break;
            case ArticleSyntax article:
                Add(NameKind.Article, article.Number.Text, article.Number.Span);
                break;
            case ClauseSentenceSyntax { Clause: var clause }:
                Clause(clause);
                break;
            default:
                break;
        }
        Brackets(sentence);
    }

    private void Label(LabelSyntax label)
    {
        NameKind? kind = label.Label.Text switch
        {
            "Party" or "Parties" => NameKind.Party,
            "State" => NameKind.State,
            "Group" => NameKind.Group,
            "Body" => NameKind.Body,
            "Line" => NameKind.Line,
            "Zone" => NameKind.Zone,
            "Conduct" => NameKind.Conduct,
            _ => null,
        };
        if (kind is null)
        {
            return;
        }
        foreach (var phrase in label.Names)
        {
            var span = NameSpan(phrase, kind.Value);
            if (span is { } place)
            {
                Add(kind.Value, Words(phrase, place), place);
            }
        }
        var roles = label.NameTails.OfType<AsTailSyntax>().Select(tail => tail.Role?.Head).OfType<SimpleSyntax>();
        foreach (var role in roles.Where(_ => kind is NameKind.Party or NameKind.State))
        {
            if (!role.Term.IsEmpty)
            {
                Add(NameKind.Role, Vocabulary.Singular(role.TermText), SpanOf(role.Term[0], role.Term[^1]));
            }
        }
    }

    private void Clause(ClauseSyntax clause)
    {
        if (clause.Subject.Items is not [var subject])
        {
            return;
        }
        switch (clause.Predicate)
        {
            case FixedPredicateSyntax { Verb.Value: "means" } when subject.Head.String is { } quoted:
                Add(NameKind.Term, Vocabulary.Singular(quoted.Value.ToLowerInvariant()), quoted.Span);
                break;
            case FixedPredicateSyntax { Verb.Value: "means" } when NameSpan(subject, NameKind.Term) is { } span:
                Add(NameKind.Term, Vocabulary.Singular(Words(subject, span).ToLowerInvariant()), span);
                break;
            case StatePredicateSyntax { Negated: false, State.Words: [var word] }
                when subject.Head.TermText == "incident" && word.Value is not ("established" or "attributed"):
                Add(NameKind.Quality, word.Value, word.Span);
                break;
            default:
                break;
        }
    }

    private void Brackets(SyntaxNode node)
    {
        foreach (var element in node.Elements)
        {
            if (element is BracketSyntax { Name: { } name } bracket)
            {
                Add(NameKind.Bracket, name, BracketName(bracket));
            }
            else if (element is SyntaxNode inner)
            {
                Brackets(inner);
            }
        }
    }

    /// <summary>The words between the bracket and its colon.</summary>
    public static TextSpan BracketName(BracketSyntax bracket)
    {
        var words = bracket.Tokens().Skip(1).TakeWhile(token => token.Kind != TokenKind.Colon).ToList();
        return words.Count == 0 ? bracket.Span : SpanOf(words[0], words[^1]);
    }

    private void Add(NameKind kind, string name, TextSpan at)
    {
        if (name.Length > 0 && known.Add((kind, name.ToLowerInvariant())))
        {
            All.Add(new NamedThing(kind, name, at));
        }
    }

    /// <summary>
    /// The name without its determiners and what is said of it: of `Contact Line from "file"` the first two words, of a
    /// zone `Ukraine in 1994` all three.
    /// </summary>
    private static TextSpan? NameSpan(NounPhraseSyntax phrase, NameKind kind)
    {
        var head = phrase.Head;
        var first = head.Tokens().FirstOrDefault(token => !head.Determiners.Contains(token));
        if (first is null || first.Kind != TokenKind.Word)
        {
            return null;
        }
        SyntaxElement last = head;
        var place = phrase.Roles.OfType<RoleSyntax>().FirstOrDefault();
        if (kind == NameKind.Zone && place is not null && place.Prepositions[0].Value is "in" or "on")
        {
            last = place!;
        }
        return SpanOf(first, last);
    }

    private static string Words(NounPhraseSyntax phrase, TextSpan span) =>
        string.Join(
            ' ',
            phrase
                .Tokens()
                .Where(token => span.Contains(token.Span.Start) && token.Kind != TokenKind.Comma)
                .Select(token => token.Text)
        );

    private static TextSpan SpanOf(SyntaxElement first, SyntaxElement last) =>
        TextSpan.FromBounds(first.Span.Start, last.Span.End);
}
