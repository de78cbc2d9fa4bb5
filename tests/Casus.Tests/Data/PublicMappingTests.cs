using Casus.Core.Facts;
using Casus.Data.Incidents;
using Casus.Data.Mappings;
using Casus.Data.Tables;
using Xunit;

namespace Casus.Tests.Data;

/// <summary>The mappings of public data sets, on rows made up for these tests: no row of theirs is copied.</summary>
public class PublicMappingTests
{
    private const string Acled =
        "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
        + "actor2,assoc_actor_2,inter2,interaction,latitude,longitude,geo_precision,source,source_scale,notes,fatalities";

    private const string Candidate =
        "id,relid,code_status,type_of_violence,side_a,side_b,where_prec,latitude,longitude,date_start,date_end,best,high,low";

    private const string OnePerDay =
        "viina_version,event_id_1pd,date,n_reports,sources,longitude,latitude,GEO_PRECISION,t_mil_b,"
        + "t_artillery_b,t_airstrike_b,t_armor_b,t_firefight_b,t_ied_b,t_raid_b,t_uav_b,t_property_b";

    private const string Reports =
        "event_id,report_id,source,date,time,longitude,latitude,GEO_PRECISION,t_mil_b,t_artillery_pred,t_raid_pred";

    private static IncidentReading Read(string mapping, params string[] lines) =>
        new IncidentReader(Tables.Settings).Read([
            new IncidentSource(
                TableInput.OfText("t.csv", string.Join('\n', lines) + "\n"),
                BuiltInMappings.ByName[mapping]
            ),
        ]);

    private static string AcledRow(
        string date = "2022-02-24",
        string time = "1",
        string type = "Explosions/Remote violence",
        string sub = "Shelling/artillery/missile attack",
        string actor1 = "Military Forces of Russia (2000-)",
        string actor2 = "",
        string place = "1",
        string deaths = "0"
    ) =>
        $"UKR1,{date},2022,{time},Political violence,{type},{sub},{actor1},,State forces,{actor2},,,,"
        + $"48.5,38.1,{place},Made Up Daily; Other,National,\"made up, for a test\",{deaths}";

    private static IncidentRow AcledOne(string row)
    {
        var reading = Read("acled", Acled, row);
        Assert.Empty(reading.Problems);
        Assert.True(reading.Rejected.IsEmpty, $"{reading.Rejected.FirstOrDefault()}");
        return Assert.Single(reading.Rows);
    }

    [Fact]
    public void Both_forms_of_date_of_acled_are_one_day()
    {
        var iso = AcledOne(AcledRow("2022-02-24"));
        Assert.Equal(iso.Occurred, AcledOne(AcledRow("24 February 2022")).Occurred);
        Assert.Equal(86_399, iso.Occurred.To.Second - iso.Occurred.From.Second);
        var rejected = Assert.Single(Read("acled", Acled, AcledRow("02/24/2022")).Rejected);
        Assert.Equal(("occurred_from", "02/24/2022"), (rejected.Column, rejected.Value));
        Assert.Contains("yyyy-MM-dd or d MMMM yyyy", rejected.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "1", 1, 5)]
    [InlineData("2", "2", 13, 25)]
    [InlineData("3", "3", 33, 150)]
    public void The_precision_of_acled_widens_time_and_place(string time, string place, int days, double radiusKm)
    {
        var row = AcledOne(AcledRow("2022-07-20", time, place: place));
        Assert.Equal(days, (row.Occurred.To.Second + 1 - row.Occurred.From.Second) / 86_400);
        Assert.Equal(radiusKm, row.Place!.RadiusKm);
        Assert.Equal(row.Occurred.To, row.KnownAt);
    }

    [Theory]
    [InlineData("Explosions/Remote violence", "Shelling/artillery/missile attack", "attack")]
    [InlineData("Explosions/Remote violence", "Air/drone strike", "attack")]
    [InlineData("Explosions/Remote violence", "Suicide bomb", "explosive device")]
    [InlineData("Battles", "Non-state actor overtakes territory", "ground assault")]
    [InlineData("Battles", "Armed clash", "attack")]
    public void Each_sub_event_of_acled_has_a_term(string type, string sub, string conduct) =>
        Assert.Equal(conduct, AcledOne(AcledRow(type: type, sub: sub)).Conduct);

