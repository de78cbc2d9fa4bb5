using Casus.Core.Diagnostics;

namespace Casus.Core.Checking.Rules.Evidence;

/// <summary>A body has to see, and some side, or every side, need not let it in.</summary>
internal sealed class NobodyAdmits : Rule
{
    public override string Code => "CAS3505";
    public override string Title => "The monitor need not be let in";
    public override RuleGroup Group => RuleGroup.Evidence;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "Who must find the facts needs access; a right to look without a duty to admit ends at the first checkpoint.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var sides = Standing.Sides(text);
        foreach (var watcher in MonitorAccess.Watchers(text))
        {
            var admissions = MonitorAccess.AdmissionsOf(text, watcher.Name);
            var admit = admissions.SelectMany(stated => stated.Norm.Bearers.Actors.Names).ToHashSet();
            var closed = sides.Where(side => !admit.Contains(side)).ToList();
            if (closed.Count == 0)
            {
                continue;
            }
            var finding = At(
                watcher.Span,
                admissions.Count == 0
                    ? $"{watcher.Name} has to see, and no sentence obliges {string.Join(" or ", closed)} to let it in."
                    : $"{watcher.Name} has to see, and {string.Join(", ", closed)} need not let it in.",
                $"{string.Join(" and ", sides)} shall admit {watcher.Name} to {Where(text)} at all times."
            );
            yield return admissions is [var first, ..]
                ? finding.With(
                    new RelatedPlace(first.Syntax.Span, $"{first.Norm.Clause} obliges {string.Join(", ", admit)}.")
                )
                : finding;
        }
    }

    private static string Where(CheckedText text) =>
        text.Agreement.Zones.FirstOrDefault(zone => zone.Declared)?.Name ?? "\"its territory\"";
}
