using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Casus.Cli.Commands;
using Casus.Cli.Completion;
using Casus.Cli.Guidance;
using Casus.Cli.Terminals;

namespace Casus.Cli;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        var errors = new ForgivingWriter(Console.Error);
        Console.SetError(Screen.ErrorWidth is { } width ? new WrappedWriter(errors, width) : errors);
        return Run(arguments);
    }

    /// <summary>One command line; what it says goes to the console.</summary>
    public static int Run(IReadOnlyList<string> arguments)
    {
        var root = Root();
        if (arguments is [])
        {
            return Greeting.Write(Console.Out);
        }
        if (arguments[0] == CompletionAnswer.Directive)
        {
            return CompletionAnswer.Write(root, [.. arguments.Skip(1)], Console.Out);
        }
        if (arguments.Any(argument => argument.Length == 0))
        {
            return UsageErrors.Report(
                Console.Error,
                "one of the arguments is empty",
                "Name what it stands for, or leave it out."
            );
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
        catch (Exception failure) when (Unwritten.IsOne(failure))
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

    /// <summary>All that a command line may be.</summary>
    internal static RootCommand Root()
    {
        var root = new RootCommand(
            "Casus compiles a guarantee or a ceasefire into a machine that says who owes what, to whom, by when and why."
        )
        {
            NewCommand.Build(),
            CheckCommand.Build(),
            BacktestCommand.Build(),
            ExplainCommand.Build(),
            FmtCommand.Build(),
            LspCommand.Build(),
            DiffCommand.Build(),
            ReportCommand.Build(),
            DataCommand.Build(),
            DemoCommand.Build(),
            HelpCommand.Build(),
            CompletionCommand.Build(),
        };
        root.Options.Add(SharedOptions.Quiet);
        HelpPageAction.TakeOver(root);
        return root;
    }
}
