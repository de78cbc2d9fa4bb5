using System.Text.Json;
using System.Text.RegularExpressions;
using Casus.Reports.Model;
using Xunit;

namespace Casus.Tests.Reports.Html;

public sealed partial class ReportHtmlTests
{
    private static readonly string One = ReportPageText.Of(MadeUpReport.Of(200));
    private static readonly string Two = ReportPageText.Of(
        MadeUpReport.Of(60, "Truce of 2015"),
        MadeUpReport.Of(60, "Ladder of 2026")
    );

    private static string Page(int reports) => reports == 1 ? One : Two;

    [Fact]
    public void A_small_report_is_written_as_it_was() =>
        Golden.Matches("report/made-up.html", ReportPageText.Skeleton(ReportPageText.Of(MadeUpReport.Of(12))));

    [Fact]
    public void The_same_report_gives_the_same_bytes() => Assert.Equal(One, ReportPageText.Of(MadeUpReport.Of(200)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Nothing_is_asked_of_any_network(int reports)
    {
        var page = Page(reports);
        Assert.DoesNotContain(Outside().Matches(page), match => !match.Groups[2].Value.StartsWith('#'));
        Assert.Contains("content=\"default-src 'none';", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(link|iframe|object|embed|base|form)[ >]", page);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_id_is_given_once(int reports)
    {
        var page = Page(reports);
        var ids = ReportPageText.Ids(page).ToArray();
        Assert.NotEmpty(ids);
        Assert.Empty(ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_link_within_the_page_leads_somewhere(int reports)
    {
        var page = Page(reports);
        var ids = ReportPageText.Ids(page).ToHashSet();
        var links = Within().Matches(page).Select(match => match.Groups[1].Value).ToArray();
        Assert.NotEmpty(links);
        Assert.Empty(links.Where(link => !ids.Contains(link)).Distinct());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Headings_begin_with_one_and_skip_no_level(int reports)
    {
        var page = Page(reports);
        var levels = ReportPageText.Headings(page);
        Assert.Equal(1, levels[0]);
        Assert.Equal(1, levels.Count(level => level == 1));
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_chart_has_a_name_a_description_and_a_table_twin(int reports)
    {
        var page = Page(reports);
        var figures = Figure().Matches(page).Select(match => match.Value).ToArray();
        Assert.True(figures.Length >= 3);
        Assert.All(
            figures,
            figure =>
            {
                Assert.Matches("<svg class=\"chart[^>]* role=\"img\" aria-labelledby=\"[^\" ]+ [^\" ]+\"", figure);
                Assert.Matches("<title id=[^>]*>[^<]+</title><desc id=[^>]*>[^<]+</desc>", figure);
                Assert.Matches("(?s)<details class=\"twin( brief)?\"><summary>.*<table.*<tbody>.*<tr", figure);
            }
        );
    }

    [Fact]
    public void What_is_certain_never_stands_without_what_is_not()
    {
        Assert.Contains(
            "If what is assumed holds, 3 duties to respond arose; in 102 more cases one may have.",
            One,
            StringComparison.Ordinal
        );
        var none = MadeUpReport.Of(12);
        none = none with { Duties = [.. none.Duties.Where(duty => !duty.Triggered)], Bars = [] };
        Assert.Contains("binds nobody to respond", ReportPageText.Of(none), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_made_up_says_so_before_the_title()
    {
        Assert.True(
            One.IndexOf("class=\"synthetic\"", StringComparison.Ordinal) is > 0 and var banner
                && banner < One.IndexOf("<h1", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            "class=\"synthetic\"",
            ReportPageText.Of(MadeUpReport.Of(12) with { Synthetic = [] }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        const string Hostile = "</script><script>alert(1)</script><img src=x onerror=\"alert(2)\">'\"&\u0007";
        var model = MadeUpReport.Of(12, Hostile);
        var row = model.Rows.Rows[0] with { Id = Hostile, Source = Hostile, Conduct = Hostile, Party = Hostile };
        var page = ReportPageText.Of(
            model with
            {
                Synthetic = [Hostile],
                Notes = [Hostile],
                Rows = model.Rows with { Rows = model.Rows.Rows.SetItem(0, row) },
                Grades = model.Grades.SetItem(0, model.Grades[0] with { Name = Hostile, Clause = Hostile }),
                Duties = model.Duties.SetItem(
                    0,
                    model.Duties[0] with
                    {
                        Bearer = Hostile,
                        Says = Hostile,
                        Clause = Hostile,
                    }
                ),
                Effects = model.Effects.SetItem(
                    1,
                    model.Effects[1] with
                    {
                        Facts = [Hostile],
                        Note = Hostile,
                        Kind = Hostile,
                    }
                ),
                Text = model.Text.SetItem(1, new TextLine(2, Hostile, Hostile, true, true)),
                Episodes = model.Episodes.SetItem(0, model.Episodes[0] with { Name = Hostile, Source = Hostile }),
                Lanes = [.. model.Lanes.Select(lane => lane with { Party = Hostile })],
            }
        );
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0007', page);
        Assert.Contains("&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_islands_get_the_model_without_what_the_page_holds_as_tables()
    {
        var data = Data().Match(Two).Groups[1].Value;
        using var document = JsonDocument.Parse(data);
        var reports = document.RootElement.GetProperty("reports");
        Assert.Equal(2, reports.GetArrayLength());
        Assert.Equal("Ladder of 2026", reports[1].GetProperty("agreement").GetProperty("title").GetString());
        Assert.Equal(60, reports[0].GetProperty("rows").GetProperty("total").GetInt32());
        Assert.Equal(0, reports[0].GetProperty("rows").GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public void Two_histories_are_not_called_one()
    {
        Assert.Contains("The same history under two texts", Two, StringComparison.Ordinal);
        var other = MadeUpReport.Of(60);
        other = other with { Inputs = [other.Inputs[0] with { Sha256 = new string('c', 64) }] };
        var page = ReportPageText.Of(MadeUpReport.Of(60), other);
        Assert.Contains("Not the same history.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("The same history under two texts", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_nothing_is_a_page_too()
    {
        var model = MadeUpReport.Of(0);
        var page = ReportPageText.Of(
            model with
            {
                Grades = [],
                Duties = [],
                Episodes = [],
                Alarm = null,
                Lanes = [],
                Bars = [],
                Effects = [],
                Zones = [],
                Undecided = [],
                Absences = [],
                Text = [],
                Brackets = [],
                Strips = new StripTable(0, [], [], []),
                Map = model.Map with { Lines = [], Zones = [], Sectors = [] },
                Places = new PlaceTable(null, 1, "2021-01-01", [], [], 0, [], []),
            }
        );
        Assert.Contains("The text has no alarm", page, StringComparison.Ordinal);
        Assert.Contains("The text grades nothing.", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("\\s(src|href|action|data|poster|srcset|xlink:href)=\"([^\"]*)\"", RegexOptions.None, 5000)]
    private static partial Regex Outside();

    [GeneratedRegex("href=\"#([^\"]*)\"", RegexOptions.None, 5000)]
    private static partial Regex Within();

    [GeneratedRegex("<figure class=\"chart-figure\".*?</figure>", RegexOptions.Singleline, 5000)]
    private static partial Regex Figure();

    [GeneratedRegex(
        "<script type=\"application/json\" id=\"casus-report\">(.*?)</script>",
        RegexOptions.Singleline,
        5000
    )]
    private static partial Regex Data();
}
