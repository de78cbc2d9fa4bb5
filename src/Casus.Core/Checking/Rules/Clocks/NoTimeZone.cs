using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Diagnostics;
using Casus.Core.Norms;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Checking.Rules.Clocks;

/// <summary>Days, dates or hours of the clock, and no time zone.</summary>
internal sealed class NoTimeZone : Rule
{
    public override string Code => "CAS3311";
    public override string Title => "Days or dates without a time zone";
    public override RuleGroup Group => RuleGroup.Clocks;
    public override Severity Severity => Severity.Information;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "A day begins at midnight somewhere. Without a zone it is read in UTC, and acts of the first hours of a local day "
        + "fall on the day before.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Labels("times").Any())
        {
            yield break;
        }
        var days = text.Agreement.Conditions.FirstOrDefault(tracked =>
            tracked is { Stands: true, Condition: Condition.OnDays or Condition.Count { Window: Window.OneDay } }
        );
        if (days is not null && days.Clause is { } clause)
        {
            yield return At(
                text.SpanOf(clause),
                "It counts days, and the text names no time zone: they are read as days of UTC.",
                "Times are in Europe/Kyiv."
            ) with
            {
                Fixes = Stated(text),
            };
            yield break;
        }
        foreach (var stated in text.Norms)
        {
            if (stated.Norm.AsFrom is Point.Stated || stated.Norm.Deadline?.From is Point.Stated)
            {
                yield return At(
                    stated.Syntax.Span,
                    "It names a date, and the text names no time zone: it is read as a date of UTC.",
                    "Times are in Europe/Kyiv."
                ) with
                {
                    Fixes = Stated(text),
                };
                yield break;
            }
        }
    }

    /// <summary>To say what is read in any case. It stands below the title line, where there is one.</summary>
    private static ImmutableArray<Fix> Stated(CheckedText text) =>
        text.Tree.Sentences.FirstOrDefault(sentence =>
            sentence.Body is LabelSyntax label && label.Label.Is("agreement")
        )
            is { } title
            ? [Fix.Safe("Say that times are in UTC", new TextSpan(title.Span.End, 0), "\nTimes are in UTC.")]
            : [];
}
