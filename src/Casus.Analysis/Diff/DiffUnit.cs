using System.Collections.Immutable;
using Casus.Core.Syntax;

namespace Casus.Analysis.Diff;

/// <summary>What a unit of a text is; only units of one kind are ever paired.</summary>
public enum UnitKind
{
    Heading,
    Label,
    Position,
    Rider,
    Sentence,

    /// <summary>What stands before the items of an `On` or `If` sentence.</summary>
    BlockHead,
    Item,
}

/// <summary>
/// The smallest piece of a text that changes by itself: a sentence, the head of a block, or an item of it.
/// </summary>
public sealed record DiffUnit
{
    /// <summary>Position among the units of its text.</summary>
    public required int Index { get; init; }
    public required UnitKind Kind { get; init; }

    /// <summary>5.3, 5.3(b); "Article 5" of a heading; the label of a declaration, such as "Zone Buffer".</summary>
    public required string Number { get; init; }
    public required string Article { get; init; }

    /// <summary>Of a heading: its title in quotes; else empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>On one line, as written, without comments and prose.</summary>
    public required string Text { get; init; }
    public required ImmutableArray<string> Tokens { get; init; }

    /// <summary>The sentence that it is of, by position in the tree.</summary>
    public required int Sentence { get; init; }

    /// <summary>Of a numbered sentence or item: the number; null of all others.</summary>
    public string? Clause { get; init; }

    /// <summary>The label word or, of a sentence, its main verb: sentences of different verbs are told apart.</summary>
    public required string Verb { get; init; }

    /// <summary>Lines of legal prose that travel with it, joined by spaces; empty where it has none.</summary>
    public string Prose { get; init; } = "";

    /// <summary>The stop or semicolon with which it ends where <see cref="Text"/> lacks it.</summary>
    public string Stop { get; init; } = "";

    /// <summary>A declaration, a definition or a standard, which others read.</summary>
    public bool IsGeneral { get; init; }

    /// <summary>
    /// Its units in the order of the text. The text is without errors, so every sentence has its shape.
    /// </summary>
    public static ImmutableArray<DiffUnit> Of(DocumentSyntax tree)
    {
        var units = ImmutableArray.CreateBuilder<DiffUnit>();
        var article = "0";
        var count = 0;
        for (var i = 0; i < tree.Sentences.Length; i++)
        {
            var sentence = tree.Sentences[i];
            if (sentence.Body is ArticleSyntax heading)
            {
                article = heading.Number.Text;
                count = 0;
                units.Add(Heading(units.Count, i, sentence, heading));
                continue;
            }
            switch (sentence.Body)
            {
                case BlockSyntax block:
                    AddBlock(units, i, sentence, block, article, ++count);
                    break;
                case ClauseSentenceSyntax clause:
                    units.Add(Clausal(units.Count, i, sentence, clause, article, ++count));
                    break;
                default:
                    units.Add(Other(units.Count, i, sentence, article));
                    break;
            }
        }
        return units.ToImmutable();
    }

    private static DiffUnit Heading(int index, int sentence, SentenceSyntax syntax, ArticleSyntax heading) =>
        new()
        {
            Index = index,
            Kind = UnitKind.Heading,
            Number = $"Article {heading.Number.Text}",
            Article = heading.Number.Text,
            Title = heading.Title?.Value ?? "",
            Text = syntax.WordsText(),
            Tokens = TokensOf(syntax.Tokens()),
            Sentence = sentence,
            Verb = "article",
            Prose = ProseOf(syntax),
        };

    private static DiffUnit Other(int index, int sentence, SentenceSyntax syntax, string article)
    {
        var (kind, verb, name) = syntax.Body switch
        {
            LabelSyntax label => (
                UnitKind.Label,
                label.Label.Text,
                string.Join(", ", label.Names.Select(each => each.Head.WordsText()))
            ),
            PositionSyntax position => (UnitKind.Position, position.Keyword.Text, position.Of.WordsText()),
            RiderSyntax rider => (UnitKind.Rider, rider.Keyword.Text, rider.Of.WordsText()),
            _ => (UnitKind.Label, "", ""),
        };
        return new DiffUnit
        {
            Index = index,
            Kind = kind,
            Number = kind is UnitKind.Position or UnitKind.Rider ? $"{verb} of {name}" : $"{verb} {name}".Trim(),
            Article = article,
            Text = syntax.WordsText(),
            Tokens = TokensOf(syntax.Tokens()),
            Sentence = sentence,
            Verb = verb is "Parties" ? "Party" : verb,
            Prose = ProseOf(syntax),
            IsGeneral = kind == UnitKind.Label,
        };
    }

    private static DiffUnit Clausal(
        int index,
        int sentence,
        SentenceSyntax syntax,
        ClauseSentenceSyntax clause,
        string article,
        int count
    )
    {
        var verb = clause.Clause.Predicate switch
        {
            FixedPredicateSyntax one => one.Verb.Value,
            StatePredicateSyntax => "is",
            _ => "shall",
        };
        return new DiffUnit
        {
            Index = index,
            Kind = UnitKind.Sentence,
            Number = $"{article}.{count}",
            Article = article,
            Text = syntax.WordsText(),
            Tokens = TokensOf(syntax.Tokens()),
            Sentence = sentence,
            Clause = $"{article}.{count}",
            Verb = verb,
            Prose = ProseOf(syntax),
            IsGeneral = verb is "means" or "counts" or "is",
        };
    }

    private static void AddBlock(
        ImmutableArray<DiffUnit>.Builder units,
        int sentence,
        SentenceSyntax syntax,
        BlockSyntax block,
        string article,
        int count
    )
    {
        var number = $"{article}.{count}";
        var first = block.Items.IsEmpty ? int.MaxValue : block.Items[0].Span.Start;
        var head = syntax.Tokens().TakeWhile(token => token.Span.Start < first).ToList();
        units.Add(
            new DiffUnit
            {
                Index = units.Count,
                Kind = UnitKind.BlockHead,
                Number = number,
                Article = article,
                Text = TextOf(head),
                Tokens = TokensOf(head),
                Sentence = sentence,
                Clause = number,
                Verb = block.Keyword.Value,
                Prose = ProseOf(syntax),
            }
        );
        for (var i = 0; i < block.Items.Length; i++)
        {
            var item = block.Items.Length == 1 ? number : $"{number}({(char)('a' + i)})";
            units.Add(
                new DiffUnit
                {
                    Index = units.Count,
                    Kind = UnitKind.Item,
                    Number = item,
                    Article = article,
                    Text = block.Items[i].WordsText(),
                    Tokens = TokensOf(block.Items[i].Tokens()),
                    Sentence = sentence,
                    Clause = item,
                    Stop = i == block.Items.Length - 1 ? "." : ";",
                    Verb = block.Items[i].Clause.Predicate is FixedPredicateSyntax verb ? verb.Verb.Value : "shall",
                }
            );
        }
    }

    private static ImmutableArray<string> TokensOf(IEnumerable<SyntaxToken> tokens) =>
        [
            .. tokens
                .Where(token => token.Kind is not (TokenKind.FullStop or TokenKind.EndOfFile) && token.Text.Length > 0)
                .Select(token => token.Kind == TokenKind.Word ? token.Value : token.Text),
        ];

    private static string ProseOf(SentenceSyntax syntax) =>
        string.Join(' ', syntax.Prose.Select(line => line.TrimStart('>').Trim()));

    private static string TextOf(List<SyntaxToken> tokens) =>
        string.Concat(tokens.Select((token, i) => (i > 0 && !token.Leading.IsEmpty ? " " : "") + token.Text));
}
