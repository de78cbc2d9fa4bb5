using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Geography;

namespace Casus.Cli.Inputs;

/// <summary>
/// Judges places for the reading of tables: contradictions, and the side and sector that assumptions ask for.
/// </summary>
internal sealed class PlaceMemory(Agreement agreement)
{
    private readonly Locator locator = new(agreement);

    public bool Contradicts(Place place) =>
        place is { Point: not null, Observer: not null } && locator.Locate(place, null).Contradicts;

    /// <summary>
    /// The side by the first line with vertices: the line's own name of it, or left or right; null where it is not
    /// sure.
    /// </summary>
    public (string? Side, int? Sector) Locate(Place? place, string? originSide)
    {
        var location = locator.Locate(place, originSide);
        int? sector = location.Sectors is { IsDefault: false, Length: 1 } sure ? sure[0] : null;
        return (SideOf(location), sector);
    }

    private string? SideOf(Location location)
    {
        for (var i = 0; i < agreement.Lines.Length; i++)
        {
            if (!agreement.Lines[i].Vertices.IsEmpty)
            {
                return location.Left[i] switch
                {
                    Verdict.Met => "left",
                    Verdict.NotMet => "right",
                    _ => null,
                };
            }
        }
        return null;
    }
}
