namespace Casus.Cli.Explaining;

/// <summary>What the command line asks to have explained, as written.</summary>
internal sealed record ExplainRequest
{
    /// <summary>
    /// A rule, the number of an effect, or a sentence or grade; null: only what would be otherwise.
    /// </summary>
    public string? What { get; init; }
    public string? Run { get; init; }
    public string? At { get; init; }
    public string? Party { get; init; }
    public int? Sector { get; init; }
    public IReadOnlyList<string> Without { get; init; } = [];
    public IReadOnlyList<string> With { get; init; } = [];
    public int? Replays { get; init; }
    public bool Json { get; init; }

    public bool ChangesFacts => Without.Count > 0 || With.Count > 0;
}
