using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Casus.Tests.Cli;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Agreements;

/// <summary>
/// Each agreement that comes with the house, replayed on the monitors' tables by the built program: the summary whole,
/// and of the effects the first lines and a digest of all. Kept beside the agreement, in <c>expected/</c>.
/// </summary>
public sealed partial class ReplayGoldenTests
{
    private const int HeadLines = 40;
    private const string Monitors = "data/osce";
    private static readonly string[] Span = ["--in-force-from", "2015-02-15", "--to", "2022-02-23"];

    [Theory]
    [InlineData("minsk-2015", "osce", Monitors, "--alarm", "violent day")]
    [InlineData("budapest-1994", "osce", Monitors)]
    [InlineData("ukraine-2026", "osce", Monitors)]
    [InlineData(
        "ukraine-2026",
        "osce-assumed",
        Monitors,
        "--assume",
        "verified_by=Commission",
        "--assume",
        "party=Russia:side=left",
        "--assume",
        "attributed_by=Commission:side=left",
        "--assume",
        "confidence=high:side=left"
    )]
    [InlineData(
        "ukraine-2026",
        "example",
        "agreements/ukraine-2026/example-incidents.csv",
        "--acts",
        "agreements/ukraine-2026/acts.csv"
    )]
    public void AReplayIsWhatItWas(string agreement, string run, string incidents, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("casus-replay-");
        try
        {
            string[] arguments =
            [
                "backtest",
                $"agreements/{agreement}",
                "--incidents",
                incidents,
                "--episodes",
                "data/episodes.csv",
                .. Span,
                .. options,
                "--out",
                folder.FullName,
            ];
            var outcome = CasusProcess.Run(RepositoryRoot.Path, arguments);
            Assert.True(outcome.Status == 0, $"{outcome}");
            var expected = RepositoryRoot.Of("agreements", agreement, "expected");
            Golden.MatchesFile(
                Path.Combine(expected, $"{run}.summary.json"),
                WithoutPlace(File.ReadAllText(Path.Combine(folder.FullName, "summary.json")))
            );
            Golden.MatchesFile(
                Path.Combine(expected, $"{run}.effects.txt"),
                Digest(Path.Combine(folder.FullName, "effects.jsonl"))
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>From where the run was started depends on the machine.</summary>
    private static string WithoutPlace(string summary) => RunFrom().Replace(summary, "$1...$2");

    [GeneratedRegex("""("from": ")[^"]*(",\s*"texts")""", RegexOptions.None, 1000)]
    private static partial Regex RunFrom();

    private static string Digest(string effects)
    {
        var text = File.ReadAllText(effects);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var all = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return string.Join('\n', lines.Take(HeadLines)) + $"\n{lines.Length} effects, sha256 {all}\n";
    }
}
