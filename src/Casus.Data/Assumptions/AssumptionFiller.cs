using System.Collections.Immutable;
using System.Globalization;
using Casus.Core.Facts;
using Casus.Data.Incidents;

namespace Casus.Data.Assumptions;

/// <summary>
/// Fills drafts by assumptions, in the order given: a later one sees what an earlier one filled. It works on the
/// draft, so that defaults (as of verified_at) follow from what was assumed.
/// </summary>
/// <param name="locate">The side of the line and the sector of a place, given the side of origin; null where they are
/// not sure.</param>
internal sealed class AssumptionFiller(
    ImmutableArray<Assumption> assumptions,
    Func<Place?, string?, (string? Side, int? Sector)>? locate,
    DraftParser parser
)
{
    private readonly bool asksForPlace = assumptions.Any(assumption => assumption.AsksForPlace);

    /// <summary>Rows in which each assumption filled its column, in the order given.</summary>
    public int[] Filled { get; } = new int[assumptions.Length];

    public void Fill(IncidentDraft draft)
    {
        (string? Side, int? Sector) found = default;
        if (asksForPlace && locate is not null)
        {
            var place = parser.PlaceOf(draft);
            found = locate(place, parser.Pooled(IncidentColumn.OriginSide));
        }
        for (var i = 0; i < assumptions.Length; i++)
        {
            var assumption = assumptions[i];
            if (!draft.Has(assumption.Column) && assumption.When.All(test => Holds(test, draft, found)))
            {
                draft.Assume(assumption.Column, assumption.Value.AsMemory());
                Filled[i]++;
            }
        }
    }

    private static bool Holds(AssumptionTest test, IncidentDraft draft, (string? Side, int? Sector) found) =>
        test.Column is { } column
            ? draft.Has(column)
                ? test.Holds(draft.Text(column))
                : test.Holds([])
            : test.Computed == "side"
                ? test.HoldsComputed(found.Side)
                : test.HoldsComputed(found.Sector?.ToString(CultureInfo.InvariantCulture));
}
