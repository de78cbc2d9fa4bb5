namespace Casus.Tests.Cli;

/// <summary>A folder with a small agreement and a small history, taken away when the test ends.</summary>
internal sealed class SmallCase : IDisposable
{
    public const string Agreement = """
        Agreement "Test", draft 1 of 2025-01-01.
        Form: treaty.
        Times are in UTC.
        Party Ukraine, as beneficiary.
        Party Russia, as adversary.
        Parties France and Poland, as guarantors.
        Body Commission, as monitor.
        Line Contact Line from "line.geojson", as of 2025-01-01.
        Zone Buffer: within 15 km of Contact Line.
        Sectors: every 40 km along Contact Line.

        Article 1 "Ceasefire".
          Ukraine and Russia shall not commit an attack in Buffer.

        Article 2 "Facts".
          A violation means a breach of Article 1.
          A flare means at least [grave: 2 | 3] violations by one party in one sector within any 24 hours.

        Article 3 "Response".
          On a flare by Russia:
            each guarantor shall assist Ukraine within 72 hours.
        """;

    public const string Line = """
        {"type":"Feature","properties":{},"geometry":{"type":"LineString",
        "coordinates":[[38.0,48.0],[38.0,48.3],[38.0,48.6],[38.0,48.9]]}}
        """;

    public const string Header = "id,occurred_from,conduct,latitude,longitude,party";

    /// <summary>Two in one sector within a day, one far away, and one of which nobody knows where.</summary>
    public const string Incidents = $"""
        {Header}
        1,2025-01-10T10:00:00Z,mortar,48.1,38.05,Russia
        2,2025-01-10T12:00:00Z,artillery,48.1,38.05,Russia
        3,2025-01-12T12:00:00Z,artillery,48.1,41.05,Russia
        4,2025-01-13T12:00:00Z,artillery,,,Ukraine

        """;

    public SmallCase()
    {
        Folder = Directory.CreateTempSubdirectory("casus test ").FullName;
        Write("agreement.casus", Agreement);
        Write("line.geojson", Line);
        Write("incidents.csv", Incidents);
    }

    public string Folder { get; }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text.ReplaceLineEndings("\n"));
    }

    /// <summary>
    /// Everything in the folder but what was put there at the start, sorted; files in folders with their folder.
    /// </summary>
    public IReadOnlyList<string> Added() =>
        [
            .. Directory
                .EnumerateFileSystemEntries(Folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Folder, path))
                .Except(["agreement.casus", "line.geojson", "incidents.csv"])
                .Order(StringComparer.Ordinal),
        ];

    public CasusOutcome Casus(params IEnumerable<string> arguments) => CasusProcess.Run(Folder, arguments);

    public CasusOutcome Backtest(params IEnumerable<string> more) =>
        Casus(["backtest", ".", "--incidents", "incidents.csv", .. more]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
