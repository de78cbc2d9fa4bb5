using System.Collections.Immutable;
using Casus.Core.Conditions;

namespace Casus.Core.Geography;

/// <summary>
/// A region of a place, a disc or an observer's sector, as it lies to everything that the agreement declares.
/// </summary>
internal abstract class JudgedRegion
{
    /// <summary>The nearest distance from each line in whole metres; null where the line was never drawn.</summary>
    public required ImmutableArray<int?> DistanceMetres { get; init; }

    /// <summary>Wholly on the left of each line, by geometry alone.</summary>
    public required ImmutableArray<Verdict> Left { get; init; }

    /// <summary>
    /// Finds the possible sectors, ascending; default where there are none to tell. Not asked for what is outside.
    /// </summary>
    public required Func<ImmutableArray<int>> FindSectors { get; init; }

    public abstract Verdict Judge(Area area, StatedPlace stated);
}

/// <summary>A disc is judged by its centre and radius.</summary>
internal sealed class JudgedDisc(IPlacedDisc disc) : JudgedRegion
{
    public override Verdict Judge(Area area, StatedPlace stated) => AreaJudgement.Of(area, disc, stated);
}

/// <summary>An observer's sector is judged by its probes: yes if all satisfy, no if none does (S4).</summary>
internal sealed class JudgedSector(ImmutableArray<IPlacedDisc> probes) : JudgedRegion
{
    public override Verdict Judge(Area area, StatedPlace stated)
    {
        var first = AreaJudgement.Of(area, probes[0], stated);
        for (int i = 1; i < probes.Length && first != Verdict.Undetermined; i++)
        {
            if (AreaJudgement.Of(area, probes[i], stated) != first)
            {
                return Verdict.Undetermined;
            }
        }
        return first;
    }
}
