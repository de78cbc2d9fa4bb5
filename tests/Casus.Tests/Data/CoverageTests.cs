using Casus.Core.Time;
using Casus.Data.Coverage;
using Casus.Data.Episodes;
using Casus.Data.Tables;
using CsCheck;
using Xunit;

namespace Casus.Tests.Data;

public class CoverageTests
{
    private static readonly TimeInterval Span = new(new Moment(100), new Moment(199));

    private static CoverageStatement Stated(params (long From, long To, string Place)[] spans) =>
        new([.. spans.Select(span => new CoverageSpan(new(new(span.From), new(span.To)), span.Place))]);

    private static IEnumerable<(long, long)> Uncovered(params CoverageStatement?[] statements) =>
        CoverageOfInputs.Over(Span, statements).Uncovered.Select(time => (time.From.Second, time.To.Second));

    [Fact]
    public void What_no_input_covers_is_uncovered()
    {
        Assert.Equal(
            [(100, 109), (151, 199)],
            Uncovered(Stated((110, 120, ""), (121, 140, "")), Stated((130, 150, "")))
        );
        Assert.Equal([(100, 199)], Uncovered(Stated()));
        Assert.Empty(Uncovered(Stated((0, 500, ""))));
        Assert.Equal([(100, 149)], Uncovered(Stated((150, 199, ""))));
        Assert.Equal([(100, 199)], Uncovered(Stated((0, 99, ""), (200, 300, ""))));
    }

    [Fact]
    public void A_named_place_does_not_cover_the_time() =>
        Assert.Equal([(100, 199)], Uncovered(Stated((100, 199, "Donetsk region"))));

    [Fact]
    public void A_table_without_a_statement_is_taken_as_complete()
    {
        var coverage = CoverageOfInputs.Over(Span, [Stated(), null]);
        Assert.Empty(coverage.Uncovered);
        Assert.Equal("taken as complete", coverage.Words);
        Assert.Equal("stated", CoverageOfInputs.Over(Span, [Stated()]).Words);
    }

    [Fact]
    public void Uncovered_times_are_those_of_the_span_in_no_statement()
    {
        var interval = Gen.Select(Gen.Long[80, 220], Gen.Long[0, 40]);
        Gen.Select(interval, interval, interval)
            .Sample(
                (a, b, c) =>
                {
                    (long From, long To, string Place)[] spans =
                    [
                        .. new[] { a, b, c }.Select(i => (i.Item1, i.Item1 + i.Item2, "")),
                    ];
                    var uncovered = CoverageOfInputs.Over(Span, [Stated(spans)]).Uncovered;
                    for (var second = 90L; second < 210; second++)
                    {
                        var expected =
                            second is >= 100 and <= 199 && !spans.Any(span => span.From <= second && second <= span.To);
                        Assert.Equal(expected ? 1 : 0, uncovered.Count(time => time.Contains(new Moment(second))));
                    }
                }
            );
    }

    [Fact]
    public void A_coverage_table_is_read_and_its_faults_are_told()
    {
        var read = CoverageStatement.Read(
            TableInput.OfText("c.csv", "from,to,place\n2025-01-10,2025-01-11,\n2025-01-12,,Donetsk\n"),
            SharedData.Kyiv,
            out var problem
        );
        Assert.Null(problem);
        Assert.Equal(2 * 86_400 - 1, read!.Spans[0].Time.To.Second - read.Spans[0].Time.From.Second);
        Assert.Equal("Donetsk", read.Spans[1].Place);
        (string, int)[] faults = [("from,to\n2025-01-10,2025-01-09\n", 2), ("from\nx\n", 2), ("since\n", 1)];
        foreach (var (text, line) in faults)
        {
            Assert.Null(CoverageStatement.Read(TableInput.OfText("c.csv", text), SharedData.Kyiv, out problem));
            Assert.Equal(line, problem!.Line);
        }
    }

    [Fact]
    public void Episodes_are_whole_days()
    {
        var table = TableInput.OfText("e.csv", "name,from,to,source\nAvdiivka,2017-01-29,2017-02-03,OSCE\n");
        var episode = Assert.Single(EpisodesReader.Read(table, SharedData.Kyiv, out var problem));
        Assert.Null(problem);
        Assert.Equal(("Avdiivka", "OSCE"), (episode.Name, episode.Source));
        Assert.Equal("2017-01-28T22:00:00Z", $"{episode.Time.From}");
        Assert.Equal("2017-02-03T21:59:59Z", $"{episode.Time.To}");
    }

    [Theory]
    [InlineData("name,from,to,source\n,2017-01-29,,\n", "no name")]
    [InlineData("name,from,to,source\nA,2017-01-29,2017-01-28,\n", "before from")]
    [InlineData("name,from,to,source\nA,January,,\n", "from 'January'")]
    [InlineData("name,from,to,source\nA,2017-01-29,,\nA,2017-01-30,,\n", "stands twice")]
    [InlineData("title,from\n", "'name' is missing")]
    public void An_episode_that_cannot_be_read_ends_the_reading(string text, string what)
    {
        Assert.Empty(EpisodesReader.Read(TableInput.OfText("e.csv", text), SharedData.Kyiv, out var problem));
        Assert.Contains(what, problem!.What, StringComparison.Ordinal);
    }
}
