using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Text;

namespace Casus.Analysis.Explain;

/// <summary>
/// The sentences of a text by their numbers, quoted with their place and with the values of their brackets.
/// </summary>
internal sealed class Sentences(Agreement agreement, SourceText source)
{
    /// <summary>Null where no sentence has that number.</summary>
    public SentenceQuote? Quote(string? clause)
    {
        if (clause is null || agreement.Clauses.FirstOrDefault(one => one.Number == clause) is not { } found)
        {
            return null;
        }
        var (line, column) = source.PositionOf(found.Span.Start);
        return new SentenceQuote(clause, source.Path, line, column, OneLine(found.Text));
    }

    public ImmutableArray<Binding> Brackets(string? clause) =>
        clause is null || agreement.Clauses.FirstOrDefault(one => one.Number == clause) is not { } found
            ? []
            :
            [
                .. from bracket in agreement.Brackets
                where
                    found.Span.Contains(bracket.Span.Start) || found.Guards.Any(guard => guard.Bracket == bracket.Name)
                select new Binding($"[{bracket.Name}]", $"{bracket.Chosen} (of {string.Join(" | ", bracket.Values)})"),
            ];

    private static string OneLine(string text) =>
        string.Join(
            ' ',
            text.Split('\n')
                .Select(line => line.Trim())
                .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
        );
}
