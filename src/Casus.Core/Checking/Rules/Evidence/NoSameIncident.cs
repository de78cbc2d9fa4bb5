using Casus.Core.Diagnostics;
using Casus.Core.Text;

namespace Casus.Core.Checking.Rules.Evidence;

/// <summary>Sources or acts are counted, and nothing says when two reports are of one incident.</summary>
internal sealed class NoSameIncident : Rule
{
    private const string Sentence = "Same incident: within 60 minutes and 5 km.";

    public override string Code => "CAS3507";
    public override string Title => "Nothing says when two reports are about one incident";
    public override RuleGroup Group => RuleGroup.Evidence;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "Two reports of one shelling then count as two shellings, and two sources never report the same one: only a shared incident key joins rows.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Agreement.SameIncident is not null)
        {
            yield break;
        }
        if (text.Agreement.Established is { Sources: > 1 } established)
        {
            yield return Say(
                text,
                established.Clause,
                $"{established.Clause} counts {established.Sources} sources, and nothing says when they report one incident."
            );
            yield break;
        }
        if (text.Uses.Find(use => use.Purpose == PatternPurpose.Counts) is { } counted)
        {
            yield return Say(
                text,
                counted.Clause,
                $"{counted.Clause} counts incidents, and nothing says when two reports are of one: each counts."
            );
        }
    }

    private static Finding Say(CheckedText text, string clause, string message)
    {
        var span = text.SpanOf(clause);
        var finding = At(span, message, Sentence);
        var after = text.ProvisionOf(clause)?.Sentence.Span.End;
        return after is { } end
            ? finding.With(Fix.Choice($"Add `{Sentence}`", new TextSpan(end, 0), "\n  " + Sentence))
            : finding;
    }
}
