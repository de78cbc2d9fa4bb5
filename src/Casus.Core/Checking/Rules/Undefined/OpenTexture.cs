using Casus.Core.Binding;
using Casus.Core.Diagnostics;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Checking.Rules.Undefined;

/// <summary>Words that no fact can meet or miss, where a duty, a decision or an end depends on them.</summary>
internal sealed class OpenTexture : Rule
{
    public override string Code => "CAS3010";
    public override string Title => "Open-textured term";
    public override RuleGroup Group => RuleGroup.Undefined;

    public override string Why =>
        "It has no measure, so whatever asks for it stays undetermined. Define it, or name a body that finds it.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var finder = text.Agreement.Bodies.FirstOrDefault(body => !body.Outside)?.Name;
        foreach (var seen in text.Compilation.Observations)
        {
            if (seen.Kind != ObservationKind.OpenTextured)
            {
                continue;
            }
            if (!IsQuality(seen.Text))
            {
                yield return At(seen.Span, seen.Message);
                continue;
            }
            if (finder is null)
            {
                yield return At(
                    seen.Span,
                    seen.Message,
                    $"Body Commission, as monitor. An incident is {seen.Text} when Commission has found it."
                );
                continue;
            }
            var sentence = $"An incident is {seen.Text} when {finder} has found it.";
            var finding = At(seen.Span, seen.Message, sentence);
            yield return EndOfArticle(text, seen.Span) is { } end
                ? finding.With(
                    Fix.Choice(
                        $"Let {finder} find what is {seen.Text}: `{sentence}`",
                        new TextSpan(end, 0),
                        $"\n  {sentence}"
                    )
                )
                : finding;
        }
    }

    /// <summary>One word, such as unprovoked: a quality that a body may find.</summary>
    private static bool IsQuality(string words) => words.All(char.IsLetter) && Lexicon.IsOpenTextured(words);

    /// <summary>After the last numbered sentence of its article, so that no number changes.</summary>
    private static int? EndOfArticle(CheckedText text, TextSpan place)
    {
        int? end = null;
        foreach (var sentence in text.Tree.Sentences)
        {
            if (sentence.Body is ArticleSyntax && sentence.Span.Start > place.Start)
            {
                break;
            }
            if (sentence.Body is ClauseSentenceSyntax or BlockSyntax && !sentence.FullStop.IsMissing)
            {
                end = sentence.Span.End;
            }
        }
        return end > place.Start ? end : null;
    }
}
