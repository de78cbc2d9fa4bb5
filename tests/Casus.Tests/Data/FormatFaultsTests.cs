using System.Text;
using Casus.Data.Incidents;
using Casus.Data.Tables;
using CsCheck;
using Xunit;

namespace Casus.Tests.Data;

public class FormatFaultsTests
{
    private const string Csv =
        "id,occurred_from,conduct,latitude,longitude\n"
        + "1,2025-01-10,mortar,48.1,38.2\n2,2025-01-11,mortar,48.2,38.3\n3,2025-01-12,mortar,,\n";

    private const string Properties = "\"properties\":{\"occurred_from\":\"2025-01-10\",\"conduct\":\"mortar\"}";

    private static readonly IReadOnlyList<TableForm> Forms = TableForms.Of(Csv);

    private static byte[] Form(string name) => Forms.Single(form => form.Name == name).Bytes;

    private static IncidentReading Read(string name, byte[] bytes) =>
        new IncidentReader(Tables.Settings).Read([new IncidentSource(new TableForm(name, bytes).Input)]);

    private static InputProblem Problem(string name, byte[] bytes)
    {
        var reading = Read(name, bytes);
        var problem = Assert.Single(reading.Problems);
        Assert.All([problem.What, problem.Why, problem.Instead], text => Assert.NotEmpty(text));
        return problem;
    }

    private static IncidentReading Features(params string[] features) =>
        Read(
            "t.geojson",
            Encoding.UTF8.GetBytes($"{{\"type\":\"FeatureCollection\",\"features\":[{string.Join(',', features)}]}}")
        );

    private static string Feature(string geometry, string more = "") =>
        $"{{\"type\":\"Feature\",{Properties},\"geometry\":{geometry}{more}}}";

    private static string Point(string coordinates) => $"{{\"type\":\"Point\",\"coordinates\":{coordinates}}}";

    [Theory]
    [InlineData("table.parquet", 5, "cut short, after 5 bytes")]
    [InlineData("table.parquet", 300, "cut short, after 300 bytes")]
    [InlineData("table.parquet", -1, "cut short")]
    [InlineData("table.geojson", -5, "ends in the middle")]
    [InlineData("table.geojson", 100, "ends in the middle")]
    [InlineData("table.csv.gz", -1, "ends early")]
    [InlineData("table.csv.gz", -8, "ends early")]
    [InlineData("table.csv.gz", 40, "ends early")]
    [InlineData("table.csv.gz", 10, "ends early")]
    [InlineData("table.csv.gz", 3, "ends early")]
    [InlineData("table.geojson.gz", 50, "ends early")]
    [InlineData("table.parquet.gz", 60, "ends early")]
    public void A_file_that_is_cut_short_says_so(string name, int kept, string what)
    {
        var bytes = Form(name);
        var problem = Problem(name, bytes[..(kept < 0 ? bytes.Length + kept : kept)]);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.Null(problem.Line);
    }

