using System.CommandLine;
using Casus.Data.Tables;

namespace Casus.Cli;

/// <summary>A command line that Casus does not take: what was seen, and what to write instead; status 2.</summary>
internal static class UsageErrors
{
    public static int NoCommand(RootCommand root, TextWriter errors)
    {
        errors.WriteLine("casus: no command was given. The commands are:");
        foreach (var command in root.Subcommands)
        {
            errors.WriteLine($"  ./casus {command.Name, -9} {command.Description}");
        }
        errors.WriteLine("Write ./casus check AGREEMENT to begin, or ./casus COMMAND --help for what a command takes.");
        return ExitStatus.Usage;
    }

    public static int Report(ParseResult parsed, TextWriter errors)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens is [var first, ..] ? first : null;
        if (unknown is null)
        {
            foreach (var error in parsed.Errors.DistinctBy(error => error.Message))
            {
                errors.WriteLine($"casus: {error.Message}");
            }
        }
        else if (command is RootCommand root)
        {
            var question = NearMiss.Question(unknown, root.Subcommands.Select(known => known.Name));
            errors.WriteLine($"casus: there is no command '{unknown}'{question}");
        }
        else if (unknown.StartsWith('-'))
        {
            return ReportOption(errors, command, unknown);
        }
        else
        {
            errors.WriteLine($"casus: {command.Name} takes no further argument, and '{unknown}' is one too many");
        }
        return SeeHelp(errors, command);
    }

    public static int ReportOption(TextWriter errors, Command command, string unknown)
    {
        var question = NearMiss.Question(unknown, command.Options.Select(option => option.Name));
        errors.WriteLine($"casus: {command.Name} has no option '{unknown}'{question}");
        return SeeHelp(errors, command);
    }

    private static int SeeHelp(TextWriter errors, Command command)
    {
        var name = command is RootCommand ? "" : $" {command.Name}";
        errors.WriteLine($"Write ./casus{name} --help for what it takes.");
        return ExitStatus.Usage;
    }

    /// <summary>A value that an option does not take.</summary>
    public static int Report(TextWriter errors, string what, string instead)
    {
        errors.WriteLine($"casus: {what}");
        errors.WriteLine(instead);
        return ExitStatus.Usage;
    }
}
