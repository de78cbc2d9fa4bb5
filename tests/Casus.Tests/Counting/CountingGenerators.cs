using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Evidence;
using Casus.Core.Facts;
using Casus.Core.Geography;
using Casus.Core.Norms;
using Casus.Core.Time;
using Casus.Reference;
using CsCheck;
using NodaTime;
using Condition = Casus.Core.Conditions.Condition;

namespace Casus.Tests.Counting;

/// <summary>
/// Small agreements and short histories, dense in ties: times are whole and half hours of a few days, one of which has
/// 25 hours.
/// </summary>
internal static class CountingGenerators
{
    private static readonly AgreementCalendar Kyiv = new(DateTimeZoneProviders.Tzdb["Europe/Kyiv"]);
    private static readonly Moment Start = Kyiv.StartOfDay(AgreementCalendar.NumberOf(new LocalDate(2025, 10, 24)));
    private static readonly ImmutableArray<string> Parties = ["Ukraine", "Russia"];
    private static readonly int Patterns = 6;

    private static readonly Gen<Moment> Instant = Gen.Int[0, 200].Select(half => Start.Plus(half * 1800L));

    private static readonly Gen<TimeInterval> Interval = Gen.Frequency(
        (6, Instant.Select(at => new TimeInterval(at, at))),
        (2, Gen.Select(Instant, Gen.Int[1, 12], (at, half) => new TimeInterval(at, at.Plus(half * 1800L)))),
        (2, Gen.Int[0, 3].Select(day => Kyiv.Day(new LocalDate(2025, 10, 24).PlusDays(day)))),
        (1, Gen.Select(Instant, Gen.Int[1, 100], (at, half) => new TimeInterval(at, at.Plus(half * 1800L))))
    );

    private static readonly Gen<Place> Place = Gen.Select(
        OneOfThese("2", "2", "2", "1", "0"),
        OneOfThese("1", "1", "2", "1,2", "*", "3", ""),
        Gen.Int[0, 3],
        OneOfThese(0.0, 0.0, 1.0, 4.0),
        (zone, sectors, step, radius) =>
            new Place
            {
                District = $"{zone}|{sectors}",
                Point = new GeoPoint(48 + step * 0.02, 38),
                RadiusKm = radius,
            }
    );

    private static readonly Gen<Place?> AnyPlace = Gen.Frequency(
        (8, Place.Select(place => (Place?)place)),
        (
            1,
            Place.Select(place =>
                (Place?)
                    new Place { District = place.District, Observer = new ObserverSector(place.Point!.Value, [], 0, 3) }
            )
        ),
        (1, Gen.Const((Place?)null))
    );

    private static readonly Gen<BodyFinding> Finding = Gen.Select(
        Gen.Enum<FindingKind>(),
        OneOfThese("Commission", "Commission", "Ministry"),
        Instant,
        OneOfThese(null, Confidence.Low, Confidence.Moderate, (Confidence?)Confidence.High),
        (kind, by, at, confidence) => new BodyFinding(kind, by, at, kind == FindingKind.Attributed ? confidence : null)
    );

    private static readonly Gen<(long Min, long Max)> Counts = OneOfThese(
        (1L, 1L),
        (1L, 1L),
        (1L, 1L),
        (2L, 2L),
        (1L, 3L),
        (0L, 1L),
        (0L, 0L),
        (1L, IncidentRow.Unbounded)
    );

    private static readonly Gen<IncidentRow> Row =
        from time in Interval
        from late in OneOfThese(0, 0, 0, 0, 3, 20, 60, 120)
        from place in AnyPlace
        from conduct in OneOfThese("mortar", "mortar", "artillery", "attack", "drone strike", "troop presence")
        from counts in Counts
        from party in OneOfThese("Ukraine", "Russia", "Russia", null, "Poland")
        from against in OneOfThese(null, null, "Ukraine", "Russia")
        from reporter in OneOfThese("A", "B", "C")
        from incident in OneOfThese(null, null, null, null, "x", "y")
        from findings in Finding.Array[0, 2]
        from deaths in OneOfThese(null, null, (People?)new People(1, 1, 2))
        select new IncidentRow
        {
            Ordinal = 0,
            Id = "",
            Occurred = time,
            KnownAt = time.To.Plus(late * 1800L),
            Place = place,
            Conduct = conduct,
            Count = counts.Min,
            CountMin = counts.Min,
            CountMax = counts.Max,
            Party = party,
            Against = against,
            Organisation = reporter,
            Incident = incident,
            Findings = [.. findings],
            Deaths = deaths,
            File = "f",
        };

