using System.CommandLine;
using Casus.Cli.Commands;

namespace Casus.Cli;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        var root = Root();
        if (arguments.Length == 0)
        {
            return UsageErrors.NoCommand(root, Console.Error);
        }
        var parsed = root.Parse(arguments);
        return parsed.Errors.Count > 0 ? UsageErrors.Report(parsed, Console.Error) : parsed.Invoke();
    }

    private static RootCommand Root() =>
        new("Casus compiles a guarantee or a ceasefire into a machine that says who owes what, to whom, by when and why.")
        {
            CheckCommand.Build(),
            BacktestCommand.Build(),
        };
}
