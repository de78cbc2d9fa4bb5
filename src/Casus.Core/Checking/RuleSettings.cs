using System.Collections.Immutable;
using Casus.Core.Diagnostics;

namespace Casus.Core.Checking;

/// <summary>
/// What casus.toml says of the rules. A rule that it does not name has its own severity; null turns it off.
/// </summary>
public sealed record RuleSettings(ImmutableDictionary<string, Severity?> Severities)
{
    public static RuleSettings Default { get; } = new(ImmutableDictionary<string, Severity?>.Empty);

    /// <summary>Null: the rule is not asked.</summary>
    public Severity? SeverityOf(Rule rule) => Severities.TryGetValue(rule.Code, out var set) ? set : rule.Severity;
}
