using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Evidence;
using Casus.Core.Facts;
using Casus.Core.Geography;
using Casus.Core.Norms;
using Casus.Core.Time;
using CsCheck;
using NodaTime;

namespace Casus.Tests.Reference;

/// <summary>Small agreements, so that the rows of a small history collide under them.</summary>
internal static class GeneratedAgreement
{
    /// <summary>Patterns of every agreement made here.</summary>
    public const int Contrary = 0;
    public const int Violation = 1;
    public const int Attack = 2;
    public const int HeavyFireOfOne = 3;
    public const int AnywhereByEither = 4;
    private const int Patterns = 5;

    private static readonly ImmutableArray<string> parties = ["Ukraine", "Russia"];

    public static Gen<Agreement> Any { get; } =
        Gen.Select(
            Standards,
            Gen.Bool,
            Gen.OneOf<long>(3600, 86_400),
            Gen.OneOf("UTC", "Europe/Kyiv"),
            Conditions,
            Gen.Bool,
            (standards, selfDefence, within, zone, conditions, sameSector) =>
                Build(standards, selfDefence ? new SelfDefence(within, sameSector) : null, zone, conditions)
        );

    private sealed record Evidence(
        EstablishmentStandard? Established,
        AttributionStandard? Attributed,
        SameIncidentTolerance? Same,
        bool FlagEstablished,
        bool FlagAttributed
    );

    private static Gen<Evidence> Standards =>
        Gen.Select(
            Gen.Int[0, 3],
            Gen.Int[0, 2],
            Gen.Int[0, 2],
            Gen.Bool,
            Gen.Bool,
            (established, attributed, same, flagEstablished, flagAttributed) =>
                new Evidence(
                    established switch
                    {
                        0 => null,
                        1 => new EstablishmentStandard("3.1", ["Commission"], null, null),
                        2 => new EstablishmentStandard("3.1", ["Commission"], 2, new Length(48, LengthUnit.Hour)),
                        _ => new EstablishmentStandard("3.1", [], 2, new Length(6, LengthUnit.Hour)),
                    },
                    attributed switch
                    {
                        0 => null,
                        1 => new AttributionStandard("3.2", ["Commission"], Confidence.Moderate),
                        _ => new AttributionStandard("3.2", ["Commission"], Confidence.Low, BySideOfOrigin: true),
                    },
                    same switch
                    {
                        0 => null,
                        1 => new SameIncidentTolerance(3600, 5000),
                        _ => new SameIncidentTolerance(6 * 3600, 30_000),
                    },
                    flagEstablished,
                    flagAttributed
                )
        );

    private static Gen<Condition.Count> Count =>
        Gen.Select(
            Gen.Int[1, Patterns - 1],
            Gen.Frequency((5, Gen.Const(CountMeasure.Acts)), (1, Gen.Const(CountMeasure.Deaths))),
            Gen.Long[1, 4],
            Gen.OneOf(PlaceScope.OneSector, PlaceScope.Everywhere),
            Gen.Frequency(
                (2, Gen.Const<Window>(new Window.Sliding(86_400))),
                (2, Gen.Const<Window>(new Window.Sliding(6 * 3600))),
                (2, Gen.Const<Window>(new Window.OneDay())),
                (1, Gen.Const<Window>(new Window.Ever()))
            ),
            (pattern, measure, atLeast, scope, window) => new Condition.Count(pattern, measure, atLeast, scope, window)
        );

    private static Gen<Condition.Series> Series =>
        Gen.Select(
            Gen.Int[1, Patterns - 1],
            Gen.OneOf<long>(6 * 3600, 86_400),
            Gen.OneOf(PlaceScope.OneSector, PlaceScope.Everywhere),
            (pattern, gap, scope) => new Condition.Series(pattern, gap, scope)
        );

    /// <summary>
    /// Conditions over the first (a count by sector), the second (any count) and the third (a series).
    /// </summary>
    private static Gen<Condition> Composed =>
        Gen.OneOf(
            Gen.Int[2, 3].Select(sectors => (Condition)new Condition.Spread(0, sectors)),
            Gen.Select(
                Gen.Int[0, 1],
                Gen.Int[1, 3],
                (condition, days) => (Condition)new Condition.OnDays(condition, days, null, SameSectors: false)
            ),
            Gen.Select(
                Gen.Int[1, 3],
                Gen.Int[1, 2],
                Gen.Bool,
                (days, sectors, same) => (Condition)new Condition.OnDays(0, days, sectors, same)
            ),
            Gen.Select(
                Gen.Int[0, 2],
                Gen.OneOf(new Length(6, LengthUnit.Hour), new Length(1, LengthUnit.Day)),
                Gen.Bool,
                (condition, length, stated) => (Condition)new Condition.Persists(condition, length, After(stated))
            ),
            Gen.Select(Gen.Int[0, 2], Gen.Bool, Gen.Int[0, 2], Joined)
        );

