using System.CommandLine;
using Casus.Cli.Guidance;
using Casus.Data.Tables;

namespace Casus.Cli.Commands;

/// <summary>`help`: the page of a command; without one, all commands.</summary>
internal static class HelpCommand
{
    public static Command Build()
    {
        var words = new Argument<string[]>("COMMAND")
        {
            Description = "A command, such as backtest.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("help", "Tells what a command takes, its exit statuses, and an example.") { words };
        command.SetAction(parsed => Run((RootCommand)parsed.RootCommandResult.Command, parsed.GetValue(words) ?? []));
        return command;
    }

    private static int Run(RootCommand root, IReadOnlyList<string> words)
    {
        Command command = root;
        foreach (var word in words)
        {
            var names = command.Subcommands.Where(inner => !inner.Hidden).ToDictionary(inner => inner.Name);
            if (!names.TryGetValue(word, out var inner))
            {
                return UsageErrors.Report(
                    Console.Error,
                    $"there is no command '{word}'{NearMiss.Question(word, names.Keys)}",
                    "Write ./casus help for all of them."
                );
            }
            command = inner;
        }
        new HelpText(Console.Out).Write(command);
        return ExitStatus.Clean;
    }
}
