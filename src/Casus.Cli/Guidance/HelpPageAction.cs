using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Casus.Cli.Guidance;

/// <summary>`--help` gives the same page as `help COMMAND`.</summary>
internal sealed class HelpPageAction : SynchronousCommandLineAction
{
    public static void TakeOver(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpPageAction();
            option.Description = "What the command takes, with an example.";
        }
        foreach (var option in root.Options.OfType<VersionOption>())
        {
            option.Description = "The version of the program.";
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        new HelpText(Console.Out).Write(parseResult.CommandResult.Command);
        return ExitStatus.Clean;
    }

    public override bool ClearsParseErrors => true;
}
