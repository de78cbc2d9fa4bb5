using System.Collections.Immutable;
using System.Globalization;
using Casus.Reports.Model;
using Span = Casus.Reports.Model.Span;

namespace Casus.Tests.Reports.Html;

/// <summary>
/// A report of a history that is made up: two years along a line of four points, with everything in it that a page must
/// show. The same number of rows gives the same report.
/// </summary>
internal static class MadeUpReport
{
    private const long Day = 86_400;

    /// <summary>2021-01-01 in UTC.</summary>
    private const long Start = 1_609_459_200;
    private const long End = Start + 730 * Day - 1;

    public static ReportModel Of(int rows, string title = "Truce of the Two Banks")
    {
        var made = Rows(rows);
        return new ReportModel
        {
            Engine = new EngineNote("0.1.0", "5f2a9c0d11e8b7a4", "2026a"),
            Agreement = new AgreementNote(
                title,
                "draft 3",
                "2026-01-06",
                "agreements/truce/agreement.casus",
                "UTC",
                [new ChoiceNote("depth", "20"), new ChoiceNote("grave", "5")]
            ),
            Span = new Span(Start, End),
            Horizon = End,
            Synthetic = ["The incidents are made up for a test; nothing of the kind happened."],
            Inputs =
            [
                new InputNote("incidents", "data/made-up/incidents.csv", new string('a', 64), rows, 2),
                new InputNote("episodes", "data/made-up/episodes.csv", new string('b', 64), 3, 0),
            ],
            Assumptions = [new AssumptionNote("attributed_by=Commission:side=left", 26)],
            Suppositions = ["Procedures are supposed to end at their deadline where nothing is stated."],
            Warnings = ["The line is of 2021-02-01 and was drawn by hand: its accuracy is 2 km."],
            Notes = ["A sample, not a census: only what the monitors' daily reports name."],
            CoverageStated = true,
            Uncovered = [new Span(Start, Start + 20 * Day), new Span(Start + 400 * Day, Start + 460 * Day)],
            Incidents = new IncidentTotals(rows, rows / 2, rows / 8, rows - rows / 2 - rows / 8, 3, rows * 4L, null),
            Zones = [new ZoneTotals("Buffer", rows, rows / 2, rows / 8, rows - rows / 2 - rows / 8)],
            Grades =
            [
                Grade("violation", "3.3", 6, 88, 12, 310),
                Grade("significant violation", "3.4", 2, 41, 3, 120),
                Grade("sustained attack", "3.5", 0, 2, 0, 61),
            ],
            Duties = Duties(rows),
            Alarm = new AlarmNote(
                "sustained attack",
                "3.5",
                true,
                new FalseAlarmNote(0, 0),
                new FalseAlarmNote(1, 0.53m)
            ),
            Episodes = Episodes(),
            Undecided =
            [
                new UndecidedNote("place", rows / 3, "a distance, or a named place with a radius under 5 km"),
                new UndecidedNote("party", rows, "an attribution by Commission with at least moderate confidence"),
            ],
            Text = Text(),
            Brackets =
            [
                new BracketNote(
                    "depth",
                    ["20", "15", "10"],
                    "20",
                    3,
                    ["Eastbank proposes 10, said by Eastbank on 2025-12-29"]
                ),
                new BracketNote("grave", ["5", "10", "20"], "5", 9, []),
            ],
            Absences =
            [
                new AbsenceNote(
                    "sustained attack",
                    "3.5",
                    "It never arose for certain: attributed by Commission with moderate confidence, 14 acts would count; 10 are needed."
                ),
            ],
            Map = Map(),
            Places = MadeUpPlaces.Of(made),
            Rows = new RowTable(rows, made),
            Lanes = MadeUpTimes.Lanes(),
            Bars = MadeUpTimes.Bars(),
            Strips = MadeUpTimes.Strips(),
            Effects = Effects(made),
            EffectTotals = [new EffectTotal("arose", false, 4, 4), new EffectTotal("dutyUndetermined", false, 90, 8)],
        };
    }

