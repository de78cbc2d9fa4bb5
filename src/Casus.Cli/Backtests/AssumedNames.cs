using Casus.Core.Agreements;
using Casus.Data.Assumptions;
using Casus.Data.Incidents;
using Casus.Data.Tables;

namespace Casus.Cli.Backtests;

/// <summary>
/// Whether assumptions speak of parties and bodies that the text knows: of others nothing could follow.
/// </summary>
internal static class AssumedNames
{
    /// <summary>
    /// What is wrong with the first that does not; null where all do. One that cannot be read is told elsewhere.
    /// </summary>
    public static string? Problem(IEnumerable<string> assumed, Agreement agreement)
    {
        foreach (var written in assumed)
        {
            if (Assumption.Parse(written, out _) is { } assumption && ProblemOf(assumption, agreement) is { } problem)
            {
                return problem;
            }
        }
        return null;
    }

    private static string? ProblemOf(Assumption assumption, Agreement agreement)
    {
        var parties = agreement.Parties.Select(party => party.Name).ToList();
        var bodies = agreement.Bodies.Select(body => body.Name).ToList();
        var (kind, names) = assumption.Column switch
        {
            IncidentColumn.Party or IncidentColumn.Against => ("party", parties),
            IncidentColumn.AttributedBy or IncidentColumn.VerifiedBy or IncidentColumn.RejectedBy => (
                "body or party",
                [.. bodies, .. parties]
            ),
            _ => ("", new List<string>()),
        };
        if (kind.Length == 0 || names.Contains(assumption.Value, StringComparer.Ordinal))
        {
            return null;
        }
        var has = names.Count == 0 ? "it names none" : $"it names {string.Join(", ", names)}";
        return $"--assume {assumption.Written}: the text names no {kind} {assumption.Value}"
            + $"{NearMiss.Question(assumption.Value, names)} ({has})";
    }
}
