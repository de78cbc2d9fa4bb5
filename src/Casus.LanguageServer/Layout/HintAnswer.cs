using Casus.Core.Agreements;
using Casus.Core.Geography;
using Casus.Core.Norms;
using Casus.Core.Syntax;
using Casus.Core.Text;
using Casus.Core.Time;
using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Hovering;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer.Layout;

/// <summary>
/// What the text leaves to be worked out: the day on which a length of time ends, where it starts on a stated day; and
/// the kilometres of line that a zone and sectors cover.
/// </summary>
internal sealed class HintAnswer
{
    private readonly Analysis analysis;
    private readonly Agreement agreement;
    private readonly List<InlayHint> hints = [];

    private HintAnswer(Analysis analysis)
    {
        this.analysis = analysis;
        agreement = analysis.Agreement;
    }

    public static IReadOnlyList<InlayHint> Of(Analysis analysis, TextRange range)
    {
        var answer = new HintAnswer(analysis);
        var span = TextSpan.FromBounds(analysis.OffsetOf(range.Start), analysis.OffsetOf(range.End));
        answer.Norms(span);
        answer.Sentences(span);
        return answer.hints;
    }

    private void Norms(TextSpan range)
    {
        for (var i = 0; i < agreement.Norms.Length; i++)
        {
            var clause = analysis.Compilation.NormSyntax[i];
            if (clause.Span.Start > range.End || clause.Span.End < range.Start)
            {
                continue;
            }
            var norm = agreement.Norms[i];
            if (norm.Deadline is { IsPoint: false } deadline && DueAt(deadline) is { } due)
            {
                Day(
                    Nodes(clause).OfType<SpanSyntax>().FirstOrDefault(span => span.Kind == SpanKind.Within),
                    due,
                    "due"
                );
            }
            if (norm.AsFrom is Point.Offset && At(norm.AsFrom) is { } from)
            {
                Day(Nodes(clause).OfType<AsTailSyntax>().FirstOrDefault(tail => tail.From is not null), from, "from");
            }
            if (norm.Until is Point.Offset && At(norm.Until) is { } until)
            {
                Day(
                    Nodes(clause).OfType<SpanSyntax>().FirstOrDefault(span => span.Kind == SpanKind.Until),
                    until,
                    "until"
                );
            }
        }
    }

    private void Sentences(TextSpan range)
    {
        foreach (var sentence in analysis.Tree.Sentences)
        {
            if (sentence.Span.Start > range.End || sentence.Span.End < range.Start)
            {
                continue;
            }
            switch (sentence.Body)
            {
                case LabelSyntax { Label.Text: "Zone" } zone:
                    Zone(zone);
                    break;
                case LabelSyntax { Label.Text: "Sectors" } label when agreement.Sectors is { } sectors:
                    Sectors(label, sectors);
                    break;
                case ClauseSentenceSyntax { Clause: { Predicate: FixedPredicateSyntax { Verb.Value: "lasts" } } clause }
                    when agreement.Life.Duration is { } term && At(term.From) is { } start:
                    Day(clause, agreement.Calendar.Add(start, term.Length), "until");
                    break;
                default:
                    break;
            }
        }
    }

    private void Zone(LabelSyntax label)
    {
        var zone = agreement.Zones.FirstOrDefault(zone =>
            zone.Declared && string.Equals(zone.Written, label.WordsText(), StringComparison.Ordinal)
        );
        if (zone?.Area is Area.WithinOfLine within && GeographyMeaning.LengthKm(agreement.Lines[within.Line]) is { } km)
        {
            Add(label.Span.End, $"{GeographyMeaning.Km(km)} km of line", GeographyMeaning.Of(agreement, zone.Area));
        }
    }

    private void Sectors(LabelSyntax label, SectorScheme sectors)
    {
        if (GeographyMeaning.LengthKm(agreement.Lines[sectors.Line]) is { } km)
        {
            var last = km - ((sectors.Count - 1) * (sectors.Metres / 1000d));
            Add(
                label.Span.End,
                $"{sectors.Count} sectors of {GeographyMeaning.Km(km)} km, the last of {GeographyMeaning.Km(last)} km",
                GeographyMeaning.Sectors(sectors)
            );
        }
    }

    private Moment? DueAt(Deadline deadline) =>
        At(deadline.From) is { } from ? agreement.Calendar.Add(from, deadline.Length) : null;

    /// <summary>The instant of a point, where the text alone tells it; null where an act of somebody does.</summary>
    private Moment? At(Point point) =>
        point switch
        {
            Point.Stated stated => stated.Last,
            Point.EntryIntoForce when agreement.Life.Entry?.OnDate is { } date => Start(date),
            Point.Offset offset when At(offset.From) is { } from => offset.Before
                ? agreement.Calendar.Subtract(from, offset.Length)
                : agreement.Calendar.Add(from, offset.Length),
            _ => null,
        };

    /// <summary>A text enters into force at the first second of its day.</summary>
    private Moment? Start(Point date) => date is Point.Stated stated ? stated.First : At(date);

    private void Day(SyntaxNode? after, Moment moment, string word)
    {
        if (after is not null)
        {
            var day = PointWords.Day(moment, agreement.Calendar);
            Add(after.Span.End, $"{word} {day}", $"In {agreement.Calendar.ZoneId}.");
        }
    }

    private void Add(int at, string label, string tooltip) =>
        hints.Add(new InlayHint(analysis.PositionOf(at), label, PaddingLeft: true, tooltip));

    private static IEnumerable<SyntaxNode> Nodes(SyntaxNode node)
    {
        foreach (var inner in node.Elements.OfType<SyntaxNode>())
        {
            yield return inner;
            foreach (var deeper in Nodes(inner))
            {
                yield return deeper;
            }
        }
    }
}
