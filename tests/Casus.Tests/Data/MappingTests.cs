using Casus.Data.Incidents;
using Casus.Data.Mappings;
using Casus.Data.Packages;
using Casus.Data.Tables;
using Xunit;

namespace Casus.Tests.Data;

public class MappingTests
{
    private const string Base = "\"occurred_from\": \"when\", \"conduct\": { \"constant\": \"mortar\" }";

    private static IncidentReading Read(string columns, string table)
    {
        var text = $"{{ // a comment\n \"name\": \"test\", \"columns\": {{ {Base}, {columns}, }} }}";
        var mapping = MappingParser.Parse(TableInput.OfText("m.json", text), out var problem);
        Assert.Null(problem);
        return new IncidentReader(Tables.Settings).Read([
            new IncidentSource(TableInput.OfText("t.csv", table), mapping),
        ]);
    }

    [Theory]
    [InlineData("{ \"column\": \"x\", \"table\": { \"a\": \"Russia\" } }", "a", "Russia")]
    [InlineData("{ \"column\": \"x\", \"table\": { \"a\": \"Russia\" }, \"otherwise\": \"Other\" }", "b", "Other")]
    [InlineData("{ \"column\": \"x\", \"prefix\": \"p-\", \"suffix\": \"-s\" }", "a", "p-a-s")]
    [InlineData("{ \"column\": \"x\", \"prefix\": \"p-\" }", "", null)]
    [InlineData("{ \"columns\": [\"x\", \"when\"], \"join\": \"/\" }", "a", "a/2025-01-10")]
    [InlineData("{ \"column\": \"x\", \"when\": { \"x\": \"b*\" } }", "a", null)]
    [InlineData("{ \"column\": \"x\", \"when\": { \"x\": \"*?c\" } }", "abc", "abc")]
    [InlineData("{ \"cases\": [{ \"when\": { \"x\": \"a\" }, \"constant\": \"1\" }], \"otherwise\": \"x\" }", "b", "b")]
    public void A_value_goes_through_its_steps(string rule, string value, string? party) =>
        Assert.Equal(party, Assert.Single(Read($"\"party\": {rule}", $"when,x\n2025-01-10,{value}\n").Rows).Party);

    [Theory]
    [InlineData("radius_km", "{ \"column\": \"x\", \"scale\": 0.001 }", "2500", 2.5)]
    [InlineData("radius_km", "{ \"column\": \"x\", \"as\": \"number\" }", "2.50", 2.5)]
    [InlineData("radius_km", "{ \"least\": [\"x\", \"y\"] }", "3", 2)]
    [InlineData("radius_km", "{ \"greatest\": [\"x\", \"y\"] }", "3", 3)]
    public void Numbers_are_converted(string column, string rule, string value, double radius)
    {
        var columns =
            $"\"latitude\": {{ \"constant\": 48 }}, \"longitude\": {{ \"constant\": 38 }}, \"{column}\": {rule}";
        var row = Assert.Single(Read(columns, $"when,x,y\n2025-01-10,{value},2\n").Rows);
        Assert.Equal(radius, row.Place!.RadiusKm);
    }

    [Theory]
    [InlineData("N/NNE", "0 22.5")]
    [InlineData("E-S", "90 112.5 135 157.5 180")]
    [InlineData("N-NW", "0 337.5 315")]
    [InlineData("45", "45")]
    [InlineData("N-S", null)]
    [InlineData("N-X", null)]
    public void Compass_lists_and_arcs_become_bearings(string bearing, string? degrees)
    {
        var columns =
            "\"observer_latitude\": { \"constant\": 48 }, \"observer_longitude\": { \"constant\": 38 }, "
            + "\"bearing_deg\": { \"column\": \"x\", \"as\": \"compass\" }";
        var reading = Read(columns, $"when,x\n2025-01-10,{bearing}\n");
        if (degrees is null)
        {
            Assert.Equal("bearing_deg", Assert.Single(reading.Rejected).Column);
            return;
        }
        var arcs = Assert.Single(reading.Rows).Place!.Observer!.Arcs;
        Assert.Equal(degrees, string.Join(' ', arcs.Select(arc => FormattableString.Invariant($"{arc.CentreDeg}"))));
    }

