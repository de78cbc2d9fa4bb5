using System.Collections.Immutable;
using Casus.Core.Conditions;

namespace Casus.Core.Geography;

/// <summary>
/// What a row states of its place beside coordinates: a district, and for each line whether it is on the left, as
/// settled by the geometry or, where that leaves it open, by the row's line_side.
/// </summary>
internal readonly record struct StatedPlace(string? District, ImmutableArray<Verdict> Left)
{
    /// <summary>The row names the zone itself as its district.</summary>
    public bool IsIn(Zone zone) => Names(zone.Name);

    public bool Names(string area) => string.Equals(District, area, StringComparison.OrdinalIgnoreCase);
}
