using System.Globalization;
using Casus.Core.Diagnostics;
using Casus.Core.Geography;

namespace Casus.Core.Checking.Rules.Evidence;

/// <summary>The monitor is let into an area that is smaller than the one where something is forbidden.</summary>
internal sealed class AdmittedToLess : Rule
{
    public override string Code => "CAS3506";
    public override string Title => "The monitor is admitted to less than it must see";
    public override RuleGroup Group => RuleGroup.Evidence;

    public override string Why =>
        "What is forbidden beyond the area of access can be seen only from afar, or not at all, and stays unverified.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var contrary = PatternUses.Contrary(text).ToList();
        foreach (var watcher in MonitorAccess.Watchers(text))
        {
            foreach (var admission in MonitorAccess.AdmissionsOf(text, watcher.Name))
            {
                if (
                    admission.Norm.Contrary is not { } seen
                    || Within(text, text.Agreement.Patterns[seen].Places) is not { } to
                )
                {
                    continue;
                }
                var far = contrary
                    .Where(use => use.Norm != admission.Norm && Within(text, use.Pattern.Places)?.Line == to.Line)
                    .Select(use => (Use: use, Within(text, use.Pattern.Places)!.Metres))
                    .Where(use => use.Metres > to.Metres)
                    .OrderByDescending(use => use.Metres)
                    .FirstOrDefault();
                if (far.Use is null)
                {
                    continue;
                }
                var line = text.Agreement.Lines[to.Line].Name;
                yield return At(
                        admission.Syntax.Span,
                        $"{watcher.Name} is admitted within {Km(to.Metres)} km of {line}, and {far.Use.Clause} forbids as far as "
                            + $"{Km(far.Metres)} km from it: {Km(far.Metres - to.Metres)} km on each side are out of its sight.",
                        $"Admit {watcher.Name} wherever {far.Use.Clause} applies."
                    )
                    .With(new RelatedPlace(far.Use.Span, $"{far.Use.Clause} reaches farther."));
            }
        }
    }

    /// <summary>Where all of it is bounded by one distance from one line; null where it is not.</summary>
    private static Area.WithinOfLine? Within(
        CheckedText text,
        System.Collections.Immutable.ImmutableArray<Conditions.PlaceTest> places
    ) =>
        places is [{ Relations: var relations, Index: var zone }]
        && !relations.Contains(Conditions.PlaceRelation.Across)
        && text.Agreement.Zones[zone].Area is Area.WithinOfLine within
            ? within
            : null;

    /// <summary>A distance that is kept at 50 km is broken at 49,999 m.</summary>
    private static string Km(long metres) =>
        Math.Round(metres / 1000m, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
