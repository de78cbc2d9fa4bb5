using System.Collections.Immutable;
using Casus.Core.Time;

namespace Casus.Core.Forces;

public enum ForceKind
{
    Deployed,
    Ready,
    Pool,
    EndStrength,
    Unstated,
}

/// <summary>
/// `shall hold 7,500 ready personnel at 30 days of notice`: a pledge, typed by what its figure counts (facts section
/// 5).
/// </summary>
public sealed record ForcePledge(
    string Clause,
    ImmutableArray<string> By,
    bool Jointly,
    decimal Quantity,
    string Unit,
    ForceKind Kind,
    string? Place,
    Length? Notice,
    Length? Duration,
    decimal? PoolForEachPost
);
