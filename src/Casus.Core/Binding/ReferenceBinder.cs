using System.Collections.Immutable;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>References to articles and sentences of this text: "Article 5", "5.2(b)", "paragraph 5.2".</summary>
internal sealed class ReferenceBinder(BindingContext context, Binders binders)
{
    /// <summary>Numbers of all articles and clauses, as written.</summary>
    public HashSet<string> Known { get; } = new(StringComparer.Ordinal);

    public static bool IsReference(SimpleSyntax simple) =>
        simple.TermNumber is not null
            && simple.Term is [.., var last]
            && last.Value is "article" or "paragraph" or "sentence"
        || simple.Quantity?.Number is { Kind: TokenKind.Reference } && simple.Term.IsEmpty;

    /// <summary>The number referred to; null, and an error, where this text has none such.</summary>
    public string? Bind(SimpleSyntax simple)
    {
        var number = simple.TermNumber?.Text ?? simple.Quantity?.Number?.Text;
        if (number is null || !IsReference(simple))
        {
            context.Report(
                Codes.NoSuchClause,
                simple,
                $"`{simple.WordsText()}` is no article or sentence.",
                "Article 1"
            );
            return null;
        }
        if (Known.Contains(number))
        {
            return number;
        }
        var near = Known.Where(known => !known.Contains('.', StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        context.Report(
            Codes.NoSuchClause,
            simple,
            $"This text has no `{simple.WordsText()}`; it has articles {string.Join(", ", near)}."
        );
        return null;
    }

    /// <summary>Whether a clause is the thing referred to, or lies in it.</summary>
    public static bool Covers(string reference, string clause, string article) =>
        reference == clause || reference == article || clause.StartsWith(reference + "(", StringComparison.Ordinal);

    /// <summary>
    /// Norms that a row can be contrary to, of the thing referred to; of the whole text where it is null.
    /// </summary>
    public IEnumerable<int> WatchedNorms(string? reference) =>
        (reference is null ? binders.Slots.All : binders.Slots.OfArticle(reference.Split('.', 2)[0]))
            .Where(slot => slot.Kind is NormKind.Refrain or NormKind.Keep && slot.Place.Stands)
            .Where(slot => reference is null || Covers(reference, slot.Place.Clause, slot.Place.Article))
            .Select(slot => slot.Index);

    /// <summary>Who is bound by a norm, by its index.</summary>
    public ImmutableArray<string> AddresseesOf(int norm)
    {
        var slot = binders.Slots.At(norm);
        return binders.Actors.Bind(slot.Clause.Subject, slot.Place)?.Names ?? [];
    }
}
