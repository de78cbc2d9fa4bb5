using System.Collections.Immutable;
using Casus.Core.Facts;
using Casus.Core.Time;

namespace Casus.Analysis.Explain;

/// <summary>Rows with something of them changed.</summary>
internal static class RowCopies
{
    public const string Attributed = "attributed";
    public const string Verified = "verified";

    /// <summary>The row without the findings that are named.</summary>
    public static IncidentRow Without(IncidentRow row, IReadOnlySet<FactRef> findings)
    {
        var kept = row
            .Findings.Where(finding =>
                !(finding.Kind == FindingKind.Attributed && findings.Contains(new FactRef(row.Id, Attributed)))
                && !(finding.Kind == FindingKind.Verified && findings.Contains(new FactRef(row.Id, Verified)))
            )
            .ToImmutableArray();
        return kept.Length == row.Findings.Length ? row : With(row, RowChanges.Of(row) with { Findings = kept });
    }

    public static IncidentRow With(IncidentRow row, RowChanges changes) =>
        new()
        {
            Ordinal = row.Ordinal,
            Id = row.Id,
            Occurred = changes.Occurred,
            KnownAt = row.KnownAt,
            Place = changes.Place,
            Conduct = changes.Conduct,
            Count = row.Count,
            CountMin = row.CountMin,
            CountMax = row.CountMax,
            Party = changes.Party,
            Against = row.Against,
            OriginSide = row.OriginSide,
            Findings = changes.Findings,
            Source = row.Source,
            Organisation = row.Organisation,
            File = row.File,
            Line = row.Line,
            Incident = row.Incident,
            Supersedes = row.Supersedes,
            Target = row.Target,
            Deaths = row.Deaths,
            Injured = row.Injured,
            CalibreMm = row.CalibreMm,
            Assumed = row.Assumed,
        };
}

/// <summary>What of a row can be other than it was stated.</summary>
internal readonly record struct RowChanges(
    TimeInterval Occurred,
    string Conduct,
    string? Party,
    Place? Place,
    ImmutableArray<BodyFinding> Findings
)
{
    public static RowChanges Of(IncidentRow row) => new(row.Occurred, row.Conduct, row.Party, row.Place, row.Findings);
}
