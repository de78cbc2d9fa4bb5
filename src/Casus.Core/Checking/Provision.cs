using Casus.Core.Agreements;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Checking;

/// <summary>
/// A numbered sentence or item with the tree that it was read from. A block has one for itself and one for each item;
/// where it has a single item, both have the same number.
/// </summary>
/// <param name="Item">Null unless it is an item of a block.</param>
/// <param name="Statement">Null for a block.</param>
public sealed record Provision(Clause Clause, SentenceSyntax Sentence, ItemSyntax? Item, ClauseSyntax? Statement)
{
    public string Number => Clause.Number;
    public bool Stands => Clause.Stands;
    public TextSpan Span => Item?.Span ?? Sentence.Span;
}
