using Casus.Core.Checking.Timing;
using Casus.Core.Diagnostics;

namespace Casus.Core.Checking.Rules.Clocks;

/// <summary>An article whose deadlines may all pass, and nothing follows.</summary>
internal sealed class DeadlineWithoutConsequence : Rule
{
    public override string Code => "CAS3304";
    public override string Title => "A deadline with no consequence";
    public override RuleGroup Group => RuleGroup.Clocks;
    public override Severity Severity => Severity.Information;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "When it passes, nobody may do anything that they might not do before, so it costs nothing to let it pass.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var watched = text.Agreement.Patterns.SelectMany(pattern => pattern.BreachOf).ToHashSet();
        var suspended = text
            .Agreement.Life.Suspensions.Where(right => right.Stands)
            .Select(right => right.Article)
            .ToHashSet(StringComparer.Ordinal);
        if (suspended.Contains(null))
        {
            yield break;
        }
        var idle = text.Norms.Where(stated =>
            stated.Norm is { IsDuty: true, Deadline: not null, FailingWhich: null, IsFallback: false }
            && !watched.Contains(stated.Index)
            && !suspended.Contains(stated.Norm.Article)
        );
        foreach (var article in idle.GroupBy(stated => stated.Norm.Article, StringComparer.Ordinal))
        {
            var all = article.ToList();
            var first = all[0];
            var finding = At(
                StatedLengths.Within(first.Syntax)?.Span ?? first.Syntax.Span,
                all.Count == 1
                    ? $"Nothing follows when the deadline of {first.Norm.Clause} passes."
                    : $"Nothing follows when one of {all.Count} deadlines passes: "
                        + $"{string.Join(", ", all.Select(one => one.Norm.Clause).Distinct(StringComparer.Ordinal))}.",
                text.PartiesAs("guarantor").Any()
                    ? "..., failing which any guarantor may ..."
                    : "..., failing which any party may ..."
            );
            foreach (var other in all.Skip(1).Take(8))
            {
                finding = finding.With(new RelatedPlace(other.Syntax.Span, "Nor does anything follow here."));
            }
            yield return finding;
        }
    }
}
