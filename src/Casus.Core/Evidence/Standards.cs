using System.Collections.Immutable;
using Casus.Core.Facts;
using Casus.Core.Time;

namespace Casus.Core.Evidence;

/// <summary>
/// What makes an incident established (S7): verified by one of the bodies, or reported by n independence groups within
/// a length of each other. Either may be absent; both absent is no standard at all and is not built.
/// </summary>
public sealed record EstablishmentStandard(
    string Clause,
    ImmutableArray<string> VerifiedBy,
    int? Sources,
    Length? Within
);

/// <summary>
/// What makes an incident attributed (S8): by one of the bodies, with at least the confidence; or by the side of the
/// line from which fire came.
/// </summary>
public sealed record AttributionStandard(
    string Clause,
    ImmutableArray<string> By,
    Confidence MinConfidence,
    bool BySideOfOrigin = false
);

/// <summary>`Same incident: within 60 minutes and 5 km.` Seconds, and whole metres.</summary>
public sealed record SameIncidentTolerance(long Seconds, long Metres);

/// <summary>
/// `An attack is deliberate when Commission has found it.`: an adjective that a body's finding meets.
/// </summary>
public sealed record FindingPredicate(string Adjective, string Clause, ImmutableArray<string> FoundBy);
