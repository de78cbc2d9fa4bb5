using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Positions;
using Casus.Core.Text;
using Casus.Reports.Json;

namespace Casus.Reports.Model.Building;

/// <summary>The text as it is written, each line with the sentence that it belongs to.</summary>
internal static class TextBuilder
{
    public static ImmutableArray<TextLine> Lines(Agreement agreement, SourceText source)
    {
        var owners = new Clause?[source.LineCount + 1];
        var begins = new Clause?[source.LineCount + 1];
        // Inner clauses come after the outer ones that hold them, so they take their lines over.
        foreach (
            var clause in agreement.Clauses.OrderBy(clause => clause.Span.Start).ThenByDescending(c => c.Span.Length)
        )
        {
            var first = source.PositionOf(clause.Span.Start).Line;
            var last = source.PositionOf(Math.Max(clause.Span.Start, clause.Span.End - 1)).Line;
            begins[first] = clause;
            for (var line = first; line <= last; line++)
            {
                owners[line] = clause;
            }
        }
        var count =
            source.LineCount > 1 && source.Line(source.LineCount).Length == 0 ? source.LineCount - 1 : source.LineCount;
        return
        [
            .. Enumerable
                .Range(1, count)
                .Select(line => new TextLine(
                    line,
                    source.Line(line),
                    owners[line]?.Number,
                    begins[line] is not null,
                    owners[line]?.Stands ?? true
                )),
        ];
    }

    public static ImmutableArray<BracketNote> Brackets(Agreement agreement, SourceText source) =>
        [
            .. agreement.Brackets.Select(bracket => new BracketNote(
                bracket.Name,
                bracket.Values,
                bracket.Chosen,
                source.PositionOf(bracket.Span.Start).Line,
                [
                    .. agreement
                        .Positions.Where(position =>
                            string.Equals(position.On, bracket.Name, StringComparison.OrdinalIgnoreCase)
                        )
                        .Select(Words),
                ]
            )),
        ];

    private static string Words(Position position)
    {
        var who = string.Join(", ", position.Of);
        var stance = position.Stance switch
        {
            Stance.Accepts => "accepts",
            Stance.Rejects => "rejects",
            Stance.Proposes => "proposes",
            _ => "has not said",
        };
        var value = position.Value is { } named ? $" {named}" : "";
        var sources = position.Evidence.Select(given => $"{given.Verb} by {given.By}, {IsoDate.Of(given.On)}");
        var known = position.Evidence.IsEmpty ? "" : $" ({string.Join("; ", sources)})";
        var claim = position.OwnWord || position.Stance == Stance.Unstated ? "" : ", a claim and not its own word";
        return $"{who} {stance}{value}{claim}{known}";
    }
}
