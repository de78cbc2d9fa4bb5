using System.Security.Cryptography;
using Casus.Core.Facts;
using Casus.Data.Incidents;
using Casus.Data.Mappings;
using Casus.Data.Tables;
using Casus.Tests.Cli;
using CsCheck;
using Xunit;

namespace Casus.Tests.Data;

public class FormatsAgreeTests
{
    private const string Header =
        "id,occurred_from,known_at,latitude,longitude,radius_km,conduct,count,count_max,party,source";

    private static readonly Gen<string> Row =
        from day in Gen.Int[1, 28]
        from hour in Gen.Int[0, 23]
        from isDate in Gen.Bool
        from place in Gen.Double[47.5, 49.5]
        from hasPlace in Gen.Int[0, 3]
        from conduct in OneOf("mortar", "artillery", "heavy fire", "attack", "sorcery")
        from count in Gen.Int[-1, 6]
        from most in OneOf("", "*", "9")
        from party in OneOf("", "Russia", "Ukraine", "\"Ру́ссия, \"\"R\"\"\"")
        from source in OneOf("", "OSCE", "a|b", "line\u2028end")
        select string.Join(
            ',',
            isDate ? $"2025-01-{day:00}" : $"2025-01-{day:00}T{hour:00}:30:00Z",
            "",
            hasPlace == 0 ? "" : FormattableString.Invariant($"{Math.Round(place, 4)}"),
            hasPlace == 0 ? "" : FormattableString.Invariant($"{Math.Round(place - 10, 3)}"),
            hasPlace > 1 ? "2.5" : "",
            conduct,
            count < 0 ? "" : $"{count}",
            count < 0 ? "" : most,
            party,
            source
        );

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    [Fact]
    public void A_table_reads_the_same_whatever_its_format()
    {
        // Of a table without rows JSON Lines has nothing, not even a header: it is refused as empty.
        Row.List[1, 130]
            .Sample(
                rows =>
                {
                    var lines = rows.Select((row, i) => $"r{i},{row}");
                    var readings = TableForms
                        .Of($"{Header}\n{string.Join('\n', lines)}\n")
                        .Select(form => (form.Name, Reading: Read(form, null)))
                        .ToList();
                    AssertAllAreAsTheFirst(readings);
                },
                iter: 10
            );
    }

    [Theory]
    [InlineData("osce-violations", "osce_smm_daily_violations.csv")]
    [InlineData("osce-observations", "osce_smm_observations_handcoded.csv")]
    [InlineData("osce-incidents", "osce_smm_incidents_handcoded.csv")]
    public void The_tables_of_the_osce_read_the_same_whatever_their_format(string mapping, string file)
    {
        var csv = File.ReadAllText(Path.Combine(SharedData.Root, "data", "osce", file));
        var readings = TableForms
            .Of(csv)
            .Select(form => (form.Name, Reading: Read(form, BuiltInMappings.ByName[mapping])))
            .ToList();
        Assert.NotEmpty(readings[0].Reading.Rows);
        AssertAllAreAsTheFirst(readings);
    }

    [Fact]
    public void A_backtest_says_the_same_of_a_table_whatever_its_format()
    {
        using var small = new SmallCase();
        string? effects = null;
        // Of those in gzip one is enough: what is unpacked is read by the same readers.
        foreach (var form in TableForms.Of(SmallCase.Incidents).Where((_, i) => i is < 5 or 8))
        {
            File.WriteAllBytes(small.PathOf(form.Name), form.Bytes);
            var outcome = small.Casus("backtest", ".", "--incidents", form.Name, "--out", $"out-{form.Name}");
            Assert.True(outcome.Status == 0, $"{form.Name}: {outcome}");
            var found = File.ReadAllText(small.PathOf($"out-{form.Name}/effects.jsonl"));
            Assert.Contains("arose", found, StringComparison.Ordinal);
            Assert.Equal(effects ??= found, found);
        }
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes_of_the_file()
    {
        foreach (var form in TableForms.Of(SmallCase.Incidents))
        {
            var input = Assert.Single(Read(form, null).Inputs);
            Assert.Equal((form.Name, Convert.ToHexStringLower(SHA256.HashData(form.Bytes))), (form.Name, input.Sha256));
        }
    }

    [Fact]
    public void A_table_that_cannot_be_gone_about_in_is_read_all_the_same()
    {
        foreach (var form in TableForms.Of(SmallCase.Incidents))
        {
            var input = new TableInput(form.Name, () => new OneWayStream(form.Bytes));
            var reading = new IncidentReader(Tables.Settings).Read([new IncidentSource(input)]);
            Assert.Empty(reading.Problems);
            Assert.Equal(4, reading.Rows.Length);
        }
    }

    [Fact]
    public void Gzip_of_several_members_is_read_whole()
    {
        var halves = (byte[])
            [
                .. TableForms.Gzip("id,occurred_from,conduct\n1,2025-01-10,mor"u8.ToArray()),
                .. TableForms.Gzip("tar\n2,2025-01-11,mortar\n"u8.ToArray()),
                .. TableForms.Gzip([]),
            ];
        var reading = Read(new TableForm("t.csv.gz", halves), null);
        Assert.Empty(reading.Problems);
        Assert.Equal(2, reading.Rows.Length);
    }

    private static IncidentReading Read(TableForm form, Mapping? mapping) =>
        new IncidentReader(Tables.Settings).Read([new IncidentSource(form.Input, mapping)]);

    private static void AssertAllAreAsTheFirst(List<(string Name, IncidentReading Reading)> readings)
    {
        foreach (var (name, reading) in readings)
        {
            Assert.Empty(reading.Problems);
            var first = readings[0].Reading;
            Assert.Equal((name, first.Rows.Length), (name, reading.Rows.Length));
            Assert.Equal(first.Rows.Select(Told), reading.Rows.Select(Told));
            Assert.Equal(
                first.Rejected.Select(row => (row.Id, row.Column, row.Reason)),
                reading.Rejected.Select(row => (row.Id, row.Column, row.Reason))
            );
        }
    }

    /// <summary>All that a row says, save where it stood.</summary>
    private static string Told(IncidentRow row)
    {
        var place = row.Place is { } known
            ? $"{known.Point} {known.RadiusKm} {known.District} {known.LineSide} {Told(known.Observer)}"
            : "nowhere";
        return $"{row.Ordinal} {row.Id} {row.Occurred} {row.KnownAt} {place} {row.Conduct} "
            + $"{row.Count} {row.CountMin} {row.CountMax} {row.Party} {row.Against} {row.OriginSide} "
            + $"{row.Source} {row.Organisation} {row.Incident} {row.Supersedes} {row.Target} {row.Deaths} "
            + $"{row.Injured} {row.CalibreMm} {string.Join(' ', row.Findings)}";
    }

    private static string Told(ObserverSector? observer) =>
        observer is null
            ? ""
            : $"{observer.Observer} {string.Join(' ', observer.Arcs)} {observer.DistanceMinKm} {observer.DistanceMaxKm}";

    /// <summary>As a pipe gives it: forward only, and no more than a few bytes at a time.</summary>
    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 7));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 7)]);
    }
}
