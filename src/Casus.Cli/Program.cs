using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
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
        return parsed.Errors.Count > 0 ? UsageErrors.Report(parsed, Console.Error) : Invoke(parsed);
    }

    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "The last word on a fault: said as one, with a status of its own."
    )]
    private static int Invoke(ParseResult parsed)
    {
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (IOException failure)
        {
            return Unwritten.Report(Console.Error, "standard output", failure, "Send it where there is room.");
        }
        catch (Exception fault)
        {
            Console.Error.WriteLine(
                "casus: this is a fault in Casus and not in what it was given. No result is left half written. Please report:"
            );
            Console.Error.WriteLine(fault);
            return ExitStatus.Fault;
        }
    }

    private static RootCommand Root() =>
        new(
            "Casus compiles a guarantee or a ceasefire into a machine that says who owes what, to whom, by when and why."
        )
        {
            CheckCommand.Build(),
            BacktestCommand.Build(),
            ExplainCommand.Build(),
            FmtCommand.Build(),
            ReportCommand.Build(),
            DataCommand.Build(),
        };
}