    private static Condition Joined(int other, bool both, int negated)
    {
        Condition first = new Condition.Of(0, []);
        Condition second = new Condition.Of(other, negated == 2 ? ["Russia"] : []);
        var parts = ImmutableArray.Create(first, negated == 1 ? new Condition.Not(second) : second);
        return both ? new Condition.And(parts) : new Condition.Or(parts);
    }

    private static Gen<ImmutableArray<Condition>> Conditions =>
        Gen.Select(
            Count,
            Count,
            Series,
            Composed.Array[0, 2],
            (bySector, any, series, composed) =>
                ImmutableArray.Create<Condition>([
                    bySector with
                    {
                        Scope = PlaceScope.OneSector,
                    },
                    any,
                    series,
                    .. composed,
                ])
        );

    private static Point After(bool stated)
    {
        var instant = GeneratedHistory.Start.Plus(30 * 3600);
        return stated
            ? new Point.Stated(instant, instant)
            : new Point.OfAct(
                new ActPattern
                {
                    Kind = ActKind.Warning,
                    Verb = "warn",
                    By = ["Commission"],
                },
                First: true
            );
    }

    private static Agreement Build(
        Evidence evidence,
        SelfDefence? selfDefence,
        string zone,
        ImmutableArray<Condition> conditions
    ) =>
        new()
        {
            Title = "Generated",
            File = "generated.casus",
            Calendar = new AgreementCalendar(DateTimeZoneProviders.Tzdb[zone]),
            Parties = [.. parties.Select(name => new Party(name, [], Bound: true, null))],
            Bodies = [new Body("Commission", "monitor", null, [], [], Outside: false)],
            Lines =
            [
                new DatumLine("Contact Line", "line.geojson", null, Moving: false, GeneratedHistory.Line)
                {
                    Left = "Russia",
                    Right = "Ukraine",
                },
            ],
            Zones = [new Zone("Buffer", "within 15 km of Contact Line", new Area.WithinOfLine(0, 15_000))],
            Sectors = new SectorScheme(0, 40_000, 3),
            Established = evidence.Established,
            Attributed = evidence.Attributed,
            SameIncident = evidence.Same,
            Patterns =
            [
                Pattern("attack", ["attack"], new PartyTest(false, parties), inBuffer: true),
                Pattern("violation", [], new PartyTest(true, parties), inBuffer: false) with
                {
                    BreachOf = [0],
                    Established = evidence.FlagEstablished,
                    Attributed = evidence.FlagAttributed,
                },
                Pattern("attack", ["attack"], null, inBuffer: true) with
                {
                    Established = evidence.FlagEstablished,
                },
                Pattern("heavy fire", ["heavy fire"], new PartyTest(true, parties), inBuffer: true) with
                {
                    Attributed = evidence.FlagAttributed,
                },
                Pattern("attack", ["attack", "troop presence"], new PartyTest(false, parties), inBuffer: false),
            ],
            Norms = [Prohibition(selfDefence)],
            Conditions =
            [
                .. conditions.Select(
                    (condition, index) => new TrackedCondition($"g{index}", $"3.{index}", condition, true)
                ),
            ],
        };

    private static IncidentPattern Pattern(
        string name,
        ImmutableArray<string> conducts,
        PartyTest? by,
        bool inBuffer
    ) =>
        new()
        {
            Name = name,
            Conducts = conducts,
            By = by,
            Places = inBuffer ? [new PlaceTest([PlaceRelation.In], 0)] : [],
        };

    private static Norm Prohibition(SelfDefence? selfDefence) =>
        new()
        {
            Clause = "1.1",
            Article = "1",
            Order = 0,
            Bearers = new Bearers(BearerMode.Each, new ActorSet(ActorRole.Named, parties, "Ukraine and Russia")),
            Modal = Modal.ShallNot,
            Kind = NormKind.Refrain,
            Verb = "commit",
            Contrary = Contrary,
            Exceptions = selfDefence is null
                ? []
                : [new NormException("self-defence", selfDefence, null, "within 24 hours after an attack on it")],
        };
}
