using System.CommandLine;
using Casus.LanguageServer;

namespace Casus.Cli.Commands;

/// <summary>`lsp`: the language server, for editors. Standard output is the protocol's and nothing else's.</summary>
internal static class LspCommand
{
    public static Command Build()
    {
        // Editors add it by habit; there is no other way.
        var stdio = new Option<bool>("--stdio") { Description = "Speaks over standard input and output, as always." };
        var command = new Command(
            "lsp",
            "Serves an editor: findings as you type, meanings, completion, renaming (Language Server Protocol)."
        )
        {
            stdio,
        };
        command.SetAction(async (_, _) => await RunAsync().ConfigureAwait(false));
        return command;
    }

    private static async Task<int> RunAsync()
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        // What a library might print must not get between the messages.
        Console.SetOut(Console.Error);
        return await StdioServer.RunAsync(input, output).ConfigureAwait(false) ? ExitStatus.Clean : ExitStatus.Findings;
    }
}
