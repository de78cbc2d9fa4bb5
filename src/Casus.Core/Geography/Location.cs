using System.Collections.Immutable;
using Casus.Core.Conditions;

namespace Casus.Core.Geography;

/// <summary>
/// Where a row's acts may lie, judged once against everything that the agreement declares (S4, S5).
/// </summary>
public sealed record Location
{
    /// <summary>In the zone or not, by index into Agreement.Zones.</summary>
    public required ImmutableArray<Verdict> Zones { get; init; }

    /// <summary>
    /// The possible sectors, ascending from 1; one: sure. Default (IsDefault): the place is unknown, all are possible.
    /// </summary>
    public ImmutableArray<int> Sectors { get; init; }

    /// <summary>
    /// On the left of the line's direction, by index into Agreement.Lines; undetermined unless the whole region is on
    /// one side.
    /// </summary>
    public required ImmutableArray<Verdict> Left { get; init; }

    /// <summary>
    /// The origin's being on the left, from the row's origin side; undetermined unless the row says (S14).
    /// </summary>
    public required ImmutableArray<Verdict> OriginLeft { get; init; }

    /// <summary>
    /// The nearest distance from each line in whole metres, for people: of the point or the observer's nearest probe;
    /// null where unknown.
    /// </summary>
    public required ImmutableArray<int?> DistanceMetres { get; init; }

    /// <summary>Point and observer's sector contradict each other: the row is to be rejected (S4).</summary>
    public bool Contradicts { get; init; }
}
