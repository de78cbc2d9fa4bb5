using Casus.Core.Agreements;
using Casus.Core.Facts;

namespace Casus.Core.Geography;

/// <summary>Judges places against an agreement's lines, zones and sectors. Not for use by several threads at once.</summary>
public sealed class Locator(Agreement agreement)
{
    private readonly ExactLocator exact = new(agreement);

    /// <summary>Where the acts of a row may lie. The side from which fire came is as the row states it, null if it does not.</summary>
    public Location Locate(Place? place, string? originSide) => exact.Locate(place, originSide);
}
