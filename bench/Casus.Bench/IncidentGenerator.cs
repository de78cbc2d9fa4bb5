using System.Globalization;

namespace Casus.Bench;

/// <summary>
/// Writes an incident table at the density of 1,000,000 rows in eight years (342 a day), whatever its length: near the
/// line of contact, up to 25 km to either side; known within twelve hours; three rows in ten with a radius of 1 to 5
/// km. One row in ten is verified and attributed with high confidence; the others are nobody's, as the monitors left
/// them. The same seed gives the same bytes. It is made to load the counting, not to look like history.
/// </summary>
internal static class IncidentGenerator
{
    private const long Start = 1_424_000_000;
    private const double SecondsPerRow = 8 * 365.25 * 86_400 / 1_000_000;
    private static readonly string[] Conducts = ["artillery", "mortar", "small arms fire", "explosion", "drone strike"];

    public static void Write(string file, int rows, int seed)
    {
        var random = new Random(seed);
        var times = new long[rows];
        for (var i = 0; i < rows; i++)
        {
            times[i] = Start + (long)(random.NextDouble() * rows * SecondsPerRow);
        }
        Array.Sort(times);
        using var writer = new StreamWriter(file);
        writer.Write(
            "id,occurred_from,known_at,conduct,latitude,longitude,radius_km,party,verified_by,attributed_by,confidence\n"
        );
        for (var i = 0; i < rows; i++)
        {
            var known = times[i] + random.Next(0, 43_200);
            // Along a line from Stanytsia Luhanska by Debaltseve to Shyrokyne, 25 km to either side.
            var along = random.NextDouble();
            var latitude = 48.65 - (along * 1.55) + ((random.NextDouble() - 0.5) * 0.4);
            var longitude = 39.45 - (along * 1.6) + ((random.NextDouble() - 0.5) * 0.4);
            var radius = random.Next(10) < 3 ? $"{random.Next(1, 6)}" : "";
            var party =
                random.Next(10) > 0 ? ""
                : random.Next(2) == 0 ? "Russia"
                : "Ukraine";
            var attributed = party.Length > 0 ? "Commission" : "";
            var confidence = party.Length > 0 ? "high" : "";
            var verified = attributed;
            writer.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{i},{Instant(times[i])},{Instant(known)},{Conducts[random.Next(Conducts.Length)]},"
                        + $"{latitude:0.0000},{longitude:0.0000},{radius},{party},{verified},{attributed},{confidence}\n"
                )
            );
        }
    }

    private static string Instant(long second) =>
        DateTimeOffset.FromUnixTimeSeconds(second).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
