using Casus.Core.Diagnostics;

namespace Casus.Core.Checking.Rules.Place;

/// <summary>One withdrawal, measured for one side from one line and for the other from another.</summary>
internal sealed class TwoDatums : Rule
{
    public override string Code => "CAS3603";
    public override string Title => "Two datums for one withdrawal";
    public override RuleGroup Group => RuleGroup.Place;

    public override string Why =>
        "Between the two lines each side is where the other may not be, or nobody may be: who holds that ground decides the rest.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var pairs = new Dictionary<(int, int), (MeasuredDistance First, MeasuredDistance Second, int More)>();
        foreach (var same in MeasuredDistances.Of(text).GroupBy(each => each.What, StringComparer.Ordinal))
        {
            var first = same.First();
            foreach (var other in same.Where(each => each.Line != first.Line && !SharesBearer(first, each)))
            {
                var key = (first.Line, other.Line);
                pairs[key] = pairs.TryGetValue(key, out var told)
                    ? told with
                    {
                        More = told.More + 1,
                    }
                    : (first, other, 0);
            }
        }
        foreach (var ((one, two), (first, second, more)) in pairs)
        {
            var (from, to) = (text.Agreement.Lines[one], text.Agreement.Lines[two]);
            yield return At(
                    second.Span,
                    $"{second.Stated.Norm.Clause} measures the distance of {Bearer(second)} from {to.Name}, and {first.Stated.Norm.Clause} that of "
                        + $"{Bearer(first)} from {from.Name}{Apart(from, to)}."
                        + (more > 0 ? $" So do {more} more pair{(more == 1 ? "" : "s")} of sentences." : ""),
                    from.Name
                )
                .With(new RelatedPlace(first.Span, $"{first.Stated.Norm.Clause} measures from {from.Name}."));
        }
    }

    private static bool SharesBearer(MeasuredDistance one, MeasuredDistance other) =>
        one.Stated.Norm.Bearers.Actors.Names.Intersect(other.Stated.Norm.Bearers.Actors.Names).Any();

    private static string Bearer(MeasuredDistance measured) =>
        string.Join(" and ", measured.Stated.Norm.Bearers.Actors.Names);

    private static string Apart(Geography.DatumLine one, Geography.DatumLine other) =>
        LineMeasures.Farthest(one, other) is { } metres && metres >= 100
            ? $", which lie up to {LineMeasures.Km(metres)} km apart"
            : "";
}
