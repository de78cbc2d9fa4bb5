using System.Collections.Immutable;
using Casus.Core.Binding;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Checking;

/// <summary>Finds for every numbered clause the tree that it was read from.</summary>
internal static class ProvisionReader
{
    public static ImmutableArray<Provision> Of(Compilation compilation)
    {
        var sentences = new Dictionary<TextSpan, SentenceSyntax>();
        var items = new Dictionary<TextSpan, (SentenceSyntax Sentence, ItemSyntax Item)>();
        foreach (var sentence in compilation.Tree.Sentences)
        {
            sentences.TryAdd(sentence.Span, sentence);
            if (sentence.Body is BlockSyntax block)
            {
                foreach (var item in block.Items)
                {
                    items.TryAdd(item.Span, (sentence, item));
                }
            }
        }
        var provisions = ImmutableArray.CreateBuilder<Provision>();
        foreach (var clause in compilation.Agreement.Clauses)
        {
            if (sentences.TryGetValue(clause.Span, out var sentence))
            {
                provisions.Add(new Provision(clause, sentence, null, StatementOf(sentence)));
                if (sentence.Body is BlockSyntax { Items: [var only] })
                {
                    provisions.Add(new Provision(clause, sentence, only, only.Clause));
                }
            }
            else if (items.TryGetValue(clause.Span, out var found))
            {
                provisions.Add(new Provision(clause, found.Sentence, found.Item, found.Item.Clause));
            }
        }
        return provisions.ToImmutable();
    }

    private static ClauseSyntax? StatementOf(SentenceSyntax sentence) =>
        sentence.Body is ClauseSentenceSyntax alone ? alone.Clause : null;
}
