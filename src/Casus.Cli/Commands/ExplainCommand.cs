using System.CommandLine;
using Casus.Cli.Explaining;

namespace Casus.Cli.Commands;

/// <summary>
/// `explain`: why an effect arose, why a sentence did not stand, what would be otherwise; or what a rule of
/// `check` is about.
/// </summary>
internal static class ExplainCommand
{
    private static readonly Argument<string?> What = new("WHAT")
    {
        Description = "A rule (CAS3010), the number of an effect (180), or with --at a grade or a sentence (5.2).",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private static readonly Option<string?> Run = new("--run")
    {
        Description = "The folder that backtest --out wrote.",
        HelpName = "DIR",
    };
    private static readonly Option<string?> At = new("--at")
    {
        Description = "When the sentence is asked about: a day (its end) or an instant.",
        HelpName = "TIME",
    };
    private static readonly Option<string?> Party = new("--party")
    {
        Description = "Of whose acts; the party that comes nearest if not given.",
        HelpName = "NAME",
    };
    private static readonly Option<int?> Sector = new("--sector")
    {
        Description = "In which sector; the one that comes nearest if not given.",
        HelpName = "NUMBER",
    };
    private static readonly Option<string[]> Without = new("--without")
    {
        Description = "Replays without these rows or acts, and tells what differs.",
        HelpName = "ID",
        AllowMultipleArgumentsPerToken = true,
    };
    private static readonly Option<string[]> With = new("--with")
    {
        Description = "Replays with one more fact (COLUMN=VALUE,...) or the rows of a CSV file.",
        HelpName = "FACT|FILE",
    };
    private static readonly Option<int?> Replays = new("--replays")
    {
        Description = "The most replays that may be made; by the length of the history if not given.",
        HelpName = "NUMBER",
    };
    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Standard output is one JSON document and nothing else.",
    };

    public static Command Build()
    {
        var command = new Command(
            "explain",
            "Says why an effect arose, why a sentence did not stand, and what other facts would change."
        )
        {
            What,
            Run,
            At,
            Party,
            Sector,
            Without,
            With,
            Replays,
            Json,
        };
        command.SetAction(Explain);
        return command;
    }

    private static int Explain(ParseResult parsed)
    {
        var request = new ExplainRequest
        {
            What = parsed.GetValue(What),
            Run = parsed.GetValue(Run),
            At = parsed.GetValue(At),
            Party = parsed.GetValue(Party),
            Sector = parsed.GetValue(Sector),
            Without = parsed.GetValue(Without) ?? [],
            With = parsed.GetValue(With) ?? [],
            Replays = parsed.GetValue(Replays),
            Json = parsed.GetValue(Json),
        };
        if (request.Without.FirstOrDefault(id => id.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
        {
            return UsageErrors.ReportOption(Console.Error, parsed.CommandResult.Command, unknown);
        }
        return request is { What: { } what, ChangesFacts: false } && ExplainRule.IsRule(what)
            ? ExplainRule.Run(what, request.Json, Console.Out, Console.Error)
            : new ExplainJob(request, Console.Out, Console.Error).Run();
    }
}
