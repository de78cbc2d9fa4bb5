using System.CommandLine;

namespace Casus.Cli.Commands;

/// <summary>What several commands take.</summary>
internal static class SharedOptions
{
    public static Argument<string> Agreement() =>
        new("AGREEMENT") { Description = "A .casus file, or a folder that holds agreement.casus." };

    public static Option<string[]> Choose() =>
        new("--choose")
        {
            Description = "A value for a bracket; may be repeated. A bracket that is not chosen takes its first value.",
            HelpName = "NAME=VALUE",
        };
}
