using System.Collections.Immutable;

namespace Casus.Cli.Guidance;

/// <summary>What help says of a command beyond its arguments and options.</summary>
/// <param name="Name">As it is written after ./casus: `backtest`, `data doctor`.</param>
/// <param name="Examples">Commands that run from the root of the repository, in this order; each is executed by a
/// test.</param>
/// <param name="Statuses">The exit statuses that are the command's own: what each means.</param>
internal sealed record CommandPage(
    string Name,
    CommandGroup Group,
    ImmutableArray<string> Examples,
    ImmutableArray<(int Status, string Meaning)> Statuses
);

/// <summary>What a command is for, in the order in which help lists them.</summary>
internal enum CommandGroup
{
    Text,
    History,
    Result,
    Casus,
}
