using System.Text;
using System.Text.Json;
using Casus.Cli.DataTables;
using Casus.Cli.Inputs;
using Casus.Core.Agreements;
using Casus.Core.Conduct;
using Casus.Data.Incidents;
using Casus.Data.Inspection;
using Casus.Data.Mappings;
using Casus.Data.Tables;
using Casus.Tests.Data;
using Xunit;

namespace Casus.Tests.Cli;

public class DataDoctorTests
{
    private const string Other =
        "event_id,date,lat,lon,type,killed,note\n"
        + "a,24 February 2022,48.5,38.1,morter,3,\n"
        + "b,2022-02-25,0,0,shelling,,\n"
        + "b,03/02/2022,48.6,38.4,mortar,1,\n"
        + "c,2022-02-27,148.6,38.4,mortar,\"1,5\",\n";

    private static TableInspection Inspect(string text)
    {
        var table = TableInspector.Inspect(TableInput.OfText("t.csv", text), out var problem);
        Assert.Null(problem);
        return table!;
    }

    private static string Said(TableInspection table, Agreement? agreement = null)
    {
        var output = new StringWriter();
        new DoctorText(output, new Diagnosis(table, agreement)).Write();
        return output.ToString();
    }

    private static Agreement Compiled(string path)
    {
        var text = AgreementText.Open(Path.Combine(SharedData.Root, path), out _)!;
        return text.Compile(new Dictionary<string, string>(StringComparer.Ordinal)).Agreement;
    }

    [Theory]
    [InlineData("30.01.2017", "03.02.2017", "d.M.yyyy", false)]
    [InlineData("01/30/2017", "02/03/2017", "M/d/yyyy", false)]
    [InlineData("2017/1/30", "2017/2/3", "yyyy/M/d", false)]
    [InlineData("3/4/2017", "4/5/2017", "d/M/yyyy", true)]
    public void One_date_beyond_the_twelfth_tells_the_order(string one, string other, string format, bool isUnclear)
    {
        var table = Inspect($"id,date\n1,{other}\n2,{one}\n");
        var order = table.Columns.Single(column => column.Name == "date").Order;
        Assert.Equal((format, isUnclear), (order.Format, order.IsUnclear));
    }

    [Theory]
    [InlineData("column 'date' has dates in 3 forms")]
    [InlineData("day and month cannot be told apart")]
    [InlineData("1 rows lie at 0 degrees north and 0 east")]
    [InlineData("in 1 rows the latitude is beyond 90 degrees")]
    [InlineData("1 ids stand twice; the first is 'b', on lines 3 and 4")]
    [InlineData("column 'killed' has 1 numbers with a decimal comma")]
    [InlineData("from 48.5 to 48.6 north, from 38.1 to 38.4 east")]
    [InlineData("note      empty, 4 blank")]
    [InlineData("2022-02-03 to 2022-02-27")]
    [InlineData("none fits")]
    [InlineData("conduct from type")]
    public void What_is_odd_in_a_table_is_said(string what) =>
        Assert.Contains(what, Said(Inspect(Other)), StringComparison.Ordinal);

    [Fact]
    public void Times_that_are_all_midnight_and_times_without_an_offset_are_said()
    {
        var said = Said(
            Inspect("id,occurred_from,conduct\n1,2025-01-10 00:00:00,mortar\n2,2025-01-11 00:00:00,mortar\n")
        );
        Assert.Contains("all midnight", said, StringComparison.Ordinal);
        Assert.Contains("times without an offset", said, StringComparison.Ordinal);
        Assert.Contains("none is needed", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_is_told_the_same_in_every_format()
    {
        string? first = null;
        foreach (var form in TableForms.Of(Other))
        {
            var table = TableInspector.Inspect(form.Input, out var problem)!;
            Assert.Null(problem);
            var columns = table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal);
            var told = string.Join(
                '\n',
                columns
                    .Where(column => column.Name is not ("lat" or "lon" or "killed"))
                    .Select(column => $"{column.Name} {column.Filled} {column.Blank} {string.Join(' ', column.Forms)}")
            );
            Assert.Equal(first ??= told, told);
            Assert.Equal(
                Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(form.Bytes)),
                table.Sha256
            );
        }
    }

