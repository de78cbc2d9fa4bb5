using System.Globalization;
using System.Text;
using Casus.Reports.Model;
using Casus.Tests.Cli;
using Casus.Tests.Data;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Reports.Model;

/// <summary>
/// What a report shows in one place agrees with what it shows in another, on real and on synthetic histories.
/// </summary>
public sealed class ReportModelTests
{
    private static readonly string[] Span = ["--in-force-from", "2015-02-15", "--to", "2022-02-23"];
    private const string Example = "agreements/ukraine-2026/example-incidents.csv";
    private const string Acts = "agreements/ukraine-2026/acts.csv";

    public static TheoryData<string, string[]> Histories =>
        new()
        {
            { "ukraine-2026", ["--incidents", "data/osce", "--episodes", "data/episodes.csv"] },
            { "minsk-2015", ["--incidents", "data/osce", "--alarm", "violent day"] },
            { "ukraine-2026", ["--incidents", Example, "--acts", Acts] },
        };

    [Theory]
    [MemberData(nameof(Histories))]
    public void Every_part_counts_the_same(string agreement, string[] options)
    {
        Agree(Run($"agreements/{agreement}", [.. options, .. Span]));
    }

    [Fact]
    public void Every_part_counts_the_same_on_a_coarse_source()
    {
        var table = SharedData.FileOrSkip("data/ucdp/ucdp_ged_ukraine_2014_2022_slim.csv");
        Agree(Run("agreements/ukraine-2026", ["--incidents", table, "--mapping", "ucdp", .. Span]));
    }

    [Fact]
    public void Where_rows_are_too_many_places_are_a_grid_and_rows_are_those_cited()
    {
        using var small = new SmallCase();
        var table = new StringBuilder($"{SmallCase.Header}\n");
        for (var i = 0; i < 13_000; i++)
        {
            var at = new DateTime(2025, 1, 2, 0, 0, 0, DateTimeKind.Utc).AddHours(i);
            table.Append(
                CultureInfo.InvariantCulture,
                $"{i},{at:yyyy-MM-dd'T'HH:mm:ss'Z'},mortar,{47 + (i % 97 * 0.021):0.####},{38 + (i % 89 * 0.023):0.####},Russia\n"
            );
        }
        small.Write("incidents.csv", table.ToString());
        var outcome = small.Backtest("--in-force-from", "2025-01-01", "--out", "out");
        Assert.True(outcome.Status == 0, $"{outcome}");
        using var stream = File.OpenRead(small.PathOf("out/report.json"));
        var model = ReportJson.Read(stream);
        Agree(model);
        Assert.NotNull(model.Places.Cell);
        Assert.Equal(7, model.Places.BinDays);
        Assert.Equal(13_000, model.Rows.Total);
        Assert.InRange(model.Rows.Rows.Length, 1, 12_999);
    }

    [Fact]
    public void A_report_read_back_is_written_as_it_was()
    {
        var model = Run("agreements/ukraine-2026", ["--incidents", Example, "--acts", Acts, .. Span]);
        var first = Written(model);
        Assert.Equal(first, Written(ReportJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(first)))));
    }

    [Fact]
    public void Made_up_rows_and_acts_are_named_as_such()
    {
        var model = Run("agreements/ukraine-2026", ["--incidents", Example, "--acts", Acts, .. Span]);
        Assert.Equal(2, model.Synthetic.Length);
        Assert.Contains("30 rows are synthetic", model.Synthetic[0], StringComparison.Ordinal);
    }

    private static string Written(ReportModel model)
    {
        using var stream = new MemoryStream();
        ReportJson.Write(stream, model);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static ReportModel Run(string agreement, string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("casus-report-");
        try
        {
            var outcome = CasusProcess.Run(
                RepositoryRoot.Path,
                ["backtest", agreement, .. options, "--out", folder.FullName]
            );
            Assert.True(outcome.Status == 0, $"{outcome}");
            using var stream = File.OpenRead(Path.Combine(folder.FullName, ReportJson.FileName));
            return ReportJson.Read(stream);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Agree(ReportModel model)
    {
        Assert.Equal(model.Incidents.Total, model.Rows.Total);
        Assert.Equal(model.Incidents.Total, model.Places.Tallies.Sum(tally => tally.Rows));
        Assert.Equal(model.Incidents.ActsAtLeast, model.Places.Tallies.Sum(tally => tally.Acts));
        Assert.Equal(model.Incidents.Total - model.Places.WithoutPlace, model.Places.Places.Sum(place => place.Rows));
        Assert.All(model.Places.Tallies, tally => Assert.InRange(tally.Bin, 0, model.Places.Bins.Length - 2));
        for (var grade = 0; grade < model.Grades.Length; grade++)
        {
            var cells = model.Strips.Cells.Where(cell => cell.Grade == grade).ToList();
            var figures = model.Grades[grade].Hindsight;
            Assert.Equal(figures.Arose, cells.Sum(cell => cell.Arose));
            Assert.Equal(figures.Undetermined, cells.Sum(cell => cell.Undetermined));
            Assert.Equal(figures.DaysMet, cells.Sum(cell => cell.DaysMet));
            Assert.Equal(figures.DaysUndetermined, cells.Sum(cell => cell.DaysUndetermined));
            var lanes = model.Lanes.Where(lane => lane.Grade == grade).ToList();
            var firstMet = lanes
                .Where(lane => lane.Hindsight)
                .SelectMany(lane => lane.Stretches)
                .Where(stretch => stretch.Met)
                .Select(stretch => (long?)stretch.From)
                .Min();
            Assert.Equal(figures.First, firstMet);
        }
        Assert.Equal(model.Duties.Sum(duty => duty.AsKnown.Arose + duty.AsKnown.Excused), model.BarTotal);
        Assert.Equal(model.Effects.Length, model.EffectTotals.Sum(total => total.Shown));
        Assert.Equal(model.Effects.Select(effect => effect.Seq).Order(), model.Effects.Select(effect => effect.Seq));
        var shown = model.Rows.Rows.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        Assert.True(shown.Count == model.Rows.Rows.Length);
        var clauses = model.Text.Select(line => line.Clause).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Assert.All(model.Duties, duty => Assert.Contains(duty.Clause, clauses));
        Assert.All(model.Grades, grade => Assert.True(grade.Clause is null || clauses.Contains(grade.Clause)));
    }
}
