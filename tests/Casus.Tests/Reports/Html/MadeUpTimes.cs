using System.Collections.Immutable;
using System.Globalization;
using Casus.Reports.Model;

namespace Casus.Tests.Reports.Html;

/// <summary>When the grades of the made-up report stood, when its duties ran, and its months by sector.</summary>
internal static class MadeUpTimes
{
    private const long Day = 86_400;

    /// <summary>2021-01-01 in UTC.</summary>
    private const long Start = 1_609_459_200;
    private const int Months = 24;

    public static ImmutableArray<GradeLane> Lanes()
    {
        var lanes = ImmutableArray.CreateBuilder<GradeLane>();
        for (var grade = 0; grade < 3; grade++)
        {
            for (var sector = 1; sector <= 4; sector++)
            {
                foreach (var isHindsight in new[] { false, true })
                {
                    var spans =
                        from i in Enumerable.Range(0, 8 - 2 * grade)
                        let begin = Start + (30 + i * 85 + sector * 9 + grade * 4 + (isHindsight ? 0 : 5)) * Day
                        select new VerdictSpan(begin, begin + (3 + i * 3) * Day, grade < 2 && i % 4 == 1, i + 1);
                    lanes.Add(new GradeLane(grade, "Eastbank", sector, isHindsight, [.. spans]));
                }
            }
        }
        return lanes.ToImmutable();
    }

    public static ImmutableArray<DutyBar> Bars()
    {
        DutyBar Warn(int day, int? closed, string status, long seq) =>
            new(
                0,
                "Westbank",
                Start + day * Day,
                Start + (day + 2) * Day,
                Start + (day + 1) * Day,
                closed is { } c ? Start + c * Day : null,
                status,
                false,
                seq
            );
        return
        [
            Warn(67, 68, "discharged", 2),
            Warn(152, null, "overdue", 4),
            Warn(330, null, "bornOverdue", 6),
            new DutyBar(2, null, Start, Start, null, null, "open", false, 1),
        ];
    }

    public static StripTable Strips()
    {
        var months = Enumerable.Range(0, Months).Select(i => new DateOnly(2021, 1, 1).AddMonths(i)).ToArray();
        var cells =
            from grade in Enumerable.Range(0, 3)
            from sector in Enumerable.Range(1, 4)
            from month in Enumerable.Range(0, Months)
            let weight = (month * 7 + sector * 5 + grade * 3) % 9
            where weight > grade * 2
            select new StripCell(grade, sector, month, weight > 7 ? 1 : 0, weight / 2, weight > 7 ? 3 : 0, weight * 3);
        return new StripTable(
            4,
            [.. months.Select(month => month.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
            [
                .. months.Select(
                    (_, i) =>
                        i == 0 ? 20
                        : i is 13 or 14 ? 28
                        : 0
                ),
            ],
            [.. cells]
        );
    }
}
