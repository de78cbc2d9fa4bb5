using System.CommandLine;
using Casus.Cli.Commands;
using Casus.Cli.Guidance;
using Casus.Data.Tables;

namespace Casus.Cli;

/// <summary>A command line that Casus does not take: what was seen, and what to write instead; status 2.</summary>
internal static class UsageErrors
{
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
        var question = NearMiss.Question(
            unknown,
            command.Options.Append(SharedOptions.Quiet).Select(option => option.Name)
        );
        errors.WriteLine($"casus: {command.Name} has no option '{unknown}'{question}");
        return SeeHelp(errors, command);
    }

    private static int SeeHelp(TextWriter errors, Command command)
    {
        errors.WriteLine(
            command is RootCommand
                ? "Write ./casus help for all commands."
                : $"Write ./casus help {HelpText.NameOf(command)} for what it takes, with an example."
        );
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
