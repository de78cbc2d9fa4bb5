using System.Collections.Immutable;
using Casus.Core.Facts;
using Casus.Data.Incidents;

namespace Casus.Reports.Export;

/// <summary>
/// The columns of the incident table (formats.md), as the run took them: what was assumed is filled in, instants are in
/// UTC. A table of them is read back as the same rows.
/// </summary>
internal static class IncidentFields
{
    private const string Open = "*";
    private const double NameHalfWidthDeg = 11.25;

    /// <param name="isOneOfSeveralFiles">Then a row without a reporter is given its file as its organisation.</param>
    public static ImmutableArray<ExportField> All(bool isOneOfSeveralFiles) =>
        [
            Text(IncidentColumn.Id, row => row.Id),
            Text(IncidentColumn.OccurredFrom, row => row.Occurred.From.ToString()),
            Text(IncidentColumn.OccurredTo, row => row.Occurred.To.ToString()),
            Text(IncidentColumn.KnownAt, row => row.KnownAt.ToString()),
            Real(IncidentColumn.Latitude, row => row.Place?.Point?.Latitude),
            Real(IncidentColumn.Longitude, row => row.Place?.Point?.Longitude),
            Real(IncidentColumn.RadiusKm, row => row.Place?.Point is null ? null : row.Place.RadiusKm),
            Real(IncidentColumn.ObserverLatitude, row => row.Place?.Observer?.Observer.Latitude),
            Real(IncidentColumn.ObserverLongitude, row => row.Place?.Observer?.Observer.Longitude),
            Text(IncidentColumn.BearingDeg, row => Bearings(row.Place?.Observer)),
            Real(IncidentColumn.BearingSpreadDeg, row => Spread(row.Place?.Observer)),
            Real(IncidentColumn.DistanceMinKm, row => row.Place?.Observer?.DistanceMinKm),
            Real(IncidentColumn.DistanceMaxKm, row => row.Place?.Observer?.DistanceMaxKm),
            Text(IncidentColumn.District, row => row.Place?.District),
            Text(IncidentColumn.LineSide, row => row.Place?.LineSide),
            Text(IncidentColumn.OriginSide, row => row.OriginSide),
            Text(IncidentColumn.Conduct, row => row.Conduct),
            Number(IncidentColumn.Count, row => row.Count),
            Number(IncidentColumn.CountMin, row => row.CountMin),
            Text(IncidentColumn.CountMax, row => Bound(row.CountMax, IncidentRow.Unbounded)),
            Text(IncidentColumn.Party, row => row.Party),
            Text(IncidentColumn.Against, row => row.Against),
            .. Finding(IncidentColumn.AttributedBy, FindingKind.Attributed),
            Text(
                IncidentColumn.Confidence,
                row => Of(row, FindingKind.Attributed)?.Confidence?.ToString().ToLowerInvariant()
            ),
            .. Finding(IncidentColumn.VerifiedBy, FindingKind.Verified),
            .. Finding(IncidentColumn.RejectedBy, FindingKind.Rejected),
            Text(IncidentColumn.Source, row => row.Source),
            Text(
                IncidentColumn.Organisation,
                row => row.Organisation ?? (isOneOfSeveralFiles && row.Source is null ? row.File : null)
            ),
            Text(IncidentColumn.Incident, row => row.Incident),
            Text(IncidentColumn.Supersedes, row => row.Supersedes),
            Text(IncidentColumn.Target, row => row.Target),
            .. Counted(IncidentColumn.Deaths, row => row.Deaths),
            .. Counted(IncidentColumn.Injured, row => row.Injured),
            Number(IncidentColumn.CalibreMm, row => row.CalibreMm),
        ];

    private static ExportField Text(IncidentColumn column, Func<IncidentRow, string?> read) =>
        new(IncidentColumns.NameOf(column), FieldKind.Text, judged => FieldValue.Of(read(judged.Row)));

    private static ExportField Real(IncidentColumn column, Func<IncidentRow, double?> read) =>
        new(IncidentColumns.NameOf(column), FieldKind.Real, judged => FieldValue.Of(read(judged.Row)));

    private static ExportField Number(IncidentColumn column, Func<IncidentRow, long?> read) =>
        new(IncidentColumns.NameOf(column), FieldKind.Integer, judged => FieldValue.Of(read(judged.Row)));

    private static IEnumerable<ExportField> Finding(IncidentColumn by, FindingKind kind) =>
        [Text(by, row => Of(row, kind)?.By), Text(by + 1, row => Of(row, kind)?.At.ToString())];

    private static IEnumerable<ExportField> Counted(IncidentColumn column, Func<IncidentRow, People?> read) =>
        [
            Number(column, row => read(row)?.Best),
            Number(column + 1, row => read(row)?.Min),
            Text(column + 2, row => read(row) is { } people ? Bound(people.Max, int.MaxValue) : null),
        ];

    /// <summary>A table brings at most one finding of a kind to a row.</summary>
    private static BodyFinding? Of(IncidentRow row, FindingKind kind)
    {
        foreach (var finding in row.Findings)
        {
            if (finding.Kind == kind)
            {
                return finding;
            }
        }
        return null;
    }

    private static string Bound(long most, long open) => most >= open ? Open : FieldValue.Of(most).ToString();

    private static string? Bearings(ObserverSector? sector) =>
        sector is null || sector.Arcs.IsDefaultOrEmpty
            ? null
            : string.Join(
                '|',
                sector.Arcs.Select(arc =>
                    Spread(sector) is null && arc.HalfWidthDeg == NameHalfWidthDeg
                        ? CompassNames[(int)Math.Round(arc.CentreDeg / 22.5) % CompassNames.Length]
                        : FieldValue.Of(arc.CentreDeg).ToString()
                )
            );

    /// <summary>The half-width of all bearings; null where they differ: names have theirs, and numbers none.</summary>
    private static double? Spread(ObserverSector? sector) =>
        sector is { Arcs: { IsDefaultOrEmpty: false } arcs }
        && arcs.All(arc => arc.HalfWidthDeg == arcs[0].HalfWidthDeg)
            ? arcs[0].HalfWidthDeg
            : null;

    private static ImmutableArray<string> CompassNames { get; } =
    ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"];
}