    private static readonly Gen<ImmutableArray<IncidentRow>> Rows =
        from rows in Row.Array[0, 10]
        from corrections in Gen.Int[0, 30].Array[rows.Length]
        select rows.Select((row, i) => Numbered(row, i, corrections[i] < i ? $"r{corrections[i]}" : null))
            .OrderBy(row => row.KnownAt)
            .ThenBy(row => row.Ordinal)
            .ToImmutableArray();

    private static readonly Gen<Window> AnyWindow = Gen.Frequency(
        (6, OneOfThese(1, 6, 12, 24, 36).Select(hours => (Window)new Window.Sliding(hours * 3600L))),
        (2, Gen.Const((Window)new Window.OneDay())),
        (1, Gen.Const((Window)new Window.Ever()))
    );

    private static readonly Gen<Condition> Count = Gen.Select(
        Gen.Int[0, Patterns - 1],
        OneOfThese(CountMeasure.Acts, CountMeasure.Acts, CountMeasure.Deaths),
        Gen.Int[1, 3],
        Gen.Enum<PlaceScope>(),
        AnyWindow,
        (pattern, measure, atLeast, scope, window) =>
            (Condition)new Condition.Count(pattern, measure, atLeast, scope, window)
    );

    private static readonly Gen<Condition> Series = Gen.Select(
        Gen.Int[0, Patterns - 1],
        OneOfThese(3, 12, 24),
        Gen.Enum<PlaceScope>(),
        (pattern, hours, scope) => (Condition)new Condition.Series(pattern, hours * 3600L, scope)
    );

    private static readonly Gen<Point> After = Gen.Frequency(
        (1, Instant.Select(at => (Point)new Point.Stated(at, at))),
        (2, Gen.Const((Point)new Point.OfAct(new ActPattern { Kind = ActKind.Warning, Verb = "warn" }, First: true)))
    );

    private static Gen<Condition> Outer(int inner) =>
        Gen.OneOf(
            OneOfThese<ImmutableArray<string>>([], ["Russia"])
                .Select(parties => (Condition)new Condition.Of(inner, parties)),
            Gen.Int[1, 2].Select(atLeast => (Condition)new Condition.Spread(inner, atLeast)),
            Gen.Select(
                Gen.Int[1, 3],
                OneOfThese(null, 1, (int?)2),
                Gen.Bool,
                (days, sectors, same) => (Condition)new Condition.OnDays(inner, days, sectors, same)
            ),
            Gen.Select(
                OneOfThese(new Length(6, LengthUnit.Hour), new Length(1, LengthUnit.Day)),
                After,
                (length, after) => (Condition)new Condition.Persists(inner, length, after)
            ),
            Gen.Const((Condition)new Condition.Not(new Condition.Of(inner, []))),
            Gen.Select(
                Count,
                Gen.Bool,
                (other, and) =>
                    and
                        ? (Condition)new Condition.And([new Condition.Of(inner, []), other])
                        : new Condition.Or([new Condition.Of(inner, []), other])
            )
        );

    private static readonly Gen<ImmutableArray<TrackedCondition>> Conditions =
        from first in Gen.Frequency((3, Count), (1, Series))
        from second in Outer(0)
        from third in Gen.Int[0, 1].SelectMany(Outer)
        from fourth in Gen.Int[0, 2].SelectMany(Outer)
        select ((Condition[])[first, second, third, fourth])
            .Select((condition, i) => new TrackedCondition($"g{i}", null, condition, Stands: true))
            .ToImmutableArray();

    private static readonly Gen<ImmutableArray<Anchor>> Warnings = Gen.Select(
            Instant,
            OneOfThese(0, 0, 30),
            OneOfThese(null, null, "Russia"),
            (at, late, to) =>
                new Anchor(
                    new Act
                    {
                        Id = "w",
                        Kind = ActKind.Warning,
                        At = at,
                        KnownAt = at.Plus(late * 1800L),
                        By = ["Commission"],
                        To = to,
                    },
                    "warn"
                )
        )
        .Array[0, 3]
        .Select(anchors => anchors.OrderBy(anchor => anchor.Act.KnownAt).ToImmutableArray());

    private static readonly Gen<EstablishmentStandard?> Established = OneOfThese<EstablishmentStandard?>(
        null,
        null,
        new EstablishmentStandard("0", ["Commission"], null, null),
        new EstablishmentStandard("0", ["Commission"], 2, new Length(24, LengthUnit.Hour)),
        new EstablishmentStandard("0", [], 2, new Length(2, LengthUnit.Hour))
    );

