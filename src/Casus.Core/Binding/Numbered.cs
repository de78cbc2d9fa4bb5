using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>
/// Where a sentence or item stands: its clause number, its article, its guards and whether it stands under the choices.
/// Antecedents of `the X` are looked for in the same block, then in the same article.
/// </summary>
internal sealed record Numbered(string Clause, string Article, int Order, ImmutableArray<Guard> Guards, bool Stands)
{
    /// <summary>The block whose item this is.</summary>
    public BlockSyntax? Block { get; init; }

    /// <summary>Index into the context's blocks.</summary>
    public int? BlockIndex { get; init; }

    /// <summary>Events of the block's `On`, bound; for `the violation`, `the attack`.</summary>
    public ImmutableArray<BoundEvent> Events { get; init; } = [];

    /// <summary>The subject of the main clause, for `it` and `its`.</summary>
    public ClauseSyntax? Main { get; init; }

    /// <summary>Orders within a sentence: items, then their fallbacks.</summary>
    public const int OrdersOfSentence = 1000;
}

/// <summary>A numbered sentence, as found before binding.</summary>
internal sealed record NumberedSentence(Numbered Place, SentenceSyntax Sentence);

/// <summary>Numbers clauses as written, guarded ones too, chosen or not: a choice renumbers nothing (S17).</summary>
internal static class Numbering
{
    public static ImmutableArray<NumberedSentence> Of(DocumentSyntax tree, BracketTable brackets)
    {
        var numbered = ImmutableArray.CreateBuilder<NumberedSentence>();
        var article = "0";
        var count = 0;
        var order = 0;
        foreach (var sentence in tree.Sentences)
        {
            if (sentence.Body is ArticleSyntax heading)
            {
                article = heading.Number.Text;
                count = 0;
                continue;
            }
            if (sentence.Body is not (ClauseSentenceSyntax or BlockSyntax or ErrorSentenceSyntax))
            {
                continue;
            }
            if (sentence.Body is ErrorSentenceSyntax error && !OpensAClause(error))
            {
                continue;
            }
            count++;
            order += Numbered.OrdersOfSentence;
            var guards = sentence.Guard is null ? ImmutableArray<Guard>.Empty : [brackets.GuardOf(sentence.Guard)];
            var stands = sentence.Guard is null || brackets.Stands(sentence.Guard);
            numbered.Add(
                new NumberedSentence(new Numbered($"{article}.{count}", article, order, guards, stands), sentence)
            );
        }
        return numbered.ToImmutable();
    }

    /// <summary>5.3(b): the b-th item of a block of several.</summary>
    public static string Item(string clause, int index, int of) =>
        of == 1 ? clause : $"{clause}({(char)('a' + index)})";

    // A declaration that could not be parsed carries no number, so its neighbours keep theirs.
    private static bool OpensAClause(ErrorSentenceSyntax error) =>
        error.Tokens().FirstOrDefault() is not { } first || !Labels.Contains(first.Text);

    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "Agreement",
        "Form",
        "Times",
        "Party",
        "Parties",
        "State",
        "Group",
        "Body",
        "Line",
        "Zone",
        "Sectors",
        "Conduct",
        "Position",
        "Milestone",
        "Source",
        "Reservation",
        "Understanding",
        "Caveat",
        "Depositary",
        "Same",
        "Article",
    };
}
