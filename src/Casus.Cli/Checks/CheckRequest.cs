using System.Collections.Immutable;

namespace Casus.Cli.Checks;

/// <summary>What `check` was asked for. At most one output for machines goes to standard output.</summary>
/// <param name="Settings">A casus.toml; null for the nearest.</param>
internal sealed record CheckRequest(
    string Agreement,
    ImmutableArray<CheckOutput> Outputs,
    IReadOnlyList<string> Choose,
    string? Settings,
    FixMode Fix
);

internal enum FixMode
{
    None,

    /// <summary>Shows what safe fixes would change.</summary>
    Show,

    /// <summary>Makes safe fixes, and shows what it changed.</summary>
    Make,
}