    [Theory]
    [InlineData("Explosions/Remote violence", "Military Forces of Russia (2000-)", "", "Russia")]
    [InlineData(
        "Explosions/Remote violence",
        "Military Forces of Russia (2000-) Air Force",
        "Civilians (Ukraine)",
        "Russia"
    )]
    [InlineData("Violence against civilians", "Military Forces of Ukraine (2019-)", "Civilians (Ukraine)", "Ukraine")]
    // Two armed sides: the order of actors does not say who acted.
    [InlineData(
        "Explosions/Remote violence",
        "Military Forces of Russia (2000-)",
        "Military Forces of Ukraine (2019-)",
        null
    )]
    [InlineData("Battles", "Military Forces of Russia (2000-)", "", null)]
    // Whose an armed group was is a question of attribution.
    [InlineData("Explosions/Remote violence", "NAF: United Armed Forces of Novorossiya", "", null)]
    public void An_actor_of_acled_is_a_party_only_where_one_state_alone_acts(
        string type,
        string first,
        string second,
        string? party
    )
    {
        var sub =
            type.StartsWith('V') ? "Attack"
            : type == "Battles" ? "Armed clash"
            : "Air/drone strike";
        var row = AcledOne(AcledRow(type: type, sub: sub, actor1: first, actor2: second));
        Assert.Equal(party, row.Party);
        Assert.Empty(row.Findings);
        Assert.Equal(second.StartsWith('C') ? "civilian" : null, row.Target);
    }

    [Fact]
    public void Deaths_of_acled_are_at_least_so_many_and_none_reported_is_unknown()
    {
        Assert.Null(AcledOne(AcledRow()).Deaths);
        var deaths = AcledOne(AcledRow(deaths: "3")).Deaths!.Value;
        Assert.Equal((3, 3, int.MaxValue), (deaths.Min, deaths.Best, deaths.Max));
    }

    [Fact]
    public void Events_of_acled_that_are_no_acts_of_force_are_left_out_and_counted()
    {
        var reading = Read(
            "acled",
            Acled,
            AcledRow(type: "Protests", sub: "Peaceful protest").Replace("UKR1", "A", StringComparison.Ordinal),
            AcledRow(type: "Protests", sub: "Peaceful protest").Replace("UKR1", "B", StringComparison.Ordinal),
            AcledRow(type: "Strategic developments", sub: "Disrupted weapons use"),
            AcledRow(type: "Explosions/Remote violence", sub: "Something new")
                .Replace("UKR1", "C", StringComparison.Ordinal)
        );
        Assert.Empty(reading.Rows);
        Assert.Contains(
            reading.Notes,
            note => note.Contains("2 rows left out by the mapping: event_type is Protests", StringComparison.Ordinal)
        );
        Assert.Contains(reading.Notes, note => note.Contains("1 rows left out", StringComparison.Ordinal));
        Assert.Equal("Something new", Assert.Single(reading.Rejected).Value);
    }