    [Fact]
    public void A_starter_mapping_can_be_read_and_leaves_what_must_be_decided_open()
    {
        var text = StarterMapping.Of(Inspect(Other), ConductTaxonomy.BuiltIn);
        var mapping = MappingParser.Parse(TableInput.OfText("m.json", text), out var problem);
        Assert.Null(problem);
        Assert.Contains("\"morter\": \"mortar\"", text, StringComparison.Ordinal);
        Assert.Contains("\"shelling\": \"\"", text, StringComparison.Ordinal);
        Assert.Contains("// Not used: note", text, StringComparison.Ordinal);
        const string Table =
            "event_id,date,lat,lon,type,killed,note\na,2022-02-24,48.5,38.1,morter,3,\nb,2022-02-25,,,shelling,,\n";
        var reading = new IncidentReader(Tables.Settings).Read([
            new IncidentSource(TableInput.OfText("t.csv", Table), mapping),
        ]);
        Assert.Equal("mortar", Assert.Single(reading.Rows).Conduct);
        Assert.Equal("conduct", Assert.Single(reading.Rejected).Column);
    }

    [Fact]
    public void A_starter_mapping_of_a_table_that_is_known_extends_its_mapping()
    {
        var table = Inspect(File.ReadAllText(Path.Combine(SharedData.Root, "data/osce/osce_smm_daily_violations.csv")));
        Assert.Equal("osce-violations", table.Fits?.Name);
        var mapping = MappingParser.Parse(
            TableInput.OfText("m.json", StarterMapping.Of(table, ConductTaxonomy.BuiltIn)),
            out _
        )!;
        Assert.Equal(table.Fits!.SourceColumns, mapping.SourceColumns);
    }

    [Fact]
    public void What_an_agreement_needs_and_the_table_lacks_names_the_sentence_and_what_would_supply_it()
    {
        var said = Said(
            Inspect("id,occurred_from,conduct,latitude,longitude\n1,2025-01-10,mortar,48,38\n"),
            Compiled("agreements/ukraine-2026")
        );
        Assert.Contains("5.1(a)", said, StringComparison.Ordinal);
        Assert.Contains("need `verified_by`: no column gives it; 3.1 counts", said, StringComparison.Ordinal);
        Assert.Contains("--assume verified_by=Commission would suppose it", said, StringComparison.Ordinal);
        Assert.Contains("has     latitude: from latitude", said, StringComparison.Ordinal);
        Assert.DoesNotContain("`latitude`: no column", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_that_only_lie_near_the_line_when_exchanged_are_said_to_be()
    {
        const string Text = "id,occurred_from,conduct,latitude,longitude\n1,2025-01-10,mortar,38,48\n";
        Assert.Contains(
            "exchanged: are they?",
            Said(Inspect(Text), Compiled("agreements/ukraine-2026")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_candidate_file_of_ucdp_is_told_from_the_dataset_by_what_is_not_clear()
    {
        const string Header =
            "id,type_of_violence,side_a,where_prec,latitude,longitude,date_start,date_end,best,high,low,code_status";
        const string Row = "1,1,A,1,48.5,38.1,2024-03-01,2024-03-02,4,6,3";
        Assert.Equal("ucdp", Inspect($"{Header}\n{Row},Clear\n").Fits?.Name);
        Assert.Equal("ucdp-candidate", Inspect($"{Header}\n{Row},Check geography\n").Fits?.Name);
    }

    [Fact]
    public void As_json_it_is_one_document()
    {
        using var stream = new MemoryStream();
        DoctorJson.Write(stream, new Diagnosis(Inspect(Other), Compiled("agreements/ukraine-2026")));
        using var document = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        var root = document.RootElement;
        Assert.Equal(4, root.GetProperty("rows").GetInt32());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("mapping").ValueKind);
        Assert.Equal("2022-02-03", root.GetProperty("columns")[1].GetProperty("firstDay").GetString());
        Assert.Contains(
            root.GetProperty("lacks").EnumerateArray(),
            lack => lack.GetProperty("column").GetString() == "verified_by"
        );
    }

    [Fact]
    public void A_mapping_is_written_once_and_never_over_another_and_bad_input_writes_none()
    {
        using var small = new SmallCase();
        var wrote = small.Casus("data", "doctor", "incidents.csv", "--write-mapping", "m.json", "--agreement", ".");
        Assert.True(wrote.Status == 0, $"{wrote}");
        Assert.Contains("next      ./casus backtest", wrote.Output, StringComparison.Ordinal);
        var again = small.Casus("data", "doctor", "incidents.csv", "--write-mapping", "m.json");
        Assert.Equal(
            (3, true),
            (again.Status, again.Errors.Contains("there is a file already", StringComparison.Ordinal))
        );
        File.WriteAllBytes(small.PathOf("cut.csv.gz"), TableForms.Gzip("id,occurred_from\n"u8.ToArray())[..20]);
        var bad = small.Casus("data", "doctor", "cut.csv.gz", "--write-mapping", "n.json");
        Assert.Equal((3, ""), (bad.Status, bad.Output));
        Assert.Contains("ends early", bad.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(small.PathOf("n.json")));
    }
}
