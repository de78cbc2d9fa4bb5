using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Geography;
using Casus.Core.Time;
using NodaTime;

namespace Casus.Tests.Counting;

/// <summary>
/// An agreement of one zone and three sectors in Kyiv time, and rows written in hours from 10 January 2025, 00:00
/// local.
/// </summary>
internal static class SmallText
{
    public static readonly AgreementCalendar Kyiv = new(DateTimeZoneProviders.Tzdb["Europe/Kyiv"]);
    public static readonly Moment Start = Kyiv.StartOfDay(AgreementCalendar.NumberOf(new LocalDate(2025, 1, 10)));

    public static readonly IncidentPattern Attack = new()
    {
        Name = "attack",
        Conducts = ["attack"],
        Places = [new PlaceTest([PlaceRelation.In], 0)],
    };

    public static Moment At(double hours) => Start.Plus((long)(hours * 3600));

    public static Condition Within24Hours(long atLeast, PlaceScope scope = PlaceScope.OneSector) =>
        new Condition.Count(0, CountMeasure.Acts, atLeast, scope, new Window.Sliding(24 * 3600));

    public static Condition InOneDay(long atLeast) =>
        new Condition.Count(0, CountMeasure.Acts, atLeast, PlaceScope.OneSector, new Window.OneDay());

    public static Agreement Text(params Condition[] conditions) =>
        new()
        {
            Title = "t",
            File = "t.casus",
            Calendar = Kyiv,
            Zones = [new Zone("Z", "Z", new Area.Named("Z"))],
            Sectors = new SectorScheme(0, 40_000, 3),
            Patterns = [Attack],
            Conditions =
            [
                .. conditions.Select((condition, i) => new TrackedCondition($"g{i}", null, condition, Stands: true)),
            ],
        };

    public static IncidentRow Act(string id, double at, double? known = null, int sector = 1, long count = 1) =>
        Between(id, at, at, known, sector, count);

    /// <summary>A row that may be one act, or none.</summary>
    public static IncidentRow Maybe(string id, double at) => Between(id, at, at, countMin: 0);

    public static IncidentRow Between(
        string id,
        double from,
        double to,
        double? known = null,
        int sector = 1,
        long count = 1,
        long? countMin = null,
        string? group = null,
        string? supersedes = null,
        ImmutableArray<BodyFinding>? findings = null
    ) =>
        new()
        {
            Ordinal = 0,
            Id = id,
            Occurred = new TimeInterval(At(from), At(to)),
            KnownAt = At(known ?? to),
            Place = new Place { District = $"2|{sector}", Point = new GeoPoint(48 + sector, 38) },
            Conduct = "mortar",
            Count = count,
            CountMin = countMin ?? count,
            CountMax = count,
            Organisation = group,
            Supersedes = supersedes,
            Findings = findings ?? [],
            File = "f",
        };

    public static CountingStory Run(Agreement agreement, params IncidentRow[] rows) => Case(agreement, rows).Run();

    public static CountingCase Case(Agreement agreement, params IncidentRow[] rows) =>
        new()
        {
            Agreement = agreement,
            Rows = [.. rows.OrderBy(row => row.KnownAt)],
            LifeFrom = At(-24 * 9),
            Horizon = At(24 * 30),
        };

    /// <summary>What was told, in hours: "arose 12 known 12".</summary>
    public static IEnumerable<string> Told(CountingStory story) =>
        story.Grades.Select(change =>
            $"{change.Kind.ToString().ToLowerInvariant()} {Hours(change.At)} known {Hours(change.KnownAt)}"
        );

    /// <summary>
    /// Runs in hindsight, in hours: "any/1 12..34", with the first instant met where it is not the start.
    /// </summary>
    public static IEnumerable<string> Runs(CountingStory story, int condition = 0) =>
        story
            .Machine.Hindsight()
            .Where(line => line.Condition == condition)
            .SelectMany(line =>
                line.Runs.Select(run =>
                    $"{line.Key} {Hours(run.Start)}..{Hours(run.End)}"
                    + (run.Arose is null ? " possible" : $" met {Hours(run.Arose)}")
                )
            );

    private static string Hours(Moment? at) =>
        at is { } moment ? ((moment.Second - Start.Second) / 3600.0).ToString("0.####") : "-";
}
