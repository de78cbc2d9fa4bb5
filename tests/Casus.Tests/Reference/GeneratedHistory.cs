using System.Collections.Immutable;
using Casus.Core.Facts;
using Casus.Core.Time;
using CsCheck;

namespace Casus.Tests.Reference;

/// <summary>Small histories: few places, few hours, few sources, so that rows collide.</summary>
internal static class GeneratedHistory
{
    /// <summary>
    /// 2025-10-24T21:00:00Z, the midnight with which 25 October begins in Kyiv; the 26th has 25 hours there.
    /// </summary>
    public static readonly Moment Start = new(1_761_339_600);

    public static readonly ImmutableArray<GeoPoint> Line =
    [
        new(48.0, 38.0),
        new(48.3, 38.0),
        new(48.6, 38.0),
        new(48.9, 38.0),
    ];

    private static readonly GeoPoint ear = new(48.15, 38.134);

    private static readonly Place?[] places =
    [
        new() { Point = new GeoPoint(48.1, 38.05) },
        new() { Point = new GeoPoint(48.1, 38.05) },
        new() { Point = new GeoPoint(48.5, 38.05) },
        new() { Point = new GeoPoint(48.5, 38.05) },
        new() { Point = new GeoPoint(48.8, 38.05) },
        new() { Point = new GeoPoint(48.12, 38.06), RadiusKm = 1 },
        new() { Point = new GeoPoint(48.3597, 38.05), RadiusKm = 3 },
        new() { Point = new GeoPoint(48.1, 38.15), RadiusKm = 5 },
        new() { Point = new GeoPoint(48.1, 38.28) },
        new() { Point = new GeoPoint(48.5, 38.0), RadiusKm = 25 },
        new() { Observer = new ObserverSector(ear, [new Arc(90, 11.25)], 1, 4) },
        new() { Observer = new ObserverSector(ear, [], 1, 20) },
        new() { Observer = new ObserverSector(ear, [new Arc(270, 11.25)], 0, null) },
        null,
    ];

    /// <summary>What is generated of a row, before it has a number.</summary>
    internal sealed record Draft(
        TimeInterval Occurred,
        Moment KnownAt,
        Place? Place,
        string Conduct,
        (long Min, long Max) Count,
        string? Party,
        string? Against,
        string? OriginSide,
        ImmutableArray<BodyFinding> Findings,
        (string? Organisation, string? Source) Reporter,
        string? Incident,
        int? Supersedes,
        int? Deaths
    );

    public static Gen<ImmutableArray<IncidentRow>> Rows(int most) =>
        Row.Array[0, most].Select(drafts => drafts.Select(Number).ToImmutableArray());

    public static Gen<ImmutableArray<Act>> Warnings { get; } =
        Gen.Select(
                Gen.Int[0, 12],
                Gen.OneOf(0L, 3600, 86_400),
                Gen.OneOf("Commission", "Stranger"),
                Gen.OneOf<string?>(null, "Russia", "Ukraine"),
                (step, late, by, to) =>
                    new Act
                    {
                        Id = $"w{step}",
                        Kind = ActKind.Warning,
                        At = Start.Plus(step * 6 * 3600),
                        KnownAt = Start.Plus((step * 6 * 3600) + late),
                        By = [by],
                        To = to,
                    }
            )
            .Array[0, 2]
            .Select(acts => acts.ToImmutableArray());

