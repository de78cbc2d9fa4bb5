using System.Collections.Immutable;

namespace Casus.Cli.Guidance;

/// <summary>
/// A page for every command. A test holds that none is missing and none is too many, and runs every example.
/// </summary>
internal static class CommandPages
{
    private const string Osce = "--incidents data/osce --in-force-from 2015-02-15 --to 2022-02-23";

    private static readonly (int, string) Done = (ExitStatus.Clean, "done");
    private static readonly (int, string) Usage = (ExitStatus.Usage, "the command line is not one that Casus takes");
    private static readonly (int, string) Unusable = (ExitStatus.UnusableInput, "an input that could not be used");
    private static readonly (int, string) Full = (ExitStatus.OutputFailed, "the results could not be written");

    public static ImmutableArray<CommandPage> All { get; } =
    [
        new(
            "new",
            CommandGroup.Text,
            [
                "./casus new mine/truce",
                "./casus check mine/truce",
                "./casus new mine/guarantee --template guarantee --title 'Guarantee of our own'",
            ],
            [Done, (ExitStatus.Usage, "also: a folder that is not empty, no such template"), Full]
        ),
        new(
            "check",
            CommandGroup.Text,
            [
                "./casus check agreements/ukraine-2026",
                "./casus check agreements/ukraine-2026 --choose grave=10 --diff",
                "./casus check agreements/minsk-2015 --format text --format sarif=out/findings.sarif",
            ],
            [
                (ExitStatus.Clean, "nothing to say, or notes alone"),
                (ExitStatus.Findings, "findings, warnings included"),
                Usage,
                Unusable,
                Full,
            ]
        ),
        new(
            "fmt",
            CommandGroup.Text,
            ["./casus fmt agreements/ukraine-2026 --check", "./casus fmt - < agreements/ukraine-2026/agreement.casus"],
            [
                (ExitStatus.Clean, "laid out, or nothing to change"),
                (ExitStatus.Findings, "--check: a text would change"),
                Usage,
                Unusable,
            ]
        ),
        new(
            "lsp",
            CommandGroup.Text,
            ["./casus lsp < /dev/null"],
            [
                (ExitStatus.Clean, "the editor ended it as the protocol asks"),
                (ExitStatus.Findings, "the input ended before that"),
                Usage,
            ]
        ),
        new(
            "diff",
            CommandGroup.Text,
            [
                "./casus diff agreements/minsk-2015 agreements/ukraine-2026 --json",
                "./casus diff agreements/ukraine-2026 agreements/ukraine-2026 --redline out/redline.docx",
            ],
            [
                (ExitStatus.Clean, "compared, and nothing that is owed is weaker"),
                (ExitStatus.Findings, "compared, and some change weakens what is owed"),
                Usage,
                (ExitStatus.UnusableInput, "a text that could not be used, or that has errors"),
                Full,
            ]
        ),
        new(
            "backtest",
            CommandGroup.History,
            [
                $"./casus backtest agreements/minsk-2015 {Osce}",
                $"./casus backtest agreements/ukraine-2026 {Osce} --out out/ladder --export gpkg",
            ],
            [Done, Usage, Unusable, Full]
        ),
        new(
            "data doctor",
            CommandGroup.History,
            ["./casus data doctor data/osce/osce_smm_incidents_handcoded.csv --agreement agreements/ukraine-2026"],
            [Done, Usage, Unusable]
        ),
        new(
            "report",
            CommandGroup.Result,
            [
                $"./casus backtest agreements/minsk-2015 {Osce} --out out/minsk",
                $"./casus backtest agreements/ukraine-2026 {Osce} --out out/ladder",
                "./casus report out/minsk out/ladder --out out/side-by-side.html",
            ],
            [Done, Usage, Unusable, Full]
        ),
        new(
            "explain",
            CommandGroup.Result,
            [
                "./casus explain CAS3401",
                $"./casus backtest agreements/ukraine-2026 {Osce} --out out/ladder",
                "./casus explain 5.3 --at 2017-02-02 --run out/ladder",
            ],
            [Done, Usage, Unusable]
        ),
        new("demo", CommandGroup.Casus, ["./casus demo --out out/tour"], [Done, Usage, Unusable, Full]),
        new("help", CommandGroup.Casus, ["./casus help backtest"], [Done, (ExitStatus.Usage, "no such command")]),
        new(
            "completion",
            CommandGroup.Casus,
            ["source <(./casus completion bash)"],
            [Done, (ExitStatus.Usage, "no such shell")]
        ),
    ];

    public static CommandPage? Of(string name) => All.FirstOrDefault(page => page.Name == name);
}