    [Fact]
    public void A_mapping_file_extends_a_built_in_one_and_changes_a_column()
    {
        const string Text = """
            { "name": "mine", "extends": "acled", "columns": {
              "party": { "column": "actor1", "table": { "NAF:*": "Russia" }, "otherwise": "" } } }
            """;
        var mapping = MappingParser.Parse(TableInput.OfText("mine.json", Text), out var problem);
        Assert.Null(problem);
        var table = $"{Acled}\n{AcledRow(actor1: "NAF: United Armed Forces of Novorossiya")}\n";
        var reading = new IncidentReader(Tables.Settings).Read([
            new IncidentSource(TableInput.OfText("t.csv", table), mapping),
        ]);
        Assert.Equal(("Russia", "ACLED"), (Assert.Single(reading.Rows).Party, reading.Rows[0].Organisation));
        MappingParser.Parse(TableInput.OfText("m.json", "{ \"extends\": \"acld\", \"columns\": {} }"), out problem);
        Assert.Contains("did you mean 'acled'?", problem!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_candidate_event_of_ucdp_that_is_not_clear_leaves_open_who_and_how_many()
    {
        const string Rest =
            "Government of A,Civilians,1,48.5,38.1,2024-03-01 00:00:00.000,2024-03-02 00:00:00.000,4,6,3";
        var reading = Read("ucdp-candidate", Candidate, $"1,X-1,Clear,3,{Rest}", $"2,X-2,Check geography,3,{Rest}");
        Assert.Empty(reading.Rejected);
        var (clear, open) = (reading.Rows[0], reading.Rows[1]);
        Assert.Equal(("Government of A", (string?)null), (clear.Party, open.Party));
        Assert.Equal((3, 4, 6), (clear.Deaths!.Value.Min, clear.Deaths.Value.Best, clear.Deaths.Value.Max));
        Assert.Equal((0, 4, int.MaxValue), (open.Deaths!.Value.Min, open.Deaths.Value.Best, open.Deaths.Value.Max));
        Assert.Equal(2 * 86_400 - 1, clear.Occurred.To.Second - clear.Occurred.From.Second);
    }

    [Fact]
    public void Dates_of_ucdp_may_have_a_midnight_and_no_other_time()
    {
        const string Header =
            "id,type_of_violence,side_a,where_prec,latitude,longitude,date_start,date_end,best,high,low";
        var reading = Read(
            "ucdp",
            Header,
            "1,1,A,1,48.5,38.1,2024-03-01 00:00:00.000,2024-03-02,4,6,3",
            "2,1,A,1,48.5,38.1,2024-03-01 10:00:00.000,2024-03-02,4,6,3"
        );
        Assert.Single(reading.Rows);
        Assert.Contains("with a time of day", Assert.Single(reading.Rejected).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,0,0,0,0,0,0,0", "heavy fire")]
    [InlineData("0,1,0,0,0,0,0,0", "air strike")]
    [InlineData("0,0,0,0,1,0,0,0", "explosion")]
    [InlineData("1,1,0,0,0,0,0,1", "attack")]
    [InlineData("0,0,0,0,0,0,1,1", null)]
    public void A_day_of_viina_is_of_its_kind_and_several_kinds_are_only_an_attack(string kinds, string? conduct)
    {
        var reading = Read(
            "viina",
            OnePerDay,
            $"2,17,20250110,2,made-up,38.1,48.5,ADM3,1,{kinds}",
            $"2,18,20250110,2,x,38.1,48.5,ADM1,0,{kinds}"
        );
        Assert.Empty(reading.Rejected);
        Assert.Equal(conduct, reading.Rows.SingleOrDefault()?.Conduct);
        Assert.Contains(reading.Notes, note => note.Contains("not about the war", StringComparison.Ordinal));
        if (reading.Rows is [var row])
        {
            Assert.Equal(
                (5, "VIINA", 2 * 86_400 - 1),
                (row.Place!.RadiusKm, row.Organisation, row.Occurred.To.Second - row.Occurred.From.Second)
            );
        }
    }

    [Theory]
    [InlineData("0.9,0.2", "heavy fire")]
    [InlineData("0.6,0.61", "ground assault")]
    [InlineData("0.7,0.7", "attack")]
    [InlineData("0.5,0.1", null)]
    public void A_report_of_viina_is_of_the_kind_with_the_highest_probability_over_a_half(string kinds, string? conduct)
    {
        var reading = Read("viina-reports", Reports, $"17,1,made-up,20250110,10:00,38.1,48.5,STREET,1,{kinds}");
        Assert.Equal(conduct, reading.Rows.SingleOrDefault()?.Conduct);
    }

    [Theory]
    [InlineData(Acled, "--mapping acled")]
    [InlineData(Candidate, "--mapping ucdp")]
    [InlineData(OnePerDay, "--mapping viina")]
    [InlineData(Reports, "--mapping viina-reports")]
    public void A_table_read_without_its_mapping_names_the_one_that_fits(string header, string instead)
    {
        var problem = Tables.Problem($"{header}\n");
        Assert.Contains("mapping '", problem.Why, StringComparison.Ordinal);
        Assert.Contains(instead, problem.Instead, StringComparison.Ordinal);
        var names = header.Split(',').Select(name => $"\"{name}\":1");
        Assert.Contains(instead, Tables.Problem($"{{{string.Join(',', names)}}}\n").Instead, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "id_événement,Date de l'événement,Type d'événement,Acteur 1,latitude,longitude",
        "French",
        "'Acteur 1' for actor1"
    )]
    [InlineData(
        "ID_evento,fecha_evento,tipo_de_evento,actor_1,latitud,longitud,fuente",
        "Spanish",
        "'latitud' for latitude"
    )]
    [InlineData("Дата події,Тип події,Актор 1,широта,довгота", "Ukrainian", "'Дата події' for event_date")]
    public void Headers_of_acled_in_another_language_are_named_with_the_english_ones(
        string header,
        string language,
        string pair
    )
    {
        var problem = Tables.Problem($"{header}\n");
        Assert.Contains($"ACLED export in {language}", problem.Why, StringComparison.Ordinal);
        Assert.Contains(pair, problem.Why, StringComparison.Ordinal);
        Assert.Contains("English headers", problem.Instead, StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_that_are_nearly_those_of_a_mapping_say_what_is_lacking()
    {
        var problem = Tables.Problem($"{Acled.Replace("event_date", "event_dat", StringComparison.Ordinal)}\n");
        Assert.Contains("it lacks 'event_date' ('event_dat' is near)", problem.Why, StringComparison.Ordinal);
    }
}
