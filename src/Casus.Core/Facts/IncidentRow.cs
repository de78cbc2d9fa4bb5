using System.Collections.Immutable;
using Casus.Core.Time;

namespace Casus.Core.Facts;

public enum Confidence : byte
{
    Low = 1,
    Moderate = 2,
    High = 3,
}

/// <summary>
/// A row of an incident table: <see cref="Count"/> like acts, each at some second of <see cref="Occurred"/> and
/// somewhere in
/// <see cref="Place"/>, each by itself (S2). It says that these acts happened, not that no others did.
/// </summary>
public sealed class IncidentRow
{
    /// <summary>Order of arrival over all inputs, from 0; breaks ties of <see cref="KnownAt"/>.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Unique over all inputs: the id of one file, or file:id where there are several.</summary>
    public required string Id { get; init; }

    /// <summary>The closed interval in which each act happened, already cut at <see cref="KnownAt"/> (S1).</summary>
    public required TimeInterval Occurred { get; init; }

    public required Moment KnownAt { get; init; }

    /// <summary>Where it took effect; null where nothing at all is known of the place.</summary>
    public Place? Place { get; init; }

    /// <summary>A term of the conduct taxonomy, in its canonical spelling.</summary>
    public required string Conduct { get; init; }

    public long Count { get; init; } = 1;
    public long CountMin { get; init; } = 1;

    /// <summary><see cref="Unbounded"/> where the table leaves it open.</summary>
    public long CountMax { get; init; } = 1;

    /// <summary>An open count_max. Sums saturate here.</summary>
    public const long Unbounded = 1_000_000_000_000;

    /// <summary>Whose act, if attributed; and whom it struck.</summary>
    public string? Party { get; init; }
    public string? Against { get; init; }

    /// <summary>The side of the line from which fire came (the line's own name of a side, or left, right).</summary>
    public string? OriginSide { get; init; }

    public ImmutableArray<BodyFinding> Findings { get; init; } = [];

    /// <summary>
    /// Who reported; its independence group is the organisation, else the source, else one group for the file.
    /// </summary>
    public string? Source { get; init; }
    public string? Organisation { get; init; }

    /// <summary>The file, which is the independence group where neither organisation nor source is given.</summary>
    public required string File { get; init; }

    /// <summary>The line in the file, for messages.</summary>
    public int Line { get; init; }

    /// <summary>A key that rows about one incident share.</summary>
    public string? Incident { get; init; }

    /// <summary>The id of the row that this one corrects, in the same form as <see cref="Id"/>.</summary>
    public string? Supersedes { get; init; }

    public string? Target { get; init; }
    public People? Deaths { get; init; }
    public People? Injured { get; init; }
    public int? CalibreMm { get; init; }

    /// <summary>Columns that an assumption filled (--assume), for the because of what rests on it.</summary>
    public ImmutableArray<string> Assumed { get; init; } = [];

    /// <summary>The independence group (S7).</summary>
    public string Group => Organisation ?? Source ?? File;
}

/// <summary>A number of people: the bounds and the best estimate.</summary>
public readonly record struct People(int Min, int Best, int Max);

public enum FindingKind : byte
{
    Verified,
    Rejected,
    Attributed,
}

/// <summary>
/// A finding about a row by a body. It enters the record at <see cref="At"/>, but never before its row.
/// For Attributed, the party is the row's and <see cref="Confidence"/> is how sure the body is.
/// </summary>
public sealed record BodyFinding(FindingKind Kind, string By, Moment At, Confidence? Confidence = null);

/// <summary>
/// Where an act took effect. Point and observer both given: the place lies in both regions (S4). A district alone is a
/// declared area; without geometry it is undetermined.
/// </summary>
public sealed record Place
{
    public GeoPoint? Point { get; init; }

    /// <summary>The true place lies within this distance of <see cref="Point"/>.</summary>
    public double RadiusKm { get; init; }
    public ObserverSector? Observer { get; init; }
    public string? District { get; init; }

    /// <summary>The side of the line on which it took effect, where the row states it.</summary>
    public string? LineSide { get; init; }
}

/// <summary>WGS 84, degrees. Latitude -90 to 90; longitude -180 to 180.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude);

/// <summary>
/// What a monitor heard: from the observer, in one of the arcs, at a distance from min to max. No arc: all round.
/// No <see cref="DistanceMaxKm"/>: no place at all (S4).
/// </summary>
public sealed record ObserverSector(
    GeoPoint Observer,
    ImmutableArray<Arc> Arcs,
    double DistanceMinKm,
    double? DistanceMaxKm
);

/// <summary>Bearings from Centre - HalfWidth to Centre + HalfWidth, degrees clockwise from north.</summary>
public readonly record struct Arc(double CentreDeg, double HalfWidthDeg);
