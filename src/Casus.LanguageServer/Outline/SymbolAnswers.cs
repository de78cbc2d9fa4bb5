using Casus.Core.Agreements;
using Casus.Core.Syntax;
using Casus.Core.Text;
using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Names;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer.Outline;

/// <summary>
/// What a text holds: articles, their sentences, the items of blocks; and names across all open texts.
/// </summary>
internal static class SymbolAnswers
{
    private const int LongestName = 60;

    /// <summary>Kinds of symbols by the numbers of the protocol.</summary>
    private enum SymbolKind
    {
        Namespace = 3,
        Class = 5,
        Method = 6,
        Property = 7,
        Function = 12,
        Variable = 13,
        Constant = 14,
        EnumMember = 22,
        Struct = 23,
        Event = 24,
    }

    public static IReadOnlyList<DocumentSymbol> OfDocument(Analysis analysis)
    {
        var clauses = analysis
            .Agreement.Clauses.GroupBy(clause => clause.Span.Start)
            .ToDictionary(group => group.Key, group => group.First());
        var top = new List<DocumentSymbol>();
        var sentences = analysis.Tree.Sentences;
        for (var i = 0; i < sentences.Length; )
        {
            if (sentences[i].Body is not ArticleSyntax article)
            {
                top.Add(Sentence(analysis, sentences[i], clauses));
                i++;
                continue;
            }
            var end = i + 1;
            while (end < sentences.Length && sentences[end].Body is not (ArticleSyntax or PositionSyntax))
            {
                end++;
            }
            var children = sentences[(i + 1)..end].Select(sentence => Sentence(analysis, sentence, clauses));
            var range = TextSpan.FromBounds(sentences[i].Span.Start, sentences[end - 1].Span.End);
            var name = $"Article {article.Number.Text}";
            top.Add(
                Symbol(analysis, name, article.Title?.Value, SymbolKind.Namespace, range, article.Span, [.. children])
            );
            i = end;
        }
        return top;
    }

    public static IEnumerable<SymbolInformation> OfWorkspace(Analysis analysis, string query) =>
        analysis
            .Names.Things.Where(thing => thing.Name.Contains(query, StringComparison.OrdinalIgnoreCase))
            .Select(thing => new SymbolInformation(
                NameOf(thing),
                (int)KindOf(thing.Kind),
                analysis.LocationOf(thing.Declaration),
                analysis.Agreement.Title
            ));

    private static DocumentSymbol Sentence(Analysis analysis, SentenceSyntax sentence, Dictionary<int, Clause> clauses)
    {
        var number = clauses.GetValueOrDefault(sentence.Span.Start)?.Number;
        var words = Short(sentence.WordsText());
        var children = sentence.Body is BlockSyntax { Items.Length: > 1 } block
            ? block.Items.Select(item => Item(analysis, item, clauses)).ToArray()
            : [];
        var name = number is null ? words : $"{number} {words}";
        return Symbol(analysis, name, null, KindOf(sentence.Body), sentence.Span, sentence.Span, children);
    }

    private static DocumentSymbol Item(Analysis analysis, ItemSyntax item, Dictionary<int, Clause> clauses)
    {
        var number = clauses.GetValueOrDefault(item.Span.Start)?.Number;
        var name = $"{number} {Short(item.WordsText())}".Trim();
        return Symbol(analysis, name, null, SymbolKind.Method, item.Span, item.Span, []);
    }

    private static DocumentSymbol Symbol(
        Analysis analysis,
        string name,
        string? detail,
        SymbolKind kind,
        TextSpan range,
        TextSpan selection,
        IReadOnlyList<DocumentSymbol> children
    ) => new(name, detail, (int)kind, analysis.RangeOf(range), analysis.RangeOf(selection), children);

    private static SymbolKind KindOf(SentenceBodySyntax body) =>
        body switch
        {
            BlockSyntax => SymbolKind.Event,
            LabelSyntax { Label.Text: "Line" or "Zone" or "Sectors" } => SymbolKind.Struct,
            LabelSyntax { Label.Text: "Conduct" } => SymbolKind.EnumMember,
            LabelSyntax => SymbolKind.Class,
            PositionSyntax => SymbolKind.Property,
            _ => SymbolKind.Method,
        };

    private static SymbolKind KindOf(NameKind kind) =>
        kind switch
        {
            NameKind.Line or NameKind.Zone => SymbolKind.Struct,
            NameKind.Term or NameKind.Quality => SymbolKind.Variable,
            NameKind.Conduct => SymbolKind.EnumMember,
            NameKind.Bracket => SymbolKind.Constant,
            NameKind.Article => SymbolKind.Namespace,
            NameKind.Clause => SymbolKind.Function,
            _ => SymbolKind.Class,
        };

    private static string NameOf(NamedThing thing) =>
        thing.Kind == NameKind.Article ? $"Article {thing.Name}" : thing.Name;

    private static string Short(string words) =>
        words.Length <= LongestName ? words : $"{words[..LongestName].TrimEnd()} ...";
}