    private static Gen<(TimeInterval Occurred, Moment KnownAt)> Times { get; } =
        Gen.Select(
            Gen.Int[0, 14],
            Gen.Frequency((6, Gen.Const(0L)), (1, Gen.Const(1L)), (1, Gen.Const(-1L)), (1, Gen.Const(1800L))),
            Gen.Frequency(
                (6, Gen.Const(0L)),
                (1, Gen.Const(3600L)),
                (1, Gen.Const(6 * 3600L)),
                (1, Gen.Const(86_399L)),
                (1, Gen.Const(86_400L)),
                (1, Gen.Const(30 * 3600L))
            ),
            Gen.Frequency(
                (5, Gen.Const(0L)),
                (1, Gen.Const(3600L)),
                (1, Gen.Const(86_400L)),
                (1, Gen.Const(3 * 86_400L)),
                (1, Gen.Const(-3600L))
            ),
            (step, nudge, lasts, late) =>
            {
                var from = Start.Plus((step * 6 * 3600) + nudge);
                var known = Moment.Max(from, from.Plus(lasts + late));
                return (new TimeInterval(from, Moment.Min(from.Plus(lasts), known)), known);
            }
        );

    private static Gen<BodyFinding> Finding(Moment from) =>
        Gen.Select(
            Gen.OneOf(FindingKind.Verified, FindingKind.Rejected, FindingKind.Attributed, FindingKind.Attributed),
            Gen.OneOf("Commission", "Commission", "Commission", "Stranger"),
            Gen.OneOf(-3600L, 0, 0, 3600, 86_400),
            Gen.OneOf<Confidence?>(null, Confidence.Low, Confidence.Moderate, Confidence.High),
            (kind, by, late, confidence) =>
                new BodyFinding(kind, by, from.Plus(late), kind == FindingKind.Attributed ? confidence : null)
        );

    private static Gen<Draft> Row { get; } =
        from times in Times
        from place in Gen.Int[0, places.Length - 1]
        from conduct in Gen.OneOf(
            "mortar",
            "mortar",
            "artillery",
            "attack",
            "heavy fire",
            "explosion",
            "drone strike",
            "troop presence"
        )
        from count in Gen.OneOf<(long, long)>(
            (1, 1),
            (1, 1),
            (1, 1),
            (2, 2),
            (3, 3),
            (0, 0),
            (0, 2),
            (1, 2),
            (1, IncidentRow.Unbounded)
        )
        from party in Gen.OneOf<string?>("Russia", "Russia", "Ukraine", "Ukraine", "Moldova", null)
        from against in Gen.OneOf<string?>(null, null, null, "Russia", "Ukraine")
        from origin in Gen.OneOf<string?>(null, null, "left", "right", "Russia")
        from findings in Finding(times.KnownAt).Array[0, 3]
        from reporter in Gen.OneOf<(string?, string?)>(
            ("A", null),
            ("A", "x"),
            ("B", null),
            ("C", null),
            (null, "x"),
            (null, null)
        )
        from incident in Gen.OneOf<string?>(null, null, null, null, "x", "y")
        from supersedes in Gen.OneOf<int?>(null, null, null, null, null, null, null, 0, 1, 2)
        from deaths in Gen.OneOf<int?>(null, 0, 1, 2)
        select new Draft(
            times.Occurred,
            times.KnownAt,
            places[place],
            conduct,
            count,
            party,
            against,
            origin,
            [.. findings],
            reporter,
            incident,
            supersedes,
            deaths
        );

    private static IncidentRow Number(Draft draft, int index) =>
        new()
        {
            Ordinal = index,
            Id = $"r{index}",
            Occurred = draft.Occurred,
            KnownAt = draft.KnownAt,
            Place = draft.Place,
            Conduct = draft.Conduct,
            Count = Math.Min(draft.Count.Max, Math.Max(draft.Count.Min, 1)),
            CountMin = draft.Count.Min,
            CountMax = draft.Count.Max,
            Party = draft.Party,
            Against = draft.Against,
            OriginSide = draft.OriginSide,
            Findings = draft.Findings,
            Organisation = draft.Reporter.Organisation,
            Source = draft.Reporter.Source,
            File = "generated.csv",
            Incident = draft.Incident,
            Supersedes = draft.Supersedes is { } other && other != index ? $"r{other}" : null,
            Deaths = draft.Deaths is { } deaths ? new People(deaths / 2, deaths, deaths) : null,
        };
}
