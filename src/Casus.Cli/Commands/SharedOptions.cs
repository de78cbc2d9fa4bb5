using System.CommandLine;
using System.CommandLine.Completions;

namespace Casus.Cli.Commands;

/// <summary>What several commands take.</summary>
internal static class SharedOptions
{
    /// <summary>Of every command.</summary>
    public static readonly Option<bool> Quiet = new("--quiet")
    {
        Description = "Only results and errors: no notes, no progress, no next command.",
        Recursive = true,
    };

    public static Argument<string> Agreement() =>
        new("AGREEMENT") { Description = "A .casus file, or a folder that holds agreement.casus." };

    /// <summary>The same option, with the values that a shell may propose.</summary>
    public static Option<T> OneOf<T>(Option<T> option, IEnumerable<string> values)
    {
        option.CompletionSources.Add(_ => values.Select(value => new CompletionItem(value)));
        return option;
    }

    public static Option<string[]> Choose() =>
        new("--choose")
        {
            Description = "A value for a bracket; may be repeated. A bracket that is not chosen takes its first value.",
            HelpName = "NAME=VALUE",
        };
}