    private static GradeRow Grade(string name, string clause, int arose, int undetermined, int met, int days) =>
        new(
            name,
            clause,
            new GradeFigures(arose / 2, undetermined, met / 2, days, arose > 1 ? Start + 70 * Day : null, null, 0),
            new GradeFigures(arose, undetermined, met, days, arose > 0 ? Start + 66 * Day : null, null, arose / 2)
        );

    private static ImmutableArray<DutyRow> Duties(int rows)
    {
        DutyFigures Figures(int arose, int undetermined, int done, int overdue) =>
            new(
                arose,
                undetermined,
                done,
                arose - done - overdue,
                overdue,
                overdue / 2,
                0,
                0,
                0,
                0,
                0,
                0,
                Start + 67 * Day
            );
        return
        [
            new DutyRow(
                "5.1(a)",
                "Commission",
                "warn Eastbank within 24 hours after the violation is attributed",
                true,
                Figures(3, rows / 2, 1, 2),
                Figures(4, rows / 2, 1, 2)
            ),
            new DutyRow(
                "5.2(a)",
                "Coalition",
                "give \"support in the air, at sea and on land\" to Westbank within 24 hours",
                true,
                Figures(0, 2, 0, 0),
                Figures(0, 2, 0, 0)
            ),
            new DutyRow(
                "2.1",
                "Eastbank",
                "keep artillery of at least 100 mm at a distance of at least 50 km from River Line",
                false,
                Figures(1, 0, 0, 0),
                Figures(1, 0, 0, 0)
            ),
        ];
    }

    private static ImmutableArray<EpisodeRow> Episodes()
    {
        EpisodeRow Episode(string name, int from, int days, string known, string hindsight, decimal? lag) =>
            new(
                name,
                Iso(Start + from * Day),
                Iso(Start + (from + days) * Day),
                new Span(Start + from * Day, Start + (from + days) * Day),
                "a historian",
                new EpisodeFinding(known, lag, lag is null ? "no attribution was on record by its end" : null),
                new EpisodeFinding(hindsight, lag, lag is null ? "acts are known of, and nobody attributed them" : null)
            );
        return
        [
            Episode("Spring shelling", 60, 20, "yes", "yes", 30.5m),
            Episode("The bridge", 200, 6, "no", "no", null),
            Episode("Autumn offensive", 600, 45, "undetermined", "undetermined", null),
        ];
    }

    private static ImmutableArray<TextLine> Text() =>
        [
            new(1, "Agreement \"Truce of the Two Banks\", draft 3 of 2026-01-06.", null, false, true),
            new(2, "// The line of 2021 is used; <no> map & no \"legend\" is published.", null, false, true),
            new(3, "Zone Buffer: within [depth: 20 | 15 | 10] km of River Line.", null, false, true),
            new(4, "", null, false, true),
            new(5, "Article 2 \"Withdrawal\".", null, false, true),
            new(
                6,
                "  Eastbank shall keep artillery of at least 100 mm at a distance of at least 50 km from River Line.",
                "2.1",
                true,
                true
            ),
            new(7, "Article 3 \"Facts\".", null, false, true),
            new(8, "  A violation means a breach of Article 1 that is established and attributed.", "3.3", true, true),
            new(
                9,
                "  A significant violation means at least [grave: 5 | 10 | 20] violations by one party in one sector",
                "3.4",
                true,
                true
            ),
            new(10, "    within any 24 hours.", "3.4", false, true),
            new(
                11,
                "  A sustained attack means significant violations by one party in at least 2 sectors.",
                "3.5",
                true,
                true
            ),
            new(12, "Article 5 \"Response\".", null, false, true),
            new(13, "  On a violation by Eastbank:", null, false, true),
            new(
                14,
                "    Commission shall warn Eastbank within 24 hours after the violation is attributed;",
                "5.1(a)",
                true,
                true
            ),
            new(15, "  On a sustained attack by Eastbank:", null, false, true),
            new(
                16,
                "    Coalition shall give \"support in the air, at sea and on land\" to Westbank within 24 hours;",
                "5.2(a)",
                true,
                true
            ),
            new(17, "    [decider: President] President decides on assistance within 48 hours.", "5.2(b)", true, false),
        ];