    [Theory]
    [InlineData("evening", "2025-01-10T14:00:00Z", "2025-01-10T21:59:59Z")]
    [InlineData("night", "2025-01-10T16:00:00Z", "2025-01-11T05:59:59Z")]
    [InlineData("08:40-12:30", "2025-01-10T06:40:00Z", "2025-01-10T10:30:59Z")]
    [InlineData("23:00-01:00", "2025-01-10T21:00:00Z", "2025-01-10T23:00:59Z")]
    [InlineData("17:51", "2025-01-10T15:51:00Z", "2025-01-10T15:51:59Z")]
    public void Parts_of_a_day_are_intervals(string time, string from, string to)
    {
        const string Times =
            "\"occurred_to\": { \"column\": \"x\", \"as\": \"timesTo\", \"day\": \"day\" }, \"known_at\": { \"constant\": \"2025-02-01\" }";
        var text =
            "{ \"columns\": { \"occurred_from\": { \"column\": \"x\", \"as\": \"timesFrom\", \"day\": \"day\" }, "
            + $"{Times}, \"conduct\": {{ \"constant\": \"mortar\" }} }} }}";
        var mapping = MappingParser.Parse(TableInput.OfText("m.json", text), out _);
        var source = new IncidentSource(TableInput.OfText("t.csv", $"day,x\n2025-01-10,{time}\n"), mapping);
        var row = Assert.Single(new IncidentReader(Tables.Settings).Read([source]).Rows);
        Assert.Equal((from, to), ($"{row.Occurred.From}", $"{row.Occurred.To}"));
    }

    [Theory]
    [InlineData("{ \"columns\": { \"occured_from\": \"x\" } }", "did you mean 'occurred_from'?")]
    [InlineData("{ \"columns\": { \"party\": { \"colum\": \"x\" } } }", "did you mean 'column'?")]
    [InlineData("{ \"columns\": { \"party\": { \"column\": \"x\", \"constant\": \"y\" } } }", "exactly one of")]
    [InlineData("{ \"columns\": { \"party\": { \"column\": \"x\", \"as\": \"compas\" } } }", "did you mean 'compass'?")]
    [InlineData("{ \"columns\": { \"known_at\": { \"column\": \"x\", \"as\": \"timesTo\" } } }", "needs 'day'")]
    [InlineData("{ \"columns\": { \"party\": { \"cases\": [{ \"constant\": \"x\" }] } } }", "without 'when'")]
    [InlineData("{ \"rows\": {} }", "no object 'columns'")]
    [InlineData("{ \"columns\": ", "not JSON")]
    public void A_mapping_that_cannot_be_read_says_what_to_write(string text, string what)
    {
        Assert.Null(MappingParser.Parse(TableInput.OfText("m.json", text), out var problem));
        Assert.Contains(what, problem!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_the_table_lacks_is_named_with_what_was_probably_meant()
    {
        var problem = Assert.Single(Read("\"party\": \"actor\"", "when,actr\n2025-01-10,x\n").Problems);
        Assert.Contains("'actor', which the table lacks; did you mean 'actr'?", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_the_table_of_a_mapping_lacks_rejects_the_row()
    {
        var rule = "\"party\": { \"column\": \"x\", \"table\": { \"russia\": \"Russia\" } }";
        var rejected = Assert.Single(Read(rule, "when,x\n2025-01-10,rusia\n").Rejected);
        Assert.Equal(("party", "rusia"), (rejected.Column, rejected.Value));
    }

    [Fact]
    public void One_sided_violence_of_ucdp_has_its_actor()
    {
        const string Table =
            "id,type_of_violence,side_a,date_start,date_end,latitude,longitude,where_prec,low,best,high\n"
            + "1,3,A,2020-01-01,2020-01-02,48,38,4,1,2,3\n2,1,A,2020-01-01,2020-01-02,48,38,7,1,2,3\n";
        var source = new IncidentSource(TableInput.OfText("u.csv", Table), BuiltInMappings.ByName["ucdp"]);
        var rows = new IncidentReader(Tables.Settings).Read([source]).Rows;
        Assert.Equal(["A", null], rows.Select(row => row.Party));
        Assert.Equal([75, 250], rows.Select(row => row.Place!.RadiusKm));
        Assert.Equal("2020-01-02T21:59:59Z", $"{rows[0].KnownAt}");
    }

    [Fact]
    public void An_unknown_mapping_is_told_with_the_known_ones()
    {
        Assert.Empty(DataPackage.Open(["x.csv"], "ucpd", SharedData.Kyiv, out var problem));
        Assert.Contains("did you mean 'ucdp'?", problem!.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"resources\": [{ \"path\": \"../x.csv\", \"casus\": {} }] }", "within the package's folder")]
    [InlineData("{ \"resources\": [{ \"path\": \"x.csv\" }] }", "none of its resources")]
    [InlineData("{ \"resources\": [{ \"path\": \"x.csv\", \"casus\": { \"coverage\": 3 } }] }", "'coverage'")]
    [InlineData("{ \"resources\": [{ \"path\": \"x.csv\", \"casus\": { \"mapping\": \"ucd\" } }] }", "no such mapping")]
    [InlineData("{}", "no list 'resources'")]
    public void A_package_that_cannot_be_used_says_why(string text, string what)
    {
        var folder = Directory.CreateTempSubdirectory("casus-package");
        try
        {
            var file = Path.Combine(folder.FullName, DataPackage.FileName);
            File.WriteAllText(file, text);
            Assert.Empty(DataPackage.Open([file], null, SharedData.Kyiv, out var problem));
            Assert.Contains(what, problem!.What, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
