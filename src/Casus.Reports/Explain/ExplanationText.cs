using System.Globalization;
using Casus.Analysis.Explain;
using Casus.Core.Time;

namespace Casus.Reports.Explain;

/// <summary>
/// Why an effect stands, for a terminal: the tree, then the other view, what is supposed, and what it could not
/// stand without.
/// </summary>
public sealed class ExplanationText
{
    private const int MostFacts = 3;
    private const int MostIds = 12;
    private const int Step = 2;
    private readonly Paragraphs paragraphs;
    private readonly HashSet<string> quoted = new(StringComparer.Ordinal);

    private ExplanationText(TextWriter writer) => paragraphs = new Paragraphs(writer);

    public static void Write(TextWriter writer, Explanation explanation)
    {
        var text = new ExplanationText(writer);
        text.Node(explanation.Effect, 0);
        text.paragraphs.Labelled(0, "view", explanation.OtherView);
        foreach (var supposed in explanation.Suppositions)
        {
            text.paragraphs.Labelled(0, "supposed", supposed);
        }
        text.Without(explanation.Without);
    }

    private void Node(BecauseNode node, int indent)
    {
        var supposed = node.Supposed ? " (rests on a supposition)" : "";
        var lead = $"{new string(' ', indent)}#{node.Seq}  ";
        paragraphs.Write(lead, node.Words + supposed + (node.ToldAbove ? " (told above)" : ""), lead.Length);
        if (node.ToldAbove)
        {
            return;
        }
        var inner = indent + Step;
        if (node.Sentence is { } sentence)
        {
            Quote(sentence, inner);
        }
        foreach (var also in node.Also)
        {
            Quote(also, inner);
        }
        foreach (var binding in node.Bindings)
        {
            paragraphs.Labelled(inner, binding.Name, binding.Value);
        }
        foreach (var fact in node.Facts.Take(MostFacts))
        {
            Fact(fact, inner);
        }
        var more = node.Facts.Length - Math.Min(node.Facts.Length, MostFacts) + node.MoreFacts;
        if (more > 0)
        {
            var rest = node.Facts.Skip(MostFacts).Select(fact => fact.Id);
            var names = node.MoreFacts > 0 ? rest.Append("...") : rest;
            paragraphs.Plain(inner, $"and {Number(more)} more facts: {string.Join(", ", names)}");
        }
        foreach (var because in node.Because)
        {
            paragraphs.Plain(inner, "because");
            Node(because, inner + Step);
        }
    }

    /// <summary>A sentence is quoted once.</summary>
    private void Quote(SentenceQuote quote, int indent)
    {
        if (!quoted.Add(quote.Clause))
        {
            paragraphs.Labelled(indent, quote.Clause, "(quoted above)");
            return;
        }
        paragraphs.Labelled(indent, quote.Clause, $"\"{quote.Text}\"");
        paragraphs.Labelled(indent, "", FormattableString.Invariant($"{quote.File}:{quote.Line}:{quote.Column}"));
    }

    private void Fact(FactShown fact, int indent)
    {
        var when = fact.From == fact.To ? Time(fact.From) : $"{Time(fact.From)} to {Time(fact.To)}";
        if (fact.From == default && fact.KnownAt == default)
        {
            paragraphs.Labelled(indent, fact.Kind, $"{fact.Id}: {fact.What}");
            return;
        }
        paragraphs.Labelled(indent, fact.Kind, $"{fact.Id}: {fact.What}, {when}, known {Time(fact.KnownAt)}");
        foreach (var line in new[] { fact.Where, fact.Evidence }.OfType<string>())
        {
            paragraphs.Labelled(indent, "", line);
        }
        if (!fact.Assumed.IsDefaultOrEmpty)
        {
            paragraphs.Labelled(indent, "", $"assumed: {string.Join(", ", fact.Assumed)}");
        }
    }

    private void Without(NecessaryFacts facts)
    {
        var label = "without";
        foreach (var set in facts.Sets)
        {
            var ids = set.Facts.Take(MostIds).Select(fact => fact.Id);
            var more = set.Facts.Length > MostIds ? $" and {set.Facts.Length - MostIds} more" : "";
            var check = set.Replayed ? "" : " [by the count; examples replayed]";
            paragraphs.Labelled(0, label, $"{set.Words} it would not stand: {string.Join(", ", ids)}{more}{check}");
            label = "or without";
        }
        paragraphs.Labelled(0, facts.Sets.IsEmpty ? label : "", $"({facts.Search}; {Number(facts.Replays)} replays)");
    }

    private static string Time(Moment moment) => TerminalTime.Of(moment);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
