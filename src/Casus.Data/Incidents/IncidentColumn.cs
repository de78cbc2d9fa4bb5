using System.Collections.Immutable;
using Casus.Data.Tables;

namespace Casus.Data.Incidents;

/// <summary>The columns of the incident table (formats.md), in its order.</summary>
public enum IncidentColumn
{
    Id,
    OccurredFrom,
    OccurredTo,
    KnownAt,
    Latitude,
    Longitude,
    RadiusKm,
    ObserverLatitude,
    ObserverLongitude,
    BearingDeg,
    BearingSpreadDeg,
    DistanceMinKm,
    DistanceMaxKm,
    District,
    LineSide,
    OriginSide,
    Conduct,
    Count,
    CountMin,
    CountMax,
    Party,
    Against,
    AttributedBy,
    AttributedAt,
    Confidence,
    VerifiedBy,
    VerifiedAt,
    RejectedBy,
    RejectedAt,
    Source,
    Organisation,
    Incident,
    Supersedes,
    Target,
    Deaths,
    DeathsMin,
    DeathsMax,
    Injured,
    InjuredMin,
    InjuredMax,
    CalibreMm,
}

/// <summary>
/// The names of the columns as tables write them: <c>occurred_from</c> for <see
/// cref="IncidentColumn.OccurredFrom"/>.
/// </summary>
public static class IncidentColumns
{
    /// <summary>By the number of the column.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Enum.GetNames<IncidentColumn>().Select(Spell)];

    public static int Count => Names.Length;

    public static string NameOf(IncidentColumn column) => Names[(int)column];

    public static IncidentColumn? Find(string name)
    {
        var index = Names.IndexOf(name.Trim(), 0, StringComparer.OrdinalIgnoreCase);
        return index < 0 ? null : (IncidentColumn)index;
    }

    /// <summary>`'x' is no column of the incident table`, with what may have been meant.</summary>
    public static string Unknown(string name) =>
        $"'{name}' is no column of the incident table{NearMiss.Question(name, Names)}";

    private static string Spell(string name) =>
        string.Concat(
            name.Select(
                (c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"
            )
        );
}
