using System.CommandLine;
using System.CommandLine.Completions;
using Casus.Cli.Completion;
using Casus.Data.Tables;

namespace Casus.Cli.Commands;

/// <summary>`completion`: the script by which a shell asks Casus what may come next.</summary>
internal static class CompletionCommand
{
    public static Command Build()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish." };
        shell.CompletionSources.Add(_ => ShellScripts.Shells.Select(name => new CompletionItem(name)));
        var command = new Command(
            "completion",
            "Prints the script that completes commands, options and names in a shell."
        )
        {
            shell,
        };
        command.SetAction(parsed => Run(parsed.GetValue(shell)!));
        return command;
    }

    private static int Run(string shell)
    {
        if (ShellScripts.For(shell) is not { } script)
        {
            return UsageErrors.Report(
                Console.Error,
                $"completion {shell}: there is no script for that shell{NearMiss.Question(shell, ShellScripts.Shells)}",
                "Write ./casus completion bash, zsh or fish."
            );
        }
        Console.Out.Write(script);
        return ExitStatus.Clean;
    }
}