    [Theory]
    [InlineData("x.parquet", "id,occurred_from,conduct\n", "named .parquet and does not start with PAR1")]
    [InlineData("x.parquet.gz", "nothing of the kind", "named .parquet")]
    [InlineData("x.geojson", "{\"type\":\"Polygon\",\"coordinates\":[]}", "without features (a bare Polygon)")]
    [InlineData("x.geojson", "{\"type\":\"Topology\",\"objects\":{}}", "TopoJSON")]
    [InlineData("x.geojson", "{\"type\":\"FeatureCollection\"}", "without a list of features", true)]
    [InlineData("x.geojson", "{\"type\":\"FeatureCollection\",\"features\":{}}", "not one list")]
    [InlineData("x.geojson", "{\"features\":[1],\"features\":[]}", "not one list")]
    [InlineData("x.geojson", "{\"features\":[]}", "without a list of features")]
    [InlineData("x.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]} x", "something follows")]
    [InlineData("x.geojson", "{\"features\":[{}],\"crs\":{\"name\":\"EPSG:3857\"}}", "another datum")]
    [InlineData("x.csv", "sep=;\nid;occurred_from;conduct\n", "'sep=;'")]
    public void A_file_that_is_something_else_says_so(string name, string text, string what, bool isWhole = false)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var problem = Problem(name, name.EndsWith(".gz", StringComparison.Ordinal) ? TableForms.Gzip(bytes) : bytes);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.True(!isWhole || problem.Line is null);
    }

    [Fact]
    public void A_gzip_of_garbage_or_of_another_gzip_says_so()
    {
        Assert.Contains(
            "compressed twice",
            Problem("t.csv.gz", TableForms.Gzip(Form("table.csv.gz"))).What,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "control characters",
            Problem("t.csv.gz", TableForms.Gzip([1, 2, 3, 4, 5])).What,
            StringComparison.Ordinal
        );
        Assert.Contains("empty", Problem("t.csv.gz", TableForms.Gzip([])).What, StringComparison.Ordinal);
        Assert.Contains("damaged", Problem("t.csv.gz", [0x1F, 0x8B, .. new byte[60]]).What, StringComparison.Ordinal);
        byte[] followed = [.. Form("table.csv.gz"), 1, 2, 3];
        Assert.Contains("other bytes follow", Problem("t.csv.gz", followed).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_that_ends_anywhere_before_its_end_is_never_read_as_whole()
    {
        var text =
            $"{Csv}{string.Concat(Enumerable.Range(4, 3000).Select(id => $"{id},2025-01-1{id % 7},mortar,48,38\n"))}";
        var bytes = TableForms.Gzip(Encoding.UTF8.GetBytes(text));
        Gen.Int[2, bytes.Length - 1].Sample(kept => Assert.NotEmpty(Read("t.csv.gz", bytes[..kept]).Problems));
    }

    [Fact]
    public void A_damaged_parquet_file_never_ends_in_an_exception()
    {
        var bytes = Form("table.parquet");
        Gen.Int[4, bytes.Length - 1]
            .Select(Gen.Byte)
            .Array[1, 4]
            .Sample(changes =>
            {
                var damaged = (byte[])bytes.Clone();
                foreach (var (at, value) in changes)
                {
                    damaged[at] = value;
                }
                Read("t.parquet", damaged);
            });
    }

    [Fact]
    public void A_parquet_file_whose_description_the_library_would_read_for_ever_is_given_up()
    {
        var bytes = Form("table.parquet");
        // The list of a column's path becomes one of a type that does not exist: what follows is read as sizes.
        var path = bytes.AsSpan().LastIndexOf((byte[])[0x19, 0x18, 0x09, .. "longitude"u8]);
        Assert.True(path > 0);
        bytes = [.. bytes];
        bytes[path + 1] = 0xCF;
        Assert.Contains("columns cannot be read", Problem("t.parquet", bytes).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_geojson_never_ends_in_an_exception()
    {
        var bytes = Form("table.geojson");
        Gen.Int[1, bytes.Length - 1]
            .Select(Gen.Char["{}[],:\"\\ x0\n"])
            .Array[1, 4]
            .Sample(changes =>
            {
                var damaged = (byte[])bytes.Clone();
                foreach (var (at, value) in changes)
                {
                    damaged[at] = (byte)value;
                }
                Read("t.geojson", damaged);
            });
    }

    [Fact]
    public void Polygons_where_points_are_due_end_the_reading_and_name_the_feature()
    {
        var reading = Features(
            Feature("null"),
            Feature("{\"type\":\"Polygon\",\"coordinates\":[[[38,48],[39,48],[39,49],[38,48]]]}")
        );
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(
            "t.geojson, feature 2: the geometry is a Polygon where a point is due",
            $"{problem}".Split("; ")[0]
        );
    }

    [Fact]
    public void One_geometry_that_is_no_point_among_points_is_a_rejected_feature()
    {
        var reading = Features(Feature(Point("[38,48]")), Feature("{\"type\":\"LineString\",\"coordinates\":[]}"));
        Assert.Single(reading.Rows);
        var rejected = Assert.Single(reading.Rejected);
        Assert.Equal("t.geojson, feature 2", rejected.Place);
        Assert.Contains("a LineString where a point is due", rejected.Reason, StringComparison.Ordinal);
        var written = new StringWriter();
        RejectedWriter.Write(written, reading.Rejected);
        Assert.Contains("t.geojson,feature 2,2,", written.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[48.1,138.2]", "latitude", "not from -90 to 90; are latitude and longitude exchanged?")]
    [InlineData("[200,48.2]", "longitude", "not from -180 to 180")]
    [InlineData("[38]", "", "not two numbers")]
    [InlineData("\"38,48\"", "", "not two numbers")]
    [InlineData("[\"38\",\"48\"]", "", "not two numbers")]
    public void Coordinates_that_are_none_reject_the_feature(string coordinates, string column, string reason)
    {
        var rejected = Assert.Single(Features(Feature(Point("[38,48]")), Feature(Point(coordinates))).Rejected);
        Assert.Equal((2, column), (rejected.Line, rejected.Column));
        Assert.Contains(reason, rejected.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_that_contradicts_the_point_rejects_the_feature()
    {
        var feature =
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[38,48]},\"properties\":{\"latitude\":";
        var same = Features($"{feature}48.0,\"occurred_from\":\"2025-01-10\",\"conduct\":\"mortar\"}}}}");
        Assert.Equal(48, Assert.Single(same.Rows).Place!.Point!.Value.Latitude);
        var other = Features($"{feature}\"49\",\"occurred_from\":\"2025-01-10\",\"conduct\":\"mortar\"}}}}");
        Assert.Contains("the point has 48", Assert.Single(other.Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_id_of_a_feature_is_that_of_the_row_unless_a_property_is()
    {
        Assert.Equal("f7", Assert.Single(Features(Feature("null", ",\"id\":\"f7\"")).Rows).Id);
        var own = Feature("null", ",\"id\":7")
            .Replace("\"conduct\"", "\"id\":\"own\",\"conduct\"", StringComparison.Ordinal);
        Assert.Equal("own", Assert.Single(Features(own).Rows).Id);
    }

    [Fact]
    public void What_stands_before_and_after_the_features_is_passed_over()
    {
        var large = string.Concat(Enumerable.Repeat("[\"]}\\\"\", {\"x\": []}],", 20_000));
        var text =
            $"{{ \"bbox\": [{large} 1], \"features\" : [ {Feature(Point("[38,48]"))} ] , \"more\":[{large} 1],\"type\":\"FeatureCollection\"}}";
        Assert.Single(Read("t.geojson", Encoding.UTF8.GetBytes(text)).Rows);
    }

    [Fact]
    public void Features_after_record_separators_are_read_line_by_line()
    {
        var text = $"\u001E{Feature(Point("[38,48]"))}\n\u001E{Feature(Point("[38,98]"))}\n";
        var reading = Read("t.geojsons", Encoding.UTF8.GetBytes(text));
        Assert.Single(reading.Rows);
        Assert.Equal("t.geojsons:2", Assert.Single(reading.Rejected).Place);
    }

    [Fact]
    public void An_id_that_stands_twice_names_both_features_and_both_rows()
    {
        var feature = Feature("null", ",\"id\":1");
        Assert.Contains(
            "is on features 1 and 2",
            Assert.Single(Features(feature, feature).Problems).What,
            StringComparison.Ordinal
        );
        var twice = TableForms.Of(Csv.Replace("\n2,", "\n1,", StringComparison.Ordinal));
        var parquet = twice.Single(form => form.Name == "table.parquet");
        Assert.Contains("rows 1 and 2", Problem(parquet.Name, parquet.Bytes).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16", "UTF-16")]
    [InlineData("utf-16be", "UTF-16")]
    [InlineData("latin1", "is not UTF-8")]
    public void Text_in_another_encoding_is_named(string encoding, string what)
    {
        var bytes = Encoding
            .GetEncoding(encoding)
            .GetBytes("id,occurred_from,conduct,source\n1,2025-01-10,mortar,Zürich\n");
        Assert.Contains(what, Problem("t.csv", bytes).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_excel_that_names_the_comma_is_passed_over()
    {
        var reading = Tables.Read("sep=,\r\nid,occurred_from,conduct\r\n1,2025-01-10,mortar\r\n");
        Assert.Empty(reading.Problems);
        Assert.Single(reading.Rows);
    }

    [Fact]
    public void A_folder_is_named_as_one()
    {
        var reading = new IncidentReader(Tables.Settings).Read([
            new IncidentSource(TableInput.OfFile(SharedData.Root)),
        ]);
        Assert.Contains("it is a folder", Assert.Single(reading.Problems).What, StringComparison.Ordinal);
    }
}
