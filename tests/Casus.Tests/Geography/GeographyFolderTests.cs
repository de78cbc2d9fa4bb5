using Casus.Core.Facts;
using Casus.Data.Geography;
using CsCheck;
using Xunit;

namespace Casus.Tests.Geography;

public sealed class GeographyFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("casus-geography-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private (Casus.Core.Binding.LineFile? Line, string? Problem) Line(string text)
    {
        File.WriteAllText(Path.Combine(folder, "line.geojson"), text);
        return new GeographyFolder(folder).Line("line.geojson");
    }

    private (Casus.Core.Geography.Area.Polygons? Area, string? Problem) Area(string text)
    {
        File.WriteAllText(Path.Combine(folder, "area.geojson"), text);
        return new GeographyFolder(folder).Area("area.geojson");
    }

    private static string LineString(string coordinates) => $$"""{"type":"LineString","coordinates":{{coordinates}}}""";

    private static string Polygon(string coordinates) => $$"""{"type":"Polygon","coordinates":{{coordinates}}}""";

    [Fact]
    public void A_feature_gives_its_vertices_and_properties()
    {
        var (line, problem) = Line(
            """
            {"type":"FeatureCollection","features":[{"type":"Feature",
             "properties":{"name":"L","accuracy_km":3,"left":"Ukraine","right":"Russia","datum":"2015-02-15/2022-02-23","method":"by hand"},
             "geometry":{"type":"LineString","coordinates":[[38.0,48.0],[38.0,48.3,120.5]]}}]}
            """
        );
        Assert.Null(problem);
        Assert.Equal([new GeoPoint(48.0, 38.0), new GeoPoint(48.3, 38.0)], line!.Vertices);
        Assert.Equal(
            (3.0, "Ukraine", "Russia", "2015-02-15/2022-02-23", "by hand"),
            (line.AccuracyKm, line.Left, line.Right, line.Datum, line.Method)
        );
        Assert.Empty(line.Warnings);
    }

    [Theory]
    [InlineData("""{"type":"LineString","coordinates":[[38,48],[38,48.3]]}""")]
    [InlineData(
        """{"type":"Feature","properties":null,"geometry":{"type":"LineString","coordinates":[[38,48],[38,48.3]]}}"""
    )]
    [InlineData(
        """{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[38,48],[38,48.3]]}]}"""
    )]
    [InlineData("\uFEFF{\"type\":\"LineString\",\"coordinates\":[[38,48],[38,48.3]]}")]
    public void A_line_may_stand_alone_or_in_a_feature_or_a_collection(string text)
    {
        var (line, problem) = Line(text);
        Assert.Null(problem);
        Assert.Equal([new GeoPoint(48.0, 38.0), new GeoPoint(48.3, 38.0)], line!.Vertices);
    }

    [Theory]
    [InlineData("{", "not JSON")]
    [InlineData("", "not JSON")]
    [InlineData("[[38,48]]", "not GeoJSON")]
    [InlineData("""{"coordinates":[]}""", "not GeoJSON")]
    [InlineData("""{"type":7}""", "not GeoJSON")]
    [InlineData("""{"type":"FeatureCollection"}""", "no list of features")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "no geometry")]
    [InlineData("""{"type":"Feature","geometry":null}""", "no geometry")]
    [InlineData("""{"type":"Point","coordinates":[38,48]}""", "no LineString, only Point")]
    [InlineData("""{"type":"MultiLineString","coordinates":[[[38,48],[38,49]]]}""", "Join the parts")]
    [InlineData("""{"type":"LineString"}""", "not a list of positions")]
    [InlineData("""{"type":"LineString","coordinates":[]}""", "at least two")]
    [InlineData("""{"type":"LineString","coordinates":[[38,48]]}""", "at least two")]
    [InlineData("""{"type":"LineString","coordinates":[[38,48],[38,48],[38,48]]}""", "the same place")]
    [InlineData("""{"type":"LineString","coordinates":[[38,48],[38]]}""", "[longitude, latitude]")]
    [InlineData("""{"type":"LineString","coordinates":[[38,48],["38","49"]]}""", "quotation marks")]
    [InlineData("""{"type":"LineString","coordinates":[[38,48],[38,null]]}""", "number of degrees")]
    [InlineData("""{"type":"LineString","coordinates":[[38,48],[38,1e999]]}""", "no number of degrees")]
    [InlineData("""{"type":"LineString","coordinates":[[38,48],[38,NaN]]}""", "not JSON")]
    [InlineData("""{"type":"LineString","coordinates":[[38,91],[38,92]]}""", "write [91, 38]")]
    [InlineData("""{"type":"LineString","coordinates":[[48,138],[49,139]]}""", "longitude first")]
    [InlineData("""{"type":"LineString","coordinates":[[190,48],[191,49]]}""", "Write -170")]
    [InlineData("""{"type":"LineString","coordinates":[[179,48],[-179,49]]}""", "antimeridian")]
    [InlineData(
        """{"type":"LineString","crs":{"properties":{"name":"EPSG:3857"}},"coordinates":[[1,2],[3,4]]}""",
        "another system"
    )]
    [InlineData(
        """{"type":"Feature","properties":{"left":"A","right":"a"},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}""",
        "both its sides"
    )]
    public void A_line_that_cannot_be_used_is_told_with_what_to_do(string text, string told)
    {
        var (line, problem) = Line(text);
        Assert.Null(line);
        Assert.StartsWith("line.geojson: ", problem, StringComparison.Ordinal);
        Assert.Contains(told, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_lines_in_one_file_are_refused_with_their_number()
    {
        string one = LineString("[[38,48],[38,49]]");
        var (line, problem) = Line($$"""{"type":"GeometryCollection","geometries":[{{one}},{{one}}]}""");
        Assert.Null(line);
        Assert.Contains("it has 2 lines", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.geojson", "no such file")]
    [InlineData("no/such/folder.geojson", "no such file")]
    [InlineData(".", "cannot be read")]
    [InlineData("bad\0name", "cannot be read")]
    public void A_file_that_cannot_be_opened_is_a_problem(string file, string told)
    {
        var geography = new GeographyFolder(folder);
        Assert.Contains(told, geography.Line(file).Problem, StringComparison.Ordinal);
        Assert.Contains(told, geography.Area(file).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeated_vertex_is_left_out_with_a_warning()
    {
        var (line, _) = Line(LineString("[[38,48],[38,48],[38,48.1]]"));
        Assert.Equal(2, line!.Vertices.Length);
        Assert.Contains("Position 2 repeats", Assert.Single(line.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[38,48],[38,49]]", false)]
    [InlineData("[[37,48],[37.6,48]]", false)]
    [InlineData("[[37,48],[39,48]]", true)]
    public void An_edge_that_bends_by_more_than_50_metres_is_warned_of(string coordinates, bool warned)
    {
        var (line, _) = Line(LineString(coordinates));
        Assert.Equal(
            warned,
            line!.Warnings.Any(warning => warning.Contains("differ by more than 50 m", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("[[48,37.9],[48.2,38]]", true)]
    [InlineData("[[37.9,48],[38,48.2]]", false)]
    [InlineData("[[126.7,38],[127,38.2]]", false)]
    [InlineData("[[-70,-20],[-70.1,-21]]", false)]
    public void Axes_that_seem_swapped_are_warned_of_and_still_read(string coordinates, bool warned)
    {
        var (line, problem) = Line(LineString(coordinates));
        Assert.Null(problem);
        Assert.Equal(warned, line!.Warnings.Any(warning => warning.Contains("swapped", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"3\"")]
    [InlineData("-1")]
    [InlineData("1e999")]
    public void An_accuracy_that_is_no_distance_is_not_used_and_told(string value)
    {
        var (line, problem) = Line(
            $$"""{"type":"Feature","properties":{"accuracy_km":{{value}}},"geometry":{{LineString("[[38,48],[38,48.3]]")}}}"""
        );
        Assert.Null(problem);
        Assert.Null(line!.AccuracyKm);
        Assert.Contains("accuracy_km", Assert.Single(line.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void An_area_gives_rings_without_the_closing_position()
    {
        var (area, problem) = Area(
            """
            {"type":"FeatureCollection","features":[
             {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[
               [[0,0],[10,0],[10,10],[0,10],[0,0]],[[4,4],[6,4],[6,6],[4,4]]]}},
             {"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":[[[[20,0],[21,0],[21,1],[20,0]]]]}}]}
            """
        );
        Assert.Null(problem);
        Assert.Equal(2, area!.Rings.Length);
        Assert.Equal([4, 3], area.Rings[0].Select(ring => ring.Length));
        Assert.Contains(new GeoPoint(10, 0), area.Rings[0][0]);
        Assert.Equal(3, area.Rings[1][0].Length);
    }

    [Theory]
    [InlineData("[[[0,0],[10,0],[10,10],[0,10]]]", "not closed")]
    [InlineData("[[[0,0],[10,0],[0,0]]]", "at least four")]
    [InlineData("[[[0,0],[10,0],[0,0],[0,0]]]", "no inside")]
    [InlineData("[]", "not a list of rings")]
    [InlineData("[[[0,0],[10,0],[10,100],[0,0]]]", "beyond 90")]
    [InlineData("[[[179,0],[-179,0],[-179,1],[179,0]]]", "antimeridian")]
    [InlineData("[[[0,0],[10,0],[10,10],[0,0]],[[1,1],[2,1],[2,2]]]", "hole 1")]
    public void An_area_that_cannot_be_used_is_told_with_what_to_do(string coordinates, string told)
    {
        var (area, problem) = Area(Polygon(coordinates));
        Assert.Null(area);
        Assert.Contains(told, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_is_no_area() =>
        Assert.Contains(
            "no Polygon, only LineString",
            Area(LineString("[[1,2],[3,4]]")).Problem,
            StringComparison.Ordinal
        );

    [Fact]
    public void Whatever_a_file_holds_there_is_a_line_or_a_problem_and_never_both()
    {
        const string Whole =
            """{"type":"Feature","properties":{"left":"a","accuracy_km":1},"geometry":{"type":"LineString","coordinates":[[38,48],[38.5,49]]}}""";
        string[] pieces = ["[", "]", "{", "}", "\"", ",", "null", "\"\\ud800\"", "1e400", "-", ":", "\"type\"", "\0"];
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Int[0, 12], Gen.Int[0, pieces.Length - 1])
            .Sample(
                (at, cut, piece) =>
                {
                    string damaged = Whole[..at] + pieces[piece] + Whole[Math.Min(at + cut, Whole.Length)..];
                    var (line, problem) = Line(damaged);
                    Assert.True(line is null != problem is null, damaged);
                },
                iter: 2_000,
                threads: 1
            );
    }

    [Fact]
    public void A_name_with_a_broken_escape_is_told()
    {
        var (line, problem) = Line(
            """{"type":"Feature","properties":{"\udfff":2,"left":"a"},"geometry":{"type":"LineString","coordinates":[[38,48],[38,48.3]]}}"""
        );
        Assert.Null(line);
        Assert.Contains("no character", problem, StringComparison.Ordinal);
    }
}
