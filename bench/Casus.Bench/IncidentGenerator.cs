using System.Globalization;

namespace Casus.Bench;

/// <summary>
/// Writes an incident table: one second to a day apart on average so that the history is seven years long, each row near one of the
/// settlements along the line, five in ten without a party, three in ten with a radius, known within two days. The same seed gives the
/// same bytes. It is made to load the counting, not to look like history.
/// </summary>
internal static class IncidentGenerator
{
    private const long Start = 1_424_000_000;
    private const long Length = 7L * 365 * 86_400;
    private static readonly string[] Conducts = ["artillery", "mortar", "small arms fire", "explosion", "drone strike"];

    public static void Write(string file, int rows, int seed)
    {
        var random = new Random(seed);
        var times = new long[rows];
        for (var i = 0; i < rows; i++)
        {
            times[i] = Start + (long)(random.NextDouble() * Length);
        }
        Array.Sort(times);
        using var writer = new StreamWriter(file);
        writer.Write("id,occurred_from,known_at,conduct,latitude,longitude,radius_km,party,verified_by,attributed_by,confidence\n");
        for (var i = 0; i < rows; i++)
        {
            var known = times[i] + random.Next(0, 2 * 86_400);
            // Along a line from Stanytsia Luhanska by Debaltseve to Shyrokyne, 25 km to either side.
            var along = random.NextDouble();
            var latitude = 48.65 - (along * 1.55) + ((random.NextDouble() - 0.5) * 0.4);
            var longitude = 39.45 - (along * 1.6) + ((random.NextDouble() - 0.5) * 0.4);
            var radius = random.Next(10) < 3 ? "5" : "";
            var party = random.Next(10) < 5 ? "" : random.Next(2) == 0 ? "Russia" : "Ukraine";
            var attributed = party.Length > 0 ? "Commission" : "";
            var confidence = party.Length > 0 ? "high" : "";
            writer.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{i},{Instant(times[i])},{Instant(known)},{Conducts[random.Next(Conducts.Length)]},"
                        + $"{latitude:0.0000},{longitude:0.0000},{radius},{party},Commission,{attributed},{confidence}\n"
                )
            );
        }
    }

    private static string Instant(long second) =>
        DateTimeOffset.FromUnixTimeSeconds(second).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