    private static readonly Gen<Agreement> Agreements =
        from conditions in Conditions
        from established in Established
        from attributed in OneOfThese(null, null, new AttributionStandard("0", ["Commission"], Confidence.Moderate))
        from same in OneOfThese(null, new SameIncidentTolerance(3600, 5000))
        from defence in OneOfThese(null, new SelfDefence(6 * 3600, true), new SelfDefence(24 * 3600, false))
        from sectors in OneOfThese(0, 2, 3)
        select new Agreement
        {
            Title = "t",
            File = "t.casus",
            Calendar = Kyiv,
            Parties = [.. Parties.Select(name => new Party(name, [], true, null))],
            Zones = [new Zone("Z", "Z", new Area.Named("Z"))],
            Sectors = sectors == 0 ? null : new SectorScheme(0, 40_000, sectors),
            Established = established,
            Attributed = attributed,
            SameIncident = same,
            Patterns = PatternsOf(),
            Conditions = conditions,
            Norms = [Prohibition(defence)],
            Deemings = [new Deeming("9", 2, 3)],
        };

    public static readonly Gen<CountingCase> Case =
        from agreement in Agreements
        from rows in Rows
        from anchors in Warnings
        from lifeFrom in OneOfThese(-10, 0, 20)
        from lifeTo in OneOfThese(null, null, (int?)150)
        from suspended in OneOfThese(null, null, null, (int?)60)
        from uncovered in OneOfThese(null, null, null, (int?)40)
        select new CountingCase
        {
            Agreement = agreement,
            Rows = rows,
            Anchors = anchors,
            LifeFrom = Start.Plus(lifeFrom * 1800L),
            LifeTo = lifeTo is { } to ? Start.Plus(to * 1800L - 1) : null,
            Suspensions = suspended is { } begin
                ? [new Suspension(Start.Plus(begin * 1800L), Start.Plus((begin + 8) * 1800L))]
                : [],
            Uncovered = uncovered is { } gap
                ? [new TimeInterval(Start.Plus(gap * 1800L), Start.Plus((gap + 3) * 1800L))]
                : [],
            Horizon = Start.Plus(420 * 1800L),
            Watched = [1, 3],
        };

    private static Gen<T> OneOfThese<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static IncidentRow Numbered(IncidentRow row, int index, string? supersedes) =>
        new()
        {
            Ordinal = index,
            Id = $"r{index}",
            Occurred = row.Occurred,
            KnownAt = row.KnownAt,
            Place = row.Place,
            Conduct = row.Conduct,
            Count = row.Count,
            CountMin = row.CountMin,
            CountMax = row.CountMax,
            Party = row.Party,
            Against = row.Against,
            Organisation = row.Organisation,
            Incident = row.Incident,
            Findings = row.Findings,
            Deaths = row.Deaths,
            File = row.File,
            Supersedes = supersedes,
        };

    private static ImmutableArray<IncidentPattern> PatternsOf()
    {
        PlaceTest inZone = new([PlaceRelation.In], 0);
        return
        [
            new IncidentPattern
            {
                Name = "attack",
                Conducts = ["attack"],
                Places = [inZone],
            },
            new IncidentPattern
            {
                Name = "attack by one",
                Conducts = ["attack"],
                By = new PartyTest(true, Parties),
            },
            new IncidentPattern
            {
                Name = "heavy fire by either",
                Conducts = ["heavy fire"],
                By = new PartyTest(false, Parties),
                Against = ["Ukraine"],
            },
            new IncidentPattern
            {
                Name = "violation",
                BreachOf = [0],
                By = new PartyTest(true, Parties),
                Established = true,
                Attributed = true,
            },
            new IncidentPattern
            {
                Name = "contrary",
                Conducts = ["attack"],
                By = new PartyTest(false, Parties),
                Places = [inZone],
            },
            new IncidentPattern { Name = "breach by any", BreachOf = [0] },
        ];
    }

    private static Norm Prohibition(SelfDefence? defence) =>
        new()
        {
            Clause = "1.1",
            Article = "1",
            Order = 0,
            Bearers = new Bearers(BearerMode.Each, new ActorSet(ActorRole.Named, Parties, "Ukraine and Russia")),
            Modal = Modal.ShallNot,
            Kind = NormKind.Refrain,
            Verb = "commit",
            Contrary = 4,
            Exceptions = defence is null ? [] : [new NormException("self-defence", defence, null, "")],
        };
}