    private static MapModel Map()
    {
        ImmutableArray<LonLat> line = [new(38.0, 48.9), new(38.3, 48.4), new(37.8, 48.0), new(37.9, 47.2)];
        return new MapModel(
            "The base map draws borders as the United Nations' General Assembly sees them.",
            36.6,
            46.9,
            39.6,
            49.3,
            [new MapLine("River Line", "2021-02-01", "2021", 2, "drawn by hand", "Eastbank", "Westbank", line)],
            [new MapZone("Buffer", "within 20 km of River Line", new MapArea("within", 0, 20_000, null))],
            [
                new MapSector(1, [line[0], line[1]]),
                new MapSector(2, [line[1], line[2]]),
                new MapSector(3, [line[2], new(37.85, 47.6)]),
                new MapSector(4, [new(37.85, 47.6), line[3]]),
            ]
        );
    }

    private static ImmutableArray<RowLine> Rows(int count)
    {
        string[] conducts = ["artillery", "small arms fire", "explosion", "drone flight"];
        var rows = ImmutableArray.CreateBuilder<RowLine>();
        for (var i = 0; i < count; i++)
        {
            var from = Start + (i * 7919L % 729) * Day + (i * 5 % 24) * 3600;
            var isKnown = i % 3 == 0;
            rows.Add(
                new RowLine(
                    string.Create(CultureInfo.InvariantCulture, $"made-{i:0000}"),
                    from,
                    from + 3600,
                    from + 2 * Day,
                    i % 11 == 10 ? -1 : i * 13 % MadeUpPlaces.Count,
                    conducts[i * 7 % 4],
                    1 + i % 5,
                    1 + i % 5,
                    i % 4 == 0 ? null : 1 + i % 5,
                    isKnown ? "Eastbank" : null,
                    i % 2 == 0 ? "met" : "undetermined",
                    isKnown && i % 2 == 0 ? "met" : "undetermined",
                    i % 5 == 0 ? "met"
                        : i % 5 == 1 ? "notMet"
                        : "undetermined",
                    "daily report " + Iso(from + Day),
                    isKnown ? ["attributed_by"] : []
                )
            );
        }
        return rows.ToImmutable();
    }

    private static ImmutableArray<EffectLine> Effects(ImmutableArray<RowLine> rows)
    {
        EffectLine Effect(
            long seq,
            string kind,
            string? clause,
            string? grade,
            string? bearer,
            int day,
            ImmutableArray<long> because
        ) =>
            new(
                seq,
                kind,
                clause,
                grade,
                bearer,
                null,
                "Eastbank",
                1 + (int)seq % 4,
                Start + day * Day,
                Start + (day + 2) * Day,
                bearer is null ? null : Start + (day + 1) * Day,
                grade is null ? null : 5,
                false,
                seq > 7,
                null,
                [.. rows.Take(2).Select(row => row.Id), "notice-1"],
                because
            )
            {
                FactCount = 14,
            };
        return
        [
            new(
                1,
                "dutyArose",
                "2.1",
                null,
                "Eastbank",
                null,
                null,
                null,
                Start,
                Start,
                null,
                null,
                false,
                false,
                "keeps",
                [],
                []
            ),
            Effect(2, "arose", "3.3", "violation", null, 66, []),
            Effect(3, "dutyArose", "5.1(a)", null, "Commission", 67, [2]),
            Effect(4, "dutyOverdue", "5.1(a)", null, "Commission", 152, [3]),
            Effect(5, "dutyUndetermined", "5.1(a)", null, "Commission", 160, []),
            Effect(6, "dutyBornOverdue", "5.1(a)", null, "Commission", 330, []),
            Effect(7, "lapsed", "3.3", "violation", null, 70, [2]),
            Effect(8, "arose", "3.4", "significant violation", null, 66, [2]),
        ];
    }

    private static string Iso(long instant) =>
        DateTimeOffset.FromUnixTimeSeconds(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
