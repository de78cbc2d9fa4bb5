using System.Text;
using Casus.Tests.Cli;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Agreements;

/// <summary>
/// What is said of replays that come with the house: why an effect arose, why a sentence did not stand, what
/// if. Kept in `expected/`.
/// </summary>
public sealed class ExplanationGoldenTests
{
    [Fact]
    public void The_ladder_of_the_synthetic_example_is_explained() =>
        Matches(
            "ukraine-2026",
            "example",
            [
                "--incidents",
                "agreements/ukraine-2026/example-incidents.csv",
                "--acts",
                "agreements/ukraine-2026/acts.csv",
                "--in-force-from",
                "2017-01-01",
                "--to",
                "2017-02-28",
            ],
            ["31"],
            ["195"],
            ["sustained attack", "--at", "2017-01-30"],
            ["--without", "synthetic-5"]
        );

    [Fact]
    public void The_monitors_tables_under_the_text_of_2015_are_explained() =>
        Matches(
            "minsk-2015",
            "osce",
            ["--incidents", "data/osce", "--in-force-from", "2015-02-15", "--to", "2022-02-23"],
            ["1"],
            ["violent day", "--at", "2017-01-31"]
        );

    [Fact]
    public void That_nothing_arises_under_the_memorandum_of_1994_is_explained() =>
        Matches(
            "budapest-1994",
            "osce",
            ["--incidents", "data/osce", "--in-force-from", "2015-02-15", "--to", "2022-02-23"],
            ["4.1", "--at", "2017-01-31"],
            ["6.1", "--at", "2017-01-31"]
        );

    private static void Matches(string agreement, string run, string[] options, params string[][] questions)
    {
        var folder = Directory.CreateTempSubdirectory("casus-explain-");
        try
        {
            var made = CasusProcess.Run(
                RepositoryRoot.Path,
                ["backtest", $"agreements/{agreement}", .. options, "--out", folder.FullName]
            );
            Assert.True(made.Status == 0, $"{made}");
            var answers = new StringBuilder();
            foreach (var question in questions)
            {
                var outcome = CasusProcess.Run(RepositoryRoot.Path, ["explain", .. question, "--run", folder.FullName]);
                Assert.True(outcome.Status == 0, $"{outcome}");
                answers.Append($"$ explain {string.Join(' ', question)}\n{outcome.Output}\n");
            }
            Golden.MatchesFile(
                RepositoryRoot.Of("agreements", agreement, "expected", $"{run}.explain.txt"),
                answers.ToString()
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
