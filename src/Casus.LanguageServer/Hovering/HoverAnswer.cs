using System.Text;
using Casus.Core.Syntax;
using Casus.Core.Text;
using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer.Hovering;

/// <summary>
/// What stands under the pointer: a name's meaning; at an auxiliary or a verb the sentence's; at a word of the language
/// what it does.
/// </summary>
internal static class HoverAnswer
{
    public static Hover? Of(Analysis analysis, int offset, LastRun? run)
    {
        var occurrence = analysis.Names.At(offset);
        if (occurrence is { } named)
        {
            var (heading, lines) = new ThingMeaning(analysis, run).Of(named.Thing);
            return Answer(analysis, heading, lines, named.Span);
        }
        if (analysis.SentenceAt(offset) is not { } sentence)
        {
            return null;
        }
        var token = sentence.Tokens().FirstOrDefault(each => each.Span.Contains(offset) || each.Span.End == offset);
        if (token is not { Kind: TokenKind.Word })
        {
            return null;
        }
        if (sentence.Body is LabelSyntax label && token == label.Label)
        {
            return Label(analysis, label);
        }
        // Of a block and its item the item is meant.
        var clause = analysis.Agreement.Clauses.LastOrDefault(each => each.Span.Contains(token.Span.Start));
        if (clause is null)
        {
            return null;
        }
        var meaning = new ClauseMeaning(analysis.Agreement, run).Of(clause.Number);
        return Answer(analysis, clause.Number, meaning, token.Span);
    }

    private static Hover? Label(Analysis analysis, LabelSyntax label)
    {
        var agreement = analysis.Agreement;
        return label.Label.Text switch
        {
            "Sectors" when agreement.Sectors is { } sectors => Answer(
                analysis,
                "Sectors",
                GeographyMeaning.Of(agreement, agreement.Lines[sectors.Line]),
                label.Label.Span
            ),
            "Times" => Answer(analysis, "Times", [$"Days begin in {agreement.Calendar.ZoneId}."], label.Label.Span),
            _ => null,
        };
    }

    private static Hover? Answer(Analysis analysis, string heading, IEnumerable<string> lines, TextSpan at)
    {
        var text = new StringBuilder().Append("**").Append(heading).Append("**\n");
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            text.Append("\n- ").Append(line);
        }
        return new Hover(MarkupContent.Markdown(text.ToString()), analysis.RangeOf(at));
    }
}
