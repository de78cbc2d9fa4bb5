using System.Globalization;
using Casus.Analysis.Explain;

namespace Casus.Reports.Explain;

/// <summary>
/// Why a sentence did not stand at an instant, for a terminal: as known, and in hindsight where that differs.
/// </summary>
public sealed class WhyNotText
{
    private const int Step = 2;
    private readonly Paragraphs paragraphs;
    private readonly HashSet<string> quoted = new(StringComparer.Ordinal);

    private WhyNotText(TextWriter writer) => paragraphs = new Paragraphs(writer);

    public static void Write(TextWriter writer, WhyNot why)
    {
        var text = new WhyNotText(writer);
        text.paragraphs.Plain(0, $"{why.Asked} at {TerminalTime.Of(why.At)}");
        text.Quote(why.Sentence, Step);
        text.View("as known", why.AsKnown);
        if (IsSame(why.AsKnown, why.Hindsight))
        {
            text.paragraphs.Plain(0, "in hindsight: the same");
        }
        else
        {
            text.View("in hindsight", why.Hindsight);
        }
        text.paragraphs.Plain(
            0,
            $"({why.Replays.ToString("N0", CultureInfo.InvariantCulture)} replays; `counted` was not replayed)"
        );
    }

    /// <summary>Whether two standings read alike, each by itself.</summary>
    private static bool IsSame(Standing a, Standing b) => Alone(a) == Alone(b);

    private static string Alone(Standing standing)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        new WhyNotText(writer).View("", standing);
        return writer.ToString();
    }

    private void View(string name, Standing standing)
    {
        paragraphs.Plain(0, $"{name}: {standing.Verdict}");
        Body(standing, Step);
    }

    private void Part(Standing standing, int indent)
    {
        paragraphs.Plain(indent, $"{standing.Verdict}:");
        Body(standing, indent + Step);
    }

    private void Body(Standing standing, int indent)
    {
        Quote(standing.Sentence, indent);
        paragraphs.Plain(indent, standing.Words);
        var label = "wants";
        foreach (var lack in standing.Lacks)
        {
            paragraphs.Labelled(indent, label, LackWords(lack));
            label = "or";
        }
        label = "not";
        foreach (var binding in standing.NotCounted)
        {
            paragraphs.Labelled(indent, label, $"{binding.Name}: {binding.Value}");
            label = "";
        }
        foreach (var part in standing.Parts)
        {
            Part(part, indent + Step);
        }
    }

    private static string LackWords(Lack lack)
    {
        var ids = string.Join(", ", lack.Examples);
        var more = lack.Rows > lack.Examples.Length ? ", ..." : "";
        var fewest = lack.Settles && lack.LeastRows < lack.Rows ? $"; {lack.LeastRows} of these rows would do" : "";
        return $"{lack.Words} ({Number(lack.Rows)} rows: {ids}{more}): {Number(lack.WouldCount)} would then count; "
            + $"{Number(lack.Needed)} {(lack.Needed == 1 ? "is" : "are")} needed{fewest} [{lack.Check}]";
    }

    private void Quote(SentenceQuote? quote, int indent)
    {
        if (quote is not null && quoted.Add(quote.Clause))
        {
            paragraphs.Labelled(indent, quote.Clause, $"\"{quote.Text}\"");
            paragraphs.Labelled(indent, "", FormattableString.Invariant($"{quote.File}:{quote.Line}:{quote.Column}"));
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
